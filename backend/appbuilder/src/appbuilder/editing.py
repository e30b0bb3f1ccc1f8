"""Edits of a plan by hand: each says in people's words what changes, and takes along what leans on it."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, JsonValue, ValidationError
from pydantic import Field as Setting

from appbuilder.planner.inflect import plural
from appbuilder.spec import (
    AppSpec,
    Entity,
    Field,
    FieldType,
    add_entity,
    add_field,
    changed,
    explain,
    make_entity,
    make_field,
    remove_entity,
    remove_field,
    rename_entity,
    rename_field,
    replace_entity,
    replace_field,
    safe_entity_name,
    safe_field_name,
    usual_pages,
)
from appbuilder.spec.names import snake_case

Words = Annotated[str, Setting(min_length=1, max_length=80, pattern=r"\S")]
Id = Annotated[str, Setting(min_length=1, max_length=60)]
EDITS_LIMIT = 50


class EditRefused(ValueError):
    """The edit does not fit the spec; the message says why, and what to do."""


class _Edit(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class AddEntity(_Edit):
    """A new kind of entry with one text field, and its usual pages."""

    op: Literal["add_entity"]
    label: Words


class RenameEntity(_Edit):
    """Another name for an entity; without ``plural`` it follows from the name."""

    op: Literal["rename_entity"]
    entity: Id
    label: Words
    plural: Words | None = None


class RemoveEntity(_Edit):
    """An entity goes, with its pages and what points to it."""

    op: Literal["remove_entity"]
    entity: Id


class AddField(_Edit):
    """A new field at the end; ``settings`` are those of a field, such as ``options`` or ``reference``."""

    op: Literal["add_field"]
    entity: Id
    label: Words
    type: FieldType
    settings: dict[str, JsonValue] = {}


class RenameField(_Edit):
    """Another name for a field, also where expressions and samples name it."""

    op: Literal["rename_field"]
    entity: Id
    field: Id
    label: Words


class ChangeField(_Edit):
    """Other settings of a field; options that go take along the moves, jobs and default that name them."""

    op: Literal["change_field"]
    entity: Id
    field: Id
    settings: dict[str, JsonValue]


class RemoveField(_Edit):
    """A field goes, with what leans on it."""

    op: Literal["remove_field"]
    entity: Id
    field: Id


class SetBehaviour(_Edit):
    """What people may do with the entries; the form comes and goes with it."""

    op: Literal["set_behaviour"]
    entity: Id
    name: Id
    value: JsonValue


Edit = Annotated[
    AddEntity | RenameEntity | RemoveEntity | AddField | RenameField | ChangeField | RemoveField | SetBehaviour,
    Setting(discriminator="op"),
]


def apply_edit(spec: AppSpec, edit: Edit) -> AppSpec:
    """The spec with the edit; samples that no longer fit are left out. Raises EditRefused."""
    try:
        edited = _apply(_without_samples(spec), edit)
    except KeyError as error:
        raise EditRefused("What is to be changed is not in the plan any more; read the plan again.") from error
    except ValidationError as error:
        raise EditRefused(_reason(spec, edit, error)) from error
    return _with_samples(edited, spec)


def _reason(spec: AppSpec, edit: Edit, error: ValidationError) -> str:
    """Why the edit does not fit; what is said of a part is said of the edit's own settings."""
    document = spec.model_dump(mode="json")
    if isinstance(edit, AddField | ChangeField):
        document |= edit.settings
    elif isinstance(edit, SetBehaviour):
        document |= {edit.name: edit.value}
    return explain(error, document)[0].message


def _apply(spec: AppSpec, edit: Edit) -> AppSpec:  # noqa: PLR0911 - one for each edit
    match edit:
        case AddEntity():
            return _add_entity(spec, edit)
        case RenameEntity():
            return _rename_entity(spec, edit)
        case RemoveEntity():
            return _remove_entity(spec, edit.entity)
        case AddField():
            return add_field(spec, edit.entity, _made(edit))
        case RenameField():
            return _rename_field(spec, edit)
        case ChangeField():
            return _change_field(spec, edit)
        case RemoveField():
            return _remove_field(spec, edit)
        case SetBehaviour():
            return _set_behaviour(spec, edit)


def _add_entity(spec: AppSpec, edit: AddEntity) -> AppSpec:
    name, many = _names(edit.label, None)
    return add_entity(spec, make_entity(name, many, make_field("name", "text", required=True)))


def _names(label: str, several: str | None) -> tuple[str, str]:
    """Singular and plural as code has them; never the same word."""
    name = safe_entity_name(label)
    many = safe_entity_name(several or plural(label.strip().lower()))
    return name, many if many != name else safe_entity_name(f"{label} entries")


def _rename_entity(spec: AppSpec, edit: RenameEntity) -> AppSpec:
    return rename_entity(spec, edit.entity, *_names(edit.label, edit.plural))


