"""The life of one part: waiting, starting, ready, ended, started again after a growing pause."""

from __future__ import annotations

import asyncio
import contextlib
import ctypes
import os
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from standalone.supervisor.logfile import LogFile
from standalone.supervisor.ready import is_ready
from standalone.supervisor.spec import PartSpec, Ready

_PR_SET_PDEATHSIG = 1
_LIBC = ctypes.CDLL(None)
_FIRST_PAUSE_SECONDS = 0.2
_LONGEST_PAUSE_SECONDS = 10.0
_STEADY_SECONDS = 5.0
_PROBE_SECONDS = 0.05
_STABLE_SECONDS = 1.0
_CHUNK_BYTES = 65536


class Part:
    """One program under supervision. changed: called after each change of state."""

    def __init__(self, spec: PartSpec, logs: Path, changed: Callable[[], None]) -> None:
        self.spec = spec
        self.state = "waiting"
        self.restarts = 0
        self.last_end = ""
        self.since = time.time()
        self._changed = changed
        self._log = LogFile(logs / f"{spec.name}.log")
        self._process: asyncio.subprocess.Process | None = None
        self._stopping = False
        self._failures = 0

    @property
    def pid(self) -> int | None:
        """Its process id while it runs."""
        running = self._process is not None and self._process.returncode is None
        return self._process.pid if self._process and running else None

    def describe(self) -> dict[str, Any]:
        """What `status` shows."""
        return {
            "name": self.spec.name,
            "state": self.state,
            "pid": self.pid,
            "since": self.since,
            "restarts": self.restarts,
            "failures": self._failures,
            "last_end": self.last_end,
        }

    async def live(self) -> None:
        """Run the part until it is told to stop; a `once` part until it has ended."""
        while not self._stopping:
            started = time.monotonic()
            code = await self._run_once()
            if self._stopping:
                break
            if self.spec.once:
                self._enter("done" if code == 0 else "failed")
                return
            if time.monotonic() - started > _STEADY_SECONDS:
                self._failures = 0
            self._failures += 1
            self.restarts += 1
            self._enter("restarting")
            await asyncio.sleep(min(_FIRST_PAUSE_SECONDS * 2 ** (self._failures - 1), _LONGEST_PAUSE_SECONDS))
        self._enter("stopped")

    async def stop(self) -> None:
        """End it politely, then by force; returns when nothing of it runs."""
        self._stopping = True
        await self._end()

    async def restart(self) -> None:
        """End it; its life goes on with a new process."""
        self._failures = 0
        await self._end()

    async def _run_once(self) -> int | None:
        self._enter("starting")
        self._note(f"--- started {time.strftime('%Y-%m-%d %H:%M:%S')} ---")
        # not asyncio's own pipe: its wait() would last until every grandchild has closed the other end, too
        output, input_ = os.pipe()
        try:
            self._process = await asyncio.create_subprocess_exec(
                *self.spec.argv,
                env=self.spec.env,
                cwd=self.spec.cwd,
                stdin=asyncio.subprocess.DEVNULL,
                stdout=input_,
                stderr=asyncio.subprocess.STDOUT,
                start_new_session=True,
                preexec_fn=self._die_with_supervisor,
            )
        except OSError as error:
            os.close(output)
            self.last_end = f"could not be started: {error.strerror} ({self.spec.argv[0]})"
            self._note(self.last_end)
            return None
        finally:
            os.close(input_)
        copying = asyncio.create_task(self._copy_output(output))
        watching = asyncio.create_task(self._become_ready())
        code = await self._process.wait()
        watching.cancel()
        self._kill_group(self._process.pid)  # children that outlived it would hold its ports
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(copying, 1)
        self.last_end = f"ended by signal {signal.Signals(-code).name}" if code < 0 else f"ended with code {code}"
        self._note(f"--- {self.last_end} ---")
        return code

    async def _become_ready(self) -> None:
        if self.spec.once:
            return
        if self.spec.ready == Ready():
            await asyncio.sleep(_STABLE_SECONDS)  # nothing can be asked: it is ready when it has not ended yet
        while not await is_ready(self.spec.ready):  # noqa: ASYNC110  another process tells nobody
            await asyncio.sleep(_PROBE_SECONDS)
        self._enter("ready")

    async def _end(self) -> None:
        process = self._process
        if process is None or process.returncode is not None:
            return
        with contextlib.suppress(ProcessLookupError):
            process.send_signal(self.spec.stop_signal)
        try:
            await asyncio.wait_for(process.wait(), self.spec.stop_seconds)
        except TimeoutError:
            self._note(f"--- did not end within {self.spec.stop_seconds:.0f} s and is killed ---")
            self._kill_group(process.pid)
            await process.wait()

    async def _copy_output(self, output: int) -> None:
        loop = asyncio.get_running_loop()
        reader = asyncio.StreamReader()
        with os.fdopen(output, "rb") as pipe:
            transport, _ = await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), pipe)
            try:
                while data := await reader.read(_CHUNK_BYTES):
                    self._log.write(data)
            finally:
                transport.close()

    def _die_with_supervisor(self) -> None:
        """In the child: if the supervisor is killed, the kernel ends its parts the way they like."""
        _LIBC.prctl(_PR_SET_PDEATHSIG, self.spec.stop_signal)

    def _kill_group(self, pid: int) -> None:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(pid, signal.SIGKILL)

    def _note(self, text: str) -> None:
        self._log.write(f"{text}\n".encode())

    def _enter(self, state: str) -> None:
        self.state = state
        self.since = time.time()
        self._changed()
