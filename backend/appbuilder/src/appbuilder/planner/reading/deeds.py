"""Read deeds that leave a record: "book rooms", "apply for jobs", "rate movies"."""
# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re

from appbuilder.planner.inflect import is_plural, singular
from appbuilder.planner.lexicon.kinship import PARENTS
from appbuilder.planner.lexicon.limits import BOOKINGS
from appbuilder.planner.lexicon.nouns import NOUNS
from appbuilder.planner.lexicon.speech import (
    DEEDS,
    PEOPLE,
    STOPS,
)
from appbuilder.planner.reading.facts import FieldsFact, Item, Reading, RelationFact, ThingFact
from appbuilder.planner.reading.people import is_people
from appbuilder.planner.reading.wishes import BehaviourFact
from appbuilder.planner.reading.words import (
    PHRASE,
    bare,
    last_known_noun,
    tokens,
)
from appbuilder.planner.text import Span

_RATE = re.compile(
    rf"\brat(?:e|es|ed|ing) (?:(?:the|each|every|their|my|an?|other|all)\b ?)*(?P<what>{PHRASE}?)(?P<rule> (?:from |between )\d+ (?:to|and) \d+| out of \d+| with (?:\d to )?\d+ stars?)?(?=\s*(?:[,.:;()!?]|$|\x1f|\b(?:and|with|by|on|in|that|where|to)\b))",
)
_DEED = re.compile(
    rf"\b(?P<verb>{'|'.join(sorted(map(re.escape, DEEDS), key=len, reverse=True))})(?:s|ing|ed)? (?:for )?(?:(?:an?|the|their|his|my|some|other)\b)?\s*(?P<what>{PHRASE}?)(?=\s*(?:[,.:;()!?]|$|\x1f|\b(?:and|with|for|by|on|in|from|online|that|where|of|to|at)\b))",
)


_EXACT = frozenset({"book", "reserve", "rent", "borrow", "lend", "apply for"})
_BARE_DEED = re.compile(
    r"(?<![\w-])(?P<who>[a-z]+) (?:can |may |should |must |could |will |to )?(?:also )?(?P<verb>register|enroll|enrol|apply|sign up|rsvp)(?: online)?(?= ?(?:[,.;]|$|and\b|with\b|by\b))"
)


def read_deeds(reading: Reading) -> None:
    """Find deeds that leave a record: "book rooms" keeps bookings of rooms."""
    for match in _DEED.finditer(reading.open):
        what = " ".join(bare(match["what"].split()))
        verb, noun = match["verb"], last_known_noun(what) if what else None
        if what in {"them", "it"} and reading.nouns():
            what = noun = reading.nouns()[0]
        if not what or what in PEOPLE or (not is_plural(what) and noun is None) or not _acts(reading, match):
            continue
        record = DEEDS[verb]
        parent = noun or singular(what)
        if noun in NOUNS and verb in _EXACT and noun not in PARENTS.get(record, ()) and noun not in BOOKINGS:
            continue
        span = Span(match.start(), match.end())
        if parent == record or (
            verb in {"book", "reserve", "review", "borrow", "rent"} and parent in BOOKINGS.union(DEEDS.values())
        ):
            reading.note(ThingFact(span, parent))
            continue
        if record == "review" and (verb == "rate" or parent not in PARENTS["review"]):
            continue
        reading.note(ThingFact(span, parent))
        reading.note(ThingFact(span, record))
        reading.note(RelationFact(span, record, parent))


def read_bare_deeds(reading: Reading) -> None:
    """Find deeds without an object: "learners enroll", "guests register with name and email"."""
    for match in list(_BARE_DEED.finditer(reading.open)):
        record = DEEDS.get(match["verb"]) or DEEDS[f"{match['verb']} for"]
        parent = next((noun for noun in reading.nouns() if noun in PARENTS[record]), None)
        if parent is not None and is_people(match["who"]):
            span = Span(match.start(), match.end())
            reading.note(ThingFact(span, record))
            reading.take(RelationFact(span, record, parent))


def _acts(reading: Reading, match: re.Match[str]) -> bool:
    """Tell the deed "people book rooms" from the noun in "books and rooms"."""
    if match["what"].split()[0] in STOPS | {"and", "or"}:
        return False
    before = tokens(reading.open, max(0, match.start() - 30), match.start())[-1:]
    word = before[0].text if before else ""
    if re.match(rf"{match['verb']}s ", match.group()):
        return word in PEOPLE
    return (
        not word.isalpha()
        or is_people(word)
        or word in {"others", "everyone", "anyone", "someone"}
        or word in STOPS - {"with", "of", "by", "in", "on", "for"}
        or word in {"and", "or"}
    )


def read_ratings(reading: Reading) -> None:
    """Understand "rate movies from 1 to 10" as a rating of each movie."""
    for match in list(_RATE.finditer(reading.open)):
        if match["what"].split()[0] in STOPS:  # "a rating from 1 to 10" is a field
            continue
        what = " ".join(bare(match["what"].split()))
        noun = last_known_noun(what) or (singular(what) if is_plural(what) else None)
        span = Span(match.start(), match.end())
        by_many = any(
            is_people(token.text) and token.text not in {"i", "we"}
            for token in tokens(reading.text, reading.sentence_at(match.start()).start, match.start())
        )
        if by_many and match["rule"] in {
            None,
            " from 1 to 5",
            " from 1 to 5 stars",
            " with 5 stars",
            " with 1 to 5 stars",
            " between 1 and 5",
        }:
            if noun is not None and noun not in PEOPLE:
                reading.note(ThingFact(span, noun))
            reading.take(BehaviourFact(span, "ratings", True, noun))
            continue
        items = (Item("rating", match["rule"] or "", span),)
        if noun is not None and noun not in PEOPLE:
            reading.note(ThingFact(span, noun))
        reading.take(FieldsFact(span, noun, items, is_extra=True))
