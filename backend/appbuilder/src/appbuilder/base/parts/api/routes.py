"""The addresses below /api/<<slug>>."""

from typing import Annotated

from fastapi import APIRouter, HTTPException, Query

from app.core import store
from app.core.database import <<database_imports>>
from app.core.models import EntryId
<<extra_imports>>
from app.<<plural>>.models import <<model_imports>>
from app.<<plural>>.table import TABLE

router = APIRouter(prefix="/api/<<slug>>", tags=["<<slug>>"])
MISSING = "This <<words>> does not exist. It may have been deleted."
<<list_routes>>


@router.get("")
def list_<<plural>>(query: Annotated[<<Name>>Query, Query()]<<who>>) -> <<Name>>List:
    <<permit_read>>
    with reading(<<person>>) as db:
        return <<Name>>List(**store.find(db, TABLE, query))

<<summary_route>>
<<create_route>>

@router.get("/{entry_id}")
def read_<<name>>(entry_id: EntryId<<who>>) -> <<Name>>Out:
    <<permit_read>>
    with reading(<<person>>) as db:
        entry = store.get(db, TABLE, entry_id)
    if entry is None:
        raise HTTPException(404, MISSING)
    return <<Name>>Out(**entry)
<<update_route>>
<<delete_route>>
<<extra_routes>>
