"""The one envelope of every list: keyset paging, newest first."""

from typing import Generic, Literal, TypeVar
from uuid import UUID

from vibecaas.kit import ids
from vibecaas.kit.shapes import Output

T = TypeVar("T")

MAX_LIMIT = 100
DEFAULT_LIMIT = 20


class Page(Output, Generic[T]):
    """One page of a list and where the next one begins."""

    object: Literal["list"]
    data: list[T]
    has_more: bool
    next_cursor: str | None
    url: str


class Slice(Generic[T]):
    """What a repository returns: the rows of a page, and whether more follow."""

    def __init__(self, rows: list[T], limit: int) -> None:
        self.rows = rows[:limit]
        self.has_more = len(rows) > limit


def page(data: list[T], *, has_more: bool, url: str, prefix: str, last_id: UUID | None) -> Page[T]:
    """Wrap rows in the envelope; `last_id` is the id of the last row, with which the next page begins."""
    cursor = ids.encode(prefix, last_id) if has_more and last_id else None
    return Page(object="list", data=data, has_more=has_more, next_cursor=cursor, url=url)
