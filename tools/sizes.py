"""Budgets: how long a room's file, any other module and a function may be (docs/architecture.md, chapter 4).

``python tools/sizes.py``; exit code 1 when a budget is broken. An exception stands in the file itself, with
its reason: ``# sizes: 340 lines, because ...`` allows that many lines.
"""

import ast
import re
import sys
from pathlib import Path

from repo import PLATFORM, ROOT, Finding, python_files, report

ROOM_BUDGETS = {
    "__init__.py": 10,
    "errors.py": 80,
    "models.py": 200,
    "schemas.py": 200,
    "events.py": 80,
    "ports.py": 120,
    "repository.py": 250,
    "service.py": 300,
    "tasks.py": 150,
    "endpoints.py": 250,
}
ROLE_LINES = 150
MODULE_LINES = 300
FUNCTION_LINES = 50
STOREYS_WITHOUT_ROOMS = {"kit", "adapters", "entrypoints"}
LEXICON = re.compile(r"/planner/lexicon/|/lexicon_[a-z_]+\.py$|/lexicon\.py$")
EXCEPTION = re.compile(r"^# sizes: (\d+) lines, because \S", re.MULTILINE)


def budget_lines(path: str) -> int:
    """Return how many lines the file at this repository path may have."""
    inside = path.removeprefix(PLATFORM + "/")
    parts = inside.split("/")
    is_room = inside != path and len(parts) > 1 and parts[0] not in STOREYS_WITHOUT_ROOMS
    if not is_room:
        return MODULE_LINES
    if parts[1] == "roles":
        return ROLE_LINES
    kind = parts[1].removesuffix(".py")  # a service that became a package keeps the budget for each of its files
    return ROOM_BUDGETS.get(f"{kind}.py", MODULE_LINES)


def check_file(path: str, text: str) -> list[Finding]:
    """Compare one file and its functions with their budgets."""
    if LEXICON.search(path):
        return []
    findings = []
    lines = text.count("\n")
    excused = EXCEPTION.search(text)
    budget = int(excused.group(1)) if excused else budget_lines(path)
    if lines > budget:
        findings.append(Finding(path, 0, f"{lines} lines, the budget is {budget}: this is two files, or two rooms"))
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > FUNCTION_LINES:
                message = f"function {node.name} has {length} lines, one screen is {FUNCTION_LINES}"
                findings.append(Finding(path, node.lineno, message))
    return findings


def main(root: Path = ROOT) -> int:
    """Check every Python file of ours below the root."""
    paths = list(python_files(root))
    findings = [finding for path in paths for finding in check_file(path, (root / path).read_text())]
    return report("sizes", findings, f"{len(paths)} files measured")


if __name__ == "__main__":
    sys.exit(main())
