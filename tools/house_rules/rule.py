"""What a house rule is: a name, the paths it judges, and a walk over one syntax tree."""

import ast
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from repo import Finding

SKIP = re.compile(r"#\s*house: allow ([a-z_]+)(?:,\s*because (\S.*))?")


@dataclass(frozen=True)
class Rule:
    """One rule. ``judges`` says by path whether a file is concerned; ``check`` yields (line, message)."""

    name: str
    judges: Callable[[str], bool]
    check: Callable[[ast.Module], Iterator[tuple[int, str]]]


def apply(rule: Rule, path: str, text: str) -> list[Finding]:
    """Run one rule on one file; a line may excuse itself with ``# house: allow NAME, because REASON``."""
    if not rule.judges(path):
        return []
    lines = text.splitlines()
    findings = []
    for line, message in rule.check(ast.parse(text)):
        skip = SKIP.search(lines[line - 1])
        if skip is None or skip.group(1) != rule.name:
            findings.append(Finding(path, line, f"{rule.name}: {message}"))
        elif not skip.group(2):
            findings.append(Finding(path, line, f"{rule.name}: the exception gives no reason"))
    return findings


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Yield every function and method of a tree."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node
