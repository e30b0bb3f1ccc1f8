"""The users as which the parts run: two service users when started by root, else the caller alone."""

from __future__ import annotations

import grp
import os
import pwd
import subprocess
from dataclasses import dataclass
from pathlib import Path

from standalone.problems import Problem

PLATFORM_USER = "vibecaas"
MACHINE_USER = "vibecaas-vm"


@dataclass(frozen=True)
class Account:
    """A user as the kernel knows it; extra_gids are its further groups."""

    name: str
    uid: int
    gid: int
    extra_gids: tuple[int, ...]
    home: str


@dataclass(frozen=True)
class Accounts:
    """Who runs what. `separate` tells whether the two differ from the caller."""

    platform: Account
    machine: Account
    separate: bool


def existing() -> Accounts | None:
    """The accounts as they are now, or None when root has not created them yet."""
    if os.geteuid() != 0:
        caller = _lookup(pwd.getpwuid(os.geteuid()).pw_name)
        return Accounts(platform=caller, machine=caller, separate=False)
    try:
        return Accounts(platform=_lookup(PLATFORM_USER), machine=_lookup(MACHINE_USER), separate=True)
    except KeyError:
        return None


def ensure() -> Accounts:
    """The accounts, created when root has none yet.

    The platform's user belongs to the machines' group, so that it reaches their sockets; never the reverse.
    """
    found = existing()
    if found is not None and (not found.separate or found.machine.gid in found.platform.extra_gids):
        return found
    for name in (PLATFORM_USER, MACHINE_USER):
        if not _exists(name):
            _run("useradd", "--system", "--user-group", "--no-create-home", "--home-dir", "/nonexistent",
                 "--shell", "/usr/sbin/nologin", name)  # fmt: skip
    _run("usermod", "--append", "--groups", MACHINE_USER, PLATFORM_USER)
    created = existing()
    if created is None:
        raise Problem("the service users could not be created", remedy=f"create {PLATFORM_USER} and {MACHINE_USER}")
    return created


def switch(account: Account) -> dict[str, object]:
    """Arguments for subprocess.Popen that start a child as `account`; empty when that is the caller."""
    if os.geteuid() != 0:
        return {}
    return {"user": account.uid, "group": account.gid, "extra_groups": list(account.extra_gids)}


def give(path: Path, account: Account, mode: int) -> None:
    """Set owner and mode of one path."""
    path.chmod(mode)
    if os.geteuid() == 0:
        os.chown(path, account.uid, account.gid)


def folder(path: Path, account: Account, mode: int) -> Path:
    """Make a folder with this owner and mode, or set them on the one that exists."""
    path.mkdir(parents=True, exist_ok=True)
    give(path, account, mode)
    return path


def _exists(name: str) -> bool:
    try:
        pwd.getpwnam(name)
    except KeyError:
        return False
    return True


def _lookup(name: str) -> Account:
    entry = pwd.getpwnam(name)
    extra = tuple(group.gr_gid for group in grp.getgrall() if name in group.gr_mem and group.gr_gid != entry.pw_gid)
    return Account(name=name, uid=entry.pw_uid, gid=entry.pw_gid, extra_gids=extra, home=entry.pw_dir)


def _run(*command: str) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise Problem(f"could not set up the service users ({command[0]})", why=done.stderr.strip())
