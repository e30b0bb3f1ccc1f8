"""Events: rooms announce facts, other rooms listen.

`during` listeners run in the same transaction, in the order of their registration, and may return a value or veto by
raising; `after` listeners are jobs, written in the same transaction and run once it is committed.
"""

from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict

from vibecaas.kit.db import Unit
from vibecaas.kit.jobs import enqueue


class Event(BaseModel):
    """A fact in the past tense: ids and plain values."""

    model_config = ConfigDict(frozen=True)


E = TypeVar("E", bound=Event)
During = Callable[[Unit, Any], Awaitable[object]]


class Events:
    """Who listens to what; filled by the container."""

    def __init__(self) -> None:
        self._during: dict[type[Event], list[During]] = {}
        self._after: dict[type[Event], list[str]] = {}

    def during(self, event: type[E], listener: Callable[[Unit, E], Awaitable[object]]) -> None:
        """Call the listener inside the announcing transaction."""
        self._during.setdefault(event, []).append(listener)

    def after(self, event: type[E], job: str) -> None:
        """Queue this job, with the event as its arguments, when the announcing transaction commits."""
        self._after.setdefault(event, []).append(job)

    async def announce(self, unit: Unit, event: Event) -> list[object]:
        """Tell all listeners; return what the `during` listeners returned, without the Nones."""
        results = [await listener(unit, event) for listener in self._during.get(type(event), [])]
        for job in self._after.get(type(event), []):
            await enqueue(unit, job, event.model_dump(mode="json"))
        return [result for result in results if result is not None]
