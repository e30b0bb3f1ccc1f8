"""Entries as a CSV file, filtered and ordered as the list is."""

import csv
from collections.abc import Collection
from io import StringIO
from typing import Annotated

from fastapi import APIRouter, Query, Response

from app.core import store
from app.core.database import reading
from app.core.models import ListQuery
from app.core.tables import Table
from app.core.who import Who
from app.extras.csv_fields import CsvField, cell

MOST = 100_000
# Tells spreadsheets that the file is UTF-8.
MARK = "\ufeff"


def export_routes(table: Table, asked: type[ListQuery], fields: Collection[CsvField]) -> APIRouter:
    """The address beside the list; ``asked`` are the filters it knows."""
    router = APIRouter(prefix="/export")

    @router.get("", response_class=Response)
    def export(query: Annotated[asked, Query()], person: Who) -> Response:  # type: ignore[valid-type]
        with reading(person) as db:
            entries = store.find(db, table, unlimited(query))["items"]
        file = StringIO()
        lines = csv.writer(file)
        lines.writerow([field.label for field in fields])
        lines.writerows([cell(field, entry) for field in fields] for entry in entries)
        name = table.name.replace("_", "-")
        return Response(
            MARK + file.getvalue(),
            media_type="text/csv; charset=utf-8",
            headers={"Content-Disposition": f'attachment; filename="{name}.csv"'},
        )

    return router


def unlimited(query: ListQuery) -> ListQuery:
    """The same for all pages of the list."""
    return query.model_copy(update={"limit": MOST, "offset": 0})
