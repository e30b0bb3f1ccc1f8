"""Write openapi.json from the running code, or prove that the committed one is in step.

``python tools/openapi_export.py`` writes; with ``--check`` nothing is written and drift is exit code 1.
"""

import argparse
import difflib
import json
import sys
from pathlib import Path

from repo import ROOT
from vibecaas.entrypoints.api import build_app_for_schema

TARGET = ROOT / "openapi.json"
SHOWN_LINES = 40


def render() -> str:
    """Return the document as it is committed: sorted keys, two spaces, a final newline."""
    return json.dumps(build_app_for_schema().openapi(), indent=2, sort_keys=True, ensure_ascii=False) + "\n"


def compare(committed: str, generated: str) -> list[str]:
    """Return the first lines of difference; an empty list means the document is in step."""
    lines = difflib.unified_diff(committed.splitlines(), generated.splitlines(), "committed", "generated", "", "", 1)
    return list(lines)[:SHOWN_LINES]


def run(target: Path, generated: str, *, check: bool) -> int:
    """Write the document, or compare it; returns the exit code."""
    operations = sum(len(methods) for methods in json.loads(generated)["paths"].values())
    if not check:
        target.write_text(generated)
        print(f"openapi: wrote {target.name} with {operations} operations")
        return 0
    difference = compare(target.read_text() if target.exists() else "", generated)
    for line in difference:
        print(line, file=sys.stderr)
    verdict = "differs from the code; run python tools/openapi_export.py" if difference else "is in step"
    print(f"openapi: {target.name} {verdict}; {operations} operations")
    return 1 if difference else 0


def main(argv: list[str] | None = None) -> int:
    """Parse the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing, fail on drift")
    return run(TARGET, render(), check=parser.parse_args(argv).check)


if __name__ == "__main__":
    sys.exit(main())
