"""Runs one program of the installation with a log of its own and turns its failure into something to act on."""

from __future__ import annotations

import errno
import os
import subprocess
from pathlib import Path
from typing import IO, Any

from standalone.accounts import Account, switch
from standalone.problems import Problem

_LAST_LINES = 12
_CAUSES = (
    (("no space left on device", "disk quota exceeded", "enospc"), "the disk is full",
     "free some space (about 2 GB are needed) and run the same command again"),
    (("temporary failure", "could not resolve", "name or service not known", "enotfound", "eai_again",
      "network is unreachable", "connection refused", "connection timed out", "etimedout", "econnrefused",
      "failed to fetch", "dns error"), "the network or the package source cannot be reached",
     "check the connection (and the proxy, if there is one) and run the same command again"),
    (("permission denied", "eacces", "read-only file system"), "a folder is not writable",
     "check the owner of the data folder, or choose another one with VIBECAAS_HOME"),
    (("certificate", "self-signed"), "the package source's certificate is not trusted",
     "set SSL_CERT_FILE and NODE_EXTRA_CA_CERTS to your own authority's certificates"),
)  # fmt: skip


def run(
    argv: list[str],
    *,
    what: str,
    log: Path,
    env: dict[str, str] | None = None,
    account: Account | None = None,
    cwd: Path | None = None,
    stdin: IO[bytes] | None = None,
    timeout_seconds: float = 900,
) -> None:
    """Run a program to its end; its output goes to `log` (appended).

    Raises Problem with the last lines and the likely cause.
    """
    log.parent.mkdir(parents=True, exist_ok=True)
    extra: dict[str, Any] = switch(account) if account else {}
    with log.open("ab") as output:
        start = output.tell()
        output.write(f"$ {' '.join(argv)}\n".encode())
        output.flush()
        try:
            process = subprocess.Popen(
                argv,
                stdin=stdin or subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                env=env,
                cwd=cwd,
                **extra,
            )
        except OSError as error:
            raise Problem(f"{what} failed", why=f"{argv[0]}: {error.strerror}", remedy="./vibecaas doctor") from error
        code = _wait(process, timeout_seconds)
    if code != 0:
        raise explain(what, log.read_bytes()[start:].decode(errors="replace"), log, code)


def explain(what: str, output: str, log: Path, code: int | None) -> Problem:
    """The failure of a program in words: the cause guessed from its output, and its last lines."""
    lowered = output.lower()
    lines = [line for line in output.splitlines() if line.strip()][-_LAST_LINES:]
    reason = "it took too long" if code is None else f"it ended with code {code}"
    for words, cause, remedy in _CAUSES:
        if any(word in lowered for word in words):
            return Problem(f"{what} failed: {cause}", why="\n".join(lines), remedy=remedy)
    return Problem(f"{what} failed: {reason}", why="\n".join(lines), remedy=f"the whole output is in {log}")


def writable(home: Path) -> None:
    """Raise Problem if the data folder cannot be made or written."""
    try:
        home.mkdir(parents=True, exist_ok=True)
        probe = home / ".writable"
        probe.write_bytes(b"")
        probe.unlink()
    except OSError as error:
        full = error.errno == errno.ENOSPC
        raise Problem(
            f"the data folder {home} is {'on a full disk' if full else 'not writable'}",
            why=str(error.strerror),
            remedy="free some space" if full else "give yourself write access, or choose another with VIBECAAS_HOME",
        ) from error


def enough_space(home: Path, needed_bytes: int) -> None:
    """Raise Problem if less than `needed_bytes` are free where the data folder lies."""
    state = os.statvfs(home)
    free_bytes = state.f_bavail * state.f_frsize
    if free_bytes < needed_bytes:
        raise Problem(
            f"the disk of {home} is nearly full",
            why=f"{free_bytes // 1_000_000} MB are free, {needed_bytes // 1_000_000} MB are needed",
            remedy="free some space, or choose another folder with VIBECAAS_HOME",
        )


def _wait(process: subprocess.Popen[bytes], timeout_seconds: float) -> int | None:
    try:
        return process.wait(timeout=timeout_seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        return None
    except BaseException:
        process.terminate()
        process.wait()
        raise
