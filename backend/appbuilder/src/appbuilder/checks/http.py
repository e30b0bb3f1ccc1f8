"""Acceptance checks over HTTP: what the API does, and what the database keeps."""

from collections.abc import Iterator

from pydantic import JsonValue

from appbuilder.checks.computed import computed_checks
from appbuilder.checks.features import http_checks_of_features
from appbuilder.checks.model import Expectation, HttpCheck, HttpStep
from appbuilder.checks.steps import get, http_check
from appbuilder.checks.values import WORDS, Given, can_be_made, given, obeying_value, path_of, same, searched_field
from appbuilder.compiler.api_models import has_own_order
from appbuilder.compiler.words import total_key
from appbuilder.spec import AppSpec, Entity, Field
from appbuilder.spec.fields import NUMBER_TYPES, UPLOAD_TYPES

REQUIRED = "This field is required."


def http_checks(spec: AppSpec) -> Iterator[HttpCheck]:
    """All HTTP checks of an app that has an API."""
    yield HttpCheck(
        id="app.health",
        title="The app is up",
        area="backend",
        steps=(get("/api/health", Expectation(pointer="/status", op="equals", value="ok")),),
    )
    for entity in spec.entities:
        yield from _entity_checks(spec, entity)


def description_checks() -> Iterator[HttpCheck]:
    """An API without pages says where its description is, and has one for people and one for programs."""
    start = get("/", Expectation(pointer="/docs", op="equals", value="/api/docs"))
    page = HttpStep(method="GET", path="/api/docs", expect_status=(200,), expect_text="<h3>GET /api/health</h3>")
    document = get("/api/openapi.json", Expectation(pointer="/paths", op="exists"))
    title = "The API describes itself for people and programs, and its start says where"
    yield HttpCheck(id="app.description", title=title, area="backend", steps=(start, page, document))


def _entity_checks(spec: AppSpec, entity: Entity) -> Iterator[HttpCheck]:
    yield _list(entity)
    if entity.behaviours.create:
        yield from _refusals(spec, entity)
    if entity.totals:
        yield _totals(entity)
    if not can_be_made(spec, entity):
        return
    yield _create(spec, entity)
    yield from _order(spec, entity)
    yield from _narrowing(spec, entity)
    if entity.behaviours.update:
        yield _update(spec, entity)
    yield _delete(spec, entity)
    yield from computed_checks(spec, entity)
    yield _persistence(spec, entity)
    yield from _integrity(spec, entity)
    yield from http_checks_of_features(spec, entity)


def _one(entity: Entity, made: Given, *expect: Expectation) -> HttpStep:
    return get(f"{path_of(entity)}/{{{made.variable}}}", *expect)


def _list(entity: Entity) -> HttpCheck:
    expect = (Expectation(pointer="/items", op="exists"), Expectation(pointer="/total", op="at_least", value=0))
    return http_check(entity, "list", f"{entity.plural_label} can be listed", get(path_of(entity), *expect))


def _create(spec: AppSpec, entity: Entity) -> HttpCheck:
    made = given(spec, entity)
    title = f"{entity.label} can be added and read"
    return http_check(entity, "create", title, *made.steps, _one(entity, made, *same(made.body)), cleanup=made.cleanup)


def _refusals(spec: AppSpec, entity: Entity) -> Iterator[HttpCheck]:
    """Nothing is stored by these: each request is refused."""
    body: dict[str, JsonValue] = {
        field.column: ([1] if field.many else 1) if field.type == "reference" else obeying_value(spec, entity, field)
        for field in entity.typed_fields
    }
    required = [f for f in entity.fields if f.required and f.default is None and f.type != "boolean"]
    if required:
        steps = [_refused(entity, {k: v for k, v in body.items() if k != f.column}, f, REQUIRED) for f in required]
        title = f"{entity.label}: a missing value is explained"
        yield http_check(entity, "required", title, *steps)
    wrong = [(field, bad, text) for field in entity.typed_fields for bad, text in _wrong(field)]
    if wrong:
        steps = [_refused(entity, {**body, field.column: bad}, field, text) for field, bad, text in wrong]
        yield http_check(entity, "invalid", f"{entity.label}: a wrong value is explained", *steps)


