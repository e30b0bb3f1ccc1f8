"""Parameters that many endpoints share."""

from typing import Annotated
from uuid import UUID

from fastapi import Query

from vibecaas.kit import ids
from vibecaas.kit.errors import FieldError, ValidationFailed
from vibecaas.kit.pagination import DEFAULT_LIMIT, MAX_LIMIT

Limit = Annotated[int, Query(ge=1, le=MAX_LIMIT, description="How many to return.")]
"""Use as `limit: Limit = DEFAULT_LIMIT`."""

Cursor = Annotated[
    str | None, Query(max_length=255, description="The `next_cursor` of the page before.", examples=[None])
]
"""Use as `starting_after: Cursor = None`; decode it with `kit.ids.decode`."""

__all__ = ["DEFAULT_LIMIT", "Cursor", "Limit", "decode_cursor"]


def decode_cursor(prefix: str, cursor: str | None) -> UUID | None:
    """Return the id with which the next page begins; ValidationFailed if it is no cursor of this list."""
    if cursor is None:
        return None
    try:
        return ids.decode(prefix, cursor)
    except ValueError as error:
        field = FieldError("starting_after", "bad_format", f"use the next_cursor of the page before ({prefix}_…)")
        raise ValidationFailed("'starting_after' is no cursor of this list.", fields=(field,)) from error
