"""Somebody who is signed in."""

from dataclasses import dataclass

from app.account.roles import ADMIN


@dataclass(frozen=True)
class Person:
    """``role`` is the name of their role, ``key`` tells them from all others."""

    id: int
    name: str
    email: str
    role: str

    @property
    def key(self) -> str:
        return f"person:{self.id}"


# What the app does of its own accord, nobody forbids.
THE_APP = Person(id=0, name="", email="", role=ADMIN.name)
