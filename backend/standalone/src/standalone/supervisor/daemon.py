"""The supervisor's process: starts its parts in order and listens for commands on a Unix socket."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import signal
import sys
from pathlib import Path
from typing import Any

from standalone.supervisor.part import Part
from standalone.supervisor.spec import SupervisorSpec

_GOOD = {"ready", "done"}


class Supervisor:
    """Runs the parts of one specification until it is told to stop."""

    def __init__(self, spec: SupervisorSpec) -> None:
        self._spec = spec
        self._changes = asyncio.Condition()
        self._parts = {part.name: Part(part, Path(spec.logs), self._wake) for part in spec.parts}
        self._stop_asked = asyncio.Event()
        self._lives: dict[str, asyncio.Task[None]] = {}
        self._waking: set[asyncio.Task[None]] = set()

    async def run(self) -> None:
        """Start everything, serve commands, end everything."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, self._stop_asked.set)
        self._remove_socket()
        # the umask closes it to others
        server = await asyncio.start_unix_server(self._serve, self._spec.socket)
        for name, part in self._parts.items():
            self._lives[name] = asyncio.create_task(self._live(part))
        await self._stop_asked.wait()
        await self._end_all()
        server.close()
        self._remove_socket()

    def _remove_socket(self) -> None:
        Path(self._spec.socket).unlink(missing_ok=True)

    async def _live(self, part: Part) -> None:
        async with self._changes:
            await self._changes.wait_for(lambda: all(self._parts[name].state in _GOOD for name in part.spec.needs))
        await part.live()

    async def _end_all(self) -> None:
        """End the parts nobody needs any more, then those they needed, and so on."""
        remaining = dict(self._parts)
        while remaining:
            needed = {name for part in remaining.values() for name in part.spec.needs}
            last = [part for name, part in remaining.items() if name not in needed] or list(remaining.values())
            await asyncio.gather(*(part.stop() for part in last))
            for part in last:
                self._lives[part.spec.name].cancel()
                with contextlib.suppress(asyncio.CancelledError):
                    await self._lives[part.spec.name]
                del remaining[part.spec.name]

    def _wake(self) -> None:
        task = asyncio.get_running_loop().create_task(self._notify())
        self._waking.add(task)
        task.add_done_callback(self._waking.discard)

    async def _notify(self) -> None:
        async with self._changes:
            self._changes.notify_all()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            line = await reader.readline()
            answer = await self._answer(json.loads(line)) if line else {}
            writer.write(json.dumps(answer).encode() + b"\n")
            await writer.drain()
        except (OSError, ValueError):
            pass  # a broken command harms nobody but its sender
        finally:
            writer.close()

    async def _answer(self, command: dict[str, Any]) -> dict[str, Any]:
        if command.get("do") == "stop":
            self._stop_asked.set()
        if command.get("do") == "restart" and command.get("part") in self._parts:
            await self._parts[command["part"]].restart()
        parts = [part.describe() for part in self._parts.values()]
        return {"name": self._spec.name, "pid": os.getpid(), "release": self._spec.release, "parts": parts}


def main(argv: list[str]) -> int:
    """Run the supervisor of the specification named by argv[0]."""
    os.umask(0o027)

    async def start() -> None:
        await Supervisor(SupervisorSpec.read(Path(argv[0]))).run()

    asyncio.run(start())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
