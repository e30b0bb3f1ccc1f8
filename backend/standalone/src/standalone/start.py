"""Starts the supervisors and waits until their parts are ready, or says which one is not and why."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

from standalone import assembly
from standalone.accounts import Accounts
from standalone.install.node import Node
from standalone.install.release import Release
from standalone.layout import Layout
from standalone.parts import limits
from standalone.problems import Problem
from standalone.supervisor import client
from standalone.supervisor.spec import PartSpec

READY_SECONDS = 90.0
_POLL_SECONDS = 0.1
_TRIES = 3
_LOG_LINES = 15


def start_platform(
    layout: Layout, who: Accounts, release: Release, browser: str | None, *, extra: tuple[PartSpec, ...] = ()
) -> dict[str, str]:
    """Start database, queue, API, worker, scheduler, edge and `extra` parts; returns the platform's settings."""
    spec, env = assembly.platform_spec(layout, who, release, browser, extra=extra)
    output = layout.logs / "supervisor-platform.log"
    client.start(layout.python, release.python_path, spec, who.platform, output)
    return env


def start_machine(layout: Layout, who: Accounts, release: Release, images: dict[str, Path], node: Node) -> None:
    """Start vm-control."""
    spec = assembly.machine_spec(layout, who, release, images, node)
    output = layout.logs / "supervisor-machine.log"
    pid = client.start(layout.python, release.python_path, spec, who.machine, output)
    limits.enter(layout, who.machine, pid)


def wait_until_ready(layout: Layout, name: str) -> None:
    """Wait until every part of this supervisor is ready.

    Raises Problem with the part's last log lines when it keeps ending or the time is up.
    """
    deadline = time.monotonic() + READY_SECONDS
    parts: list[dict[str, Any]] = []
    while time.monotonic() < deadline:
        answer = client.ask(assembly.supervisor_socket(layout, name), {"do": "status"})
        parts = answer["parts"] if answer else []
        broken = [part for part in parts if part["state"] == "failed" or part["failures"] >= _TRIES]
        if broken:
            raise _failure(layout, name, broken[0])
        if parts and all(part["state"] in {"ready", "done"} for part in parts):
            return
        time.sleep(_POLL_SECONDS)
    late = next((part for part in parts if part["state"] not in {"ready", "done"}), None)
    if late is None:
        log = layout.logs / f"supervisor-{name}.log"
        raise Problem(f"the supervisor of {name} did not start", why=_tail(log), remedy=f"see {log}")
    raise _failure(layout, name, late)


def _failure(layout: Layout, supervisor: str, part: dict[str, Any]) -> Problem:
    log = layout.logs / supervisor / f"{part['name']}.log"
    return Problem(
        f"the part {part['name']} does not start ({part['last_end'] or part['state']})",
        why=_tail(log),
        remedy=f"./vibecaas logs {part['name']}   (what did start goes on; ./vibecaas down ends it)",
    )


def _tail(log: Path) -> str:
    try:
        return "\n".join(log.read_text(errors="replace").splitlines()[-_LOG_LINES:])
    except OSError:
        return ""
