"""Read acts that leave a record of their own: "pay rent", "log hours on projects", "parts used in each repair"."""
# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re

from appbuilder.planner.inflect import is_plural, singular
from appbuilder.planner.lexicon.limits import MEETINGS
from appbuilder.planner.lexicon.makings import MAKINGS
from appbuilder.planner.lexicon.nouns import NOUNS
from appbuilder.planner.lexicon.speech import NOT_THINGS, PEOPLE
from appbuilder.planner.reading.facts import Reading, RelationFact, ThingFact, is_feature
from appbuilder.planner.reading.people import is_people_noun
from appbuilder.planner.reading.words import bare, known_noun
from appbuilder.planner.text import Span

_MAKINGS = tuple((noun, re.compile(rf"(?<![\w-]){pattern}(?![\w-])")) for noun, pattern in MAKINGS)
_WHOSE = re.compile(r"(?<![\w-])(?P<parent>[a-z]+s)' (?P<child>[a-z]+s)(?![\w-])")
_PLURALS = re.compile(r"(?<![\w-])(?P<child>[a-z]+s) (?:of|on) (?P<parent>[a-z]+s)(?![\w-])")
_FOR_WHOM = re.compile(
    r"(?<![\w-])(?P<child>quotes|quotations|invoices|offers|contracts|orders|estimates|projects|cases) for (?:our |the |my )?(?P<parent>customers|clients|suppliers|patients|tenants)(?![\w-])"
)
_MEET = re.compile(r"(?<![\w-])(?P<child>[a-z]+) with (?:an? |the |their |different )?(?P<parent>[a-z]+)(?![\w-])")


def read_makings(reading: Reading) -> None:
    """Take such acts, each with what its record points to."""
    for noun, pattern in _MAKINGS:
        for match in list(pattern.finditer(reading.open)):
            _take(reading, noun, match)


def _take(reading: Reading, noun: str, match: re.Match[str]) -> None:
    parts = {key: _noun(words) for key, words in match.groupdict().items() if words}
    made = noun.format(**parts)
    made = known_noun(made) or made
    if made in NOT_THINGS or made in PEOPLE or is_feature(made):
        return
    span = Span(match.start(), match.end())
    for key, parent in parts.items():
        if key == "noun" or parent == made:
            continue
        is_given = noun == "{noun}" and "other" in parts  # "assignments of a licence to an employee"
        if parent not in PEOPLE or (is_given and parent in NOUNS):
            reading.note(ThingFact(span, parent))
        reading.note(RelationFact(span, made, parent, is_said=is_given))
    reading.take(ThingFact(span, made))


def _noun(words: str) -> str:
    plain = " ".join(bare(words.split())) or words
    return known_noun(plain) or singular(plain)


def read_plain_links(reading: Reading) -> None:
    """Note "customers' bikes" and "bids on items": they link what the app keeps, and keep nothing themselves."""
    for pattern in (_WHOSE, _PLURALS):
        for match in pattern.finditer(reading.text):
            child, parent = _noun(match["child"]), _noun(match["parent"])
            if child == parent or not is_plural(match["child"]):
                continue
            span = Span(match.start(), match.end())
            if pattern is _WHOSE and known_noun(match["child"]):
                reading.note(ThingFact(span, child))
            reading.note(RelationFact(span, child, parent, is_said=False))
    for match in _FOR_WHOM.finditer(reading.text):
        child, parent, span = _noun(match["child"]), _noun(match["parent"]), Span(match.start(), match.end())
        reading.note(ThingFact(span, parent))
        reading.note(RelationFact(span, child, parent, is_said=False))
    for match in _MEET.finditer(reading.text):
        child, parent = _noun(match["child"]), _noun(match["parent"])
        if child in MEETINGS and parent in NOUNS and is_people_noun(parent) and parent not in PEOPLE:
            span = Span(match.start(), match.end())
            reading.note(ThingFact(span, parent))
            reading.note(RelationFact(span, child, parent, is_said=False))
