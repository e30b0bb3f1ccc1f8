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
    before = {name: file.read_bytes() for name, file in tracked(workspace.folder).items()}
    python = str(workspace.python)
    codes = [
        workspace.run([python, "-m", "ruff", "check", "--fix", "."]).returncode,
        workspace.run([python, "-m", "ruff", "format", "."]).returncode,
        workspace.run([workspace.node.npm, "run", "--silent", "fix"], cwd=workspace.frontend).returncode,
    ]
    if workspace.folder != layout.checkout:
        _bring_back(layout, workspace, before)
    return 1 if any(codes) else 0


def _bring_back(layout: layouts.Layout, workspace: Workspace, before: dict[str, bytes]) -> None:
    """Started by root, the work was done on a copy: mended files return, unless somebody has written them meanwhile."""
    for name, content in before.items():
        copy, original = workspace.folder / name, layout.checkout / name
        if not copy.is_file() or copy.is_symlink() or copy.read_bytes() == content:
            continue
        if original.is_file() and original.read_bytes() == content:
            original.write_bytes(copy.read_bytes())
            print(f"  mended {name}")
        else:
            print(f"  left alone, since it changed meanwhile: {name}")
