"""The generated app's tests of who may do what with an entity's entries."""

from collections.abc import Iterator

from appbuilder.compiler.access import ACTIONS, is_public, who_may
from appbuilder.compiler.fill import block, fill
from appbuilder.compiler.words import words_of
from appbuilder.spec import AppSpec, Entity
from appbuilder.spec.access import ANYONE, OWNER, SIGNED_IN, Action

_DONE = {"create": 201, "read": 200, "update": 200, "delete": 204}
_NOBODY = "nobody"


def access_tests(spec: AppSpec, entity: Entity) -> Iterator[str]:
    """Each actor with entries of others, owners with their own, and lists that hold only what one may read."""
    words = words_of(entity)
    cases = list(_cases(spec, entity))
    if cases:
        yield fill("tests/permissions.py", **words, cases=block(cases))
    for action in ("update", "delete"):
        if OWNER in who_may(spec, entity, action) and getattr(entity.behaviours, action):
            yield fill("tests/owner.py", **words, what=_WORDS[action], checks=_CHECKS[action])
    if OWNER in who_may(spec, entity, "read"):
        yield fill("tests/private.py", **words)


_WORDS = {"update": "change_it", "delete": "delete_it"}
_CHECKS = {
    "update": (
        'assert signed_in(owner).get(f"{PATH}/{entry[\'id\']}").json()["may_update"] is True\n'
        "assert signed_in(owner).patch(f\"{PATH}/{entry['id']}\", json={}).status_code == 200"
    ),
    "delete": "assert signed_in(owner).delete(f\"{PATH}/{entry['id']}\").status_code == 204",
}


def used_in(tests: str) -> tuple[str, ...]:
    """The import line of the helpers that the tests use."""
    names = ("add_person", "attempt", "give", "person_called", "signed_in", "somebody")
    used = [name for name in names if f"{name}(" in tests]
    return (f"from tests.people import {', '.join(used)}",) if used else ()


def _cases(spec: AppSpec, entity: Entity) -> Iterator[str]:
    for who in (_NOBODY, *(role.name for role in spec.access.roles)):
        for action in ACTIONS:
            if getattr(entity.behaviours, action) and not (action == "create" and _lacks_parents(spec, entity, who)):
                yield f'("{who}", "{action}", {_status(spec, entity, action, who)}),'


def _may(spec: AppSpec, entity: Entity, action: Action, who: str) -> bool:
    """Whether somebody may do it with entries that others added."""
    allowed = who_may(spec, entity, action)
    return ANYONE in allowed or (who != _NOBODY and (SIGNED_IN in allowed or who in allowed))


def _status(spec: AppSpec, entity: Entity, action: Action, who: str) -> int:
    if who == _NOBODY and not is_public(spec, entity, action):
        return 401
    has_own = OWNER in who_may(spec, entity, action)
    if action == "create":
        return 201 if _may(spec, entity, action, who) else 403
    if not _may(spec, entity, "read", who):
        return 404 if has_own or _may(spec, entity, action, who) else 403
    return _DONE[action] if _may(spec, entity, action, who) else 403


def _lacks_parents(spec: AppSpec, entity: Entity, who: str) -> bool:
    """Whether a new entry needs others that were not added by this person, who must not read them."""
    parents = [spec.entity(field.reference) for field in entity.references if field.required and field.reference]
    return _may(spec, entity, "create", who) and not all(_may(spec, each, "read", who) for each in parents)
