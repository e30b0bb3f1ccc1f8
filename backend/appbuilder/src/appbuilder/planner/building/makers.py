"""What records need not ask where accounts say who made them."""

from appbuilder.planner.building.draft import DraftEntity
from appbuilder.planner.building.state import Draft
from appbuilder.planner.lexicon.ownership import MADE_BY_PEOPLE, MAKERS, WHO_MADE_IT, WORKS
from appbuilder.planner.lexicon.rights import HANDED_IN
from appbuilder.planner.reading.facts import FieldsFact
from appbuilder.planner.reading.wishes import AccessFact, OwnFact, PermissionFact
from appbuilder.spec.entities import UNREADABLE

_REQUIRABLE = frozenset({"text", "long_text", "date", "datetime"})


def drop_who_made_it(draft: Draft) -> None:
    """Do not ask who somebody is where accounts say it; what guests leave without an account still says it."""
    lists = [fact for fact in draft.reading.facts if isinstance(fact, FieldsFact)]
    for entity in draft.entities:
        if _is_left_by_guests(draft, entity):
            continue
        told = {item.words for fact in lists if draft.owner(fact.owner, fact) is entity for item in fact.items}
        dropped = MAKERS if entity.noun.rpartition(" ")[2] not in WORKS else frozenset()
        if {entity.noun, entity.noun.split()[-1]} & MADE_BY_PEOPLE:
            dropped = dropped | (WHO_MADE_IT - told)
        kept = [each for each in entity.fields if each.words not in dropped or each.target or each.unique]
        if kept != entity.fields and any(each.type not in UNREADABLE for each in kept):
            entity.fields = kept
            if not any(each.required for each in kept):
                first = next(each for each in kept if each.type not in UNREADABLE)
                first.required = first.type in _REQUIRABLE


def _is_left_by_guests(draft: Draft, entity: DraftEntity) -> bool:
    """Tell whether people add such entries without signing in."""
    facts = draft.reading.facts
    ways = {fact.way for fact in facts if isinstance(fact, AccessFact)}
    if entity.noun.rpartition(" ")[2] not in HANDED_IN or ways & {"inside", "closed"}:
        return False
    if "open" in ways:
        return True
    is_for_all = "accounts" in ways or any(isinstance(fact, OwnFact) for fact in facts)
    rights = [
        fact
        for fact in facts
        if isinstance(fact, PermissionFact) and draft.entity(next(iter(fact.owners), None)) is entity
    ]
    return not is_for_all and any("anyone" in fact.who and "create" in fact.acts for fact in rights)
