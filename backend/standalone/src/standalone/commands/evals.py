"""`evals --mode offline`: builds the evaluation's requests and prints pass rates, never as root."""

from __future__ import annotations

import argparse

from standalone import layout as layouts
from standalone import state
from standalone.commands.bench import run_signed_in
from standalone.problems import Problem
from standalone.quality.workspace import prepare

PROGRAM = "backend/platform/evals"


def main(argv: list[str]) -> int:
    """Run the command; returns the program's exit code."""
    words = argparse.ArgumentParser(prog="vibecaas evals", description="Build apps from requests; print pass rates.")
    words.add_argument("--mode", choices=["offline"], default="offline", help="without a model")
    options, rest = words.parse_known_args(argv)
    layout = layouts.discover()
    if not state.read(layout).complete:
        raise Problem("VibeCaaS is not running", remedy="./vibecaas up")
    workspace = prepare(layout, browser=False, frontend=False)
    program = [str(workspace.python), PROGRAM, "--mode", options.mode, *rest]
    return run_signed_in(layout, workspace, program)
