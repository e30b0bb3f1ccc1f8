"""Joins the streams that arrive at an inherited listener to a port on the machine's loopback."""

from __future__ import annotations

import socket
import threading
from contextlib import suppress

_BLOCK_BYTES = 65_536
_CONNECT_SECONDS = 5.0
_STREAMS_LIMIT = 512


class PortRelay:
    """Accepts on one listener for ever; each stream gets two threads, one for each direction."""

    def __init__(self, listener: socket.socket, port: int) -> None:
        self._listener = listener
        self._port = port
        self._free = threading.BoundedSemaphore(_STREAMS_LIMIT)

    def start(self) -> None:
        """Begin to accept."""
        threading.Thread(target=self._accept, name=f"relay-{self._port}", daemon=True).start()

    def _accept(self) -> None:
        while True:
            self._free.acquire()
            try:
                outer, _ = self._listener.accept()
            except OSError:
                self._free.release()
                return
            threading.Thread(target=self._join, args=(outer,), daemon=True).start()

    def _join(self, outer: socket.socket) -> None:
        try:
            inner = self._connect()
        except OSError:
            # Nothing listens: the caller sees the stream close, the edge says why.
            outer.close()
            self._free.release()
            return
        back = threading.Thread(target=_pump, args=(inner, outer), daemon=True)
        back.start()
        _pump(outer, inner)
        back.join()
        outer.close()
        inner.close()
        self._free.release()

    def _connect(self) -> socket.socket:
        try:
            inner = socket.create_connection(("127.0.0.1", self._port), _CONNECT_SECONDS)
        except ConnectionRefusedError:
            inner = socket.create_connection(("::1", self._port), _CONNECT_SECONDS)
        inner.settimeout(None)
        inner.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return inner


def _pump(source: socket.socket, target: socket.socket) -> None:
    """Copy until the end of the source; then tell the target that no more comes."""
    try:
        while data := source.recv(_BLOCK_BYTES):
            target.sendall(data)
    except OSError:
        # One side broke: wake the other direction too.
        for end in (source, target):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
        return
    with suppress(OSError):
        target.shutdown(socket.SHUT_WR)
