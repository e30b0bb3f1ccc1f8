"""Does a check against a running app, as checks/model.py says."""

import re
import secrets
import string
from collections.abc import Callable
from http.cookiejar import CookieJar
from typing import Any

from appbuilder.checks import Expectation, HttpCheck, HttpStep

from .running import RunningApp, Session, new_session

Variables = dict[str, Any]


class CheckFailed(Exception):
    """A step that did not do what it must."""


class People:
    """The sessions of one check, by name; new ones begin without cookies."""

    def __init__(self, app: RunningApp) -> None:
        self.app = app
        self._jars: dict[str, CookieJar] = {}

    def session(self, name: str) -> Session:
        """Who sends the requests of this name."""
        return new_session(self.cookies(name))

    def cookies(self, name: str) -> CookieJar:
        """What the app gave the session to keep."""
        return self._jars.setdefault(name, CookieJar())


def new_variables() -> Variables:
    """What a check knows before its first step."""
    return {"unique": "".join(secrets.choice(string.ascii_lowercase + string.digits) for _ in range(8))}


def do_check(app: RunningApp, check: HttpCheck) -> None:
    """All steps, then the cleanup, whatever happened."""
    people, variables = People(app), new_variables()
    try:
        for step in check.steps:
            do_step(people, check.id, step, variables)
    finally:
        clean_up(people, check.cleanup, variables)


def clean_up(people: People, steps: tuple[HttpStep, ...], variables: Variables) -> None:
    """Each step for itself; one that names what was never made is left out."""
    for step in steps:
        if set(re.findall(r"\{(\w+)\}", step.path + str(step.body))) <= set(variables):
            do_step(people, "cleanup", step, variables)


def do_step(people: People, name: str, step: HttpStep, variables: Variables) -> None:
    """One request and what its answer must be."""
    path, session = filled(step.path, variables), people.session(step.session)
    if step.text is not None:
        text = str(filled(step.text, variables))
        status, answer = people.app.send(
            step.method, path, text.encode(), content_type=step.content_type, session=session
        )
    else:
        status, answer = people.app.request(step.method, path, filled(step.body, variables), session=session)
    if status not in step.expect_status:
        raise CheckFailed(name, step, status, answer)
    if step.expect_text is not None and str(filled(step.expect_text, variables)) not in str(answer):
        raise CheckFailed(name, step, answer)
    for expectation in step.expect:
        if not _holds(expectation, answer, variables):
            raise CheckFailed(name, expectation, step, answer)
    for variable, pointer in step.save.items():
        found = _find(answer, pointer)
        if not found:
            raise CheckFailed(name, pointer, step, answer)
        variables[variable] = found[0]


def filled(value: Any, variables: Variables) -> Any:  # noqa: ANN401 - any JSON
    """The value with its variables put in."""
    if isinstance(value, dict):
        return {key: filled(item, variables) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [filled(item, variables) for item in value]
    if not isinstance(value, str):
        return value
    whole = re.fullmatch(r"\{(\w+)\}", value)
    return variables[whole[1]] if whole else re.sub(r"\{(\w+)\}", lambda found: str(variables[found[1]]), value)


def _find(answer: Any, pointer: str) -> list[Any]:  # noqa: ANN401 - any JSON
    """The value at the pointer, alone in a list; an empty list when there is none."""
    for part in pointer.split("/")[1:]:
        key = part.replace("~1", "/").replace("~0", "~")
        if isinstance(answer, list) and key.isdigit() and int(key) < len(answer):
            answer = answer[int(key)]
        elif isinstance(answer, dict) and key in answer:
            answer = answer[key]
        else:
            return []
    return [answer]


def _holds(expectation: Expectation, answer: Any, variables: Variables) -> bool:  # noqa: ANN401 - any JSON
    found, wanted = _find(answer, expectation.pointer), filled(expectation.value, variables)
    if expectation.op in {"exists", "absent"}:
        return bool(found) == (expectation.op == "exists")
    if not found:
        return False
    value = found[0]
    holds: dict[str, Callable[[], bool]] = {
        "equals": lambda: value == wanted,
        "not_equals": lambda: value != wanted,
        "contains": lambda: value is not None and wanted in value,
        "at_least": lambda: value is not None and value >= wanted,
        "length": lambda: value is not None and len(value) == wanted,
    }
    return bool(holds[expectation.op]())
