"""Who is asking: a visitor, recognized by a cookie that comes with the first thing they do of their own."""

import re
from datetime import timedelta
from typing import Annotated
from uuid import uuid4

from fastapi import Cookie, Depends, Request, Response

from app.core.cookies import keep_cookie
from app.core.person import Person

TWO_YEARS = timedelta(days=2 * 365)
VISITOR = re.compile(r"[0-9a-f-]{36}")


def _recognized(visitor: Annotated[str | None, Cookie()] = None) -> Person | None:
    return Person(f"visitor:{visitor}") if visitor and VISITOR.fullmatch(visitor) else None


Who = Annotated[Person | None, Depends(_recognized)]
"""Whoever asks; None for somebody who never did anything of their own."""


def _remembered(request: Request, response: Response, person: Who) -> Person:
    if person:
        return person
    visitor = str(uuid4())
    keep_cookie(request, response, "visitor", visitor, TWO_YEARS)
    return Person(f"visitor:{visitor}")


Somebody = Annotated[Person, Depends(_remembered)]
"""Whoever asks, and will be recognized from now on."""
