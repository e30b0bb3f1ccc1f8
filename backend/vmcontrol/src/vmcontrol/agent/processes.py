"""Starting tagged processes, and ending all descendants of one, those in other sessions too."""

from __future__ import annotations

import os
import signal
import subprocess
from contextlib import suppress
from itertools import count
from pathlib import Path

TAG = "VIBECAAS_TASK"
_numbers = count(1)


class Task:
    """A process and everything it started, known by a tag in their environments."""

    def __init__(self, argv: list[str], *, env: dict[str, str], cwd: str, merge_output: bool) -> None:
        """Start it. Raises OSError when program or directory are missing."""
        self.tag = f"{os.getpid()}-{next(_numbers)}"
        self.process = subprocess.Popen(  # noqa: S603 - running what the owner asks for is this program's purpose
            argv,
            env={**env, TAG: self.tag},
            cwd=cwd,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT if merge_output else subprocess.PIPE,
            start_new_session=True,
        )

    def signal_all(self, number: int) -> None:
        """Send a signal to the process group and to every tagged process."""
        if self.process.poll() is None:
            with suppress(ProcessLookupError):
                os.killpg(self.process.pid, number)
        for pid in self._tagged():
            with suppress(ProcessLookupError, PermissionError):
                os.kill(pid, number)

    def end(self, grace_seconds: float) -> None:
        """SIGTERM, wait, then SIGKILL until nothing is left."""
        if grace_seconds > 0 and self.process.poll() is None:
            self.signal_all(signal.SIGTERM)
            with suppress(subprocess.TimeoutExpired):
                self.process.wait(grace_seconds)
        # A fork bomb may win one round; nothing wins many.
        for _ in range(20):
            self.signal_all(signal.SIGKILL)
            if not self._tagged():
                break
        self.process.wait()

    def _tagged(self) -> list[int]:
        needle = f"{TAG}={self.tag}\0".encode()
        found = []
        for name in os.listdir("/proc"):  # noqa: PTH208 - a list of names is all we need, and it is quick
            if name.isdigit() and int(name) != os.getpid():
                with suppress(OSError):
                    # A zombie has an empty environment, so it is not found again.
                    if needle in Path(f"/proc/{name}/environ").read_bytes():
                        found.append(int(name))
        return found
