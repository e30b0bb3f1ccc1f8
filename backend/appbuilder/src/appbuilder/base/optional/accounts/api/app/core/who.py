"""Who is asking: the person whose session the request's cookie names."""

from typing import Annotated

from fastapi import Depends, HTTPException, Request, Response

from app.account import sessions
from app.account.accounts import person_of
from app.core.person import Person
from app.core.cookies import keep_cookie
from app.core.database import reading, writing
from app.core.settings import IS_DEMO


def _signed_in(request: Request, response: Response) -> Person | None:
    token = request.cookies.get(sessions.COOKIE)
    if token is None:
        return None
    with reading() as db:
        account = sessions.find(db, token)
    if account is None or (account["password"] == "" and not IS_DEMO):
        return None
    if account["is_old"]:
        with writing() as db:
            sessions.renew(db, token)
        keep_cookie(request, response, sessions.COOKIE, token, sessions.LIFETIME)
    return person_of(account)


Who = Annotated[Person | None, Depends(_signed_in)]
"""Whoever asks; None when nobody is signed in."""


def _known(person: Who) -> Person:
    if person is None:
        raise HTTPException(401, "Sign in to do this.")
    return person


Somebody = Annotated[Person, Depends(_known)]
"""Whoever asks, who must be signed in."""
