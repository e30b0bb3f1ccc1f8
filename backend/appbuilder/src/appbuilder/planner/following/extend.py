"""Additions to a spec: it becomes a draft, the same rules as for a new app work on it, and what is new is edited in."""

from copy import deepcopy
from typing import Any

from appbuilder.planner.building.draft import DraftEntity, DraftField
from appbuilder.planner.building.entities import add_facts, new_nouns
from appbuilder.planner.building.finish import InCode, Names, entity_names, sort_of, to_entity, to_field, total_of
from appbuilder.planner.building.shaping import complete, describe
from appbuilder.planner.building.state import Draft
from appbuilder.planner.building.views import draft_views
from appbuilder.planner.editing import Editing
from appbuilder.planner.reading.facts import Reading
from appbuilder.spec import AppSpec, Behaviours, Entity, Field, add_entity, add_field, changed, replace_entity
from appbuilder.spec.app import ENTITIES_LIMIT
from appbuilder.spec.entities import FIELDS_LIMIT

_RULES = ("required", "unique", "min", "max", "max_length", "options", "searchable", "filterable", "sortable", "type")


def extend(editing: Editing, reading: Reading) -> None:
    """Add what the facts of the reading ask for: fields, entities, choices, rules, order, search, totals."""
    draft = Draft(reading, entities=[_draft_of(entity, editing.spec) for entity in editing.spec.entities])
    before = deepcopy(draft.entities)
    names: Names = {_noun(entity): InCode(entity.name, entity.plural, entity.id) for entity in editing.spec.entities}
    fresh = [DraftEntity(noun) for noun in new_nouns(draft)][: ENTITIES_LIMIT - len(draft.entities)]
    draft.entities += fresh
    add_facts(draft)
    for entity in fresh:
        complete(entity)
    draft_views(draft)
    names = entity_names(draft.entities, names)
    for entity in _targets_first(fresh, {each.noun for each in before}):
        editing.spec = add_entity(editing.spec, to_entity(entity, names))
        editing.changes.append(f"Added {entity.plural} with {', '.join(each.words for each in entity.fields)}")
    for old, new in zip(before, draft.entities, strict=False):
        _apply(editing, names, old, new)
    editing.trace += draft.trace
    editing.refused += draft.refused


def _targets_first(fresh: list[DraftEntity], known: set[str]) -> list[DraftEntity]:
    """Order new entities so that each finds what it points to; a circle is cut where it closes."""
    waiting, ordered = list(fresh), []
    while waiting:
        ready = [each for each in waiting if all(one.target is None or one.target in known for one in each.fields)]
        chosen = (ready or waiting)[0]
        chosen.fields = [one for one in chosen.fields if one.target is None or one.target in known]
        if not chosen.fields:
            complete(chosen)
        waiting.remove(chosen)
        ordered.append(chosen)
        known = known | {chosen.noun}
    return ordered


def _noun(entity: Entity) -> str:
    return entity.name.replace("_", " ")


def _draft_of(entity: Entity, spec: AppSpec) -> DraftEntity:
    status = entity.field(entity.status_field).name if entity.status_field else None
    return DraftEntity(_noun(entity), [_draft_field(each, spec) for each in entity.fields], status)


def _draft_field(field: Field, spec: AppSpec) -> DraftField:
    return DraftField(
        words=field.name.replace("_", " "),
        type=field.type,
        required=field.required,
        unique=field.unique,
        low=field.min,
        high=field.max,
        max_length=field.max_length,
        options=tuple(option.label for option in field.options),
        target=_noun(spec.entity(field.reference)) if field.reference else None,
        currency=field.currency,
        searchable=field.searchable,
        filterable=field.filterable,
        sortable=field.sortable,
    )


def _apply(editing: Editing, names: Names, old: DraftEntity, new: DraftEntity) -> None:
    """Edit what differs between an entity before and after."""
    identifier = names[old.noun].id
    earlier = {each.name: each for each in old.fields}
    many = editing.spec.entity(identifier).plural_label.lower()
    for each in new.fields:
        entity = editing.spec.entity(identifier)
        if each.name not in earlier:
            _add(editing, names, entity, each)
        elif each != earlier[each.name]:
            _change(editing, names, entity, each, many)
    _apply_views(editing, identifier, old, new, many)


