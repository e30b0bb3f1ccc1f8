"""From a draft to a valid AppSpec."""

import re
from typing import Any

from appbuilder.planner.building.draft import DraftEntity, DraftField
from appbuilder.planner.building.entities import Draft
from appbuilder.planner.inflect import plural, title_case
from appbuilder.planner.reading.facts import AppFact, ThemeFact
from appbuilder.spec import (
    AppSpec,
    Behaviours,
    Entity,
    Field,
    Sort,
    Theme,
    Total,
    make_app,
    make_entity,
    make_field,
    safe_entity_name,
    safe_field_name,
)

_NAME_LENGTH = 40
_BAD = re.compile(r"[\x00-\x1f\x7f-\x9f{}<>\\\"`$]+")


def finish(draft: Draft) -> AppSpec:
    """Return the spec that the draft means."""
    names = _entity_names(draft)
    entities = tuple(to_entity(each, names) for each in draft.entities)
    name = app_name(draft)
    return make_app(name, summary_of(name, draft), *entities, theme=_theme(draft))


def _entity_names(draft: Draft) -> dict[str, tuple[str, str]]:
    """Return name and plural in code for every noun; all of them different."""
    taken: set[str] = set()
    names: dict[str, tuple[str, str]] = {}
    for entity in draft.entities:
        name, many = safe_entity_name(entity.noun), safe_entity_name(entity.plural)
        number = 2
        while name == many or {name, many} & taken:
            name, many = safe_entity_name(f"{entity.noun} {number}"), safe_entity_name(f"{entity.noun} {number} items")
            number += 1
        taken |= {name, many}
        names[entity.noun] = (name, many)
    return names


def to_entity(entity: DraftEntity, names: dict[str, tuple[str, str]]) -> Entity:
    """Return the entity; `names` gives name and plural in code for each noun."""
    fields = [to_field(each, names) for each in _apart(entity.fields, names)]
    by_name = {each.name: each for each in fields}
    name, many = names[entity.noun]
    settings: dict[str, Any] = {
        "behaviours": Behaviours(**{act: False for act in entity.forbidden}),
        "totals": tuple(
            Total(
                kind=total.kind,  # type: ignore[arg-type]  # the three kinds of the spec
                field=by_name[total.field].id if total.field else None,
                by=by_name[total.by].id if total.by else None,
                label=total.label,
            )
            for total in entity.totals
            if (total.field is None or total.field in by_name) and (total.by is None or total.by in by_name)
        ),
    }
    status = by_name.get(safe_field_name(entity.status)) if entity.status else None
    if status is not None and status.type == "enum":
        settings["status_field"] = status.id
    if entity.sort is not None:
        settings["default_sort"] = _sort(entity.sort, by_name)
    return make_entity(name, many, *fields, **settings)


def _sort(wanted: tuple[str | None, bool], by_name: dict[str, Field]) -> Sort:
    field, descending = wanted
    found = by_name.get(field) if field else None
    key = found.id if found is not None and found.sortable else "created_at"
    return Sort(field=key, direction="descending" if descending else "ascending")


def _apart(fields: list[DraftField], names: dict[str, tuple[str, str]]) -> list[DraftField]:
    """Drop fields whose name another one takes: a reference `customer` also takes `customer_id`."""
    taken: set[str] = set()
    kept = []
    for each in sorted(fields, key=lambda one: one.target is None):
        columns = {each.name, f"{each.name}_id"} if each.target else {each.name}
        if not columns & taken and (each.target is None or each.target in names):
            taken |= columns
            kept.append(each)
    return sorted(kept, key=fields.index)


def to_field(made: DraftField, names: dict[str, tuple[str, str]]) -> Field:
    """Return the field of the spec."""
    settings: dict[str, Any] = {"required": made.required, "unique": made.unique}
    if made.low is not None or made.high is not None:
        settings |= {"min": made.low, "max": made.high}
    if made.max_length:
        settings["max_length"] = made.max_length
    if made.target:
        settings["reference"] = f"e_{names[made.target][0]}"
    if made.options:
        settings["options"] = _distinct(made.options)
        settings["default"] = None
    if made.currency and made.type == "money":
        settings["currency"] = made.currency
    for flag in ("searchable", "filterable", "sortable"):
        if getattr(made, flag) is not None:
            settings[flag] = getattr(made, flag)
    return make_field(made.name, made.type, **settings)


def _distinct(options: tuple[str, ...]) -> tuple[str, ...]:
    seen: dict[str, str] = {}
    for option in options:
        value = re.sub(r"[^a-z0-9]+", "_", option.lower()).strip("_")[:40].strip("_")
        if value:
            seen.setdefault(value, _BAD.sub(" ", option)[:80].strip())
    return tuple(seen.values())


def app_name(draft: Draft) -> str:
    """Return the name of the app: the given one, the kind of app, or what it keeps."""
    facts = [fact for fact in draft.reading.facts if isinstance(fact, AppFact)]
    given = [clean_name(fact.name) for fact in facts if fact.is_given_name]
    kinds = [clean_name(title_case(fact.name)) for fact in facts if not fact.is_given_name]
    usual = title_case(plural(draft.entities[0].noun))
    return next((name for name in [*given, *kinds, usual] if name), "My App")[:_NAME_LENGTH].strip()


def clean_name(name: str) -> str:
    """Return a name without what labels may not hold; empty when no letter or digit is left."""
    plain = " ".join(_BAD.sub(" ", name).split()).strip(" .-_'/")
    return plain[:_NAME_LENGTH].strip() if any(character.isalnum() for character in plain) else ""


def summary_of(name: str, draft: Draft) -> str:
    """Return one sentence about the app."""
    kept = [each.plural for each in draft.entities]
    listed = kept[0] if len(kept) == 1 else f"{', '.join(kept[:-1])} and {kept[-1]}"
    first = draft.entities[0]
    fields = [each.words for each in first.fields][:6]
    sentence = f"{name} keeps {listed}"
    if len(kept) == 1:
        sentence += f" with {', '.join(fields[:-1]) + ' and ' if len(fields) > 1 else ''}{fields[-1]}"
    return _BAD.sub(" ", sentence)[:298].strip() + "."


def _theme(draft: Draft) -> Theme:
    parts: dict[str, Any] = {}
    for fact in draft.reading.facts:
        if isinstance(fact, ThemeFact):
            parts[fact.part] = fact.value
    return Theme(**parts)
