"""`bench NAME`: runs one benchmark against the running installation, never as root."""

from __future__ import annotations

import argparse
import shutil
import sys

from standalone import accounts, state
from standalone import layout as layouts
from standalone.problems import EXIT_USAGE, Problem
from standalone.quality.workspace import Workspace, prepare


def main(argv: list[str]) -> int:
    """Run the command; returns the benchmark's exit code."""
    words = argparse.ArgumentParser(prog="vibecaas bench", description="Measure; prints lines `name: number`.")
    words.add_argument("name", nargs="?", help="which one")
    options = words.parse_args(argv)
    layout = layouts.discover()
    known = sorted(file.stem for file in (layout.checkout / "bench").glob("*.py") if not file.stem.startswith("_"))
    if options.name not in known:
        raise Problem(
            f"there is no benchmark {options.name!r}" if options.name else "which benchmark?",
            remedy=f"there are: {', '.join(known) or 'none'}",
            exit_code=EXIT_USAGE,
        )
    if not state.read(layout).complete:
        raise Problem("VibeCaaS is not running", remedy="./vibecaas up")
    workspace = prepare(layout, browser=False, frontend=False)
    return run_signed_in(layout, workspace, [str(workspace.python), f"bench/{options.name}.py"])


def run_signed_in(layout: layouts.Layout, workspace: Workspace, argv: list[str]) -> int:
    """Run a program of the repository with the command line's session, for the time of the run only."""
    home = accounts.folder(layout.home / "workspace" / "session", workspace.account, 0o700)
    copy = home / "session.json"
    try:
        shutil.copyfile(layout.home / "session.json", copy)
        accounts.give(copy, workspace.account, 0o600)
        workspace.env["VIBECAAS_HOME"] = str(home)
        sys.stdout.flush()
        return workspace.run(argv).returncode
    finally:
        copy.unlink(missing_ok=True)