def _add(editing: Editing, names: Names, entity: Entity, made: DraftField) -> None:
    """Add a field; it is optional, so that the entries of before stay valid."""
    keys = {key for each in entity.fields for key in (each.name, each.column)}
    if len(entity.fields) >= FIELDS_LIMIT or made.name in keys or (made.target and f"{made.name}_id" in keys):
        return
    made.required = False
    editing.spec = add_field(editing.spec, entity.id, to_field(made, names))
    editing.changes.append(f"Added {describe(made)} to {entity.plural_label.lower()}")


def _change(editing: Editing, names: Names, entity: Entity, made: DraftField, many: str) -> None:
    current = next(each for each in entity.fields if each.name == made.name)
    wanted = to_field(made, names)
    update: dict[str, Any] = {name: getattr(wanted, name) for name in _RULES}
    if wanted.type != current.type and not (current.type == "text" and wanted.type == "enum"):
        return
    values = {option.value for option in wanted.options}
    if wanted.type != current.type or (values and current.default not in {None, *values}):
        update["default"] = None
    made_field = Field.model_validate(current.model_dump() | update)
    if made_field != current:
        said = f"Changed {describe(made)} of {many}{_found(current, made_field)}"
        reason = f"{many} have entries that it does not fit"
        editing.put(None, lambda spec: _with_changed(spec, entity, made_field), said, reason)


def _with_changed(spec: AppSpec, entity: Entity, field: Field) -> AppSpec:
    """The spec with the field, and without what names options that it has no more."""
    values = {option.value for option in field.options}
    lost = {option.value for option in entity.field(field.id).options} - values
    fields = tuple(field if each.id == field.id else each for each in entity.fields)
    parts: dict[str, Any] = {"fields": fields}
    jobs = spec.jobs
    if entity.status_field == field.id:
        parts["workflow"] = tuple(move for move in entity.workflow if not {move.source, move.target} & lost)
        jobs = tuple(job for job in jobs if job.entity != entity.id or job.status not in lost)
    parts["samples"] = tuple(each for each in entity.samples if each.get(field.name) not in lost)
    entities = tuple(changed(entity, **parts) if each.id == entity.id else each for each in spec.entities)
    return changed(spec, entities=entities, jobs=jobs)


def _found(current: Field, changed: Field) -> str:
    if changed.searchable and not current.searchable:
        return ": searchable now"
    return ": can be filtered now" if changed.filterable and not current.filterable else ""


def _apply_views(editing: Editing, identifier: str, old: DraftEntity, new: DraftEntity, many: str) -> None:
    entity = editing.spec.entity(identifier)
    by_name = {each.name: each for each in entity.fields}
    update: dict[str, Any] = {}
    if new.sort is not None:
        update["default_sort"] = sort_of(new.sort, by_name)
    totals = [made for total in new.totals if (made := total_of(total, by_name)) is not None]
    known = {(total.kind, total.field, total.by) for total in entity.totals}
    added = tuple(total for total in totals if (total.kind, total.field, total.by) not in known)
    if added:
        update["totals"] = (*entity.totals, *added)[:12]
    if new.forbidden:
        gone = new.forbidden | ({"import_csv"} if "create" in new.forbidden else set())
        update["behaviours"] = Behaviours(**(entity.behaviours.model_dump() | dict.fromkeys(gone, False)))
    status = by_name.get(new.status) if new.status and new.status != old.status else None
    if status is not None and status.type == "enum":
        update |= {"status_field": status.id, "workflow": ()}
    altered = changed(entity, **update)
    if altered == entity:
        return
    if altered.behaviours != entity.behaviours and not (altered.behaviours.create or altered.behaviours.update):
        return
    editing.spec = replace_entity(editing.spec, altered)
    if "default_sort" in update and altered.default_sort != entity.default_sort:
        key = altered.default_sort.field.removeprefix("f_").replace("_", " ").replace("created at", "time of entry")
        editing.changes.append(f"{many[:1].upper()}{many[1:]} are sorted by {key}, {altered.default_sort.direction}")
    editing.changes += [f"{total.label} above {many}" for total in added]
    editing.changes += [f"{many[:1].upper()}{many[1:]}: no {act}" for act in sorted(new.forbidden)]
