"""Server-sent events, read line by line."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Event:
    """One event: its sequence number (0 where the server gave none), its type, its data."""

    seq: int
    kind: str
    data: dict[str, Any]


def read_events(lines: Iterable[str]) -> Iterator[Event]:
    """Yield events from the lines of a stream; comments, retry hints and broken data are passed over."""
    fields: dict[str, str] = {}
    for line in lines:
        if line:
            name, _, value = line.partition(":")
            value = value.removeprefix(" ")
            if name == "data" and "data" in fields:
                value = f"{fields['data']}\n{value}"
            fields[name] = value
            continue
        made = _event(fields)
        fields = {}
        if made is not None:
            yield made


def _event(fields: dict[str, str]) -> Event | None:
    if "data" not in fields:
        return None
    try:
        data = json.loads(fields["data"])
    except ValueError:
        return None
    if not isinstance(data, dict):
        return None
    number = fields.get("id", "")
    return Event(int(number) if number.isdigit() else 0, fields.get("event", "message"), data)
