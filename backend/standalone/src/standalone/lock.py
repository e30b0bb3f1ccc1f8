"""One command at a time changes an installation."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager

from standalone.layout import Layout
from standalone.problems import Problem


@contextmanager
def exclusive(layout: Layout) -> Iterator[None]:
    """Hold the data folder for one `up`, `down` or `reset`. Raises Problem if another holds it."""
    with (layout.home / ".lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise Problem(
                "another ./vibecaas command is at work on this data folder",
                remedy="wait for it to end, then try again",
            ) from error
        yield