def _refused(entity: Entity, body: dict[str, JsonValue], field: Field, message: str) -> HttpStep:
    expect = (Expectation(pointer=f"/errors/{field.column}", op="equals", value=message),)
    return HttpStep(method="POST", path=path_of(entity), body=body, expect_status=(422,), expect=expect)


def _wrong(field: Field) -> Iterator[tuple[JsonValue, str]]:
    low, high = field.range
    if field.type in NUMBER_TYPES:
        if low is not None:
            yield low - 1, f"Must be at least {low:g}."
        if high is not None and high < 1_000_000:  # noqa: PLR2004 - beyond it ``:g`` rounds
            yield high + 1, f"Must be at most {high:g}."
    if field.type == "email":
        yield "nobody", "Enter an e-mail address such as name@example.com."
    if field.type == "enum":
        yield "no_such_option", "Choose one of the options."
    if field.type in {"text", "long_text"} and (field.length_limit or 0) <= 500:  # noqa: PLR2004 - keeps checks short
        yield "x" * ((field.length_limit or 0) + 1), f"Use at most {field.length_limit} characters."


def _two(spec: AppSpec, entity: Entity) -> tuple[Given, Given]:
    return given(spec, entity, 0, variable="first"), given(spec, entity, 1, variable="second")


def _order(spec: AppSpec, entity: Entity) -> Iterator[HttpCheck]:
    """The second entry was made later and its values are not smaller."""
    if has_own_order(entity):
        return
    sort = entity.default_sort
    descending = sort.direction == "descending"
    found = searched_field(entity)
    if found is None and not (descending and sort.field in {"created_at", "updated_at"}):
        return
    one, two = _two(spec, entity)
    order = (two, one) if descending else (one, two)
    path = f"{path_of(entity)}?q={{unique}}" if found else f"{path_of(entity)}?limit=2"
    expect = [
        Expectation(pointer=f"/items/{index}/id", op="equals", value=f"{{{made.variable}}}")
        for index, made in enumerate(order)
    ]
    label = "Created" if sort.field == "created_at" else "Changed"
    if sort.field not in {"created_at", "updated_at"}:
        label = entity.field(sort.field).label
    title = f"{entity.plural_label} come in order: {label.lower()}, {sort.direction}"
    cleanup = two.cleanup + one.cleanup
    yield http_check(entity, "order", title, *one.steps, *two.steps, get(path, *expect), cleanup=cleanup)


def _only(made: Given) -> tuple[Expectation, Expectation]:
    return (
        Expectation(pointer="/items", op="length", value=1),
        Expectation(pointer="/items/0/id", op="equals", value=f"{{{made.variable}}}"),
    )


def _narrowing(spec: AppSpec, entity: Entity) -> Iterator[HttpCheck]:
    one, two = _two(spec, entity)
    steps, cleanup = one.steps + two.steps, two.cleanup + one.cleanup
    base = f"{path_of(entity)}?q={{unique}}"
    if searched_field(entity):
        search = get(f"{base}%20{WORDS[1]}", *_only(two))
        none = get(f"{base}%20none", Expectation(pointer="/total", op="equals", value=0))
        title = f"{entity.plural_label} can be searched"
        yield http_check(entity, "search", title, *steps, search, none, cleanup=cleanup)
        for field in entity.typed_fields:
            first, second = (
                obeying_value(spec, entity, field, n) if field.type != "reference" else None for n in (0, 1)
            )
            if field.filterable and field.type in {"enum", "boolean", "rating"} and first != second:
                asked = str(first).lower() if isinstance(first, bool) else first
                step = get(f"{base}&{field.column}={asked}", *_only(one))
                title = f"{entity.plural_label} can be filtered by {field.label.lower()}"
                yield http_check(entity, f"filter.{field.id}", title, *steps, step, cleanup=cleanup)
    for field in entity.links:
        if field.required and not field.unique:
            step = get(f"{path_of(entity)}?{field.column}={{first_{field.name}}}", *_only(one))
            title = f"{entity.plural_label} can be filtered by {field.label.lower()}"
            yield http_check(entity, f"filter.{field.id}", title, *steps, step, cleanup=cleanup)


