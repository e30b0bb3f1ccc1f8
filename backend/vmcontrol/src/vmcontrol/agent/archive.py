"""The workspace as a tar: make the tree equal to one, or read the tree into one. Links are never followed."""

from __future__ import annotations

import errno
import io
import os
import stat
import tarfile
import tempfile
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import IO, Protocol

from .files import FILE_LIMIT_BYTES, safe_parts
from .wire import CallError

_KEPT_ANYWHERE = frozenset(
    {
        ".git",
        ".venv",
        "node_modules",
        "__pycache__",
        ".cache",
        ".next",
        ".vite",
        ".pytest_cache",
        ".ruff_cache",
        ".mypy_cache",
    }
)
_KEPT_AT_TOP = frozenset({"data"})
_MEMBERS_LIMIT = 20_000
_TREE_LIMIT_BYTES = 536_870_912
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


class Source(Protocol):
    """Where a tar comes from."""

    def read(self, size: int = ...) -> bytes:  # house: allow units_in_names, because this is the signature of a file
        """Up to `size` bytes; empty at the end."""


class Sink(Protocol):
    """Where a tar goes to."""

    def write(self, data: bytes) -> int:
        """Take all of it."""


def is_kept(path: str) -> bool:
    """Whether a path belongs to the machine (dependencies, caches, data) and is no part of the workspace's tar."""
    parts = path.split("/")
    return parts[0] in _KEPT_AT_TOP or any(part in _KEPT_ANYWHERE for part in parts)


def apply(home: str, source: Source) -> None:
    """Make the tree equal to the tar. Nothing changes unless the whole tar is acceptable (422, 413)."""
    with tempfile.TemporaryFile() as spool:
        _spool(source, spool)
        try:
            with tarfile.open(fileobj=spool, mode="r:") as tar:
                members = _judge(tar)
                _delete_others(home, members)
                for path, member in members.items():
                    _put(home, path, member, tar)
        except tarfile.TarError as error:
            raise CallError(422, "spec_invalid", f"The content is not a readable tar: {error}.") from None
        except OSError as error:
            if error.errno in _FULL:
                raise CallError(413, "quota_exceeded", "The machine's disk is full.") from None
            raise CallError(409, "state_conflict", f"The workspace cannot be written: {error}.") from None


def _spool(source: Source, spool: IO[bytes]) -> None:
    """Take the whole body first, so that a cut connection changes nothing."""
    while block := source.read():
        try:
            spool.write(block)
        except OSError:
            raise CallError(413, "quota_exceeded", "The tar does not fit into the machine's /tmp.") from None
    spool.seek(0)


def _judge(tar: tarfile.TarFile) -> dict[str, tarfile.TarInfo]:
    """All members by their path, the last one of a path wins."""
    members: dict[str, tarfile.TarInfo] = {}
    total = 0
    for number, member in enumerate(tar):
        path = member.name.removeprefix("./").rstrip("/")
        if path in ("", "."):
            continue
        safe_parts(path)
        total += member.size
        if number >= _MEMBERS_LIMIT or total > _TREE_LIMIT_BYTES or member.size > FILE_LIMIT_BYTES:
            raise CallError(413, "quota_exceeded", f"The tar has too many or too large files, at {path}.")
        if not (member.isreg() or member.isdir() or (member.issym() and _stays_inside(path, member.linkname))):
            raise CallError(422, "path_refused", f"{path} is no plain file, directory or link within the workspace.")
        if not is_kept(path):
            members[path] = member
    _refuse_files_as_parents(members)
    return members


def _refuse_files_as_parents(members: dict[str, tarfile.TarInfo]) -> None:
    for path in members:
        for parent in PurePosixPath(path).parents:
            above = members.get(str(parent))
            if above is not None and not above.isdir():
                raise CallError(422, "path_refused", f"{path} lies below {parent}, which is no directory.")


def _stays_inside(path: str, target: str) -> bool:
    """Whether a link at path, read from the workspace's top, points into the workspace."""
    if not target or target.startswith("/") or "\0" in target:
        return False
    resolved = os.path.normpath(os.path.join(os.path.dirname(path), target))  # noqa: PTH118, PTH120 - pure text
    return resolved != ".." and not resolved.startswith("../")


