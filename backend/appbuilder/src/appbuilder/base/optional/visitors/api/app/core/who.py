"""Who is asking: a visitor, recognized by a cookie that comes with the first thing they do of their own."""

import re
from dataclasses import dataclass
from typing import Annotated
from uuid import uuid4

from fastapi import Cookie, Depends, Response

TWO_YEARS = 2 * 365 * 24 * 60 * 60
VISITOR = re.compile(r"[0-9a-f-]{36}")


@dataclass(frozen=True)
class Person:
    key: str


def _recognized(visitor: Annotated[str | None, Cookie()] = None) -> Person | None:
    return Person(f"visitor:{visitor}") if visitor and VISITOR.fullmatch(visitor) else None


Who = Annotated[Person | None, Depends(_recognized)]
"""Whoever asks; None for somebody who never did anything of their own."""


def _remembered(response: Response, person: Who) -> Person:
    if person:
        return person
    visitor = str(uuid4())
    response.set_cookie("visitor", visitor, max_age=TWO_YEARS, httponly=True, samesite="lax")
    return Person(f"visitor:{visitor}")


Somebody = Annotated[Person, Depends(_remembered)]
"""Whoever asks, and will be recognized from now on."""
