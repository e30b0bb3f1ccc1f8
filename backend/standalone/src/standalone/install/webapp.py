"""The web app: built from the checkout's frontend beside its place, then switched to in one step."""

from __future__ import annotations

import shutil
from pathlib import Path

from standalone.accounts import Account
from standalone.install import mirror, npm, stamps, synchronise
from standalone.install.node import Node
from standalone.install.shell import run
from standalone.layout import Layout


def sources(checkout: Path) -> dict[str, Path]:
    """Relative path -> file of everything the web app is built from."""
    return synchronise.tree(checkout / "frontend")


def built(layout: Layout) -> Path:
    """Where the build of the checkout's present frontend lies, whether or not it exists."""
    return layout.web / stamps.of_tree(sources(layout.checkout))


def is_current(layout: Layout) -> bool:
    """Whether the build of the checkout's present frontend is the one being served."""
    current = layout.web / "current"
    return current.exists() and current.resolve().name == built(layout).name


def place_placeholder(layout: Layout) -> None:
    """Until there is a build, the API serves an empty folder, and says so on a page of its own."""
    empty = layout.web / "placeholder"
    empty.mkdir(parents=True, exist_ok=True)
    if not (layout.web / "current").exists():
        _switch(layout, empty)


def ensure(layout: Layout, node: Node, builder: Account, work: Path | None = None) -> Path:
    """Build the web app unless this very content was built before, and serve it. Raises Problem.

    work: a copy of the frontend with its packages, if there is one already.
    """
    target = built(layout)
    if not target.exists():
        log = layout.logs / "install" / "web.log"
        if work is None:
            work = npm.workshop(layout) / "web"
            mirror.hand_over(sources(layout.checkout), work, owner=builder, layout=layout, log=log)
            npm.install(work, node, builder, layout, log, what="installing the web app's packages")
        run(
            [node.npm, "run", "--silent", "build"], what="building the web app", log=log,
            env=npm.environment(node, builder, layout), account=builder, cwd=work,
        )  # fmt: skip
        beside = target.with_name(f"{target.name}.new")
        shutil.rmtree(beside, ignore_errors=True)
        shutil.copytree(work / "out", beside, symlinks=True)  # a link is never followed as root
        beside.rename(target)
    _switch(layout, target)
    _remove_others(layout, target)
    return target


def _switch(layout: Layout, target: Path) -> None:
    beside = layout.web / "current.new"
    beside.unlink(missing_ok=True)
    beside.symlink_to(target.name)
    beside.rename(layout.web / "current")


def _remove_others(layout: Layout, keep: Path) -> None:
    for folder in layout.web.iterdir():
        if folder.name not in {"current", "placeholder", keep.name} and folder.is_dir():
            shutil.rmtree(folder, ignore_errors=True)
