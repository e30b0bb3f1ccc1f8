"""Fills parts in: ``<<name>>`` inside a line, or alone on a line for a block of lines."""

import re
from collections.abc import Iterable

from appbuilder.base import part

_PLACE = re.compile(r"<<([A-Za-z_]+)>>")
_ALONE = re.compile(r"(?P<indent> *)<<(?P<name>[A-Za-z_]+)>>")


def fill(part_name: str, /, **values: str) -> str:
    """The part with its places filled; a block takes the indentation of its place, an empty one leaves no line."""
    return fill_text(part(part_name), **values)


def fill_text(text: str, /, **values: str) -> str:
    """The same for a text that is no part."""
    lines: list[str] = []
    for line in text.splitlines():
        alone = _ALONE.fullmatch(line)
        if alone is None:
            lines.append(_PLACE.sub(lambda place: values[place[1]], line))
        elif values[alone["name"]]:
            lines += indented(values[alone["name"]], alone["indent"])
    return "\n".join(lines) + "\n"


def indented(block: str, indent: str) -> list[str]:
    """The lines of a block, moved to the right; empty lines stay empty."""
    return [indent + line if line else "" for line in block.splitlines()]


def block(lines: Iterable[str]) -> str:
    """One block of the lines."""
    return "\n".join(lines)


def python_text(value: str) -> str:
    """A Python string literal with double quotes."""
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def number(value: float) -> str:
    """A number as a literal: whole ones without a point."""
    return str(int(value)) if value == int(value) else repr(value)
