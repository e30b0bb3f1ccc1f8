"""Tell what may own a list of fields, and where its own list ends."""
# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re

from appbuilder.planner.inflect import is_plural, plural, singular, verb_bases
from appbuilder.planner.lexicon.kinship import PARENTS
from appbuilder.planner.lexicon.nouns import NOUNS
from appbuilder.planner.lexicon.speech import (
    CHANGE_VERBS,
    DEEDS,
    GATHERINGS,
    MAKE_VERBS,
    MANAGE_VERBS,
    READ_VERBS,
    STOPS,
)
from appbuilder.planner.lexicon.telling import NO_RECORDS
from appbuilder.planner.reading.facts import Item, Reading, RelationFact, ThingFact
from appbuilder.planner.reading.features import is_part
from appbuilder.planner.reading.lists import EACH, is_child
from appbuilder.planner.reading.words import known_noun
from appbuilder.planner.text import Span

_OF_OTHERS = frozenset({"place", "seat", "spot"})  # "book a place with name": the booking has a name
_FOR_WHOM = re.compile(
    r"\b(?:app|application|site|website|portal|platform|system|tool|software|program) for (?:an? |the |my |our )?(?:[a-z]+ )?$"
)
_AMOUNT = re.compile(r"the |\d")  # "classes with teacher and 12 places": so many in each
_GATHERED = re.compile(rf"(?:an? |the |my |our )?(?:\w+ )?(?:{'|'.join(sorted(GATHERINGS))}) of ")


def may_own(owner: str) -> bool:
    """Tell a record from numbers, small words, what no list belongs to and what is being done."""
    words = owner.split()
    return (
        not owner.isdigit()
        and owner not in _OF_OTHERS | NO_RECORDS
        and not any(word in STOPS for word in words)
        and not (words[0].endswith("ing") and known_noun(owner) is None and _is_done(words[0]))
    )


def _is_done(word: str) -> bool:
    return any(base in MAKE_VERBS | MANAGE_VERBS | READ_VERBS | CHANGE_VERBS for base in verb_bases(word))


def is_for(reading: Reading, span: Span) -> bool:
    """Tell whom the app is for from what it keeps: "a portal for a housing cooperative with flats and notices"."""
    return _FOR_WHOM.search(reading.text[: span.start]) is not None


def deed_before(reading: Reading, owner: Span) -> str | None:
    """Return the record of a deed that ends with the owner: "register for events with name" describes registrations."""
    deeds = [fact for fact in relations(reading) if fact.child in DEEDS.values()]
    return next((fact.child for fact in deeds if fact.span.end == owner.end and fact.span.start < owner.start), None)


def without_own_list(reading: Reading, items: list[Item]) -> list[Item]:
    """Leave the last records of a list to the list of their own: "measurements, orders with fabric and price"."""
    last = items[-1:]
    has_own = last and len(items) > 1 and reading.open.startswith(" with ", last[0].span.end)
    return items[:-1] if has_own and is_plural(last[0].words) and known_noun(last[0].words) else items


def without_next(reading: Reading, items: list[Item], owner: str | None) -> list[Item]:
    """Take the next records of a list out of the fields: "players with a rating, tournaments, games"."""
    said = [item for item in items if not _AMOUNT.match(reading.text, item.span.start)]
    beside = [item for item in said if is_child(reading, item, owner) and _is_next(item, items, owner)]
    for item in beside:
        reading.note(ThingFact(item.span, known_noun(item.words) or singular(item.words)))
    return [item for item in items if item not in beside]


def _is_next(child: Item, items: list[Item], owner: str | None) -> bool:
    noun = known_noun(child.words) or singular(child.words)
    before = items[: items.index(child)]
    is_next = bool(before) and not child.is_many and noun in NOUNS and is_plural(child.words)
    is_related = owner in PARENTS.get(noun, ()) or noun in PARENTS.get(owner or "", ())
    return is_next and not is_related and not any(is_plural(item.words) for item in before[:1])


def is_described(reading: Reading, span: Span, noun: str) -> bool:
    """Tell people that are kept from people who act: "each customer has ..." or "Customers with name and e-mail."."""
    said = reading.text[span.start :]
    starts = reading.text[reading.sentence_at(span.start).start : span.start].strip()[-1:] in {"", ":", ",", ";"}
    return (
        said.startswith(EACH)
        or _GATHERED.match(said) is not None
        or (starts and said.startswith((f"{plural(noun)} with ", f"{plural(noun)} have ")))
    )


def without_parts(owner: str) -> str:
    """Turn "property details" into "property"."""
    words = owner.split()
    while len(words) > 1 and is_part(words[-1]) and known_noun(" ".join(words)) is None:
        words.pop()
    return " ".join(words)


def relations(reading: Reading) -> list[RelationFact]:
    """What is told between records; who lends something tells what it is, who borrows it tells when."""
    found = [fact for fact in reading.facts if isinstance(fact, RelationFact)]
    return [fact for fact in found if not fact.span.of(reading.text).startswith("lend")]
