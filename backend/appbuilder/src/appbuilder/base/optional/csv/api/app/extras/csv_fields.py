"""Fields of entries as cells of a CSV file."""

from dataclasses import dataclass, field
from typing import Any

# Spreadsheets take cells that begin so for formulas, which could do harm where the file is opened.
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class CsvField:
    """``options`` are labels by value; ``link`` says that the cell names another entry."""

    name: str
    label: str
    options: dict[str, str] = field(default_factory=dict)
    link: bool = False


def harmless(text: str) -> str:
    """With an apostrophe before what a spreadsheet would take for a formula."""
    return f"'{text}" if text.startswith(FORMULA_SIGNS) else text


def without_apostrophe(text: str) -> str:
    """The text as it was before ``harmless``."""
    return text[1:] if text.startswith("'") and text[1:].startswith(FORMULA_SIGNS) else text


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
