"""Entries that checks make: marked by ``{unique}``, so that they are told apart from people's own."""

from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import JsonValue

from appbuilder.checks.model import Expectation, HttpStep
from appbuilder.compiler.obeying import in_order, need_room, start_of, with_room
from appbuilder.spec import AppSpec, Entity, Field
from appbuilder.spec.fields import NUMBER_TYPES, TEXT_TYPES, UPLOAD_TYPES

WORDS = ("one", "two")
_MARK_LENGTH = 8  # of {unique}
_DATES = ("2031-05-11", "2031-05-12")


@dataclass(frozen=True)
class Given:
    """Steps that store an entry, the steps that remove it and all it needed, and where its id is kept."""

    steps: tuple[HttpStep, ...]
    cleanup: tuple[HttpStep, ...]
    variable: str
    body: dict[str, JsonValue]


def path_of(entity: Entity) -> str:
    """The address of the entity's list in the API."""
    return f"/api/{entity.slug}"


def can_be_made(spec: AppSpec, entity: Entity) -> bool:
    """Whether a check may add entries: only where it can remove them again, with all they need."""
    if not (entity.behaviours.create and entity.behaviours.delete):
        return False
    fields_fit = all(not field.unique or _unique_fits(field) for field in entity.fields)
    parents = [spec.entity(field.reference) for field in entity.references if field.required and field.reference]
    return fields_fit and all(can_be_made(spec, parent) for parent in parents)


def _unique_fits(field: Field) -> bool:
    """Whether the check has a value for the field that nobody else has."""
    if field.type in TEXT_TYPES:
        return field.type != "phone" and (field.length_limit or 0) >= _marked_length(field.type)
    return field.type == "reference"


def _marked_length(kind: str) -> int:
    return {"email": _MARK_LENGTH + 10, "url": _MARK_LENGTH + 24}.get(kind, _MARK_LENGTH + 4)


def is_marked(field: Field) -> bool:
    """Whether the field's value holds the mark, followed by the word of the entry."""
    return field.type in {"text", "long_text"} and (field.length_limit or 0) >= _marked_length(field.type)


def searched_field(entity: Entity) -> Field | None:
    """A field by which the list's search finds an entry of a check."""
    return next((field for field in entity.fields if field.searchable and is_marked(field)), None)


def marked_title(entity: Entity) -> bool:
    """Whether an entry of a check can be recognized by its title."""
    return is_marked(entity.field(entity.title_field))


def value(field: Field, number: int = 0) -> JsonValue:  # noqa: PLR0911 - one for each kind of field
    """A valid value that grows with the number (0 or 1), as far as the field's rules allow; no file is there yet."""
    if field.type in UPLOAD_TYPES:
        return None
    if field.type in TEXT_TYPES:
        return _text(field, number)
    if field.type in NUMBER_TYPES:
        return _number(field, number)
    if field.type == "enum":
        return field.options[min(number, len(field.options) - 1)].value
    if field.type == "boolean":
        return bool(number)
    if field.type == "person":
        return "{admin_id}"
    return _DATES[number] if field.type == "date" else f"{_DATES[number]}T10:30"


def obeying_value(spec: AppSpec, entity: Entity, field: Field, number: int = 0) -> JsonValue:
    """The same, obeying the rules of the entity and of those that take from it."""
    if field.id in need_room(spec, entity):
        return with_room(field)
    return start_of(entity, field) or value(in_order(entity, field), number)


def _text(field: Field, number: int) -> str:
    limit = field.length_limit or 0
    if field.type == "email":
        return f"{{unique}}{number}@example.com" if limit >= _MARK_LENGTH + 13 else f"a{number}@b.co"
    if field.type == "url":
        return f"https://example.com/{{unique}}{number}" if limit >= _MARK_LENGTH + 22 else f"http://b.co/{number}"
    if field.type == "phone":
        return f"+1 555 014{number}"
    return f"{{unique}} {WORDS[number]}" if is_marked(field) else "ab"[number] * min(limit, 3)


def _number(field: Field, number: int) -> int | float:
    low, high = field.range
    start = low if low is not None else (high - 1 if high is not None else 1)
    if field.type in {"integer", "rating", "duration"}:
        start = int(start)
    grown = start + number
    return start if high is not None and grown > high else grown


def given(
    spec: AppSpec,
    entity: Entity,
    number: int = 0,
    *,
    variable: str | None = None,
    links: Mapping[str, str] | None = None,
    values: Mapping[str, JsonValue] | None = None,
) -> Given:
    """An entry of the entity; ``links`` name variables with ids for its references, others are made as needed.

    ``values`` (by field id) win over the usual ones.
    """
    kept = variable or entity.name
    steps: tuple[HttpStep, ...] = ()
    cleanup: tuple[HttpStep, ...] = ()
    body: dict[str, JsonValue] = {}
    for field in entity.typed_fields:
        known = (links or {}).get(field.id)
        if field.type in UPLOAD_TYPES and field.required:
            file = f"{kept}_{field.name}"
            steps = (*steps, upload_step(file))
            loose = HttpStep(method="DELETE", path=f"/api/uploads/{{{file}}}", expect_status=(204, 404))
            cleanup = (loose, *cleanup)
            body[field.column] = f"{{{file}}}"
        elif field.type != "reference" or not field.reference:
            body[field.column] = (values or {}).get(field.id, obeying_value(spec, entity, field, number))
        elif known:
            body[field.column] = [f"{{{known}}}"] if field.many else f"{{{known}}}"
        elif field.required:
            parent = given(spec, spec.entity(field.reference), number, variable=f"{kept}_{field.name}")
            steps, cleanup = steps + parent.steps, parent.cleanup + cleanup
            body[field.column] = [f"{{{parent.variable}}}"] if field.many else f"{{{parent.variable}}}"
    steps = (*steps, create_step(entity, body, kept))
    return Given(steps=steps, cleanup=(removal(entity, kept), *cleanup), variable=kept, body=body)


# The smallest image there is, in letters: one dot.
DOT = "GIF89a\x01\x00\x01\x00\x00\x00\x00;"


def upload_step(variable: str, *, name: str = "dot.gif", content: str = DOT) -> HttpStep:
    """The request that uploads a file and keeps its id."""
    return HttpStep(
        method="POST",
        path=f"/api/uploads?name={name}",
        text=content,
        content_type="application/octet-stream",
        expect_status=(201,),
        save={variable: "/id"},
    )


def create_step(entity: Entity, body: dict[str, JsonValue], variable: str) -> HttpStep:
    """The request that adds the entry and keeps its id."""
    return HttpStep(
        method="POST", path=path_of(entity), body=body, expect_status=(201,), save={variable: "/id"}, expect=same(body)
    )


def removal(entity: Entity, variable: str) -> HttpStep:
    """The request that removes the entry, if it is still there."""
    return HttpStep(method="DELETE", path=f"{path_of(entity)}/{{{variable}}}", expect_status=(204, 404))


def same(body: dict[str, JsonValue]) -> tuple[Expectation, ...]:
    """That an answer holds what was sent."""
    return tuple(Expectation(pointer=f"/{name}", op="equals", value=sent) for name, sent in body.items())
