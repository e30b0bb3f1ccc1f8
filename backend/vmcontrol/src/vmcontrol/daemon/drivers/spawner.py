"""Starts sandbox processes from one thread that lives as long as the daemon, and watches them end."""

from __future__ import annotations

import asyncio
import os
import queue
import signal
import subprocess
import threading
from concurrent.futures import Future
from contextlib import suppress

_CONSOLE_LIMIT_BYTES = 8192


class SandboxProcess:
    """A started process: its end, its console's last bytes, and the end of all that held its console."""

    def __init__(self, process: subprocess.Popen[bytes], console: int) -> None:
        """Watch the process from the running event loop."""
        loop = asyncio.get_running_loop()
        self.pid = process.pid
        self.ended: asyncio.Future[int] = loop.create_future()
        self.silent: asyncio.Future[None] = loop.create_future()
        self._process = process
        self._console = console
        self._tail = b""
        self._pidfd = os.pidfd_open(process.pid)
        os.set_blocking(console, False)
        loop.add_reader(self._pidfd, self._on_end)
        loop.add_reader(console, self._on_console)

    def tail(self) -> str:
        """What the sandbox program wrote last, its own errors first of all."""
        return self._tail.decode("utf-8", "replace").strip()

    def kill(self) -> None:
        """SIGKILL to the monitor; the kernel ends everything inside with it."""
        with suppress(ProcessLookupError):
            self._process.send_signal(signal.SIGKILL)

    def _on_end(self) -> None:
        asyncio.get_running_loop().remove_reader(self._pidfd)
        os.close(self._pidfd)
        if not self.ended.done():
            self.ended.set_result(self._process.wait())

    def _on_console(self) -> None:
        try:
            data = os.read(self._console, 65_536)
        except BlockingIOError:
            return
        self._tail = (self._tail + data)[-_CONSOLE_LIMIT_BYTES:]
        if not data:
            asyncio.get_running_loop().remove_reader(self._console)
            os.close(self._console)
            if not self.silent.done():
                self.silent.set_result(None)


class _Order:
    """One process to start."""

    def __init__(self, argv: list[str], stdin: int, console: int, descriptors: tuple[int, ...]) -> None:
        self.argv = argv
        self.stdin = stdin
        self.console = console
        self.descriptors = descriptors
        self.started: Future[subprocess.Popen[bytes]] = Future()


class Spawner:
    """bwrap's --die-with-parent follows the thread that started it, so all are started by one lasting thread."""

    def __init__(self) -> None:
        self._orders: queue.SimpleQueue[_Order | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._work, name="spawner", daemon=True)

    def open(self) -> None:
        """Start the thread."""
        self._thread.start()

    def close(self) -> None:
        """End the thread, and with it every sandbox that still runs."""
        self._orders.put(None)
        self._thread.join()

    async def spawn(self, argv: list[str], *, stdin: bytes, descriptors: tuple[int, ...]) -> SandboxProcess:
        """Start with an empty environment and only these descriptors; `stdin` must fit a pipe (64 KiB)."""
        orders_out, orders_in = os.pipe()
        console_out, console_in = os.pipe()
        try:
            os.write(orders_in, stdin)
            order = _Order(argv, orders_out, console_in, descriptors)
            self._orders.put(order)
            process = await asyncio.wrap_future(order.started)
        except BaseException:
            os.close(console_out)
            raise
        finally:
            for descriptor in (orders_out, orders_in, console_in):
                os.close(descriptor)
        return SandboxProcess(process, console_out)

    def _work(self) -> None:
        while (order := self._orders.get()) is not None:
            try:
                order.started.set_result(_start(order))
            except OSError as error:
                order.started.set_exception(error)


def _start(order: _Order) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603 - the line is made by bwrap.py from checked parts
        order.argv,
        env={},
        cwd="/",
        stdin=order.stdin,
        stdout=order.console,
        stderr=order.console,
        pass_fds=order.descriptors,
        start_new_session=True,
    )
