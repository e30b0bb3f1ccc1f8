"""What happened to entries; parts of the app listen to it, inside the transaction in which it happened."""

import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Literal

from app.core.tables import Table


EventKind = Literal[
    "created",
    "updated",
    "deleted",
    # if undo
    "restored",
    # What was deleted cannot come back any more.
    "forgotten",
    # end if
    # if follow
    "commented",
    # end if
]


@dataclass(frozen=True)
class Event:
    """``before`` and ``after`` are the entry as it is answered; one of them is missing when it is new or gone."""

    kind: EventKind
    table: Table
    entry_id: int
    before: dict[str, Any] | None = None
    after: dict[str, Any] | None = None


Listener = Callable[[sqlite3.Connection, Event], None]
_LISTENERS: list[Listener] = []


def listen(listeners: Iterable[Listener]) -> None:
    """From now on these, in their order, are told."""
    _LISTENERS[:] = listeners


def announce(db: sqlite3.Connection, event: Event) -> None:
    for listener in _LISTENERS:
        listener(db, event)
