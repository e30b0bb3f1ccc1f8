"""no_function_imports: an import inside a function hides a circle instead of solving it."""

import ast
from collections.abc import Iterator

from house_rules.rule import Rule, functions
from repo import PLATFORM, SOURCES


def judges(path: str) -> bool:
    """Judge all packages; the command lines are excused, their first output must come within 100 ms."""
    excused = path.startswith((f"{PLATFORM}/entrypoints/cli/", "backend/standalone/"))
    return path.startswith(SOURCES) and not excused


def check(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Find import statements in function bodies."""
    seen = set()
    for function in functions(tree):
        for node in ast.walk(function):
            if isinstance(node, ast.Import | ast.ImportFrom) and node.lineno not in seen:
                seen.add(node.lineno)
                yield node.lineno, f"{function.name} imports inside; move it to the top or break the circle"


RULE = Rule("no_function_imports", judges, check)
