"""People for the tests."""

from itertools import count
from typing import Any

from app.account import accounts, sessions
from app.account.roles import USUAL, role_called
from app.core.database import writing
from app.main import app
from starlette.testclient import TestClient

NUMBERS = count(1)


def add_person(role: str = USUAL.name) -> int:
    """An account whose password nobody knows; returns its number."""
    number = next(NUMBERS)
    with writing() as db:
        return accounts.add(
            db,
            email=f"person{number}@example.com",
            name=f"Person {number}",
            role=role_called(role),
            password="unknown",
        )


def signed_in(account_id: int) -> TestClient:
    """The app as this person uses it."""
    with writing() as db:
        token = sessions.start(db, account_id)
    client = TestClient(app)
    client.cookies.set(sessions.COOKIE, token)
    return client


def somebody(role: str = USUAL.name) -> TestClient:
    """The app as a new person of the role uses it."""
    return signed_in(add_person(role))


def nobody() -> TestClient:
    """The app as it is for those who did not sign in."""
    return TestClient(app)


def person_called(who: str) -> TestClient:
    """The app as somebody new of the role uses it, or ``nobody``."""
    return nobody() if who == "nobody" else somebody(who)


def give(table: str, entry_id: int, account_id: int) -> None:
    """Makes the entry one that the person added."""
    with writing() as db:
        db.execute(f'UPDATE "{table}" SET created_by_id = ? WHERE id = ?', (account_id, entry_id))


def attempt(client: TestClient, action: str, path: str, entry_id: int, entry: dict[str, Any]) -> int:
    """Does it and returns the status of the answer."""
    one = f"{path}/{entry_id}"
    if action == "create":
        return client.post(path, json=entry).status_code
    if action == "update":
        return client.patch(one, json=entry).status_code
    return client.delete(one).status_code if action == "delete" else client.get(one).status_code
