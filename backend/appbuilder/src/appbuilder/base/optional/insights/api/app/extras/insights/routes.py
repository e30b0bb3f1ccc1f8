"""The addresses below /api/insights."""

import csv
import io
from typing import Literal

from fastapi import APIRouter, HTTPException, Response
from pydantic import BaseModel

from app.core.database import reading
from app.core.models import Group
# if accounts
from app.core.permissions import permit
from app.core.who import Who
# end if
from app.extras.insights.figures import Report, figures
from app.extras.insights.reports import REPORTS
from app.extras.spreadsheets import harmless

router = APIRouter(prefix="/api/insights", tags=["insights"])


class Insight(BaseModel):
    """A report that can be asked for."""

    key: str
    title: str
    kind: Literal["count", "sum", "average"]


class InsightList(BaseModel):
    """All reports."""

    items: list[Insight]
    total: int


class Figures(BaseModel):
    """A report's rows, and the number for all entries."""

    title: str
    kind: Literal["count", "sum", "average"]
    rows: list[Group]
    total: float | None


@router.get("")
def list_insights() -> InsightList:
    items = [Insight(key=report.key, title=report.title, kind=report.kind) for report in REPORTS]
    return InsightList(items=items, total=len(items))


@router.get("/{key}", response_model=Figures)
# if accounts
def read_insight(key: str, person: Who, format: Literal["json", "csv"] = "json") -> Figures | Response:
# else
def read_insight(key: str, format: Literal["json", "csv"] = "json") -> Figures | Response:
# end if
    report = next((each for each in REPORTS if each.key == key), None)
    if report is None:
        raise HTTPException(404, "There is no such report.")
    # if accounts
    permit(person, report.table, "read")
    with reading(person) as db:
    # else
    with reading() as db:
    # end if
        answer = Figures(**figures(db, report))
    return answer if format == "json" else as_csv(report, answer)


def as_csv(report: Report, answer: Figures) -> Response:
    """The rows as a file that spreadsheets open."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow([report.by_label, report.measure])
    for row in answer.rows:
        result = int(row.result) if row.result is not None and row.result.is_integer() else row.result
        writer.writerow([harmless(row.label or ""), result])
    headers = {"Content-Disposition": f'attachment; filename="{report.key}.csv"'}
    return Response(text.getvalue(), media_type="text/csv; charset=utf-8", headers=headers)
