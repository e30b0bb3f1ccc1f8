"""From facts to entities: which nouns become records, their fields, relations, choices and rules."""

from appbuilder.planner.building.draft import DraftEntity, DraftField, default_fields
from appbuilder.planner.building.makers import drop_who_made_it
from appbuilder.planner.building.relating import link, relate, relate_silently
from appbuilder.planner.building.shaping import apply_settings, complete, describe, make_draft_field
from appbuilder.planner.building.state import Draft, choose_nouns
from appbuilder.planner.building.talk import shape_messages
from appbuilder.planner.building.times import put_moments, put_times
from appbuilder.planner.inflect import is_plural, sentence_case, singular
from appbuilder.planner.lexicon.actions import GROUPING, GROUPS
from appbuilder.planner.lexicon.apps import BESIDE
from appbuilder.planner.reading.facts import (
    AppFact,
    ChoicesFact,
    FieldsFact,
    FindFact,
    Item,
    RelationFact,
    RuleFact,
    ThingFact,
    TotalFact,
)
from appbuilder.planner.reading.ownership import signs_in
from appbuilder.planner.reading.wishes import ReportFact
from appbuilder.planner.reading.words import known_noun
from appbuilder.spec.app import ENTITIES_LIMIT
from appbuilder.spec.entities import FIELDS_LIMIT


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
    if signs_in(draft.reading):
        drop_who_made_it(draft)
    shape_messages(draft)
    _relate_and_rule(draft)
    put_times(draft)
    put_moments(draft)
    _group(draft)
    _group_main(draft)
    for fact in draft.reading.facts:
        if isinstance(fact, AppFact | ThingFact):
            _trace_thing(draft, fact)


def _group_main(draft: Draft) -> None:
    """Categories that nothing belongs to are those of the main records."""
    for group in draft.entities:
        if group.noun in GROUPS and not any(each.reference_to(group.noun) for each in draft.entities):
            main = next((each for each in draft.entities if each.noun not in GROUPS | BESIDE), None)
            if main is not None and not group.reference_to(main.noun):
                link(main, group, required=False)


def _group(draft: Draft) -> None:
    """What a request counts or filters by, and nobody listed, becomes records of their own: categories, departments."""
    wanted = [(fact.by, fact.what) for fact in draft.reading.facts if isinstance(fact, ReportFact | TotalFact)]
    wanted += [
        (words, None)
        for fact in draft.reading.facts
        if isinstance(fact, FindFact) and fact.way == "filter"
        for words in fact.fields
    ]
    for by, what in dict.fromkeys(wanted):
        words = singular(by or "")
        if words not in GROUPING:
            continue
        group = draft.entity(words)
        holders = [each for each in draft.entities if (found := each.find_exactly(words)) and found.type == "text"]
        counted = draft.entity(what) if not holders and what else None
        if counted is not None and counted is not group and counted.find(words) is None:
            holders = [counted]
        if group is None and holders and len(draft.entities) < ENTITIES_LIMIT:
            group = DraftEntity(words)
            complete(group)
            draft.entities.append(group)
        for holder in holders:
            if group is not None and holder is not group and not group.reference_to(holder.noun):
                link(holder, group, required=False)


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
            relate(draft, fact)
    relate_silently(draft)
    for fact in draft.reading.facts:
        if isinstance(fact, ChoicesFact) and fact.field not in {"it", "they", "this", "that"}:
            _add_choices(draft, fact)
        elif isinstance(fact, RuleFact):
            _add_rule(draft, fact)


def _add_fields(draft: Draft, fact: FieldsFact) -> None:
    entity = draft.owner(fact.owner, fact)
    made = []
    for item in fact.items:
        if item.words == entity.noun and all(each.words != item.words for each in default_fields(entity.noun)):
            continue
        other = draft.entity(item.words)
        if other is not None and other is not entity and item.words.split()[-1] != "name":
            made.append(_link_named(entity, other, item))
        elif len(entity.fields) < FIELDS_LIMIT - 4:
            made.append(
                (entity.find_exactly(item.words) if not item.qualifier else None)
                or entity.put(make_draft_field(entity, item))
            )
    draft.trace.append((fact.span, f"{sentence_case(entity.noun)}: {', '.join(describe(each) for each in made)}"))


def _link_named(entity: DraftEntity, other: DraftEntity, item: Item) -> DraftField:
    """Let an entry of a list point to its record; two of a kind have a field each: "a white player, a black player"."""
    is_many = item.is_linked and item.is_many
    is_plain = {item.words, singular(item.words)} & {other.noun, other.noun.rpartition(" ")[2]}
    if is_many or is_plain or known_noun(item.words) == other.noun or is_plural(item.words):
        return link(entity, other, required=item.qualifier == "required", many=is_many)
    return entity.put(DraftField(item.words, "reference", target=other.noun))


def _add_choices(draft: Draft, fact: ChoicesFact) -> None:
    owner = draft.entity(fact.owner)
    holder = next((each for each in draft.entities if each.find(fact.field) and not fact.is_status), None)
    entity = owner or draft.named_before(fact) or holder or draft.spoken_of(fact)
    existing = entity.find(fact.field)
    if fact.is_status and existing is None and entity.status:
        existing = entity.find(entity.status)
        if existing is not None:
            existing.words = entity.status = fact.field
    if (
        fact.is_status
        and existing is not None
        and entity.status
        and existing.options
        and set(fact.values) & set(existing.options)
    ):
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


def _trace_thing(draft: Draft, fact: AppFact | ThingFact) -> None:
    if isinstance(fact, ThingFact):
        entity = draft.entity(fact.noun)
        told = {element for _, element in draft.trace}
        if entity is not None:
            draft.repeated.append(fact.span)
        if entity is not None and f"{sentence_case(entity.plural)}: list, detail page and form" not in told:
            draft.trace.append((fact.span, f"{sentence_case(entity.plural)}: list, detail page and form"))
    elif fact.is_given_name:
        draft.trace.append((fact.span, "the name of the app"))
    else:
        kept = [draft.entity(noun) for noun in fact.nouns]
        plurals = ", ".join(each.plural for each in kept if each is not None)
        draft.trace.append((fact.span, f"the app, which keeps {plurals}" if plurals else "what the app is about"))
