"""The people that entries can point to, at /api/account/people/choices."""

from fastapi import APIRouter
from pydantic import BaseModel

from app.core.database import reading
from app.core.who import Somebody

router = APIRouter(prefix="/api/account/people", tags=["account"])


class PersonChoice(BaseModel):
    id: int
    name: str


@router.get("/choices")
def list_choices(person: Somebody) -> list[PersonChoice]:
    """Everybody by name, for people who are signed in."""
    with reading(person) as db:
        rows = db.execute("SELECT id, name FROM app_accounts ORDER BY fold(name), id").fetchall()
    return [PersonChoice(id=row["id"], name=row["name"]) for row in rows]
