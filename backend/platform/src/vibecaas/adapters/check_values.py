"""Variables and expectations of acceptance checks: how `{name}` is filled in and answers are judged."""

import re
from collections.abc import Mapping
from typing import Any

from vibecaas.agents.schemas import Expectation
from vibecaas.kit import ids

_NAME = re.compile(r"\{(\w+)\}")
_MISSING = object()
UNIQUE_LENGTH = 8


class UnknownVariable(Exception):
    """A check names a variable that was never set."""


def new_variables() -> dict[str, Any]:
    """Return what every check starts with."""
    letters = re.sub(r"[^a-z0-9]", "", ids.secret_token(32).lower())
    return {"unique": letters[:UNIQUE_LENGTH]}


def fill(value: Any, variables: dict[str, Any]) -> Any:  # noqa: ANN401 - any JSON
    """Put the variables into every string; a string that is nothing but `{name}` keeps the value's type."""
    if isinstance(value, str):
        whole = _NAME.fullmatch(value)
        if whole:
            return _lookup(whole, variables)
        return _NAME.sub(lambda match: str(_lookup(match, variables)), value)
    if isinstance(value, dict):
        return {key: fill(item, variables) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [fill(item, variables) for item in value]
    return value


def _lookup(match: "re.Match[str]", variables: dict[str, Any]) -> Any:  # noqa: ANN401 - any JSON
    name = match.group(1)
    if name not in variables:
        raise UnknownVariable(name)
    return variables[name]


def at_pointer(document: Any, pointer: str) -> Any:  # noqa: ANN401 - any JSON
    """Return what lies at a JSON pointer (RFC 6901); a marker if nothing does."""
    for part in pointer.split("/")[1:]:
        key = part.replace("~1", "/").replace("~0", "~")
        if isinstance(document, dict) and key in document:
            document = document[key]
        elif isinstance(document, list) and key.isdecimal() and int(key) < len(document):
            document = document[int(key)]
        else:
            return _MISSING
    return document


def saved(document: Any, pointers: Mapping[str, str]) -> dict[str, Any]:  # noqa: ANN401 - any JSON
    """Return the variables that a step takes out of an answer; KeyError with the pointer where nothing lies."""
    found = {name: at_pointer(document, pointer) for name, pointer in pointers.items()}
    for name, value in found.items():
        if value is _MISSING:
            raise KeyError(pointers[name])
    return found


def judge(document: Any, expectation: Expectation, variables: dict[str, Any]) -> str | None:  # noqa: ANN401 - any JSON
    """Return what is wrong, in words; None if the answer is as expected."""
    seen = at_pointer(document, expectation.pointer)
    wanted = fill(expectation.value, variables)
    where = expectation.pointer or "the answer"
    if expectation.op == "absent":
        return None if seen is _MISSING else f"{where} should not be there"
    if seen is _MISSING:
        return f"{where} is missing"
    if expectation.op == "exists" or _holds(expectation.op, seen, wanted):
        return None
    return f"{where} should be {expectation.op.replace('_', ' ')} {wanted!r}, it is {str(seen)[:200]!r}"


def _holds(op: str, seen: Any, wanted: Any) -> bool:  # noqa: ANN401 - any JSON
    if op == "equals":
        return bool(seen == wanted)
    if op == "not_equals":
        return bool(seen != wanted)
    if op == "at_least":
        return isinstance(seen, int | float) and seen >= wanted
    if op == "length":
        return isinstance(seen, str | list | dict) and len(seen) == wanted
    return wanted in seen if isinstance(seen, str | list) else False
