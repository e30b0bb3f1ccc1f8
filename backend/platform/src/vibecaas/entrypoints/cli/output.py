"""What a command prints: data to stdout, everything else to stderr, colour only for people."""

import json
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Any, TextIO

from cyclopts import Parameter

STYLES = {"green": "32", "red": "31", "yellow": "33", "cyan": "36", "dim": "2", "bold": "1"}


Switch = Annotated[bool, Parameter(negative=())]
"""A flag without a negated twin."""


@Parameter(name="*")
@dataclass(frozen=True)
class Output:
    """How to print; every command takes these."""

    json: Switch = False
    """Print the API's own objects as JSON."""
    plain: Switch = False
    """No colour, no symbols beyond ASCII."""
    no_color: Switch = False
    """No colour. The environment variable NO_COLOR says the same."""
    quiet: Annotated[bool, Parameter(negative=(), alias="-q")] = False
    """Print results only, no progress."""


class Printer:
    """Writes for one command. Progress may be silenced, results never are."""

    def __init__(self, options: Output, *, out: TextIO | None = None, err: TextIO | None = None) -> None:
        self.options = options
        self.out = out or sys.stdout
        self.err = err or sys.stderr
        unwanted = options.plain or options.no_color or options.json or "NO_COLOR" in os.environ
        self.colours = not unwanted and self.err.isatty()

    def style(self, name: str, text: str) -> str:
        """Return the text in a colour, if there are colours."""
        return f"\033[{STYLES[name]}m{text}\033[0m" if self.colours else text

    def symbol(self, pretty: str, simple: str) -> str:
        """Return the pretty sign where the terminal can show it."""
        encoding = (getattr(self.err, "encoding", "") or "").lower()
        return simple if self.options.plain or "utf" not in encoding else pretty

    def result(self, value: dict[str, Any], text: str) -> None:
        """Print what was asked for: the object as JSON, or the text for people."""
        if self.options.json:
            text = json.dumps(value, indent=2, ensure_ascii=False)
        if text:
            print(text, file=self.out, flush=True)

    def event(self, value: dict[str, Any]) -> None:
        """Print one line of a JSON stream."""
        print(json.dumps(value, ensure_ascii=False), file=self.out, flush=True)

    def progress(self, text: str) -> None:
        """Tell what is going on; not part of the result."""
        if not self.options.quiet and not self.options.json:
            print(text, file=self.err, flush=True)

    def note(self, text: str) -> None:
        """Say something that matters even when quiet, beside the data."""
        print(text, file=self.err, flush=True)


def table(headings: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """Return aligned columns; control characters of user text cannot reach the terminal."""
    cells = [[clean(str("-" if cell is None else cell)) for cell in row] for row in (headings, *rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(headings))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in cells
    )


def clean(text: str) -> str:
    """Replace what could steer a terminal; user text is data."""
    return "".join(character if character.isprintable() else " " for character in text)


def duration(milliseconds: float) -> str:
    """Return a time span as people read it."""
    if milliseconds < 1000:  # noqa: PLR2004 - below a second
        return f"{milliseconds:.0f} ms"
    seconds = milliseconds / 1000
    if seconds < 60:  # noqa: PLR2004 - below a minute
        return f"{seconds:.1f} s"
    return f"{int(seconds // 60)} min {int(seconds % 60)} s"
