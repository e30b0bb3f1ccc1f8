"""What records need not ask where accounts say who made them."""

from appbuilder.planner.building.state import Draft
from appbuilder.planner.lexicon.ownership import MADE_BY_PEOPLE, WHO_MADE_IT
from appbuilder.planner.reading.facts import FieldsFact
from appbuilder.spec.entities import UNREADABLE

_REQUIRABLE = frozenset({"text", "long_text", "date", "datetime"})


def drop_who_made_it(draft: Draft) -> None:
    """Do not ask who somebody is where accounts say it, unless the request lists such a field."""
    lists = [fact for fact in draft.reading.facts if isinstance(fact, FieldsFact)]
    for entity in draft.entities:
        if not {entity.noun, entity.noun.split()[-1]} & MADE_BY_PEOPLE:
            continue
        told = {item.words for fact in lists if draft.owner(fact.owner, fact) is entity for item in fact.items}
        kept = [each for each in entity.fields if each.words in told or each.words not in WHO_MADE_IT]
        if any(each.type not in UNREADABLE for each in kept):
            entity.fields = kept
            if not any(each.required for each in kept):
                first = next(each for each in kept if each.type not in UNREADABLE)
                first.required = first.type in _REQUIRABLE
