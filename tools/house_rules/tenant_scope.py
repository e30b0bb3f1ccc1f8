"""tenant_scope: a repository's method takes or carries the organization whose rows it touches."""

import ast
import re
from collections.abc import Iterator

from house_rules.rule import Rule
from repo import PLATFORM

REPOSITORY = re.compile(rf"{PLATFORM}/[a-z_]+/repository(\.py|/[a-z_]+\.py)$")
SCOPES = {"organization_id", "organization", "scope"}


def judges(path: str) -> bool:
    """Judge the rooms' repositories."""
    return REPOSITORY.match(path) is not None


def _arguments(function: ast.FunctionDef | ast.AsyncFunctionDef) -> set[str]:
    spec = function.args
    return {argument.arg for argument in (*spec.posonlyargs, *spec.args, *spec.kwonlyargs)}


def _carries(constructor: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Whether objects of the class are made for one organization, given as such or taken from a unit of work."""
    kept = {
        node.attr.lstrip("_")
        for node in ast.walk(constructor)
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store)
    }
    return bool(_arguments(constructor) & SCOPES or kept & SCOPES)


def _methods(node: ast.ClassDef) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    return [item for item in node.body if isinstance(item, ast.FunctionDef | ast.AsyncFunctionDef)]


def check(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Find public methods that neither take the organization nor belong to an object made for one."""
    for node in tree.body:
        if not isinstance(node, ast.ClassDef):
            continue
        methods = _methods(node)
        if any(method.name == "__init__" and _carries(method) for method in methods):
            continue
        for method in methods:
            if not method.name.startswith("_") and not _arguments(method) & SCOPES:
                yield method.lineno, f"{node.name}.{method.name} touches rows of no named organization"


RULE = Rule("tenant_scope", judges, check)
