"""`down`: ends everything; nothing of this installation runs afterwards."""

from __future__ import annotations

import argparse

from standalone import layout as layouts
from standalone import state
from standalone.lock import exclusive


def main(argv: list[str]) -> int:
    """Run the command; returns the exit code."""
    argparse.ArgumentParser(prog="vibecaas down", description="End everything; apps and data stay.").parse_args(argv)
    layout = layouts.discover()
    if not state.read(layout).running:
        print("VibeCaaS is not running.")
        return 0
    with exclusive(layout):
        clean = state.stop(layout)
    print("VibeCaaS has ended." if clean else "VibeCaaS has ended; some parts had to be killed.")
    return 0
