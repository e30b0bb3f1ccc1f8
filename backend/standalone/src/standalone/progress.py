"""One display for all sides of the installation: state, seconds and size of each."""

from __future__ import annotations

import shutil
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

_TICK_SECONDS = 0.5
_MARKS = {"running": "…", "done": "✓", "kept": "✓", "failed": "✗", "left out": "-"}


@dataclass
class _Row:
    state: str
    started_at: float
    seconds: float = 0.0
    note: str = ""


@dataclass
class Progress:
    """Rows of work, redrawn in place on a terminal and written as single lines elsewhere. Safe across threads."""

    stream: TextIO = field(default_factory=lambda: sys.stdout)
    _rows: dict[str, _Row] = field(default_factory=dict)
    _lock: threading.RLock = field(default_factory=threading.RLock)
    _drawn: int = 0
    _paused: bool = False
    _clock: threading.Thread | None = None

    @contextmanager
    def step(self, name: str, size_of: Callable[[], Path | None] | None = None) -> Iterator[Step]:
        """Show `name` as running until the block ends; an exception shows it as failed and goes on."""
        step = Step()
        self._set(name, _Row("running", time.monotonic()))
        try:
            yield step
        except BaseException:
            self._finish(name, "failed", step.note)
            raise
        path = size_of() if size_of and step.state == "done" else None
        note = step.note or (size_text(tree_size_bytes(path)) if path else "")
        self._finish(name, step.state, note)

    def say(self, text: str) -> None:
        """Print a line above the rows."""
        with self._lock:
            self._erase()
            self.stream.write(text + "\n")
            self._draw()

    @contextmanager
    def paused(self) -> Iterator[None]:
        """While this is open, something else writes to the terminal: rows wait, and are shown afterwards."""
        with self._lock:
            self._rows = {name: row for name, row in self._rows.items() if row.state == "running"}
            self._drawn, self._paused = 0, True
        try:
            yield
        finally:
            with self._lock:
                self._paused = False
                if self.stream.isatty():
                    self._draw()
                else:
                    for name, row in self._rows.items():
                        self._line(name, row)

    def close(self) -> None:
        """Leave the rows as they are and begin anew below them."""
        with self._lock:
            self._rows.clear()
            self._drawn = 0

    def _set(self, name: str, row: _Row) -> None:
        with self._lock:
            self._rows[name] = row
            if self._paused:
                return
            if self._clock is None and self.stream.isatty():
                self._clock = threading.Thread(target=self._tick, daemon=True)
                self._clock.start()
            if self.stream.isatty():
                self._erase()
                self._draw()
            else:
                self._line(name, row)

    def _tick(self) -> None:
        """On a terminal the seconds of running rows go on."""
        while True:
            time.sleep(_TICK_SECONDS)
            with self._lock:
                if not self._paused and any(row.state == "running" for row in self._rows.values()):
                    self._erase()
                    self._draw()

    def _finish(self, name: str, state: str, note: str) -> None:
        started_at = self._rows[name].started_at
        self._set(name, _Row(state, started_at, time.monotonic() - started_at, note))

    def _line(self, name: str, row: _Row) -> None:
        self.stream.write(_text(name, row) + "\n")
        self.stream.flush()

    def _erase(self) -> None:
        if self._drawn and self.stream.isatty():
            self.stream.write(f"\x1b[{self._drawn}A\x1b[J")
        self._drawn = 0

    def _draw(self) -> None:
        if self.stream.isatty():
            columns = shutil.get_terminal_size().columns  # a wrapped line could not be erased
            for name, row in self._rows.items():
                self.stream.write(_text(name, row)[: columns - 1] + "\n")
            self._drawn = len(self._rows)
        self.stream.flush()


@dataclass
class Step:
    """What the work itself can say about its row."""

    state: str = "done"
    note: str = ""

    def keep(self, note: str = "already there") -> None:
        """Nothing had to be done."""
        self.state, self.note = "kept", note

    def leave_out(self, note: str) -> None:
        """The part is missing on purpose; `note` says why."""
        self.state, self.note = "left out", note


def _text(name: str, row: _Row) -> str:
    seconds = f"{row.seconds or time.monotonic() - row.started_at:6.1f} s"
    return f"  {_MARKS[row.state]} {name:<34} {row.state:<9}{seconds:>9}  {row.note}".rstrip()


def tree_size_bytes(path: Path) -> int:
    """Bytes of all files below a path, without following links."""
    if path.is_file():
        return path.lstat().st_size
    return sum(item.lstat().st_size for item in path.rglob("*") if item.is_file() and not item.is_symlink())


def size_text(size_bytes: int) -> str:
    """A size for people."""
    return f"{size_bytes / 1_000_000:.0f} MB" if size_bytes >= 1_000_000 else f"{size_bytes / 1000:.0f} kB"  # noqa: PLR2004