def _remove_entity(spec: AppSpec, entity_id: str) -> AppSpec:
    entity = spec.entity(entity_id)
    if len(spec.entities) == 1:
        raise EditRefused(f"{entity.label} is all the app has; add another one before you remove it.")
    alone = [child for child in spec.children(entity_id) if all(each.reference == entity_id for each in child.fields)]
    if alone and alone[0].id != entity_id:
        raise EditRefused(f"{alone[0].label} has no field but {entity.label}; give it another one first.")
    return remove_entity(spec, entity_id)


def _made(edit: AddField) -> Field:
    label = edit.label.strip()
    return make_field(safe_field_name(label), edit.type, label=label, **_plain(edit.settings))


def _plain(settings: Mapping[str, JsonValue]) -> dict[str, Any]:
    """Settings that may be chosen; the id and names of a field have edits of their own."""
    kept = {"id", "name", "previous_names", "type", "label"} & set(settings)
    if kept:
        raise EditRefused(f"“{min(kept)}” is not set this way; rename the field, or remove it and add another one.")
    return dict(settings)


def _rename_field(spec: AppSpec, edit: RenameField) -> AppSpec:
    label = edit.label.strip()
    field = spec.entity(edit.entity).field(edit.field)
    # A label that only differs in its letters' case keeps the name.
    name = field.name if snake_case(label) == snake_case(field.label) else safe_field_name(label)
    return rename_field(spec, edit.entity, edit.field, name, label=label)


def _remove_field(spec: AppSpec, edit: RemoveField) -> AppSpec:
    entity = spec.entity(edit.entity)
    if len(entity.fields) == 1:
        raise EditRefused(f"{entity.field(edit.field).label} is all that {entity.label} has; add another field first.")
    return remove_field(spec, edit.entity, edit.field)


def _change_field(spec: AppSpec, edit: ChangeField) -> AppSpec:
    old = spec.entity(edit.entity).field(edit.field)
    settings = _plain(edit.settings)
    if "options" not in settings:
        return replace_field(spec, edit.entity, changed(old, **settings))
    default = settings.pop("default", old.default)
    new = changed(old, default=None, **settings)
    values = {option.value for option in new.options}
    new = changed(new, default=default if default in values else None)
    entity = spec.entity(edit.entity)
    moves = tuple(move for move in entity.workflow if {move.source, move.target} <= values)
    entity = changed(
        entity,
        workflow=moves if entity.status_field == old.id else entity.workflow,
        fields=tuple(new if each.id == new.id else each for each in entity.fields),
    )
    lost = {option.value for option in old.options} - values
    jobs = tuple(
        job
        for job in spec.jobs
        if not (job.entity == entity.id and entity.status_field == old.id and job.status in lost)
    )
    return replace_entity(changed(spec, jobs=jobs), entity)


def _set_behaviour(spec: AppSpec, edit: SetBehaviour) -> AppSpec:
    entity = spec.entity(edit.entity)
    behaviours = changed(entity.behaviours, **{edit.name: edit.value})
    if edit.name == "create" and not edit.value and behaviours.import_csv:
        behaviours = changed(behaviours, import_csv=False)
    entity = changed(entity, behaviours=behaviours)
    usual = {page.kind: page for page in usual_pages(entity)} if spec.kind.has_web else {}
    pages = [page for page in spec.pages if page.entity != entity.id or page.kind in usual]
    there = {page.kind for page in pages if page.entity == entity.id}
    pages += [page for kind, page in usual.items() if kind not in there]
    entities = tuple(entity if each.id == entity.id else each for each in spec.entities)
    return changed(spec, entities=entities, pages=tuple(pages))


def _without_samples(spec: AppSpec) -> AppSpec:
    return changed(spec, entities=tuple(changed(entity, samples=()) for entity in spec.entities))


def _with_samples(spec: AppSpec, before: AppSpec) -> AppSpec:
    """The spec with the samples that it had and that still fit; those that others point to come first."""
    waiting = {entity.id: _renamed(entity, spec) for entity in before.entities if entity.samples}
    while waiting:
        fitting = next(((key, fits) for key, made in waiting.items() if (fits := _try(spec, key, made))), None)
        if fitting is None:
            return spec
        waiting.pop(fitting[0])
        spec = fitting[1]
    return spec


def _renamed(entity: Entity, spec: AppSpec) -> list[dict[str, JsonValue]]:
    """The entity's samples by the names that its fields have now."""
    after = next((each for each in spec.entities if each.id == entity.id), entity)
    names = {field.id: field.name for field in after.fields}
    ids = {field.name: field.id for field in entity.fields}
    return [{names[ids[key]]: value for key, value in sample.items() if ids[key] in names} for sample in entity.samples]


def _try(spec: AppSpec, entity_id: str, samples: list[dict[str, JsonValue]]) -> AppSpec | None:
    try:
        return replace_entity(spec, changed(spec.entity(entity_id), samples=samples))
    except (KeyError, ValidationError):
        return None
