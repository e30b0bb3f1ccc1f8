"""Order in what is generated: imports of Python modules stand as import sorters want them."""

import re
import sys
from collections.abc import Iterator

LINE_LENGTH = 120
# Parts that an app does without leave their blank lines behind.
_MANY_BLANKS = re.compile(r"\n{4,}")
_BLANKS_AFTER_IMPORTS = re.compile(r"^((?:from|import) .*)\n\n\n(?=(?!@|class |def |async )\S)", re.MULTILINE)
_STATEMENT = re.compile(r"from (?P<source>\S+) import \(?(?P<names>[^()]+?),?\s*\)?|import (?P<module>\S+)(?: as \S+)?")
_OWN = frozenset({"app", "tests"})
_OPENED = re.compile(r"from \S+ import \(")


def tidy_python(text: str) -> str:
    """The module with each block of imports in order: Python's own modules, those of others, the app's."""
    result: list[str] = []
    block: list[str] = []
    lines = iter(text.split("\n"))
    for line in lines:
        statement = " ".join([line, *_until_closed(lines)]) if _OPENED.fullmatch(line) else line
        if _STATEMENT.fullmatch(statement):
            block.append(statement)
            continue
        result += _in_order(block)
        block = []
        result.append(line)
    text = _MANY_BLANKS.sub("\n\n\n", "\n".join(result + _in_order(block)))
    return _BLANKS_AFTER_IMPORTS.sub(r"\1\n\n", text)


def _in_order(block: list[str]) -> list[str]:
    groups: dict[int, list[str]] = {}
    for statement in sorted(_merged(block), key=_order):
        groups.setdefault(_group(statement), []).append(_written(statement))
    lines = [line for _, group in sorted(groups.items()) for line in (*group, "")]
    return lines[:-1]


def _group(statement: str) -> int:
    """Python's own modules, then those of others, then the app's."""
    root = statement.split(maxsplit=2)[1].partition(".")[0]
    if root in sys.stdlib_module_names:
        return 0
    return 2 if root in _OWN else 1


def _merged(block: list[str]) -> list[str]:
    """One statement for each source; a name that is changed keeps a statement of its own."""
    names: dict[str, list[str]] = {}
    single = []
    for statement in block:
        found = _STATEMENT.fullmatch(statement)
        if found is None or not found["names"] or " as " in statement:
            single.append(statement)
        else:
            names.setdefault(found["source"], []).append(found["names"])
    return [*single, *(f"from {source} import {', '.join(parts)}" for source, parts in names.items())]


def _until_closed(lines: Iterator[str]) -> Iterator[str]:
    for line in lines:
        yield line.strip()
        if line == ")":
            return


def _written(statement: str) -> str:
    """The import on one line, or with one name on each when that would be too long."""
    found = _STATEMENT.fullmatch(statement)
    if found is None or not found["names"]:
        return statement
    names = sorted(dict.fromkeys(name.strip() for name in found["names"].split(",")), key=_rank)
    short = f"from {found['source']} import {', '.join(names)}"
    if len(short) <= LINE_LENGTH:
        return short
    return "\n".join([f"from {found['source']} import (", *(f"    {name}," for name in names), ")"])


def _rank(name: str) -> tuple[int, str, str]:
    """Constants, then classes, then the rest."""
    word = name.partition(" ")[0]
    kind = 0 if word.isupper() and len(word) > 1 else 1 if word[0].isupper() else 2
    return (kind, word.lower(), word)


def _order(statement: str) -> tuple[bool, str, str]:
    found = _STATEMENT.fullmatch(statement)
    source = (found["source"] or found["module"]) if found else ""
    return (statement.startswith("from "), source.lower(), statement)
