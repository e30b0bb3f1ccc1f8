"""One valid entry of each kind, for the tests."""

from itertools import count
from typing import Any

from app.core import store
from app.core.database import writing
from app.core.tables import Table
<<imports>>

NUMBERS = count(1)


def given(table: Table, entry: dict[str, Any]) -> dict[str, Any]:
    """Stores the entry, whatever the API allows."""
    with writing() as db:
        return store.insert(db, table, entry)


<<functions>>
