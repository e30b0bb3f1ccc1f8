"""no_commit: only the outermost layer ends a transaction (kit's unit of work, entrypoints)."""

import ast
from collections.abc import Iterator

from house_rules.rule import Rule
from repo import PLATFORM

OUTERMOST = (f"{PLATFORM}/kit/", f"{PLATFORM}/entrypoints/")
ENDINGS = {"commit", "rollback", "begin"}


def judges(path: str) -> bool:
    """Judge rooms and adapters."""
    return path.startswith(PLATFORM) and not path.startswith(OUTERMOST)


def check(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Find calls without arguments of a method that ends or opens a transaction."""
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr in ENDINGS
            and not node.args
            and not node.keywords
        ):
            yield node.lineno, f".{node.func.attr}() belongs to the unit of work (kit.web, kit.jobs), not here"


RULE = Rule("no_commit", judges, check)
