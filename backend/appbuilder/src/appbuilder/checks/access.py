"""Checks over HTTP of who may do what: each role with each action, and two people who keep out of each other's way."""

from collections.abc import Iterator, Sequence

from pydantic import JsonValue

from appbuilder.checks.features.follow import named_checks
from appbuilder.checks.model import Expectation, HttpCheck, HttpStep
from appbuilder.checks.sessions import ADMIN, NOBODY, admin_signed_in, by, person_added, signed_in
from appbuilder.checks.steps import equals, http_check
from appbuilder.checks.values import Given, can_be_made, given, path_of, removal
from appbuilder.compiler.access import lacks_parents, may, named_fields, named_readers, status_for, who_may
from appbuilder.spec import AppSpec, Entity
from appbuilder.spec.access import ANYONE, OWNER, SIGNED_IN, Action

_VERBS: dict[Action, str] = {"create": "add", "read": "see", "update": "change", "delete": "delete"}


def access_checks(spec: AppSpec) -> Iterator[HttpCheck]:
    """All of an app with accounts."""
    for entity in spec.entities:
        if not can_be_made(spec, entity):
            continue
        for action in _VERBS:
            if getattr(entity.behaviours, action):
                yield _action(spec, entity, action)
        yield from _own(spec, entity)
        yield from _named(spec, entity)
        yield from named_checks(spec, entity)


def title_of(spec: AppSpec, entity: Entity, action: Action) -> str:
    """``Only admins can delete tickets``."""
    who = who_may(spec, entity, action)
    what = f"{_VERBS[action]} {entity.plural_label.lower()}"
    if who == (ANYONE,):
        return f"Everybody can {what}, signed in or not"
    if who == (SIGNED_IN,):
        return f"Only people who signed in can {what}"
    roles = " and ".join(f"{role.label.lower()}s" for role in spec.access.roles if role.name in who)
    named = "".join(f"the {label}, " for label in named_fields(entity, who))
    return f"Only {named}{'whoever added them and ' if OWNER in who else ''}{roles} can {what}"


def _action(spec: AppSpec, entity: Entity, action: Action) -> HttpCheck:
    """Those who may not come first, then those who may."""
    first = given(spec, entity, variable="first")
    # Who adds an entry does it where there is none that it could get in the way of.
    made = first.steps[:-1] if action == "create" else first.steps
    people, refused, allowed = [admin_signed_in(spec)], [], []
    for who in (NOBODY, *(role.name for role in spec.access.roles if not role.is_admin), ADMIN):
        role = spec.access.admins[0].name if who == ADMIN else who
        if who not in {NOBODY, ADMIN}:
            people.append(signed_in(who, who))
        status = status_for(spec, entity, action, role)
        if action == "read":
            # A list is refused to those only who cannot have entries of their own in it.
            answer = 200 if status == 404 else status  # noqa: PLR2004 - not found
            refused.append(HttpStep(method="GET", path=path_of(entity), session=who, expect_status=(answer,)))
        if status >= 400:  # noqa: PLR2004 - from here on requests are refused
            refused.append(_step(entity, action, first, who, status))
        elif action != "create":
            allowed.append(_step(entity, action, first, who, status))
            # Whoever comes next needs the entry again.
            allowed += by(ADMIN, _another(spec, entity, "first").steps) if action == "delete" else ()
        elif not lacks_parents(spec, entity, role):
            allowed += by(who, _another(spec, entity, "first").steps)
            allowed += by(ADMIN, [removal(entity, "first")])
    steps = (*people, *by(ADMIN, made), *refused, *allowed)
    title = title_of(spec, entity, action)
    return http_check(entity, f"access.{action}", title, *steps, cleanup=by(ADMIN, first.cleanup))


def _another(spec: AppSpec, entity: Entity, variable: str) -> Given:
    """An entry that belongs to the same others as the first one."""
    links = {field.id: f"first_{field.name}" for field in entity.references if field.required}
    return given(spec, entity, variable=variable, links=links)


def _step(entity: Entity, action: Action, made: Given, who: str, status: int) -> HttpStep:
    one = f"{path_of(entity)}/{{{made.variable}}}"
    steps: dict[Action, dict[str, JsonValue]] = {
        "create": {"method": "POST", "path": path_of(entity), "body": made.body},
        "read": {"method": "GET", "path": one},
        "update": {"method": "PATCH", "path": one, "body": {}},
        "delete": {"method": "DELETE", "path": one},
    }
    return HttpStep.model_validate(steps[action] | {"session": who, "expect_status": (status,)})


