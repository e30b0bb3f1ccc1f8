"""The daemon's directories: workspaces, volumes, and what is waiting to be erased."""

from __future__ import annotations

import asyncio
import fcntl
import os
import secrets
from contextlib import suppress
from pathlib import Path

from vmcontrol.daemon.problems import ProblemError

_DIRECTORY = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC


class Storage:
    """Everything below `home`: machines/<id>/work, volumes/<id>, trash, runtime. Readable by the daemon's user only."""

    def __init__(self, home: Path) -> None:
        self.machines = home / "machines"
        self.volumes = home / "volumes"
        self.runtime = home / "runtime"
        self._trash = home / "trash"
        self._lock_file = home / "lock"
        self._lock: int | None = None
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        for path in (self.machines, self.volumes, self.runtime, self._trash):
            path.mkdir(mode=0o700, exist_ok=True)

    def acquire(self) -> None:
        """Make sure that no second daemon works here. Raises ProblemError if one does."""
        self._lock = os.open(self._lock_file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise ProblemError(409, "state_conflict", "Another vm-control daemon uses this home directory.") from None

    def release(self) -> None:
        """Let another daemon work here."""
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None

    def workspace(self, machine_id: str) -> Path:
        """The machine's workspace on the host; only its sandbox may walk it."""
        return self.machines / machine_id / "work"

    def volume(self, volume_id: str) -> Path:
        """The project's data on the host."""
        return self.volumes / volume_id

    def prepare(self, machine_id: str, volume_id: str, mount_points: tuple[str, ...]) -> None:
        """Make workspace and volume, and in the workspace the places where the driver mounts something."""
        workspace = self.workspace(machine_id)
        workspace.parent.mkdir(mode=0o700, exist_ok=True)
        for path in (workspace, self.volume(volume_id)):
            path.mkdir(mode=0o700, exist_ok=True)
        for point in mount_points:
            _make_directories(workspace, point)

    def is_empty(self, machine_id: str, mount_points: tuple[str, ...]) -> bool:
        """Whether the workspace holds nothing but the mount points."""
        tops = {point.partition("/")[0] for point in mount_points}
        return all(entry.name in tops for entry in os.scandir(self.workspace(machine_id)))

    async def erase(self, path: Path) -> None:
        """Remove a tree that a guest may have written: it vanishes at once, its content soon after."""
        self._set_aside(path)
        await self.empty_trash()

    def _set_aside(self, path: Path) -> None:
        with suppress(FileNotFoundError):
            path.rename(self._trash / secrets.token_hex(8))

    async def empty_trash(self) -> None:
        """Remove what was erased, whatever modes and depths a guest gave it."""
        for name in os.listdir(self._trash):  # noqa: PTH208 - a list of names is what the commands need
            # Both tools walk without following links, and deeper than Python's own recursion could.
            for command in (("chmod", "-Rf", "u+rwX"), ("rm", "-rf")):
                process = await asyncio.create_subprocess_exec(
                    f"/usr/bin/{command[0]}",
                    *command[1:],
                    "--",
                    f"{self._trash}/{name}",
                    stderr=asyncio.subprocess.DEVNULL,
                )
                await process.wait()


def _make_directories(top: Path, relative: str) -> None:
    """Make real directories. A guest may have left links there, which would lead the mount elsewhere: they go."""
    directory = os.open(top, _DIRECTORY)
    try:
        for part in relative.split("/"):
            try:
                below = os.open(part, _DIRECTORY, dir_fd=directory)
            except OSError:
                with suppress(FileNotFoundError):
                    os.unlink(part, dir_fd=directory)
                os.mkdir(part, 0o755, dir_fd=directory)
                below = os.open(part, _DIRECTORY, dir_fd=directory)
            os.close(directory)
            directory = below
    finally:
        os.close(directory)
