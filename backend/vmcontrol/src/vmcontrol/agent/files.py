"""One file of the workspace: read, write, delete, never through a link."""

from __future__ import annotations

import os
import stat
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from .wire import CallError

if TYPE_CHECKING:
    from collections.abc import Iterator

FILE_LIMIT_BYTES = 67_108_864
_DIRECTORY = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC


def read(home: str, path: str) -> bytes:
    """The content; 404 if there is no such regular file."""
    with _parent(home, path, create=False) as (directory, name):
        try:
            # A fifo would block the open, so it does not wait.
            descriptor = os.open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC, dir_fd=directory)
        except OSError:
            raise _missing(path) from None
        with os.fdopen(descriptor, "rb") as file:
            status = os.fstat(descriptor)
            if not stat.S_ISREG(status.st_mode):
                raise _missing(path)
            if status.st_size > FILE_LIMIT_BYTES:
                raise CallError(413, "quota_exceeded", f"{path} is larger than {FILE_LIMIT_BYTES} bytes.")
            return file.read()


def write(home: str, path: str, content: bytes) -> None:
    """Replace or make the file in one step; an existing one keeps its mode."""
    with _parent(home, path, create=True) as (directory, name):
        mode = 0o644
        with suppress(FileNotFoundError):
            status = os.stat(name, dir_fd=directory, follow_symlinks=False)
            if stat.S_ISDIR(status.st_mode):
                raise CallError(409, "state_conflict", f"{path} is a directory.")
            if stat.S_ISREG(status.st_mode):
                mode = stat.S_IMODE(status.st_mode)
        replace(directory, name, content, mode)


def replace(directory: int, name: str, content: bytes, mode: int) -> None:
    """Write beside and rename over: a reader sees the old or the new content, a link is replaced, not followed."""
    beside = f".{os.urandom(6).hex()}.tmp"
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
    try:
        descriptor = os.open(beside, flags, mode, dir_fd=directory)
        with os.fdopen(descriptor, "wb") as file:
            os.fchmod(descriptor, mode)
            file.write(content)
        os.rename(beside, name, src_dir_fd=directory, dst_dir_fd=directory)
    except OSError as error:
        with suppress(OSError):
            os.unlink(beside, dir_fd=directory)
        raise CallError(409, "state_conflict", f"{name} cannot be written: {error.strerror}.") from None


def delete(home: str, path: str) -> None:
    """Remove the file or link; a missing one is fine."""
    try:
        with _parent(home, path, create=False) as (directory, name):
            os.unlink(name, dir_fd=directory)
    except FileNotFoundError:
        return
    except OSError as error:
        raise CallError(409, "state_conflict", f"{path} cannot be deleted: {error.strerror}.") from None
    except CallError as error:
        if error.status != 404:  # noqa: PLR2004 - a missing directory means a missing file
            raise


def safe_parts(path: str) -> list[str]:
    """The components of a relative path; 422 for empty, absolute, `..`, NUL and the like."""
    parts = path.split("/")
    if not path or "\0" in path or len(path.encode("utf-8", "surrogateescape")) > 1024:  # noqa: PLR2004 - bytes
        raise CallError(422, "path_refused", "The path is empty, too long or contains NUL.")
    if any(part in ("", ".", "..") for part in parts):
        raise CallError(422, "path_refused", "The path must be relative, without empty parts, `.` and `..`.")
    return parts


@contextmanager
def _parent(home: str, path: str, *, create: bool) -> Iterator[tuple[int, str]]:
    *parents, name = safe_parts(path)
    directory = os.open(home, _DIRECTORY)
    try:
        for part in parents:
            if create:
                with suppress(FileExistsError):
                    os.mkdir(part, 0o755, dir_fd=directory)
            try:
                below = os.open(part, _DIRECTORY, dir_fd=directory)
            except FileNotFoundError:
                raise _missing(path) from None
            except OSError:
                raise CallError(422, "path_refused", f"{path} leads through a file or a link.") from None
            os.close(directory)
            directory = below
        yield directory, name
    finally:
        os.close(directory)


def _missing(path: str) -> CallError:
    return CallError(404, "not_found", f"There is no file {path}.")
