"""Listening Unix sockets that a sandbox inherits, where no guest has a path."""

from __future__ import annotations

import os
import shutil
import socket
from contextlib import suppress
from pathlib import Path

_BACKLOG = 512


class SocketDirectory:
    """`<sockets_dir>/<8 characters>`: agent.sock for the daemon alone, port-<n>.sock for the group (nginx) too."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.agent = path / "agent.sock"
        self._listeners: list[socket.socket] = []

    def port(self, number: int) -> Path:
        """The socket that leads to a port."""
        return self._path / f"port-{number}.sock"

    def make(self) -> None:
        """Make it anew. Its group is the parent's when that has the set-group-id bit."""
        shutil.rmtree(self._path, ignore_errors=True)
        # The daemon's umask is 027: 0750, and chmod, which would drop the inherited bit, is not needed.
        self._path.mkdir(mode=0o750)

    def listen(self, path: Path, mode: int) -> int:
        """Bind and listen; the descriptor, to be inherited."""
        listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._listeners.append(listener)
        listener.bind(str(path))
        path.chmod(mode)
        listener.listen(_BACKLOG)
        return listener.fileno()

    def let_go(self) -> None:
        """Close our copies: after the sandbox's end a connect is refused at once."""
        while self._listeners:
            self._listeners.pop().close()

    def remove(self) -> None:
        """Close and remove everything. Idempotent."""
        self.let_go()
        with suppress(FileNotFoundError):
            shutil.rmtree(self._path)


def remove_all(sockets: Path) -> None:
    """Remove the directories of machines that an earlier daemon left."""
    for path in sockets.iterdir():
        if path.is_dir() and not path.is_symlink() and os.path.lexists(path / "agent.sock"):
            shutil.rmtree(path, ignore_errors=True)
