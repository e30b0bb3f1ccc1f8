"""Checks of rules across fields and entries, and of workflows."""

from collections.abc import Iterable, Iterator, Mapping

from pydantic import JsonValue

from appbuilder.checks.model import BrowserCheck, Expectation, HttpCheck, HttpStep, Locator
from appbuilder.checks.steps import browser_check, button, click, equals, fill, get, goto, http_check, see
from appbuilder.checks.values import Given, can_be_made, given, obeying_value, path_of
from appbuilder.compiler.access import may, who_may
from appbuilder.compiler.obeying import ROOM, start_of
from appbuilder.compiler.rules import columns_of, quota_field, sequence_message
from appbuilder.spec import Adjust, AppSpec, Entity, Field, NoOverlap, Quota, Rule, Sequence, UniqueTogether
from appbuilder.spec.access import ANYONE, OWNER, SIGNED_IN
from appbuilder.spec.fields import DATE_TYPES

_DAYS = ("2032-03-04", "2032-03-06", "2032-03-05", "2032-03-07")
_MOST = 3
Body = dict[str, JsonValue]


def http_checks(spec: AppSpec, entity: Entity) -> Iterator[HttpCheck]:
    """Each rule refuses what breaks it, and the workflow what it does not know."""
    for rule in entity.rules:
        yield from _check(spec, entity, rule)
    if entity.workflow and entity.behaviours.update:
        yield _workflow(spec, entity)
        yield from _roles(spec, entity)


def browser_checks(spec: AppSpec, entity: Entity) -> Iterator[BrowserCheck]:
    """The form says it when dates are in the wrong order; a status offers only what is possible."""
    for rule in entity.rules:
        if isinstance(rule, Sequence) and entity.behaviours.update:
            earlier, later = entity.field(rule.earlier), entity.field(rule.later)
            if earlier.type not in DATE_TYPES:
                continue
            made = given(spec, entity)
            yield browser_check(
                entity,
                f"order_page.{rule.id}",
                f"{entity.label}: the form says what comes before what",
                goto(f"/{entity.slug}/{{{made.variable}}}/edit"),
                fill(Locator(label=earlier.label), str(_moment(earlier, 1))),
                fill(Locator(label=later.label), str(_moment(later, 0))),
                click(button("Save")),
                see(Locator(text=sequence_message(entity, rule))),
                setup=made.steps,
                cleanup=made.cleanup,
            )


def _check(spec: AppSpec, entity: Entity, rule: Rule) -> Iterator[HttpCheck]:
    match rule:
        case Sequence():
            yield _sequence(spec, entity, rule)
        case NoOverlap():
            yield from _overlap(spec, entity, rule)
        case Quota():
            yield from _quota(spec, entity, rule)
        case UniqueTogether():
            yield from _unique(spec, entity, rule)
        case Adjust():
            yield from _adjust(spec, entity, rule)


def _moment(field: Field, number: int) -> JsonValue:
    if field.type == "date":
        return _DAYS[number]
    if field.type == "datetime":
        return f"{_DAYS[number]}T10:30"
    low, high = field.range
    start = low if low is not None else (high - 1 if high is not None else 1)
    return start + number


def _another(spec: AppSpec, entity: Entity, first: Given, scope: Iterable[str] = ()) -> Body:
    """What a second entry would be: other values, but the same ones in the scope, and the same links."""
    body = dict(first.body)
    kept = set(columns_of(entity, scope))
    for field in entity.typed_fields:
        if field.type not in {"reference", "person"} and field.column in body and field.column not in kept:
            body[field.column] = obeying_value(spec, entity, field, 1)
    return body


def _linked(
    spec: AppSpec, entity: Entity, scope: Iterable[str], values: Mapping[str, Mapping[str, JsonValue]]
) -> Given | None:
    """An entry whose scope has links, also where they may stay empty; None when that cannot be."""
    steps: tuple[HttpStep, ...] = ()
    cleanup: tuple[HttpStep, ...] = ()
    links = {}
    for each in scope:
        field = None if each == OWNER else entity.field(each)
        if field is None:
            continue
        if field.unique or field.type == "person":
            return None
        if field.reference:
            parent = spec.entity(field.reference)
            if not can_be_made(spec, parent):
                return None
            made = given(spec, parent, variable=f"linked_{field.name}", values=values.get(field.id))
            steps, cleanup = steps + made.steps, made.cleanup + cleanup
            links[field.id] = made.variable
    first = given(spec, entity, links=links, values=values.get(entity.id))
    return Given(steps + first.steps, first.cleanup + cleanup, first.variable, first.body)


