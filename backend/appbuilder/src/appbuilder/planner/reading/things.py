"""Read what the app keeps: "manage books and members", "browse recipes"."""
# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re

from appbuilder.planner.inflect import is_plural, singular, verb_bases
from appbuilder.planner.lexicon.apps import KINDS, WRAPPERS
from appbuilder.planner.lexicon.fields import FIELD_NAMES
from appbuilder.planner.lexicon.generic import GENERIC_HEADS
from appbuilder.planner.lexicon.nouns import NOUNS
from appbuilder.planner.lexicon.speech import (
    CHANGE_VERBS,
    DETERMINERS,
    FIELD_LIKE,
    FILLER,
    MAKE_VERBS,
    MANAGE_VERBS,
    NOT_THINGS,
    NOUN_VERBS,
    PEOPLE,
    READ_VERBS,
    STOPS,
    UNCOUNTED,
)
from appbuilder.planner.reading.before import noun_before
from appbuilder.planner.reading.facts import AppFact, Reading, ThingFact
from appbuilder.planner.reading.features import is_part
from appbuilder.planner.reading.people import is_people
from appbuilder.planner.reading.words import Token, is_verb, known_noun, last_known_noun, read_items, tokens
from appbuilder.planner.text import Span

_PARTS = frozenset({"status", "statuses", "details", "progress", "page", "pages", "feature", "features", "results"})
_OUTCOMES = frozenset({"evaluations", "assessments", "assignments", "submissions", "summaries"})
_COUNTED = frozenset({"number", "total", "amount", "count", "sum", "average", "how"})

_JOINT = re.compile(
    r"(?<![\w-])(?:collaborat\w+|cooperat(?:e|es|ed|ing)|work(?:s|ing)?|contribut\w+|participat\w+|tak(?:e|ing) part) (?:together )?(?:on|in|to|with) (?:the |shared |their )?(?P<what>[a-z]+(?: [a-z]+)?)(?=\s*(?:[,.;]|$|\band\b|\bwith\b))"
)


def read_objects(reading: Reading) -> None:
    """Find the objects of verbs: plural nouns, or nouns we know, after add, manage, browse, track and the like."""
    names = [fact.span for fact in reading.facts if isinstance(fact, AppFact)]
    for sentence in reading.sentences:
        found = tokens(reading.open, sentence.start, sentence.end)
        for place, token in enumerate(found):
            in_name = any(span.start <= token.span.start < span.end for span in names)
            if _verb_kind(token.text) and not in_name and _may_be_verb(found, place):
                _take_objects(reading, token, sentence)


def read_joint_work(reading: Reading) -> None:
    """Find what people work on together: "collaborate on tasks", "participate in projects"."""
    for match in _JOINT.finditer(reading.open):
        noun = known_noun(match["what"])
        if noun is not None and is_plural(match["what"]):
            reading.note(ThingFact(Span(match.start(), match.end()), noun))


def _verb_kind(word: str) -> str | None:
    for kind, verbs in (("make", MAKE_VERBS), ("manage", MANAGE_VERBS), ("read", READ_VERBS), ("change", CHANGE_VERBS)):
        if any(base in verbs for base in verb_bases(word)):
            return kind
    return None


def _may_be_verb(found: list[Token], place: int) -> bool:
    """Rule out nouns: "the list", "a record", "book list"."""
    if place == 0:
        return True
    before = found[place - 1].text
    return before not in DETERMINERS and (
        before in STOPS
        or _is_doer(found, place - 1)
        or is_people(before)
        or not before.isalpha()
        or before in FILLER
        or _verb_kind(before) is not None
    )


def _is_doer(found: list[Token], place: int) -> bool:
    """Tell who begins a clause, whoever it is: "Hives produce honey, vets manage records"."""
    starts = place == 0 or not found[place - 1].text.isalpha()
    return starts and is_plural(found[place].text) and found[place + 1].text in MANAGE_VERBS | MAKE_VERBS - NOUN_VERBS


def _take_objects(reading: Reading, verb: Token, sentence: Span) -> None:
    colon = reading.open.find(":", verb.span.end, sentence.end)
    named = colon > 0 and noun_before(reading.open, verb.span.end, colon) is not None
    for item in read_items(reading.open, verb.span.end, colon if named else sentence.end):
        words = item.words.split()
        while (
            len(words) > 1
            and (words[-1] in WRAPPERS | _PARTS or is_part(words[-1]))
            and words[-1] not in _OUTCOMES
            and known_noun(" ".join(words)) is None
        ):
            words.pop()
        phrase = " ".join(words)
        if words[0] in _COUNTED or (known_noun(phrase) is None and phrase in FIELD_NAMES):
            continue
        if phrase in PEOPLE | FILLER and phrase not in NOUNS and singular(phrase) not in NOUNS:
            continue
        is_vague = singular(words[-1]) in NOT_THINGS and known_noun(phrase) is None
        if singular(phrase) in NOT_THINGS or is_vague or is_verb(words[0]):
            continue
        is_many = is_plural(phrase) or phrase in UNCOUNTED
        noun = known_noun(phrase) or (last_known_noun(phrase) if is_many or words != item.words.split() else None)
        if noun is None and (
            not is_many
            or phrase in FILLER | KINDS
            or words[-1] in {"options", "features", "functions", "functionalities", "conditions", "criteria"}
        ):
            continue
        if not is_many and words == item.words.split() and not _is_record(phrase, noun):
            continue
        reading.note(
            ThingFact(Span(verb.span.start, item.span.end), noun if noun and _close(noun, phrase) else singular(phrase))
        )


def _is_record(phrase: str, noun: str | None) -> bool:
    from_lexicon = noun is not None and known_noun(phrase) is not None
    return from_lexicon and phrase not in FIELD_LIKE


def _close(noun: str, phrase: str) -> bool:
    """Keep a longer phrase of the user unless the lexicon's noun is its last word: "sales leads" is a lead."""
    if noun in GENERIC_HEADS and known_noun(phrase) is None:
        return False
    return phrase.endswith((noun, noun + "s")) or known_noun(phrase) is not None or last_known_noun(phrase) == noun
