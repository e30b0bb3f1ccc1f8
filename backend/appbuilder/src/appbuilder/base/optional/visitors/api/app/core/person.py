"""Somebody who is recognized again."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Person:
    """``key`` tells them from all others."""

    key: str


# What the app does of its own accord, it does for nobody in particular.
THE_APP: Person | None = None