def _post(entity: Entity, body: Body, *expect: Expectation, status: tuple[int, ...]) -> HttpStep:
    return HttpStep(method="POST", path=path_of(entity), body=body, expect_status=status, expect=expect)


def _named(entity: Entity, rule: Rule, title: str, *steps: HttpStep, made: Given) -> HttpCheck:
    name = f"rule.{rule.id}"
    return http_check(entity, name, f"{entity.label}: {title}", *steps, area="database", cleanup=made.cleanup)


def _sequence(spec: AppSpec, entity: Entity, rule: Sequence) -> HttpCheck:
    earlier, later = entity.field(rule.earlier), entity.field(rule.later)
    made = given(spec, entity)
    body = _another(spec, entity, made) | {earlier.column: _moment(earlier, 1), later.column: _moment(later, 0)}
    message = equals(f"/errors/{later.column}", sequence_message(entity, rule))
    title = f"{later.label.lower()} does not come before {earlier.label.lower()}"
    return _named(entity, rule, title, *made.steps, _post(entity, body, message, status=(422,)), made=made)


def _overlap(spec: AppSpec, entity: Entity, rule: NoOverlap) -> Iterator[HttpCheck]:
    start, end = entity.field(rule.start), entity.field(rule.end or rule.start)
    first = {start.id: _moment(start, 0), end.id: _moment(end, 0 if rule.end is None else 1)}
    made = _linked(spec, entity, rule.scope, {entity.id: first})
    if made is None or {rule.start, rule.end} & set(rule.scope):
        return
    between = _moment(start, 0 if rule.end is None else 2)
    body = _another(spec, entity, made, rule.scope)
    overlapping = body | {end.column: _moment(end, 3)} | {start.column: between}
    refused = Expectation(pointer=f"/errors/{start.column}", op="contains", value="This time is taken by")
    title = "the same time is taken only once"
    yield _named(entity, rule, title, *made.steps, _post(entity, overlapping, refused, status=(422,)), made=made)


def _quota(spec: AppSpec, entity: Entity, rule: Quota) -> Iterator[HttpCheck]:
    limit = rule.limit or 1
    if rule.amount or limit > _MOST or not rule.scope:
        return
    values: dict[str, dict[str, JsonValue]] = {rule.scope[0]: {rule.limit_field: limit}} if rule.limit_field else {}
    made = _linked(spec, entity, rule.scope, values)
    if made is None:
        return
    steps, cleanup = made.steps, made.cleanup
    for number in range(1, limit):
        if any(isinstance(other, NoOverlap | UniqueTogether) for other in entity.rules):
            return
        name = f"more_{number}"
        body = _another(spec, entity, made, rule.scope)
        post = _post(entity, body, status=(201,))
        steps = (*steps, post.model_copy(update={"save": {name: "/id"}}))
        delete = HttpStep(method="DELETE", path=f"{path_of(entity)}/{{{name}}}", expect_status=(204, 404))
        cleanup = (delete, *cleanup)
    body = _another(spec, entity, made, rule.scope)
    field = quota_field(entity, rule)
    refused = _post(
        entity,
        body,
        Expectation(pointer=f"/errors/{field.column}" if field else "/detail", op="contains", value=f"At most {limit}"),
        status=(422 if field else 409,),
    )
    whole = Given(steps, cleanup, made.variable, made.body)
    yield _named(entity, rule, "there are only so many", *steps, refused, made=whole)


def _unique(spec: AppSpec, entity: Entity, rule: UniqueTogether) -> Iterator[HttpCheck]:
    made = _linked(spec, entity, rule.fields, {})
    if made is not None:
        body = _another(spec, entity, made, rule.fields)
        steps = (*made.steps, _post(entity, body, status=(409, 422)))
        yield _named(entity, rule, "the same values are there only once", *steps, made=made)


