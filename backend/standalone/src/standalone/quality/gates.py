"""The gates of `check`, each one command with a name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from standalone.quality.workspace import Workspace

# what mypy and the docs' programs are told to read
TYPED = ("backend/*/src", "backend/*/tests", "backend/platform/evals")
TYPED_PROGRAMS = ("tools", "bench")  # apart, since tools/tests and the platform's tests have the same name
TOOLS = ("sizes.py", "house_rules", "docs_check.py")


@dataclass(frozen=True)
class Gate:
    """One rule that a program enforces. cwd: where it runs."""

    name: str
    argv: list[str]
    cwd: Path


def gates(workspace: Workspace) -> Iterator[Gate]:
    """Every gate, cheap ones first."""
    python, folder = str(workspace.python), workspace.folder
    yield Gate("ruff check", [python, "-m", "ruff", "check", "."], folder)
    yield Gate("ruff format", [python, "-m", "ruff", "format", "--check", "."], folder)
    yield Gate("import contracts", [python, "-c", _LINT_IMPORTS], folder)
    for name in TOOLS:
        yield Gate(Path(name).stem.replace("_", " "), [python, f"tools/{name}"], folder)
    yield Gate("generated references", [python, "tools/reference", "--check"], folder)
    yield Gate("openapi in step", [python, "tools/openapi_export.py", "--check"], folder)
    for name, patterns in (("mypy packages", TYPED), ("mypy programs", TYPED_PROGRAMS)):
        paths = [str(path.relative_to(folder)) for pattern in patterns for path in sorted(folder.glob(pattern))]
        yield Gate(name, [python, "-m", "mypy", *paths], folder)
    architecture = "backend/platform/tests/architecture"
    yield Gate("break-ins", [python, "-m", "pytest", "-q", architecture], folder)
    for script in ("lint", "typecheck", "depcruise", "knip", "generate:check"):
        yield Gate(f"web {script}", [workspace.node.npm, "run", "--silent", script], workspace.frontend)


_LINT_IMPORTS = "import sys; from importlinter.cli import lint_imports_command as run; sys.exit(run())"
