"""The generated app's tests of who may do what with an entity's entries."""

from collections.abc import Iterator

from appbuilder.compiler.access import ACTIONS, NOBODY, lacks_parents, named_readers, sees_own, status_for, who_may
from appbuilder.compiler.fill import block, fill
from appbuilder.compiler.words import words_of
from appbuilder.spec import AppSpec, Entity
from appbuilder.spec.access import OWNER


def access_tests(spec: AppSpec, entity: Entity) -> Iterator[str]:
    """Each actor with entries of others, owners with their own, and lists that hold only what one may read."""
    words = words_of(entity)
    cases = list(_cases(spec, entity))
    if cases:
        yield fill("tests/permissions.py", **words, cases=block(cases))
    for action in ("update", "delete"):
        is_owners = OWNER in who_may(spec, entity, action) and sees_own(spec, entity)
        if is_owners and getattr(entity.behaviours, action):
            yield fill("tests/owner.py", **words, what=_WORDS[action], checks=_CHECKS[action])
    if OWNER in who_may(spec, entity, "read"):
        yield fill("tests/private.py", **words)
    for field in named_readers(spec, entity):
        yield fill("tests/named.py", **words, field=field.name, column=field.column)


_WORDS = {"update": "change_it", "delete": "delete_it"}
_CHECKS = {
    "update": (
        'assert signed_in(owner).get(f"{PATH}/{entry[\'id\']}").json()["may_update"] is True\n'
        "assert signed_in(owner).patch(f\"{PATH}/{entry['id']}\", json={}).status_code == 200"
    ),
    "delete": (
        "assert signed_in(owner).delete(f\"{PATH}/{entry['id']}\").status_code == 204\n"
        "assert somebody().post(f\"{PATH}/{entry['id']}/restore\").status_code == 404\n"
        "assert signed_in(owner).post(f\"{PATH}/{entry['id']}/restore\").status_code == 204"
    ),
}


def used_in(tests: str) -> tuple[str, ...]:
    """The import line of the helpers that the tests use."""
    names = ("add_person", "attempt", "give", "person_called", "signed_in", "somebody")
    used = [name for name in names if f"{name}(" in tests]
    return (f"from tests.people import {', '.join(used)}",) if used else ()


def _cases(spec: AppSpec, entity: Entity) -> Iterator[str]:
    for who in (NOBODY, *(role.name for role in spec.access.roles)):
        for action in ACTIONS:
            if getattr(entity.behaviours, action) and not (action == "create" and lacks_parents(spec, entity, who)):
                yield f'("{who}", "{action}", {status_for(spec, entity, action, who)}),'