def _delete_others(home: str, members: dict[str, tarfile.TarInfo]) -> None:
    directories = {str(parent) for path in members for parent in PurePosixPath(path).parents}
    directories |= {path for path, member in members.items() if member.isdir()}
    for path, is_directory in _walk(home):
        wanted = members.get(path)
        full = Path(home, path)
        if is_directory and path not in directories:
            # Not empty when it holds something kept: then it stays.
            with suppress(OSError):
                full.rmdir()
        elif not is_directory and (wanted is None or wanted.isdir()):
            full.unlink(missing_ok=True)


def _walk(home: str) -> list[tuple[str, bool]]:
    """(path, is a real directory) of everything that is not kept, children before their directory."""
    found: list[tuple[str, bool]] = []
    pending = [""]
    while pending:
        prefix = pending.pop()
        # Other processes may remove or close what we are about to read.
        with (
            suppress(FileNotFoundError, PermissionError, NotADirectoryError),
            os.scandir(f"{home}/{prefix}") as entries,
        ):
            for entry in entries:
                path, is_directory = prefix + entry.name, entry.is_dir(follow_symlinks=False)
                if not is_kept(path):
                    found.append((path, is_directory))
                    pending += [f"{path}/"] if is_directory else []
    return found[::-1]


def _put(home: str, path: str, member: tarfile.TarInfo, tar: tarfile.TarFile) -> None:
    full = Path(home, path)
    if member.isdir():
        full.mkdir(parents=True, exist_ok=True)
        return
    full.parent.mkdir(parents=True, exist_ok=True)
    if member.issym():
        full.unlink(missing_ok=True)
        full.symlink_to(member.linkname)
        return
    content = tar.extractfile(member)
    data = content.read() if content else b""
    mode = 0o755 if member.mode & 0o100 else 0o644
    if _is_equal(full, data, mode):
        # An unchanged file keeps its time, so watchers of the dev servers stay quiet.
        return
    beside = full.with_name(f".{os.urandom(6).hex()}.tmp")
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, mode)
    with os.fdopen(descriptor, "wb") as file:
        os.fchmod(descriptor, mode)
        file.write(data)
    beside.rename(full)


def _is_equal(full: Path, data: bytes, mode: int) -> bool:
    try:
        status = full.lstat()
        if not stat.S_ISREG(status.st_mode) or status.st_size != len(data) or stat.S_IMODE(status.st_mode) != mode:
            return False
        return full.read_bytes() == data
    except OSError:
        return False


def check_readable(home: str) -> None:
    """Raise 413 naming a file that is too large, before a streamed answer begins."""
    for path, is_directory in _walk(home):
        if not is_directory and os.lstat(f"{home}/{path}").st_size > FILE_LIMIT_BYTES:
            raise CallError(413, "quota_exceeded", f"{path} is larger than {FILE_LIMIT_BYTES} bytes.")


def produce(home: str, sink: Sink) -> None:
    """Write the tree as a tar, sorted by path. Links that lead out, sockets and the like are left out."""
    with tarfile.open(fileobj=sink, mode="w|", format=tarfile.PAX_FORMAT) as tar:  # type: ignore[call-overload]
        for path, is_directory in sorted(_walk(home)):
            with suppress(FileNotFoundError):
                member, data = _member(home, path)
                if member is not None and not is_directory:
                    tar.addfile(member, io.BytesIO(data))


def _member(home: str, path: str) -> tuple[tarfile.TarInfo | None, bytes]:
    full = Path(home, path)
    status = full.lstat()
    member = tarfile.TarInfo(path)
    member.mtime = int(status.st_mtime)
    if stat.S_ISLNK(status.st_mode):
        member.type, member.linkname, member.mode = tarfile.SYMTYPE, str(full.readlink()), 0o777
        return (member if _stays_inside(path, member.linkname) else None), b""
    if not stat.S_ISREG(status.st_mode) or status.st_size > FILE_LIMIT_BYTES:
        return None, b""
    with suppress(PermissionError):
        descriptor = os.open(full, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        with os.fdopen(descriptor, "rb") as file:
            data = file.read(FILE_LIMIT_BYTES)
        member.size, member.mode = len(data), 0o755 if status.st_mode & 0o100 else 0o644
        return member, data
    return None, b""