def _adjust(spec: AppSpec, entity: Entity, rule: Adjust) -> Iterator[HttpCheck]:
    reference, amount = entity.field(rule.reference), entity.field(rule.amount)
    linked = spec.entity(reference.reference or "")
    target = linked.field(rule.target)
    (low, high), sign = target.range, -1 if rule.direction == "subtract" else 1
    start = (low or 0) + (ROOM if sign < 0 else 0)
    taken = max(amount.range[0] or 0, 2)
    if (high is not None and max(start, start + taken) > high) or (amount.range[1] or taken) < taken:
        return
    made = _linked(spec, entity, (rule.reference,), {rule.reference: {target.id: start}, entity.id: {amount.id: taken}})
    if made is None:
        return
    path = f"{path_of(linked)}/{{linked_{reference.name}}}"
    delete = HttpStep(method="DELETE", path=f"{path_of(entity)}/{{{made.variable}}}", expect_status=(204,))
    steps = [get(path, equals(f"/{target.column}", start + sign * taken))]
    if sign < 0 and low is not None:
        too_much = start + 1
        body = _another(spec, entity, made, (rule.reference,)) | {amount.column: too_much}
        if amount.range[1] is None or amount.range[1] >= too_much:
            refused = Expectation(pointer=f"/errors/{amount.column}", op="contains", value="must be at least")
            steps.append(_post(entity, body, refused, status=(422,)))
    steps += [delete, get(path, equals(f"/{target.column}", start))]
    title = f"{target.label.lower()} of the {linked.label.lower()} is adjusted"
    yield _named(entity, rule, title, *made.steps, *steps, made=made)


def _workflow(spec: AppSpec, entity: Entity) -> HttpCheck:
    status = entity.field(entity.status_field or "")
    start = start_of(entity, status)
    possible = [move.target for move in entity.workflow if move.source == start]
    values = [option.value for option in status.options if option.value != start]
    made = given(spec, entity)
    path = f"{path_of(entity)}/{{{made.variable}}}"
    steps = [
        HttpStep(method="PATCH", path=path, body={status.column: to}, expect_status=(409,))
        for to in values
        if to not in possible
    ]
    steps += [get(path, equals(f"/{status.column}", start))]
    if possible:
        steps.append(HttpStep(method="PATCH", path=path, body={status.column: possible[0]}, expect_status=(200,)))
    if values:
        body = _another(spec, entity, made) | {status.column: values[0]}
        exists = Expectation(pointer=f"/errors/{status.column}", op="exists")
        steps.append(_post(entity, body, exists, status=(422,)))
    title = f"{entity.label}: {status.label.lower()} changes only as it may"
    return http_check(entity, "workflow", title, *made.steps, *steps, cleanup=made.cleanup)


def _roles(spec: AppSpec, entity: Entity) -> Iterator[HttpCheck]:
    """Somebody without the role for the first change adds an entry and cannot move it on; an admin can."""
    status = entity.field(entity.status_field or "")
    moves = [move for move in entity.workflow if move.source == start_of(entity, status) and move.who]
    roles = [role for role in spec.access.roles if not role.is_admin and may(spec, entity, "read", role.name)]
    if not moves or not roles or {OWNER, SIGNED_IN, roles[0].id} & set(moves[0].who):
        return
    changers = {OWNER, SIGNED_IN, ANYONE, roles[0].name}
    if not may(spec, entity, "create", roles[0].name) or not changers & set(who_may(spec, entity, "update")):
        return
    made = given(spec, entity)
    *before, create = made.steps
    path = f"{path_of(entity)}/{{{made.variable}}}"
    body: Body = {status.column: moves[0].target}
    yield http_check(
        entity,
        "workflow_roles",
        f"{entity.label}: {status.label.lower()} is changed by those who may",
        *before,
        create.model_copy(update={"session": "member"}),
        HttpStep(method="PATCH", path=path, body=body, session="member", expect_status=(403,)),
        HttpStep(method="PATCH", path=path, body=body, expect_status=(200,)),
        cleanup=made.cleanup,
    )
