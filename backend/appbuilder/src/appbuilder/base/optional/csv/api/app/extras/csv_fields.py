"""Fields of entries as cells of a CSV file."""

from dataclasses import dataclass, field
from typing import Any

from app.extras.spreadsheets import harmless


@dataclass(frozen=True)
class CsvField:
    """``options`` are labels by value; ``link`` says that the cell names another entry."""

    name: str
    label: str
    options: dict[str, str] = field(default_factory=dict)
    link: bool = False


def cell(column: CsvField, entry: dict[str, Any]) -> str:
    """What a person reads for the field's value."""
    value = entry[column.name]
    if column.link:
        linked = entry[column.name.removesuffix("_id")]
        value = linked and linked["title"]
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return harmless(", ".join(value))
    if isinstance(value, str):
        return harmless(column.options.get(value, value))
    return str(value)
