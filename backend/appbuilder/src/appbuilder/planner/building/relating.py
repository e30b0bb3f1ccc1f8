"""How the records of an app hang together: what the request says, and what is so in every such app."""

from appbuilder.planner.building.draft import DraftEntity, DraftField
from appbuilder.planner.building.state import Draft
from appbuilder.planner.inflect import article
from appbuilder.planner.lexicon.actions import GROUPS
from appbuilder.planner.lexicon.generic import ON_FILE
from appbuilder.planner.lexicon.kinship import ABOUT_ANYTHING, PARENTS, STAND_FOR, SYNONYMS
from appbuilder.planner.lexicon.nouns import NOUNS
from appbuilder.planner.lexicon.ownership import MADE_BY_PEOPLE, WHO_MADE_IT
from appbuilder.planner.reading.facts import ChoicesFact, FieldsFact, RelationFact
from appbuilder.planner.reading.ownership import signs_in
from appbuilder.planner.reading.people import is_people_noun
from appbuilder.spec.entities import UNREADABLE

_SHOWN = frozenset({"photo", "video", "image"})
"""What shows something: a photo shoot is not of a photo."""


def link(child: DraftEntity, parent: DraftEntity, *, required: bool, many: bool = False) -> DraftField:
    """Let each record of `child` belong to one of `parent`, or have many; a text field of that name makes room."""
    existing = child.reference_to(parent.noun)
    if existing is None and many:
        child.fields = [each for each in child.fields if each.words not in {parent.noun, parent.plural}] or child.fields
        return child.put(DraftField(parent.plural, "reference", target=parent.noun, many=True))
    if existing is not None:
        existing.required = existing.required or required
        return existing
    text = child.find_exactly(parent.noun)
    required = required or (text is not None and text.required)
    return child.put(DraftField(parent.noun, "reference", required=required, target=parent.noun))


def relate(draft: Draft, fact: RelationFact) -> None:
    """Do what a relation of the request says."""
    child, parent = draft.entity(fact.child), draft.entity(fact.parent)
    if child is None or parent is None or child is parent or parent.reference_to(child.noun):
        return
    if fact.many:
        link(child, parent, required=False, many=True)
        draft.trace.append((fact.span, f"{article(child.noun)} has any number of {parent.plural}"))
        return
    if fact.is_maker and signs_in(draft.reading):
        told = any(isinstance(each, FieldsFact) and draft.entity(each.owner) is parent for each in draft.reading.facts)
        if not told:
            return  # whoever made it is known by their account
    if fact.is_maker and child.noun.rpartition(" ")[2] in MADE_BY_PEOPLE:
        _stand_for(draft, child, parent, tuple(WHO_MADE_IT))
    else:
        link(child, parent, required=fact.is_said and not _needs(draft, parent, child))
    _drop_text(draft, parent, child.plural)
    draft.trace.append(
        (fact.span, f"each {child.noun} belongs to one {parent.noun}; {article(parent.noun)} lists its {child.plural}")
    )


def _drop_text(draft: Draft, entity: DraftEntity, words: str) -> None:
    """Drop a usual text that holds what has become records of its own: the ingredients of a recipe."""
    told = {item.words for fact in draft.reading.facts if isinstance(fact, FieldsFact) for item in fact.items}
    text = entity.find_exactly(words)
    if text is not None and text.type in {"text", "long_text"} and words not in told and entity.fields[0] is not text:
        entity.fields.remove(text)


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


def relate_silently(draft: Draft) -> None:
    """Connect what belongs together in every such app, without making it required."""
    told = [fact for fact in draft.reading.facts if isinstance(fact, RelationFact)]
    for child in draft.entities:
        for each in list(child.fields[1:]):
            other = next((one for one in draft.entities if one.noun == each.words and one is not child), None)
            is_told = any(isinstance(fact, ChoicesFact) and fact.field == each.words for fact in draft.reading.facts)
            is_group = each.type == "enum" and each.words in GROUPS and not is_told
            if other is not None and (each.type == "text" or is_group) and not other.reference_to(child.noun):
                link(child, other, required=False).required = False
        _link_first_word(draft, child)
        parents = _usual_parents(draft, child)
        usual = PARENTS.get(child.noun) or PARENTS.get(child.noun.split()[-1], ())
        makers = {fact.parent for fact in told if fact.is_maker and draft.entity(fact.child) is child}
        if all(each.target in makers and each.target not in usual for each in child.fields if each.target):
            for parent in _first_of_each_kind(child, parents):
                link(child, parent, required=False)
        for parent in parents:
            own = (STAND_FOR.get(child.noun) or STAND_FOR.get(child.noun.split()[-1], {})).get(_plain(parent.noun))
            if own is not None and not parent.reference_to(child.noun):
                _stand_for(draft, child, parent, own)


def _link_first_word(draft: Draft, child: DraftEntity) -> None:
    """A trip expense belongs to a trip, a part usage to a part."""
    first, _, last = child.noun.partition(" ")
    parent = next((each for each in draft.entities if each.noun == first and each is not child), None)
    is_part = last and parent is not None and parent.noun not in _SHOWN
    if is_part and parent is not None and child.noun not in NOUNS and not parent.reference_to(child.noun):
        link(child, parent, required=False)


def _first_of_each_kind(child: DraftEntity, parents: list[DraftEntity]) -> list[DraftEntity]:
    """One thing and one kind of people; what can be about anything, such as a review, points to all of them."""
    if child.noun in ABOUT_ANYTHING:
        return parents[:3]
    people = [each for each in parents if is_people_noun(each.noun)]
    return [*[each for each in parents if each not in people][:1], *people[:1]]


def _usual_parents(draft: Draft, child: DraftEntity) -> list[DraftEntity]:
    found = []
    for noun in PARENTS.get(child.noun) or PARENTS.get(child.noun.split()[-1], ()):
        parent = draft.entity(noun) or next((each for each in draft.entities if _plain(each.noun) == noun), None)
        is_meant = parent is not None and noun in {_plain(parent.noun), parent.noun, parent.noun.split()[-1]}
        if parent is not None and is_meant and parent is not child and not parent.reference_to(child.noun):
            found.append(parent)
    return found


def _plain(noun: str) -> str:
    """Return the noun of the lexicon that a longer one means: a medicine stock keeps stock items."""
    last = noun.rpartition(" ")[2]
    return noun if noun in NOUNS else SYNONYMS.get(last, noun)


def _stand_for(draft: Draft, child: DraftEntity, parent: DraftEntity, own: tuple[str, ...]) -> None:
    """Let a link say what a text said: the member of a loan in place of the borrower's name."""
    told = {item.words for fact in draft.reading.facts if isinstance(fact, FieldsFact) for item in fact.items}
    made = link(child, parent, required=False)
    kept = [each for each in child.fields if each is made or each.words not in own or each.words in told]
    signs_up = signs_in(draft.reading) and parent.noun in ON_FILE  # they make it themselves, and staff for them
    made.required = not signs_up and not _needs(draft, parent, child)
    if any(each.type not in UNREADABLE for each in kept):
        child.fields = kept
