"""Finds and ends sandboxes that an earlier daemon of this home left running."""

from __future__ import annotations

import os
import signal
import time
from contextlib import suppress
from pathlib import Path

_WAIT_SECONDS = 5.0


def kill_leftovers(machines: Path) -> int:
    """SIGKILL every bwrap that binds a workspace of ours, and wait until they are gone; their number."""
    found = _find(machines)
    for pid in found:
        with suppress(ProcessLookupError, PermissionError):
            os.kill(pid, signal.SIGKILL)
    deadline = time.monotonic() + _WAIT_SECONDS
    while _find(machines) and time.monotonic() < deadline:
        time.sleep(0.01)
    return len(found)


def _find(machines: Path) -> list[int]:
    needle = f"\0--bind\0{machines}/".encode()
    found = []
    for entry in os.scandir("/proc"):
        with suppress(OSError):
            if entry.name.isdigit() and int(entry.name) != os.getpid():
                line = Path(entry.path, "cmdline").read_bytes()
                if b"/usr/bin/bwrap\0" in line and needle in line:
                    found.append(int(entry.name))
    return found