def _own(spec: AppSpec, entity: Entity) -> Iterator[HttpCheck]:
    """Ann's entry is hers: Bob, who has the same role, cannot change, delete or (where it is private) find it."""
    actions = [a for a in _VERBS if a != "create" and OWNER in who_may(spec, entity, a)]
    actions = [action for action in actions if getattr(entity.behaviours, action)]
    role = author_of(spec, entity)
    if not actions or role is None:
        return
    (add_ann, leave_ann), (add_bob, leave_bob) = person_added("ann", role), person_added("bob", role)
    made = made_by(spec, entity, "ann", role)
    one = f"{path_of(entity)}/{{{made.variable}}}"
    steps: list[HttpStep] = []
    for action in actions:
        refused = status_for(spec, entity, action, role)
        steps.append(_step(entity, action, made, "bob", refused))
        if action == "read":
            steps += _listed(entity, made)
    steps.append(HttpStep(method="GET", path=one, session="ann", expect_status=(200,)))
    for action in actions:
        if action != "read":
            steps.append(_step(entity, action, made, "ann", {"update": 200, "delete": 204}[action]))
    if "delete" in actions:
        steps += (
            HttpStep(method="POST", path=f"{one}/restore", session=who, expect_status=(status,))
            for who, status in (("bob", 404), ("ann", 204))
        )
    yield http_check(
        entity,
        "access.own",
        f"Nobody else can {_listed_verbs(actions)} the {entity.plural_label.lower()} of a person",
        admin_signed_in(spec),
        *add_ann,
        *add_bob,
        *made.steps,
        *steps,
        cleanup=(*made.cleanup, leave_ann, leave_bob),
    )


def _named(spec: AppSpec, entity: Entity) -> Iterator[HttpCheck]:
    """Bob finds an entry of others as soon as it names him."""
    roles = [role.name for role in spec.access.roles if role.id == spec.access.default_role]
    (add_bob, leave_bob), made = person_added("bob", roles[0]), given(spec, entity)
    one = f"{path_of(entity)}/{{{made.variable}}}"
    for field in named_readers(spec, entity):
        yield http_check(
            entity,
            f"access.named.{field.id}",
            f"Whom {entity.plural_label.lower()} name as {field.label.lower()} can see them",
            admin_signed_in(spec),
            *add_bob,
            *by(ADMIN, made.steps),
            HttpStep(method="GET", path=one, session="bob", expect_status=(404,)),
            HttpStep(method="PATCH", path=one, body={field.column: "{bob_id}"}, session=ADMIN, expect_status=(200,)),
            HttpStep(method="GET", path=one, session="bob", expect_status=(200,)),
            cleanup=(*by(ADMIN, made.cleanup), leave_bob),
        )


def _listed(entity: Entity, made: Given) -> Iterator[HttpStep]:
    """Bob's list is empty, Ann's holds her entry; each has added nothing else."""
    path = f"{path_of(entity)}?mine=true"
    for session, total in (("bob", 0), ("ann", 1)):
        expect = (Expectation(pointer="/total", op="equals", value=total),)
        yield HttpStep(method="GET", path=path, session=session, expect_status=(200,), expect=expect)
    path = f"{path_of(entity)}?sort=-created_at&limit=1"
    mine = (equals("/items/0/id", f"{{{made.variable}}}"),)
    yield HttpStep(method="GET", path=path, session="ann", expect_status=(200,), expect=mine)
    none = (equals("/items", []),)
    yield HttpStep(method="GET", path=path, session="bob", expect_status=(200,), expect=none)


def _listed_verbs(actions: Sequence[Action]) -> str:
    verbs = [_VERBS[action] for action in actions]
    return f"{', '.join(verbs[:-1])} or {verbs[-1]}" if len(verbs) > 1 else verbs[0]


def author_of(spec: AppSpec, entity: Entity) -> str | None:
    """A role, no admin's, that may add entries with all they need; None when only admins may."""

    def can_add(entity: Entity, role: str) -> bool:
        parents = [spec.entity(field.reference) for field in entity.references if field.required and field.reference]
        return may(spec, entity, "create", role) and all(
            may(spec, parent, "read", role) or can_add(parent, role) for parent in parents
        )

    roles = [role.name for role in spec.access.roles if not role.is_admin]
    return next((role for role in roles if can_add(entity, role)), None)


def made_by(spec: AppSpec, entity: Entity, session: str, role: str) -> Given:
    """An entry that the person adds, who adds what it needs too where an admin's would not be readable."""
    made = given(spec, entity)
    by_path = {path_of(each): each for each in spec.entities}

    def author(step: HttpStep) -> str:
        each = by_path.get(step.path)
        return ADMIN if each and each.id != entity.id and may(spec, each, "read", role) else session

    steps = tuple(step.model_copy(update={"session": author(step)}) for step in made.steps)
    return Given(steps=steps, cleanup=by(ADMIN, made.cleanup), variable=made.variable, body=made.body)
