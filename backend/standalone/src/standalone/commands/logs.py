"""`logs`: which logs there are, or the last lines of one."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from standalone import layout as layouts
from standalone.problems import EXIT_USAGE, Problem

_LINES = 200


def main(argv: list[str]) -> int:
    """Run the command; returns the exit code."""
    words = argparse.ArgumentParser(prog="vibecaas logs", description="Show the log of a part.")
    words.add_argument("part", nargs="?", help="api, worker, scheduler, postgres, redis, edge, vmcontrol, ...")
    words.add_argument("--lines", type=int, default=_LINES, help="how many of the last lines")
    words.add_argument("--follow", "-f", action="store_true", help="go on showing what is written")
    options = words.parse_args(argv)
    layout = layouts.discover()
    found = available(layout.logs)
    if options.part is None:
        for name, file in sorted(found.items()):
            print(f"{name:<22}{file.stat().st_size:>10} bytes  {file}")
        return 0
    if options.part not in found:
        known = ", ".join(sorted(found)) or "none yet"
        raise Problem(f"there is no log of {options.part!r}", remedy=f"there are: {known}", exit_code=EXIT_USAGE)
    file = found[options.part]
    if options.follow:
        os.execvp("tail", ["tail", "-n", str(options.lines), "-F", str(file)])  # noqa: S606, S607  the system's own tail
    print("\n".join(file.read_text(errors="replace").splitlines()[-options.lines :]))
    return 0


def available(folder: Path) -> dict[str, Path]:
    """Name -> file of every log."""
    return {file.stem: file for file in folder.rglob("*.log")} if folder.exists() else {}
