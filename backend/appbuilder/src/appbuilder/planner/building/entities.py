"""From facts to entities: which nouns become records, their fields, relations, choices and rules."""

from dataclasses import dataclass, field

from appbuilder.planner.building.draft import DraftEntity, DraftField, default_fields, is_usually_required
from appbuilder.planner.building.types import currency_of, field_type
from appbuilder.planner.inflect import plural, sentence_case, singular
from appbuilder.planner.lexicon.apps import APPS
from appbuilder.planner.lexicon.fields import KNOWN_CHOICES, KNOWN_STATES, STATUS_WORDS, UPLOADS, USUAL_STATES
from appbuilder.planner.lexicon.nouns import PARENTS
from appbuilder.planner.reading.choices import split_choices
from appbuilder.planner.reading.facts import (
    AppFact,
    ChoicesFact,
    Fact,
    FieldsFact,
    Item,
    Reading,
    RelationFact,
    RuleFact,
    ThingFact,
)
from appbuilder.planner.reading.rules import settings_of
from appbuilder.planner.reading.words import known_noun
from appbuilder.planner.text import Span
from appbuilder.spec.app import ENTITIES_LIMIT
from appbuilder.spec.entities import FIELDS_LIMIT
from appbuilder.spec.fields import RATING_LIMIT

STATUS_BY_DEFAULT = frozenset({"task", "chore", "ticket", "issue", "bug", "lead", "deal", "order", "project", "application", "candidate"})
ALIKE = (
    frozenset({"post", "article", "story"}),
    frozenset({"customer", "client", "contact", "lead"}),
    frozenset({"expense", "transaction", "income"}),
    frozenset({"workout", "exercise", "activity", "run"}),
    frozenset({"movie", "film", "show", "series"}),
    frozenset({"inventory item", "stock item", "product", "item", "material", "raw material", "finished product"}),
    frozenset({"topic", "post"}),
    frozenset({"question", "survey"}),
    frozenset({"message", "post", "topic"}),
)


@dataclass(slots=True)
class Draft:
    """The app while it is planned, and what became of each place of the request."""

    reading: Reading
    entities: list[DraftEntity] = field(default_factory=list)
    trace: list[tuple[Span, str]] = field(default_factory=list)
    refused: list[tuple[Span, str]] = field(default_factory=list)

    def entity(self, noun: str | None) -> DraftEntity | None:
        """Return the entity of the noun (either number, or a synonym), or None."""
        if not noun:
            return None
        forms = {noun, singular(noun), known_noun(noun) or noun}
        found = [each for each in self.entities if each.noun in forms]
        last = singular(noun.split()[-1])
        return (found or [each for each in self.entities if each.noun == last or each.noun.split()[-1] == last] or [None])[0]

    def spoken_of(self, fact: Fact) -> DraftEntity:
        """Return the entity a fact without an owner means: the last one named before it, else the main one."""
        return self.named_before(fact) or self.entities[0]

    def named_before(self, fact: Fact) -> DraftEntity | None:
        """Return the entity that the sentence names last before the fact, or None."""
        text = self.reading.text
        start = max((each.start for each in self.reading.sentences if each.start <= fact.span.start), default=0)
        before = text[start : fact.span.start]
        places = [(_last_place(before, each), each) for each in self.entities]
        named = max(places, key=lambda pair: pair[0])
        return named[1] if named[0] >= 0 else None

    def owner(self, noun: str | None, fact: Fact) -> DraftEntity:
        """Return the entity of the noun, else the one spoken of."""
        return self.entity(noun) or self.spoken_of(fact)


def _last_place(text: str, entity: DraftEntity) -> int:
    return max(text.rfind(entity.noun), text.rfind(plural(entity.noun)))


def choose_nouns(reading: Reading) -> list[str]:
    """Return what the app keeps: what the request names, and what such an app is about."""
    every = reading.nouns()
    named = [noun for noun in every if not any(other.endswith(f" {noun}") for other in every)]
    usual = [fact.nouns for fact in reading.facts if isinstance(fact, AppFact) and fact.nouns]
    strong = [fact for fact in reading.facts if isinstance(fact, ThingFact) and not fact.is_weak]
    if not usual:
        return named
    if not strong:
        return list(dict.fromkeys(noun for nouns in usual[:1] for noun in nouns))
    result = list(named)
    for nouns in usual[:1]:
        if len(nouns) == 1 and not any({nouns[0], other} <= group for group in ALIKE for other in named):
            result = [nouns[0], *[noun for noun in named if noun != nouns[0]]]
    return result


