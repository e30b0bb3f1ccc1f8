"""`fix`: mends what formatters and linters can mend by themselves, in the checkout."""

from __future__ import annotations

import argparse

from standalone import layout as layouts
from standalone.quality.workspace import Workspace, prepare, tracked


def main(argv: list[str]) -> int:
    """Run the command; 0 when nothing is left that needs a person."""
    argparse.ArgumentParser(prog="vibecaas fix", description="Format, and mend what can be mended.").parse_args(argv)
    layout = layouts.discover()
    workspace = prepare(layout, browser=False)
    python = str(workspace.python)
    codes = [
        workspace.run([python, "-m", "ruff", "check", "--fix", "."]).returncode,
        workspace.run([python, "-m", "ruff", "format", "."]).returncode,
        workspace.run([workspace.node.npm, "run", "--silent", "fix"], cwd=workspace.frontend).returncode,
    ]
    if workspace.folder != layout.checkout:
        _bring_back(layout, workspace)
    return 1 if any(codes) else 0


def _bring_back(layout: layouts.Layout, workspace: Workspace) -> None:
    """Started by root, the work was done on a copy: changed files return, and only files that existed before."""
    for name, original in tracked(layout.checkout).items():
        copy = workspace.folder / name
        if copy.is_file() and not copy.is_symlink() and copy.read_bytes() != original.read_bytes():
            original.write_bytes(copy.read_bytes())
            print(f"  mended {name}")
