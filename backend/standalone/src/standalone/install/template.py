"""The dependencies of generated apps, installed once and shared by all of them, read-only."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from standalone.accounts import Account, give
from standalone.install import npm, stamps, wheels
from standalone.install.node import Node
from standalone.install.shell import run
from standalone.layout import Layout

NAME = "fullstack"


def place(layout: Layout, inputs: dict[str, bytes]) -> Path:
    """Where the template made from these inputs lies."""
    return layout.home / "templates" / NAME / stamps.of_bytes(inputs)


def ensure(layout: Layout, node: Node, builder: Account, inputs: dict[str, bytes]) -> Path:
    """Install the template unless it exists; returns its folder with `web/node_modules` and `venv`.

    inputs: `web/package.json`, `web/package-lock.json`, `api/requirements.txt`. builder: who runs npm, never root.
    Raises Problem.
    """
    target = place(layout, inputs)
    if target.exists():
        return target
    work = npm.workshop(layout) / "template"
    shutil.rmtree(work, ignore_errors=True)
    for name, content in inputs.items():
        file = work / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    hand_over(work, builder)
    log = layout.logs / "install" / "template.log"
    npm.install(work / "web", node, builder, layout, log, what="installing the app template")
    (work / "web" / "node_modules" / ".vite-temp").mkdir(exist_ok=True)
    _keep_from_everybody(work)
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_name(f"{target.name}.new")
    shutil.rmtree(beside, ignore_errors=True)
    work.rename(beside)
    # made in its final owner's name and at once in a place it will be started from: scripts name their interpreter
    run(
        [str(layout.python), "-m", "venv", "--without-pip", str(beside / "venv")],
        what="making the apps' Python",
        log=log,
    )
    wheels.install_into(
        str(layout.python),
        str(beside / "venv" / "bin" / "python"),
        beside / "api" / "requirements.txt",
        log,
        hashes=False,
    )
    beside.rename(target)
    return target


def hand_over(folder: Path, owner: Account) -> None:
    """Give a whole tree to `owner`."""
    for place_, _, files in os.walk(folder):
        give(Path(place_), owner, 0o755)
        for name in files:
            if os.geteuid() == 0:
                os.lchown(Path(place_) / name, owner.uid, owner.gid)


def _keep_from_everybody(folder: Path) -> None:
    """Started by root, the finished tree is root's: no service user can change what all apps share."""
    if os.geteuid() != 0:
        return
    for place_, folders, files in os.walk(folder):
        for name in (*folders, *files):
            os.lchown(Path(place_) / name, 0, 0)
    os.chown(folder, 0, 0)