def draft_entities(draft: Draft) -> None:
    """Fill the draft with entities from the facts of its reading."""
    nouns = choose_nouns(draft.reading)
    draft.entities = [DraftEntity(noun) for noun in nouns[:ENTITIES_LIMIT]]
    for fact in draft.reading.facts:
        if isinstance(fact, FieldsFact) and not fact.is_extra:
            _add_fields(draft, fact)
    for entity in draft.entities:
        complete(entity)
    for fact in draft.reading.facts:
        if isinstance(fact, FieldsFact) and fact.is_extra:
            _add_fields(draft, fact)
    _relate_and_rule(draft)
    for fact in draft.reading.facts:
        if isinstance(fact, AppFact | ThingFact):
            _trace_thing(draft, fact)


def new_nouns(draft: Draft) -> list[str]:
    """Return the nouns of a follow-up that the app does not keep yet."""
    return [noun for noun in draft.reading.nouns() if draft.entity(noun) is None]


def add_facts(draft: Draft) -> None:
    """Put the facts of a follow-up on the entities that are there."""
    for fact in draft.reading.facts:
        if isinstance(fact, FieldsFact):
            _add_fields(draft, fact)
    for entity in draft.entities:
        if not entity.fields:
            complete(entity)
    _relate_and_rule(draft)
    for fact in draft.reading.facts:
        if isinstance(fact, ThingFact):
            _trace_thing(draft, fact)


def _relate_and_rule(draft: Draft) -> None:
    for fact in draft.reading.facts:
        if isinstance(fact, RelationFact):
            _relate(draft, fact)
    _relate_silently(draft)
    for fact in draft.reading.facts:
        if isinstance(fact, ChoicesFact):
            _add_choices(draft, fact)
        elif isinstance(fact, RuleFact):
            _add_rule(draft, fact)


def _add_fields(draft: Draft, fact: FieldsFact) -> None:
    entity = draft.owner(fact.owner, fact)
    made = []
    for item in fact.items:
        other = draft.entity(item.words)
        if other is not None and other is not entity and item.words.split()[-1] not in {"name"}:
            made.append(link(entity, other, required=False))
        elif len(entity.fields) < FIELDS_LIMIT - 4:
            made.append((entity.find_exactly(item.words) if not item.qualifier else None) or entity.put(make_draft_field(entity, item)))
        if set(item.words.split()) & UPLOADS and made and made[-1].type == "url":
            draft.refused.append((item.span, "files cannot be uploaded yet; the field takes a link instead"))
    draft.trace.append((fact.span, f"{sentence_case(entity.noun)}: {', '.join(describe(each) for each in made)}"))


def make_draft_field(entity: DraftEntity, item: Item) -> DraftField:
    """Return the field an item of a list means, with its rules."""
    words = _field_words(item.words)
    if words in STATUS_WORDS:
        entity.status = words
        return DraftField(words, "enum", required=True, options=KNOWN_STATES.get(entity.noun, USUAL_STATES))
    usual = next((each.options for each in default_fields(entity.noun) if each.words == words), ())
    choices = split_choices(item.qualifier) or KNOWN_CHOICES.get(words, ()) or usual
    made = DraftField(words, "enum" if choices else field_type(words, item.qualifier), options=choices)
    made.required = is_usually_required(entity.noun, words)
    made.currency = currency_of(item.qualifier)
    return apply_settings(made, settings_of(item.qualifier))


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
    if made.type == "rating" and not (low in (0, 1) and high is not None and high <= RATING_LIMIT and high == int(high)):
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
    elif not any(each.type in {"text", "email", "long_text", "date", "datetime"} and each.target is None for each in entity.fields):
        entity.fields.insert(0, usual[0] if entity.find(usual[0].words) is None else DraftField("name", "text", required=True))
    if not any(each.required for each in entity.fields):
        entity.fields[0].required = entity.fields[0].type != "boolean"


def link(child: DraftEntity, parent: DraftEntity, *, required: bool) -> DraftField:
    """Let each record of `child` belong to one of `parent`; a text field of that name makes room."""
    existing = child.reference_to(parent.noun)
    if existing is not None:
        existing.required = existing.required or required
        return existing
    return child.put(DraftField(parent.noun, "reference", required=required, target=parent.noun))


