"""units_in_names: a number that measures something says its unit in its name."""

import ast
import re
from collections.abc import Iterator

from house_rules.rule import Rule, functions
from repo import SOURCES

QUANTITY = re.compile(
    r"(?:^|_)(timeout|duration|interval|delay|ttl|lifetime|elapsed|size|memory|amount|price|heartbeat)$"
)
COUNTS = {"pool_size", "page_size", "batch_size", "queue_size"}  # these count things, they have no unit
NUMBERS = {"int", "float"}


def judges(path: str) -> bool:
    """Judge all packages."""
    return path.startswith(SOURCES)


def _is_number(annotation: ast.expr | None) -> bool:
    return annotation is not None and any(
        isinstance(node, ast.Name) and node.id in NUMBERS for node in ast.walk(annotation)
    )


def _names(tree: ast.Module) -> Iterator[tuple[int, str, ast.expr | None]]:
    for function in functions(tree):
        spec = function.args
        for argument in (*spec.posonlyargs, *spec.args, *spec.kwonlyargs):
            yield argument.lineno, argument.arg, argument.annotation
    for node in ast.walk(tree):
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            yield node.lineno, node.target.id, node.annotation


def check(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Find annotated numbers whose name ends in a quantity without its unit."""
    for line, name, annotation in _names(tree):
        if QUANTITY.search(name.lower()) and name.lower() not in COUNTS and _is_number(annotation):
            yield line, f"{name} does not say its unit: _seconds, _ms, _bytes, _mib, _minor, ..."


RULE = Rule("units_in_names", judges, check)
