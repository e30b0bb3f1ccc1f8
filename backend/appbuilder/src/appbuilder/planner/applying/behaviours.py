"""Switch behaviours on and off."""

import re

from appbuilder.planner.editing import Editing
from appbuilder.planner.lexicon.behaviours import SAYING
from appbuilder.planner.reading.facts import AppFact
from appbuilder.planner.reading.wishes import BehaviourFact, MessageFact
from appbuilder.spec import AppSpec, Behaviours, Entity, changed, replace_entity

_LISTED = re.compile(r"^[^.:]* with [^.:]*(?:,|\band\b|\bwith) *$")
_TO_US = frozenset({"inquiry", "outgoing_message", "notification", "category"})
_FOR_ALL = frozenset({"export_csv", "archive"})


def apply_behaviours(editing: Editing) -> None:
    """Apply each behaviour to the entity it names, the one spoken of, or (export, archive) to all."""
    for fact in editing.reading.facts:
        if isinstance(fact, BehaviourFact):
            _apply_one(editing, fact)
        elif isinstance(fact, MessageFact):
            editing.refuse(
                fact.span, "messages are kept with their recipient and status; nothing is sent outside the app"
            )


def _apply_one(editing: Editing, fact: BehaviourFact) -> None:
    if fact.name == "follow" and not editing.spec.access.has_accounts:
        editing.refuse(fact.span, "only people who sign in can be told of changes; ask for accounts too")
        return
    named = editing.entity(fact.owner) or _of_app(editing, fact) or editing.named_before(fact)
    named = None if named is not None and named.name in _TO_US else named
    chosen = [named] if named else list(editing.spec.entities) if fact.name in _FOR_ALL else [editing.main]
    for entity in chosen:
        switch(editing, fact, entity)


def _of_app(editing: Editing, fact: BehaviourFact) -> Entity | None:
    """Return what the app is about when the wish stands in its list: "a blog with categories and comments"."""
    reading = editing.reading
    sentence = reading.sentence_at(fact.span.start)
    apps = [each for each in reading.facts if isinstance(each, AppFact) and each.nouns and not each.is_guess]
    here = [each for each in apps if sentence.start <= each.span.start < each.span.end <= fact.span.start]
    if fact.owner is not None or not here or not _LISTED.search(reading.text[here[0].span.end : fact.span.start]):
        return None
    return editing.entity(here[0].nouns[0])


def switch(editing: Editing, fact: BehaviourFact, entity: Entity) -> None:
    """Give the entity the behaviour, unless its own fields stand against it."""
    many = entity.plural_label
    what = f"no {SAYING[fact.name].partition(',')[0]}" if fact.value in {False, "off"} else SAYING[fact.name]

    def give(spec: AppSpec) -> AppSpec:
        current = spec.entity(entity.id)
        behaviours = Behaviours(**{**current.behaviours.model_dump(), fact.name: fact.value})
        return replace_entity(spec, changed(current, behaviours=behaviours))

    editing.put(fact.span, give, f"{many}: {what}", f"{many.lower()} have a field of that name already")
