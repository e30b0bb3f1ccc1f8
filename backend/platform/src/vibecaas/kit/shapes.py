"""Base classes of the shapes that cross a door: what comes in and what goes out."""

from datetime import UTC, datetime
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, PlainSerializer


def _utc_text(value: datetime) -> str:
    return value.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _without_nul(value: str) -> str:
    if "\x00" in value:
        raise ValueError("must not contain the NUL character")
    return value


Time = Annotated[datetime, PlainSerializer(_utc_text, return_type=str, when_used="json")]
"""A moment, written as RFC 3339 in UTC with `Z`."""

Text = Annotated[str, AfterValidator(_without_nul)]
"""Text from a person: anything but NUL, which PostgreSQL cannot hold."""


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
