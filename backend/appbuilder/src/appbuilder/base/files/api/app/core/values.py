"""Values between Python and SQLite: money in cents, durations in minutes, dates as ISO text, yes and no as 1 and 0."""

# if tags
import json
# end if
from contextlib import suppress
from datetime import UTC, date, datetime
from decimal import Decimal
from math import isfinite
from typing import Any

from app.core.tables import Kind


def now() -> str:
    """This moment as it is stored."""
    return stamp(datetime.now(UTC))


def stamp(moment: datetime) -> str:
    """A time in UTC as it is stored; as text it sorts in the order of time."""
    return moment.isoformat(timespec="microseconds").replace("+00:00", "Z")


def to_stored(kind: Kind, value: Any) -> str | int | float | None:
    """The form a value has in the database."""
    if value is None:
        return None
    if kind == "money":
        return int((Decimal(str(value)) * 100).to_integral_value())
    if kind == "decimal":
        return float(value)
    if isinstance(value, datetime):
        return value.isoformat(timespec="minutes")
    if isinstance(value, date):
        return value.isoformat()
    # if tags
    if kind == "tags":
        return json.dumps(value, ensure_ascii=False)
    # end if
    return int(value) if isinstance(value, bool) else value


# if tags
def from_stored(kind: Kind, value: Any) -> str | int | float | bool | list[str] | None:
# else
def from_stored(kind: Kind, value: Any) -> str | int | float | bool | None:
# end if
    """The form a value has for people; None when it was stored while the column had another kind."""
    if value is None:
        return None
    with suppress(ValueError, TypeError, OverflowError):
        if kind == "boolean":
            return bool(int(value))
        if kind == "integer":
            return int(value)
        if kind == "duration":
            return round(float(value))
        if kind == "decimal":
            return float(value) if isfinite(float(value)) else None
        if kind == "money":
            return round(float(value)) / 100
        # if tags
        if kind == "tags":
            return list(json.loads(value))
        # end if
        return str(value)
    return None
