"""Tags: words that people put on entries, and by which they find them again."""

from typing import Annotated, Any

from fastapi import APIRouter
from pydantic import AfterValidator, BaseModel, BeforeValidator, Field

from app.core.database import reading
from app.core.tables import Column, Filter, Table
from app.core.who import Who

TAGS = Column(id="tags", name="tags", kind="tags", default="[]", search=True)
HAS_TAG = Filter("tag", "EXISTS (SELECT 1 FROM json_each(t.tags) WHERE fold(value) = fold(?))")
SUGGESTED = 50


def _tidy(tags: Any) -> Any:
    return [" ".join(tag.split()) if isinstance(tag, str) else tag for tag in tags or []]


def _each_once(tags: list[str]) -> list[str]:
    return list({tag.casefold(): tag for tag in reversed(tags)}.values())[::-1]


Tags = Annotated[
    list[Annotated[str, Field(min_length=1, max_length=40)]],
    Field(max_length=20),
    BeforeValidator(_tidy),
    AfterValidator(_each_once),
]


class TagCount(BaseModel):
    tag: str
    count: int


def tag_routes(table: Table) -> APIRouter:
    """The address beside the list: which tags there are, the most used first."""
    router = APIRouter(prefix="/tags")

    @router.get("")
    def list_tags(person: Who) -> list[TagCount]:
        with reading(person) as db:
            rows = db.execute(
                f'SELECT min(own.value) AS tag, count(*) AS count FROM "{table.name}" AS t, json_each(t.tags) AS own '
                # if accounts
                f"WHERE {table.readable} "
                # end if
                "GROUP BY fold(own.value) ORDER BY 2 DESC, 1 LIMIT ?",
                (SUGGESTED,),
            ).fetchall()
        return [TagCount(tag=row["tag"], count=row["count"]) for row in rows]

    return router
