"""Named fault points where crash tests kill the process for real; armed by entrypoints in the test profile alone.

A point is deadly once: while a file with its name lies in the armed folder. The file is taken away first, so the
process that takes over lives.
"""

import os
import signal
from pathlib import Path

_folders: list[Path] = []


def arm(folder: Path) -> None:
    """Look for the files that make points deadly in this folder."""
    _folders[:] = [folder]


def point(name: str) -> None:
    """Kill this process's whole group if the point is armed; otherwise do nothing."""
    for folder in _folders:
        try:
            (folder / name).unlink()
        except FileNotFoundError:
            continue
        os.killpg(os.getpgid(0), signal.SIGKILL)
