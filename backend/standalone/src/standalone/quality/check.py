"""`check`: every rule that a program can enforce, each with its seconds; the last line counts them."""

from __future__ import annotations

import argparse
import time

from standalone import layout as layouts
from standalone.quality.gates import Gate, gates
from standalone.quality.workspace import Workspace, prepare


def main(argv: list[str]) -> int:
    """Run the command; 0 when every gate holds."""
    words = argparse.ArgumentParser(prog="vibecaas check", description="Run all gates.")
    words.add_argument("--only", metavar="WORD", help="only gates whose name contains this")
    options = words.parse_args(argv)
    workspace = prepare(layouts.discover(), browser=False)
    chosen = [gate for gate in gates(workspace) if not options.only or options.only in gate.name]
    failed = [gate.name for gate in chosen if not _holds(workspace, gate)]
    if failed:
        print(f"broken: {', '.join(failed)}")
    print(f"{len(chosen) - len(failed)} passed, {len(failed)} failed")
    return 1 if failed or not chosen else 0


def _holds(workspace: Workspace, gate: Gate) -> bool:
    """Run one gate; its output is shown only when it is broken."""
    began = time.monotonic()
    done = workspace.run(gate.argv, cwd=gate.cwd, quiet=True)
    holds = done.returncode == 0
    print(f"  {'✓' if holds else '✗'} {gate.name:<24}{time.monotonic() - began:6.1f} s", flush=True)
    if not holds:
        print("\n".join(f"      {line}" for line in done.stdout.splitlines()[-80:]), flush=True)
    return holds
