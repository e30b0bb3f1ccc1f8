"""Base classes of the shapes that cross a door: what comes in and what goes out."""

from datetime import UTC, datetime
from math import isfinite
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, PlainSerializer


def _utc_text(value: datetime) -> str:
    return value.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _storable(value: str) -> str:
    if "\x00" in value:
        raise ValueError("must not contain the NUL character")
    if any("\ud800" <= character <= "\udfff" for character in value):
        raise ValueError("must not contain half of a surrogate pair")
    return value


def _storable_json(value: Any) -> Any:  # noqa: ANN401 - whatever JSON holds
    match value:
        case str():
            _storable(value)
        case float() if not isfinite(value):
            raise ValueError("must not contain NaN or Infinity")
        case dict():
            for key, part in value.items():
                _storable(key)
                _storable_json(part)
        case list():
            for part in value:
                _storable_json(part)
    return value


Time = Annotated[datetime, PlainSerializer(_utc_text, return_type=str, when_used="json")]
"""A moment, written as RFC 3339 in UTC with `Z`."""

Text = Annotated[str, AfterValidator(_storable)]
"""Text from a person: anything but NUL and half surrogate pairs, which PostgreSQL cannot hold."""

Document = Annotated[dict[str, Any], AfterValidator(_storable_json)]
"""A JSON object of any form, without what PostgreSQL cannot hold."""


class Input(BaseModel):
    """What a caller sends: unknown fields are refused, which catches typing errors and mass assignment alike."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Output(BaseModel):
    """What a caller gets: every field is always present, so generated clients have no false optionals."""

    model_config = ConfigDict(frozen=True, from_attributes=True)


class Reason(Output):
    """Why something stands as it does: a code for programs, a sentence for people."""

    code: str
    message: str
