"""Typed, unguessable ids: a ULID as a UUID in the database, `<prefix>_<26 characters>` outside.

Source of the bit layout: the ULID specification (48 bits of milliseconds, 80 random bits), written in lower-case
Crockford base32.
"""

import secrets
from typing import Any
from uuid import UUID

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from vibecaas.kit import clock

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
_VALUES = {character: value for value, character in enumerate(_ALPHABET)}
_LENGTH = 26
_BITS = 128


def new_uuid() -> UUID:
    """Return a fresh id: it sorts by time of creation and cannot be guessed."""
    milliseconds = int(clock.now().timestamp() * 1000)
    return UUID(int=(milliseconds << 80) | secrets.randbits(80))


def encode(prefix: str, value: UUID) -> str:
    """Return the id as people and programs outside see it."""
    number = value.int
    characters = [_ALPHABET[(number >> (5 * position)) & 31] for position in reversed(range(_LENGTH))]
    return f"{prefix}_{''.join(characters)}"


def decode(prefix: str, text: str) -> UUID:
    """Return the UUID behind an outside id; ValueError if it is of another type or malformed."""
    head, separator, tail = text.rpartition("_")
    if not separator or head != prefix or len(tail) != _LENGTH:
        raise ValueError(f"not an id that begins with {prefix}_")
    number = 0
    for character in tail:
        if character not in _VALUES:
            raise ValueError(f"not an id that begins with {prefix}_")
        number = (number << 5) | _VALUES[character]
    if number >> _BITS:
        raise ValueError(f"not an id that begins with {prefix}_")
    return UUID(int=number)


def secret_token(size_bytes: int = 32) -> str:
    """Return an unguessable text that is safe in headers and fragments."""
    return secrets.token_urlsafe(size_bytes)


class Typed:
    """Annotation for fields that hold a UUID inside and a typed id outside: `Annotated[UUID, Typed("prj")]`."""

    def __init__(self, prefix: str) -> None:
        self.prefix = prefix

    def __get_pydantic_core_schema__(self, _source: object, _handler: GetCoreSchemaHandler) -> CoreSchema:
        """Accept a UUID or its outside form; write the outside form."""

        def parse(value: object) -> UUID:
            if isinstance(value, UUID):
                return value
            if isinstance(value, str):
                return decode(self.prefix, value)
            raise ValueError(f"not an id that begins with {self.prefix}_")

        return core_schema.no_info_plain_validator_function(
            parse,
            serialization=core_schema.plain_serializer_function_ser_schema(
                lambda value: encode(self.prefix, value), return_schema=core_schema.str_schema(), when_used="json"
            ),
        )

    def __get_pydantic_json_schema__(self, _schema: CoreSchema, _handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Describe the outside form."""
        return {
            "type": "string",
            "pattern": f"^{self.prefix}_[0-7][0-9a-hjkmnp-tv-z]{{25}}$",
            "examples": [f"{self.prefix}_01k9zq3f2d7m8v5x4c6b9n0p1t"],
        }
