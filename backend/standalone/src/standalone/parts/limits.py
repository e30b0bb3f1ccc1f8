"""A control group for the machines' user, so that vm-control can hold its sandboxes to memory, processes and CPU."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from standalone.accounts import Account
from standalone.layout import Layout

ROOT = Path("/sys/fs/cgroup")
CONTROLLERS = ("memory", "pids", "cpu")
_DELEGATED = ("cgroup.procs", "cgroup.threads", "cgroup.subtree_control", "tasks")


def name_of(layout: Layout) -> str:
    """The group's name: another one for each installation."""
    return layout.run.name


def delegate(layout: Layout, account: Account, root: Path = ROOT) -> str | None:
    """Make the group and give it to `account`; returns its name, None where only root could and we are not.

    What the kernel refuses stays away: vm-control reports each limit that is missing, with the reason.
    """
    if os.geteuid() != 0:
        return None
    name = name_of(layout)
    unified = (root / "cgroup.controllers").exists()
    parents = [root / name] if unified else [root / controller / name for controller in CONTROLLERS]
    with contextlib.suppress(OSError):
        if unified:
            (root / "cgroup.subtree_control").write_text(" ".join(f"+{controller}" for controller in CONTROLLERS))
    for parent in parents:
        with contextlib.suppress(OSError):
            parent.mkdir(exist_ok=True)
            _give(parent, account)
    return name


def enter(layout: Layout, account: Account, pid: int, root: Path = ROOT) -> None:
    """Version 2 lets a user move processes only within a group of its own: the daemon must start inside."""
    if os.geteuid() != 0 or not (root / "cgroup.controllers").exists():
        return
    with contextlib.suppress(OSError):
        leaf = root / name_of(layout) / "daemon"
        leaf.mkdir(exist_ok=True)
        _give(leaf, account)
        (leaf / "cgroup.procs").write_text(str(pid))


def remove(layout: Layout, root: Path = ROOT) -> None:
    """Remove the groups once nothing runs in them."""
    if os.geteuid() != 0:
        return
    name = name_of(layout)
    for parent in (root / name, *(root / controller / name for controller in CONTROLLERS)):
        if parent.is_dir():
            for folder in (*parent.iterdir(), parent):
                with contextlib.suppress(OSError):
                    folder.rmdir()


def _give(folder: Path, account: Account) -> None:
    os.chown(folder, account.uid, account.gid)
    for file in _DELEGATED:
        with contextlib.suppress(FileNotFoundError):
            os.chown(folder / file, account.uid, account.gid)
