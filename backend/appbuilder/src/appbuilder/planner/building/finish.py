"""From a draft to a valid AppSpec."""

import re
from dataclasses import replace
from typing import Any, NamedTuple

from appbuilder.planner.building.draft import DraftEntity, DraftField, DraftTotal
from appbuilder.planner.building.naming import app_name
from appbuilder.planner.building.state import Draft
from appbuilder.planner.inflect import sentence_case, with_acronyms
from appbuilder.planner.lexicon.fields import FILTERED, STATUS_WORDS
from appbuilder.planner.reading.facts import ThemeFact
from appbuilder.spec import (
    AppSpec,
    Behaviours,
    Entity,
    Field,
    Sort,
    Theme,
    Total,
    label_of,
    make_app,
    make_entity,
    make_field,
    safe_entity_name,
    safe_field_name,
)
from appbuilder.spec.entities import FIELDS_LIMIT
from appbuilder.spec.fields import DATE_TYPES, NUMBER_TYPES, UPLOAD_TYPES, Option

_STEM_LENGTH = 24  # leaves room for a number, so that the next name is another one
_BAD = re.compile(r"[\x00-\x1f\x7f-\x9f{}<>\\\"`$]+")


class InCode(NamedTuple):
    """What a noun is called in code: name, plural and id of its entity."""

    name: str
    plural: str
    id: str


Names = dict[str, InCode]


def finish(draft: Draft) -> AppSpec:
    """Return the spec that the draft means."""
    names = entity_names(draft.entities, {})
    entities = tuple(to_entity(each, names) for each in draft.entities)
    name = app_name(draft)
    return make_app(name, summary_of(name, draft), *entities, theme=_theme(draft))


def entity_names(entities: list[DraftEntity], known: Names) -> Names:
    """Return what every noun is called in code, beside the known ones; all of them different."""
    taken = {word for each in known.values() for word in (each.name, each.plural)}
    names = dict(known)
    for entity in entities:
        if entity.noun in names:
            continue
        name, many = safe_entity_name(entity.noun), safe_entity_name(entity.plural)
        stem, number = entity.noun[:_STEM_LENGTH], 2
        while name == many or {name, many} & taken:
            name, many = safe_entity_name(f"{stem} {number}"), safe_entity_name(f"{stem} {number} items")
            number += 1
        taken |= {name, many}
        names[entity.noun] = InCode(name, many, f"e_{name}")
    return names


def to_entity(entity: DraftEntity, names: Names) -> Entity:
    """Return the entity; `names` gives name and plural in code for each noun."""
    fields = [to_field(each, names) for each in _worked_out(_apart(entity.fields, names))][:FIELDS_LIMIT]
    by_name = {each.name: each for each in fields}
    name, many, _ = names[entity.noun]
    settings: dict[str, Any] = {
        "behaviours": Behaviours(**dict.fromkeys(entity.forbidden, False)),
        "totals": tuple(made for total in entity.totals if (made := total_of(total, by_name)) is not None),
    }
    status = by_name.get(safe_field_name(entity.status)) if entity.status else None
    if status is not None and status.type == "enum":
        settings["status_field"] = status.id
    title = _title(fields)
    if title is not None:
        settings["title_field"] = title.id
    if entity.sort is not None:
        settings["default_sort"] = sort_of(entity.sort, by_name)
    return make_entity(name, many, *fields, **settings)


def _title(fields: list[Field]) -> Field | None:
    """What names an entry without a name of its own: its date, else its notes; None leaves the usual choice."""
    if any(each.type in {"text", "email"} for each in fields):
        return None
    dated = [each for each in fields if each.type in DATE_TYPES]
    noted = [each for each in fields if each.type == "long_text"]
    return next(iter([*dated, *reversed(noted)]), None)


def total_of(total: DraftTotal, by_name: dict[str, Field]) -> Total | None:
    """Return the total of the spec, or None when a field it needs is not there."""
    if (total.field and total.field not in by_name) or (total.by and total.by not in by_name):
        return None
    return Total(
        kind=total.kind,
        field=by_name[total.field].id if total.field else None,
        by=by_name[total.by].id if total.by else None,
        label=total.label,
    )


def sort_of(wanted: tuple[str | None, bool], by_name: dict[str, Field]) -> Sort:
    """Return the order of the spec; the time of entry when the field cannot be sorted by."""
    field, descending = wanted
    found = by_name.get(field) if field else None
    key = found.id if found is not None and found.sortable else "created_at"
    return Sort(field=key, direction="descending" if descending else "ascending")


def _apart(fields: list[DraftField], names: Names) -> list[DraftField]:
    """Drop fields whose name another one takes: a reference `customer` also takes `customer_id`."""
    taken: set[str] = set()
    kept = []
    for each in sorted(fields, key=lambda one: one.target is None):
        columns = {each.name, f"{each.name}_id", f"{each.name}_ids"} if each.target else {each.name}
        if not columns & taken and (each.target is None or each.target in names):
            taken |= columns
            kept.append(each)
    return sorted(kept, key=fields.index)


def _worked_out(fields: list[DraftField]) -> list[DraftField]:
    """Write expressions with names in code; a field whose parts are not there is dropped."""
    names = {each.words: each.name for each in fields if each.type in NUMBER_TYPES}
    kept = []
    for each in fields:
        parts = [part.strip() for part in re.split(r"[-+*/]", each.expression or "")]
        if each.expression is None:
            kept.append(each)
        elif all(part in names for part in parts):
            written = re.sub(r"[a-z][a-z ]*[a-z]", lambda match: names[match.group()], each.expression)
            kept.append(replace(each, expression=written))
    return kept


def to_field(made: DraftField, names: Names) -> Field:
    """Return the field of the spec."""
    settings: dict[str, Any] = {"required": made.required, "unique": made.unique}
    if made.low is not None or made.high is not None:
        settings |= {"min": made.low, "max": made.high}
    if made.max_length:
        settings["max_length"] = made.max_length
    if made.target:
        settings |= {"reference": names[made.target].id, "many": made.many}
    if made.expression:
        return make_field(made.name, "computed", label=label_for(made), expression=made.expression)
    if made.options:
        settings["options"] = options = [Option.model_validate(each) for each in _distinct(made.options)]
        settings["default"] = options[0].value if made.words in STATUS_WORDS else None
    settings |= {"default": made.default} if made.default is not None else {}
    if made.currency and made.type == "money":
        settings["currency"] = made.currency
    settings |= {"filterable": True} if made.type == "text" and made.words in FILTERED else {}
    for flag in ("searchable", "filterable", "sortable"):
        if getattr(made, flag) is not None and made.type not in UPLOAD_TYPES and not made.many:
            settings[flag] = getattr(made, flag)
    return make_field(made.name, made.type, label=label_for(made), **settings)


def label_for(made: DraftField) -> str:
    """Return the field's name for people, as the request wrote it."""
    return _BAD.sub(" ", sentence_case(made.label or with_acronyms(made.words)))[:80].strip() or label_of(made.name)


def _distinct(options: tuple[str, ...]) -> tuple[str, ...]:
    seen: dict[str, str] = {}
    for option in options:
        value = re.sub(r"[^a-z0-9]+", "_", option.lower()).strip("_")[:40].strip("_")
        if value:
            seen.setdefault(value, _BAD.sub(" ", option)[:80].strip())
    return tuple(seen.values())


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
