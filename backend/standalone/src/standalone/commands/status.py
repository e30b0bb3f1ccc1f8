"""`status`: every part, whether it is ready, since when, how often it came back."""

from __future__ import annotations

import argparse
import json
import time

from standalone import layout as layouts
from standalone import state

EXIT_NOT_RUNNING = 3


def main(argv: list[str]) -> int:
    """Run the command; 0 when everything is ready, 3 when nothing or not everything is."""
    words = argparse.ArgumentParser(prog="vibecaas status", description="Show what runs.")
    words.add_argument("--json", action="store_true", help="print it as JSON")
    options = words.parse_args(argv)
    layout = layouts.discover()
    now = state.read(layout)
    if options.json:
        shown = {
            "object": "status", "running": now.running, "complete": now.complete, "release": now.release,
            "home": str(layout.home), "console_url": layout.console_url, "edge_port": layout.edge_port,
            "parts": list(now.parts),
        }  # fmt: skip
        print(json.dumps(shown, indent=2))
    elif not now.running:
        print("VibeCaaS is not running. Start it:  ./vibecaas up")
    else:
        _print_table(layout, now)
    return 0 if now.complete else EXIT_NOT_RUNNING


def _print_table(layout: layouts.Layout, now: state.State) -> None:
    print(f"{'PART':<12}{'STATE':<12}{'PID':>8}  {'SINCE':<10}{'RESTARTS':>9}")
    for part in now.parts:
        seconds = int(time.time() - part["since"])
        since = f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"
        pid = part["pid"] or ""
        note = f"  {part['last_end']}" if part["state"] not in state.GOOD and part["last_end"] else ""
        print(f"{part['name']:<12}{part['state']:<12}{pid:>8}  {since:<10}{part['restarts']:>9}{note}")
    print(
        f"console {layout.console_url}   apps http://<name>-preview.localhost:{layout.edge_port}   data {layout.home}"
    )