def _changes(spec: AppSpec, entity: Entity) -> dict[str, JsonValue]:
    return {
        field.column: obeying_value(spec, entity, field, 1)
        for field in entity.typed_fields
        if field.type not in {"reference", *UPLOAD_TYPES}
    }


def _update(spec: AppSpec, entity: Entity) -> HttpCheck:
    made, changes = given(spec, entity), _changes(spec, entity)
    path = f"{path_of(entity)}/{{{made.variable}}}"
    change = HttpStep(method="PATCH", path=path, body=changes, expect_status=(200,), expect=same(changes))
    again = _one(entity, made, *same(changes))
    return http_check(
        entity, "update", f"{entity.label} can be changed", *made.steps, change, again, cleanup=made.cleanup
    )


def _delete(spec: AppSpec, entity: Entity) -> HttpCheck:
    made = given(spec, entity)
    path = f"{path_of(entity)}/{{{made.variable}}}"
    steps = (
        HttpStep(method="DELETE", path=path, expect_status=(204,)),
        HttpStep(method="GET", path=path, expect_status=(404,)),
        HttpStep(method="POST", path=f"{path}/restore", expect_status=(204,)),
        _one(entity, made, *same(made.body)),
    )
    title = f"{entity.label} can be deleted, and undo brings it back"
    return http_check(entity, "delete", title, *made.steps, *steps, cleanup=made.cleanup)


def _persistence(spec: AppSpec, entity: Entity) -> HttpCheck:
    """Two entries keep their own values, whichever of them is asked for."""
    one, two = _two(spec, entity)
    reads = (_one(entity, one, *same(one.body)), _one(entity, two, *same(two.body)))
    title = f"{entity.plural_label} are kept as they were entered"
    cleanup = two.cleanup + one.cleanup
    return http_check(entity, "kept", title, *one.steps, *two.steps, *reads, area="database", cleanup=cleanup)


def _integrity(spec: AppSpec, entity: Entity) -> Iterator[HttpCheck]:
    for field in entity.fields:
        if field.unique and field.type != "reference":
            made = given(spec, entity)
            message = "This is already taken. Enter another one."
            step = _refused(entity, made.body, field, message)
            title = f"{entity.label}: {field.label.lower()} is taken only once"
            yield http_check(
                entity, f"unique.{field.id}", title, *made.steps, step, area="database", cleanup=made.cleanup
            )
    for field in entity.links:
        parent = spec.entity(field.reference or "")
        if field.required and parent.id != entity.id:
            made = given(spec, entity)
            path = f"{path_of(parent)}/{{{made.variable}_{field.name}}}"
            steps = (HttpStep(method="DELETE", path=path, expect_status=(409,)), _one(entity, made))
            title = f"{parent.label} with {entity.plural_label.lower()} cannot be deleted"
            yield http_check(
                entity, f"link.{field.id}", title, *made.steps, *steps, area="database", cleanup=made.cleanup
            )


def _totals(entity: Entity) -> HttpCheck:
    expect = [Expectation(pointer=f"/{total_key(entity, index)}", op="exists") for index in range(len(entity.totals))]
    title = f"{entity.plural_label}: {', '.join(total.label.lower() for total in entity.totals)} can be read"
    return http_check(entity, "totals", title, get(f"{path_of(entity)}/summary", *expect))
