"""Parameters and preconditions that many endpoints share."""

from typing import Annotated

from fastapi import Query

from vibecaas.kit.errors import PreconditionFailed, PreconditionRequired
from vibecaas.kit.pagination import DEFAULT_LIMIT, MAX_LIMIT

Limit = Annotated[int, Query(ge=1, le=MAX_LIMIT, description="How many to return.")]
"""Use as `limit: Limit = DEFAULT_LIMIT`."""

Cursor = Annotated[
    str | None, Query(max_length=255, description="The `next_cursor` of the page before.", examples=[None])
]
"""Use as `starting_after: Cursor = None`; decode it with `kit.ids.decode`."""

__all__ = ["DEFAULT_LIMIT", "Cursor", "Limit", "etag_matches", "precondition"]


def etag_matches(header: str | None, etag: str) -> bool:
    """Tell whether an If-Match or If-None-Match header names this entity tag."""
    if header is None:
        return False
    names = [name.strip().removeprefix("W/").strip('"') for name in header.split(",")]
    return "*" in names or etag.strip('"') in names


def precondition(if_match: str | None, etag: str | None, *, required: bool) -> None:
    """Refuse a change that was based on another state: 428 without If-Match where required, 412 if it differs."""
    if if_match is None:
        if required:
            raise PreconditionRequired("Send If-Match with the etag that you read.")
        return
    if etag is None or not etag_matches(if_match, etag):
        raise PreconditionFailed("Read the object again, then apply your change to what it is now.")
