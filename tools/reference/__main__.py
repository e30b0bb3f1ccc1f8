"""Write the reference pages and .env.example: ``python tools/reference``; with ``--check`` only compare."""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # started as a folder, tools/ is not on the path

from reference import commands, errors, program, routes, settings, spec_schema
from repo import ROOT
from vibecaas.settings import Settings


def pages() -> dict[str, Callable[[], str]]:
    """Return how each page is made, by its path from the root."""
    known = settings.load(Settings)
    return {
        ".env.example": lambda: settings.render_example(known),
        "docs/reference/settings.md": lambda: settings.render_page(known),
        "docs/reference/errors.md": lambda: errors.render_page(errors.load(), errors.load_advice()),
        "docs/reference/cli.md": lambda: commands.render_page(program.whole_program(), program.machine_commands()),
        "docs/reference/api.md": lambda: routes.render_page(routes.load(ROOT / "openapi.json")),
        "docs/reference/app-spec.schema.json": spec_schema.render,
    }


def run(made: dict[str, str], root: Path, *, check: bool) -> int:
    """Write the pages, or name those that are not in step; returns the exit code."""
    stale = [path for path, text in made.items() if not (root / path).exists() or (root / path).read_text() != text]
    if check:
        for path in stale:
            print(f"{path}: differs from the code; run python tools/reference", file=sys.stderr)
        print(f"reference: {len(made)} pages, {len(stale)} stale")
        return 1 if stale else 0
    for path in stale:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(made[path])
    print(f"reference: wrote {len(stale)} of {len(made)} pages")
    return 0


def main(argv: list[str] | None = None) -> int:
    """Parse the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing, fail on drift")
    chosen = parser.parse_args(argv)
    try:
        made = {path: make() for path, make in pages().items()}
    except ValueError as error:
        print(f"reference: {error}", file=sys.stderr)
        return 1
    return run(made, ROOT, check=chosen.check)


if __name__ == "__main__":
    sys.exit(main())
