"""From the words of a list to a field: type, rules, choices; and the fields that an entity lacks."""

import re

from appbuilder.planner.building.draft import DraftEntity, DraftField, default_fields, is_usually_required
from appbuilder.planner.building.types import currency_of, field_type
from appbuilder.planner.inflect import singular
from appbuilder.planner.lexicon.fields import (
    KNOWN_CHOICES,
    KNOWN_STATES,
    NAMING,
    STATUS_WORDS,
    TOLD_AS_TEXT,
    TOLD_BY_FACTS,
    USUAL_STATES,
)
from appbuilder.planner.lexicon.limits import CAPACITIES, ROOM_WORDS
from appbuilder.planner.lexicon.nouns import NOUNS
from appbuilder.planner.lexicon.speech import DEEDS
from appbuilder.planner.lexicon.telling import MEASURES
from appbuilder.planner.reading.choices import split_choices
from appbuilder.planner.reading.facts import Item
from appbuilder.planner.reading.people import is_people_noun
from appbuilder.planner.reading.rules import settings_of
from appbuilder.spec.fields import DATE_TYPES, NUMBER_TYPES, RATING_LIMIT

STATUS_BY_DEFAULT = frozenset(
    {
        "task",
        "chore",
        "ticket",
        "issue",
        "bug",
        "lead",
        "deal",
        "order",
        "project",
        "application",
        "candidate",
        "notification",
        "outgoing message",
    }
)

_FEW = 2
_UNIT = re.compile(rf"\bin (?P<unit>{MEASURES})(?![\w-])")
_TITLES = frozenset({"text", "email", "date", "datetime"})


def make_draft_field(entity: DraftEntity, item: Item) -> DraftField:
    """Return the field an item of a list means, with its rules."""
    words = _field_words(item.words) if item.kind is None else item.words
    if words in STATUS_WORDS:
        entity.status = words
        options = item.options or KNOWN_STATES.get(entity.noun, USUAL_STATES)
        return DraftField(words, "enum", required=True, options=options)
    if item.kind is not None:
        made = DraftField(words, item.kind, options=item.options, label=item.label, default=item.default)
        made.currency = currency_of(item.qualifier)
        return apply_settings(made, settings_of(item.qualifier))
    usual = next((each.options for each in default_fields(entity.noun) if each.words == words), ())
    settings = settings_of(item.qualifier)
    if measured := _UNIT.search(item.qualifier):
        kind = field_type(words, item.qualifier)
        made = DraftField(words, kind if kind in NUMBER_TYPES else "decimal", label=f"{words} in {measured['unit']}")
        return apply_settings(made, settings)
    choices = split_choices(item.qualifier) or (() if "max" in settings else KNOWN_CHOICES.get(words, ()) or usual)
    kind = TOLD_AS_TEXT.get(words, {}).get(entity.noun) or field_type(words, item.qualifier)
    made = DraftField(words, "enum" if choices else kind, options=choices)
    made.required = is_usually_required(entity.noun, words)
    made.currency = currency_of(item.qualifier)
    return apply_settings(made, settings)


def _field_words(words: str) -> str:
    words = words.replace("e-mail", "email")
    plain = singular(words)
    return plain if plain != words and field_type(plain) != "text" and field_type(words) == "text" else words


def apply_settings(made: DraftField, settings: dict[str, bool | int | float]) -> DraftField:
    """Put rules on a field, as far as its type allows them."""
    made.required = bool(settings.get("required", made.required))
    if settings.get("unique") and made.type not in {"boolean", "enum", "rating", "long_text"}:
        made.unique = True
    if "max_length" in settings and made.type in {"text", "long_text", "email", "url", "phone"}:
        made.max_length = int(settings["max_length"])
    if "min" in settings or "max" in settings:
        _bound(made, settings.get("min"), settings.get("max"))
    return made


def _bound(made: DraftField, low: bool | float | None, high: bool | float | None) -> None:
    if made.type in {"text", "enum"} and not made.options:
        made.type = "integer"
    if made.type not in {"integer", "decimal", "money", "rating"}:
        return
    if made.type == "rating" and not (
        low in (0, 1) and high is not None and high <= RATING_LIMIT and high == int(high)
    ):
        made.type = "integer"
    if made.type == "integer" and any(value is not None and value != int(value) for value in (low, high)):
        made.type = "decimal"
    if low is not None and high is not None and low >= high:
        return
    made.low, made.high = low, high


