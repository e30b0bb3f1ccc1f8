"""Debian packages: which are missing, one call to install them, and never a service started by it."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from standalone.install.shell import run
from standalone.problems import EXIT_MISSING_PACKAGES, Problem

POLICY = Path("/usr/sbin/policy-rc.d")
_POLICY_TEXT = "#!/bin/sh\n# written by vibecaas for the time of one installation: start no service\nexit 101\n"
_SBIN = "/usr/local/sbin:/usr/sbin:/sbin"


@dataclass(frozen=True)
class Package:
    """A Debian package and how to see that it is there. wanted_only: VibeCaaS also works without it."""

    name: str
    programs: tuple[str, ...]
    wanted_only: bool = False


PYTHON_VENV = Package("python3-venv", ())
NGINX = Package("nginx-light", ("nginx",))
BUBBLEWRAP = Package("bubblewrap", ("bwrap",))
REDIS = Package("redis-server", ("redis-server", "valkey-server"))
GIT = Package("git", ("git",))
CHROMIUM = Package("chromium", ("chromium",), wanted_only=True)
SMALL = (NGINX, BUBBLEWRAP, REDIS, GIT)


def find_program(*names: str) -> str | None:
    """The path of the first of these programs, looked for in PATH and in the folders of system programs."""
    path = f"{os.environ.get('PATH', '/usr/bin:/bin')}:{_SBIN}"
    return next((found for name in names if (found := shutil.which(name, path=path))), None)


def missing_small(*, root: bool) -> list[Package]:
    """Packages that `up` needs and the machine lacks.

    Without root a Redis from PyPI serves, where there is one for this Python.
    """
    lacking = [package for package in SMALL if find_program(*package.programs) is None]
    if not root and sys.version_info < (3, 13):
        lacking = [package for package in lacking if package is not REDIS]
    return lacking


def has_venv(python: str) -> bool:
    """Whether this Python can make environments with pip."""
    return subprocess.run([python, "-c", "import ensurepip, venv"], capture_output=True, check=False).returncode == 0


def can_install() -> bool:
    """Whether packages may be installed: only as root, only where apt is."""
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def refuse(packages: list[Package]) -> Problem:
    """The one exact line for somebody who may install packages."""
    names = " ".join(package.name for package in packages)
    return Problem(
        f"this machine lacks {', '.join(package.name for package in packages)}",
        why="only root can install them, and VibeCaaS never asks for root's rights by itself",
        remedy=f"as root, once:  apt-get install -y --no-install-recommends {names}",
        exit_code=EXIT_MISSING_PACKAGES,
    )


def install(packages: list[Package], log: Path) -> None:
    """Install packages in one call. Raises Problem with apt's own words."""
    names = [package.name for package in packages]
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C.UTF-8"}
    common = ["apt-get", "-q", "-o", "DPkg::Lock::Timeout=300", "-o", "Acquire::Retries=2"]
    with no_services():
        if not any(Path("/var/lib/apt/lists").glob("*_Packages*")):
            run([*common, "update"], what="apt-get update", log=log, env=env)
        line = [*common, "install", "-y", "--no-install-recommends", *names]
        try:
            run(line, what=f"installing {' '.join(names)}", log=log, env=env)
        except Problem:
            # lists that have grown old name versions that no longer exist
            run([*common, "update"], what="apt-get update", log=log, env=env)
            run(line, what=f"installing {' '.join(names)}", log=log, env=env)


@contextmanager
def no_services() -> Iterator[None]:
    """While this is open, Debian's packages start no service; the machine's own policy, if any, is left alone."""
    ours = not POLICY.exists() or POLICY.read_text(errors="replace") == _POLICY_TEXT
    if ours:
        POLICY.write_text(_POLICY_TEXT)
        POLICY.chmod(0o755)
    previous = _end_on_signals()
    try:
        yield
    finally:
        if ours:
            POLICY.unlink(missing_ok=True)
        for number, handler in previous.items():
            signal.signal(number, handler)


def _end_on_signals() -> dict[int, signal.Handlers]:
    """Let a polite end run the clean-up. Only the main thread may say so; others inherit it."""
    previous: dict[int, signal.Handlers] = {}
    try:
        for number in (signal.SIGTERM, signal.SIGHUP):
            previous[number] = signal.signal(number, _exit)  # type: ignore[assignment]  # ours are Handlers only
    except ValueError:
        return previous
    return previous


def _exit(number: int, _frame: object) -> None:
    sys.exit(128 + number)
