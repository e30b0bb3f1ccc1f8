"""Talks to a running supervisor, starts one, and waits for it to be gone."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import socket
import subprocess
import time
from pathlib import Path
from typing import Any

from standalone.accounts import Account, switch

_ANSWER_SECONDS = 30.0
_POLL_SECONDS = 0.05


def ask(path: Path, command: dict[str, str], timeout_seconds: float = _ANSWER_SECONDS) -> dict[str, Any] | None:
    """The supervisor's answer, or None if none listens there."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
        connection.settimeout(timeout_seconds)
        try:
            connection.connect(str(path))
            connection.sendall(json.dumps(command).encode() + b"\n")
            with connection.makefile("rb") as stream:
                line = stream.readline()
        except OSError:
            return None
    answer = json.loads(line) if line else None
    return answer if isinstance(answer, dict) else None


def start(python: Path, python_path: str, spec: Path, account: Account, output: Path) -> int:
    """Start a supervisor as `account`, detached from this terminal; returns its process id."""
    env = {"PATH": "/usr/local/bin:/usr/bin:/bin", "LANG": "C.UTF-8", "PYTHONPATH": python_path}
    extra: dict[str, Any] = switch(account)
    with output.open("ab") as log:
        process = subprocess.Popen(
            [str(python), "-m", "standalone.supervisor.daemon", str(spec)],
            env=env, cwd="/", stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True, **extra,
        )  # fmt: skip
    return process.pid


def stop(path: Path, timeout_seconds: float) -> bool:
    """Tell the supervisor to end everything and wait until its process is gone; False if it had to be killed."""
    answer = ask(path, {"do": "stop"})
    if answer is None:
        return True
    pid = int(answer["pid"])
    deadline = time.monotonic() + timeout_seconds
    while _alive(pid):
        if time.monotonic() > deadline:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)  # its parts end with it
            return False
        time.sleep(_POLL_SECONDS)
    return True


def _alive(pid: int) -> bool:
    """Whether the process runs; one that only waits to be collected does not."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except (OSError, IndexError):
        return False
    return state != "Z"