def complete(entity: DraftEntity) -> None:
    """Give an entity without fields its usual ones, and one without a title its usual title."""
    usual = default_fields(entity.noun)
    if not entity.fields:
        entity.fields = usual
        if entity.noun in STATUS_BY_DEFAULT and entity.find("status") is None:
            entity.status = "status"
            entity.fields.insert(1, DraftField("status", "enum", required=True, options=KNOWN_STATES[entity.noun]))
    elif entity.fields[0].words == "description" and len(entity.fields) > _FEW and not _has_title(entity):
        entity.fields[0].type = "text"  # lines of a document are told apart by what they are for
    elif not _has_title(entity):
        _add_usual(entity, usual)
    elif entity.noun in NOUNS and usual[0].words in {"name", "title"} and not _is_named(entity):
        entity.fields.insert(0, usual[0])
        usual[0].required = is_people_noun(entity.noun) or not _is_dated(entity)
    for each in entity.fields:
        is_told = each not in usual and each.words in {"name", "title"}
        each.required = each.required or (is_told and each.type == "text")
    if not any(each.required for each in entity.fields):
        dated = next((each for each in entity.fields if each.type in DATE_TYPES), None)
        needed = dated if dated is not None and entity.fields[0] in usual else entity.fields[0]
        needed.required = needed.type != "boolean"


def _is_dated(entity: DraftEntity) -> bool:
    """Whether the request says enough to tell one entry from another: a date, and more than that."""
    return len(entity.fields) > _FEW and any(each.type in DATE_TYPES for each in entity.fields)


def _has_title(entity: DraftEntity) -> bool:
    return any(each.type in _TITLES and each.target is None for each in entity.fields)


def _is_named(entity: DraftEntity) -> bool:
    """Tell whether one of the fields told says which record it is: "serial number", but not "company" and "phone".

    What people do to a thing, such as a rental, is told by the thing and by whose it is; what a request describes
    fully, from a street or a date on, needs no name that nobody asked for.
    """
    own = {entity.noun, entity.noun.rpartition(" ")[2]}
    is_told_fully = len(entity.fields) > _FEW and entity.fields[0].type == "text" and entity.fields[0].target is None
    if is_told_fully and not is_people_noun(entity.noun):
        return True
    naming = NAMING - {"number", "label", "code"} if is_people_noun(entity.noun) else NAMING  # a guest's table number
    return entity.noun in TOLD_BY_FACTS.union(DEEDS.values()) or any(
        each.words in own or each.words.rpartition(" ")[2] in naming for each in entity.fields
    )


def _add_usual(entity: DraftEntity, usual: list[DraftField]) -> None:
    """Give an entity that lacks a title its usual one; one of which little was said all its usual fields."""
    told = list(entity.fields)
    has_words = any(each.type == "long_text" for each in told)
    first = usual[0] if entity.find(usual[0].words) is None else DraftField("name", "text", required=True)
    if entity.noun in NOUNS and len(told) <= _FEW and not has_words:
        said = {word for one in told for word in (one.words, singular(one.words))}
        is_shown = any(one.type == "image" for one in told)
        more = [each for each in usual if each.words not in said and not (is_shown and each.type == "image")]
        more = [each for each in more if each is usual[0] or not _says_again(each, told)]
        is_title = bool(more) and more[0] is usual[0]
        for each in more[is_title:]:
            each.required = False  # nobody asked for it: it helps those who want it and hinders nobody
        entity.fields = [*more[:1], *told, *more[1:]] if is_title else [*told, *more]
    elif not has_words or first.type == "text":
        entity.fields.insert(0, first)


def _says_again(usual: DraftField, told: list[DraftField]) -> bool:
    """Whether a usual field says what was told: "guests" beside "number of guests", a capacity beside beds."""
    last = {each.words.rpartition(" ")[2] for each in told}
    return usual.words in last or (usual.words in CAPACITIES and bool(last & ROOM_WORDS))


def describe(made: DraftField) -> str:
    """Say in words what a field is: "rating (rating, 1 to 5)"."""
    kind = {
        "long_text": "long text",
        "url": "link",
        "boolean": "yes or no",
        "enum": "choice",
        "integer": "whole number",
    }
    notes = [kind.get(made.type, made.type) if made.target is None else f"one {made.target}"]
    if made.low is not None and made.high is not None:
        notes.append(f"{made.low} to {made.high}")
    elif made.low is not None or made.high is not None:
        notes.append(f"at least {made.low}" if made.low is not None else f"at most {made.high}")
    notes += [f"at most {made.max_length} characters"] if made.max_length else []
    notes += [word for word, holds in (("required", made.required), ("unique", made.unique)) if holds]
    return f"{made.words} ({', '.join(notes)})"
