"""Hands a tree to another user: root lays it down where only root writes, and that user fetches it from there."""

from __future__ import annotations

import os
from pathlib import Path

from standalone import accounts
from standalone.accounts import Account
from standalone.install import synchronise
from standalone.install.shell import run
from standalone.layout import Layout


def hand_over(files: dict[str, Path], target: Path, *, owner: Account, layout: Layout, log: Path) -> Path:
    """Make `target`, owned by `owner`, hold exactly these files (relative path -> source); returns it.

    What builds left there (packages, caches) stays. Root never writes into a folder that another user could prepare.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    accounts.folder(target, owner, 0o755)
    if os.geteuid() != 0:
        synchronise.synchronise(files, target)
        return target
    staged = target.with_name(f"{target.name}.sources")
    staged.mkdir(parents=True, exist_ok=True)
    synchronise.synchronise(files, staged)
    with Path(synchronise.__file__).open("rb") as program:
        run(
            [str(layout.python), "-I", "-", str(staged), str(target)],
            what=f"copying {target.name}", log=log, account=owner, cwd=target, stdin=program,
            env={"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"},
        )  # fmt: skip
    return target
