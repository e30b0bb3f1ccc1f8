"""What runs at the moment, asked of the supervisors."""

from __future__ import annotations

import contextlib
import shutil
from dataclasses import dataclass
from typing import Any

from standalone.assembly import MACHINE, PLATFORM, supervisor_socket
from standalone.layout import Layout
from standalone.parts import limits
from standalone.supervisor import client

_QUICK_SECONDS = 2.0
GOOD = {"ready", "done"}


@dataclass(frozen=True)
class State:
    """The answers of the supervisors that run. parts: all their parts; release: what they were started from."""

    supervisors: tuple[str, ...]
    release: str | None
    parts: tuple[dict[str, Any], ...]

    @property
    def running(self) -> bool:
        """Whether anything runs."""
        return bool(self.supervisors)

    @property
    def complete(self) -> bool:
        """Whether everything runs and is ready."""
        return len(self.supervisors) == 2 and all(part["state"] in GOOD for part in self.parts)  # noqa: PLR2004  both


def read(layout: Layout) -> State:
    """Ask both supervisors."""
    answers = [
        answer
        for name in (PLATFORM, MACHINE)
        if (answer := client.ask(supervisor_socket(layout, name), {"do": "status"}, _QUICK_SECONDS))
    ]
    return State(
        supervisors=tuple(answer["name"] for answer in answers),
        release=answers[0]["release"] if answers else None,
        parts=tuple(part for answer in answers for part in answer["parts"]),
    )


def stop(layout: Layout) -> bool:
    """End everything; machines first, so that their apps are not cut off from an edge that asks for them."""
    clean = True
    for name in (MACHINE, PLATFORM):
        clean = client.stop(supervisor_socket(layout, name), timeout_seconds=60) and clean
    limits.remove(layout)
    for folder in (layout.platform_run, layout.machine_run):
        shutil.rmtree(folder, ignore_errors=True)
    with contextlib.suppress(OSError):
        layout.run.rmdir()
    return clean
