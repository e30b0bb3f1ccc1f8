"""Where things lie in this repository, and how the small programs in tools/ speak."""

import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SOURCES = (
    "backend/platform/src",
    "backend/appbuilder/src",
    "backend/vmcontrol/src",
    "backend/simulators/src",
    "backend/standalone/src",
)
PLATFORM = "backend/platform/src/vibecaas"
NOT_OURS = (
    "backend/appbuilder/src/appbuilder/base/files/",
    "backend/appbuilder/src/appbuilder/base/optional/",
    "backend/appbuilder/src/appbuilder/base/parts/",
    "backend/platform/migrations/",
    "/generated/",
)


@dataclass(frozen=True)
class Finding:
    """One broken rule at one place. ``line`` counts from 1; 0 means the file as a whole."""

    path: str
    line: int
    message: str

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else self.path
        return f"{place}: {self.message}"


def tracked_files(root: Path, *patterns: str) -> list[str]:
    """List files git knows or would add (not the ignored ones), as paths relative to the root."""
    listed = subprocess.run(
        ["git", "-C", str(root), "ls-files", "--cached", "--others", "--exclude-standard", "--", *patterns],
        capture_output=True,
        text=True,
        check=True,
    )
    return sorted({path for path in listed.stdout.splitlines() if (root / path).is_file()})


def python_files(root: Path) -> Iterator[str]:
    """Yield our own Python files; migrations, generated files and the base app are not ours to shape."""
    for path in tracked_files(root, "*.py"):
        if not any(part in path for part in NOT_OURS):
            yield path


def report(name: str, findings: Sequence[Finding], checked: str) -> int:
    """Print findings to stderr and one closing line; returns the exit code, 1 when there is any."""
    for finding in findings:
        print(finding, file=sys.stderr)
    verdict = f"{len(findings)} finding(s)" if findings else "nothing to complain about"
    print(f"{name}: {verdict}; {checked}")
    return 1 if findings else 0
