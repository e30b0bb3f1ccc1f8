"""`reset`: deletes this installation's data after saying what goes and asking."""

from __future__ import annotations

import argparse
import contextlib
import shutil
import sys
from pathlib import Path

from standalone import layout as layouts
from standalone import state
from standalone.install.shell import writable
from standalone.layout import Layout
from standalone.lock import exclusive
from standalone.problems import EXIT_USAGE, Problem


def main(argv: list[str]) -> int:
    """Run the command; returns the exit code."""
    words = argparse.ArgumentParser(prog="vibecaas reset", description="Delete all projects, apps and accounts.")
    words.add_argument("--yes", action="store_true", help="do not ask")
    words.add_argument("--everything", action="store_true", help="also what was installed (packages, templates)")
    options = words.parse_args(argv)
    layout = layouts.discover()
    doomed = [path for path in folders(layout, everything=options.everything) if path.exists()]
    if not doomed:
        print(f"There is nothing to delete in {layout.home}.")
        return 0
    print("This deletes every project, app, version, account and log of this installation, for good:")
    print("\n".join(f"  {path}" for path in doomed))
    if not options.yes and not _agreed():
        print("Nothing was deleted.")
        return 1
    writable(layout.home)
    with exclusive(layout):
        state.stop(layout)
        for path in doomed:
            _delete(path)
    print("Deleted. './vibecaas up' begins anew.")
    return 0


def folders(layout: Layout, *, everything: bool) -> list[Path]:
    """What is deleted: the data always; what was installed only when asked."""
    home = layout.home
    data = [layout.data, layout.machines, layout.secrets, layout.logs, home / "session.json", home / "ports.json"]
    installed = ["environments", "node", "releases", "templates", "web", "build", "development"]
    return data + ([home / name for name in installed] if everything else [])


def _agreed() -> bool:
    if not sys.stdin.isatty():
        raise Problem(
            "reset asks before it deletes, and nobody can answer here", remedy="add --yes", exit_code=EXIT_USAGE
        )
    return input("Type yes to delete: ").strip() == "yes"


def _delete(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        with contextlib.suppress(FileNotFoundError):
            path.unlink()
