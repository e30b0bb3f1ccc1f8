"""Runs one command and streams its output as lines of JSON, within limits of time and size."""

from __future__ import annotations

import codecs
import json
import math
import os
import resource
import select
import threading
import time
from contextlib import suppress
from typing import Any

from .processes import Task
from .wire import Call, CallError

_BLOCK_BYTES = 65_536


class _Output:
    """Counts, decodes and sends what the command writes."""

    def __init__(self, call: Call, limit_bytes: int) -> None:
        self._call = call
        self._left = limit_bytes
        self._decoders = {
            name: codecs.getincrementaldecoder("utf-8")(errors="replace") for name in ("stdout", "stderr")
        }

    def send(self, stream: str, data: bytes) -> bool:
        """Send within the limit; False when the limit is reached."""
        text = self._decoders[stream].decode(data[: max(self._left, 0)], final=not data)
        self._left -= len(data)
        if text:
            self._call.write(json.dumps({"stream": stream, "data": text}).encode() + b"\n")
        return self._left >= 0


class Execution:
    """One command of one caller; the caller's leaving kills it."""

    def __init__(self, call: Call, order: dict[str, Any], *, env: dict[str, str], home: str) -> None:
        """Start it. Raises CallError 422 when it cannot start."""
        self._call = call
        self._reason: str | None = None
        self._output = _Output(call, int(order["output_limit_bytes"]))
        self._timeout_seconds = float(order["timeout_seconds"])
        argv, cwd = [str(part) for part in order["argv"]], os.path.join(home, str(order["cwd"]))  # noqa: PTH118
        try:
            self._task = Task(argv, env={**env, **order["env"]}, cwd=cwd, merge_output=False)
        except (OSError, ValueError) as error:
            raise CallError(422, "spec_invalid", f"The command cannot start: {error}.") from None

    def run(self) -> None:
        """Stream until the end. The last line tells exit code and reason."""
        # CPU time is limited as well, so a command whose watchdog is late cannot burn on.
        seconds = math.ceil(self._timeout_seconds) * (os.cpu_count() or 1) + 1
        with suppress(OSError):  # It may have ended already.
            resource.prlimit(self._task.process.pid, resource.RLIMIT_CPU, (seconds, seconds))
        watchdog = threading.Timer(self._timeout_seconds, self._kill, ("timeout",))
        watchdog.daemon = True
        watchdog.start()
        try:
            self._call.begin_stream("application/x-ndjson")
            self._pump()
        except OSError:
            self._kill("cancelled")
        finally:
            watchdog.cancel()
            self._task.end(0)
        code = self._task.process.returncode
        end = {"exit_code": None if self._reason else code, "reason": self._reason}
        self._call.write(json.dumps(end).encode() + b"\n")
        self._call.end_stream()

    def cancel(self) -> None:
        """End the command because the machine ends."""
        self._kill("cancelled")

    def _kill(self, reason: str) -> None:
        self._reason = self._reason or reason
        self._task.end(0)

    def _pump(self) -> None:
        process = self._task.process
        assert process.stdout is not None  # noqa: S101 - both are pipes, the type checker cannot know
        assert process.stderr is not None  # noqa: S101
        streams = {process.stdout.fileno(): "stdout", process.stderr.fileno(): "stderr"}
        ended = os.pidfd_open(process.pid)
        poll = select.poll()
        for descriptor in (*streams, ended):
            poll.register(descriptor, select.POLLIN)
        poll.register(self._call.fileno(), select.POLLIN | select.POLLRDHUP)
        try:
            running = True
            while running and streams:
                ready = [descriptor for descriptor, _ in poll.poll()]
                if self._call.fileno() in ready:
                    self._kill("cancelled")
                    return
                running = ended not in ready
                self._read(poll, streams, [d for d in ready if d in streams])
            self._drain(streams, 0.0 if running else 0.1)
        finally:
            os.close(ended)

    def _read(self, poll: select.poll, streams: dict[int, str], ready: list[int]) -> None:
        for descriptor in ready:
            data = os.read(descriptor, _BLOCK_BYTES)
            if not self._output.send(streams[descriptor], data):
                self._kill("output_limit")
            if not data:
                poll.unregister(descriptor)
                del streams[descriptor]

    def _drain(self, streams: dict[int, str], seconds: float) -> None:
        """After the command's end: what is still in the pipes. A child left behind may hold them open."""
        if not streams:
            self._task.process.wait()
            return
        poll = select.poll()
        for descriptor in streams:
            poll.register(descriptor, select.POLLIN)
        deadline = time.monotonic() + seconds
        while streams and (left := deadline - time.monotonic()) > 0:
            ready = [descriptor for descriptor, _ in poll.poll(left * 1000)]
            self._read(poll, streams, ready)