def _relate(draft: Draft, fact: RelationFact) -> None:
    child, parent = draft.entity(fact.child), draft.entity(fact.parent)
    if child is None or parent is None or child is parent or parent.reference_to(child.noun):
        return
    link(child, parent, required=not _needs(draft, parent, child))
    draft.trace.append((fact.span, f"each {child.noun} belongs to one {parent.noun}; a {parent.noun} lists its {child.plural}"))


def _needs(draft: Draft, one: DraftEntity, other: DraftEntity) -> bool:
    """Tell whether records of `one` already require those of `other`, directly or through more."""
    waiting, seen = [one], {one.noun}
    while waiting:
        for each in waiting.pop().fields:
            if each.required and each.target and each.target not in seen:
                if each.target == other.noun:
                    return True
                seen.add(each.target)
                waiting.extend(entity for entity in draft.entities if entity.noun == each.target)
    return False


def _relate_silently(draft: Draft) -> None:
    """Connect what belongs together in every such app, without making it required."""
    for child in draft.entities:
        if any(each.target for each in child.fields):
            continue
        for noun in PARENTS.get(child.noun, ()):
            parent = draft.entity(noun)
            if parent is not None and parent.noun == noun and parent is not child and not parent.reference_to(child.noun):
                link(child, parent, required=False)
                break


def _add_choices(draft: Draft, fact: ChoicesFact) -> None:
    owner = draft.entity(fact.owner)
    holder = next((each for each in draft.entities if each.find(fact.field) and not fact.is_status), None)
    entity = owner or draft.named_before(fact) or holder or draft.spoken_of(fact)
    existing = entity.find(fact.field)
    if fact.is_status and existing is not None and entity.status and existing.options and set(fact.values) & set(existing.options):
        wanted = [value for value in fact.values if value not in existing.options]
        existing.options = existing.options if "mark" in fact.span.of(draft.reading.text) or not wanted else fact.values
    else:
        words = existing.words if existing is not None and existing.type in {"enum", "text"} else fact.field
        entity.put(DraftField(words, "enum", required=fact.is_status, options=fact.values))
        entity.status = words if fact.is_status else entity.status
    found = entity.find(fact.field)
    options = ", ".join(found.options if found else fact.values)
    draft.trace.append((fact.span, f"{sentence_case(entity.noun)}: {fact.field} with {options}"))


def _add_rule(draft: Draft, fact: RuleFact) -> None:
    holders = [each for each in draft.entities if each.find(fact.field)]
    if not holders:
        draft.refused.append((fact.span, f"no record has a field called {fact.field}"))
        return
    found = holders[0].find(fact.field)
    if found is not None:
        apply_settings(found, fact.settings)
        draft.trace.append((fact.span, f"{sentence_case(holders[0].noun)}: {describe(found)}"))


def describe(made: DraftField) -> str:
    """Say in words what a field is: "rating (rating, 1 to 5)"."""
    kind = {"long_text": "long text", "url": "link", "boolean": "yes or no", "enum": "choice", "integer": "whole number"}
    notes = [kind.get(made.type, made.type) if made.target is None else f"one {made.target}"]
    if made.low is not None and made.high is not None:
        notes.append(f"{made.low} to {made.high}")
    elif made.low is not None or made.high is not None:
        notes.append(f"at least {made.low}" if made.low is not None else f"at most {made.high}")
    notes += [f"at most {made.max_length} characters"] if made.max_length else []
    notes += [word for word, holds in (("required", made.required), ("unique", made.unique)) if holds]
    return f"{made.words} ({', '.join(notes)})"


def _trace_thing(draft: Draft, fact: AppFact | ThingFact) -> None:
    if isinstance(fact, ThingFact):
        entity = draft.entity(fact.noun)
        told = {element for _, element in draft.trace}
        if entity is not None and f"{sentence_case(entity.plural)}: list, detail page and form" not in told:
            draft.trace.append((fact.span, f"{sentence_case(entity.plural)}: list, detail page and form"))
    elif fact.is_given_name:
        draft.trace.append((fact.span, "the name of the app"))
    else:
        kept = [draft.entity(noun) for noun in fact.nouns]
        plurals = ", ".join(each.plural for each in kept if each is not None)
        draft.trace.append((fact.span, f"the app, which keeps {plurals}" if plurals else "what the app is about"))


__all__ = ["APPS", "Draft", "choose_nouns", "describe", "draft_entities", "link"]
