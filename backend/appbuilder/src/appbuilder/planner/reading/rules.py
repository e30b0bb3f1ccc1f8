"""Read what must hold for a field: required, unique, from 1 to 5, at most 200 characters."""
# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re

from appbuilder.planner.reading.before import noun_before
from appbuilder.planner.reading.facts import Reading, RuleFact
from appbuilder.planner.reading.words import PHRASE, bare
from appbuilder.planner.text import Span

Settings = dict[str, bool | int | float]
_NUMBER = r"(-?\d{1,12}(?:\.\d{1,4})?)"
_RANGE = re.compile(rf"(?:(?:from|between|of)\s+)?{_NUMBER}\s*(?:to|and|-|through)\s*{_NUMBER}")
_OUT_OF = re.compile(r"out of (\d{1,3})")
_LENGTH = re.compile(
    r"(?:at most|max(?:imum)?(?: of)?|no more than|not more than|up to|limited to|less than) (\d{1,5})(?= (?:characters|chars|letters))"
)
_MOST = re.compile(
    rf"(?:at most|max(?:imum)?(?: of)?|no more than|not more than|up to|limited to|not after|no later than|not above) {_NUMBER}(?! ?(?:characters|chars|letters|words))"
)
_LEAST = re.compile(
    rf"(?:at least|min(?:imum)?(?: of)?|(?<!no )(?<!not )greater than|(?<!no )(?<!not )more than|not below|not less than|not before|no earlier than|not earlier than|above|from(?= \d+ on)) {_NUMBER}(?! ?(?:characters|chars|letters|words))"
)
_POSITIVE = re.compile(r"\b(?:positive|not negative|non-negative|not be negative)\b")
_FLAG = re.compile(
    rf"\b(?P<names>{PHRASE}(?:(?:, | and |, and ){PHRASE}){{0,3}}?) (?:is|are|must be|should be|has to be|have to be|must not be|cannot be|can't be|may not be)"
    r"(?: both)? (?P<flag>required|mandatory|optional|unique|empty|blank|left empty|negative|positive)(?: and (?P<second>unique|required))?\b",
)
_BOUND = re.compile(
    rf"\b(?P<name>{PHRASE}?) (?:must be|should be|is|goes|can be|has to be|must have|should have|may have|can have|ranges|is limited to|may not exceed|must not exceed)?\s*"
    r"(?P<rule>(?:a number |a value |a whole number )?(?:from |between )-?\d[\d.]* ?(?:to|and|-) ?\d[\d.]*|(?:at most|at least|no more than|up to|a maximum of|a minimum of|maximum|greater than)"
    r" \d[\d.]*(?: (?:characters|chars|letters))?)",
)
_MAKE = re.compile(
    rf"\b(?:make|set|mark) (?:the |each |every )?(?P<name>{PHRASE}?)(?: field)? (?:to be |as )?(?P<flag>required|mandatory|optional|unique)\b"
)
_REQUIRE = re.compile(rf"\b(?:require|requires|requiring) (?:a |an |the )?(?P<name>{PHRASE}?)(?=\s*(?:[,.;]|$))")
_EDIT_WORDS = frozenset({"it", "they", "which", "that", "users", "people", "app"})


def settings_of(qualifier: str) -> Settings:
    """Return the settings that a qualifier means: "required, from 1 to 5" -> required, min and max."""
    settings: Settings = {}
    if re.search(r"\b(?:required|mandatory)\b", qualifier):
        settings["required"] = True
    if "optional" in qualifier:
        settings["required"] = False
    if "unique" in qualifier:
        settings |= {"unique": True, "required": True}
    return settings | _bounds(qualifier)


def _bounds(words: str) -> Settings:
    if match := _LENGTH.search(words):
        return {"max_length": max(1, min(20_000, int(match[1])))}
    if match := _RANGE.search(words):
        low, high = sorted((_number(match[1]), _number(match[2])))
        return {"min": low, "max": high} if low < high else {}
    if match := _OUT_OF.search(words):
        return {"min": 1, "max": int(match[1])} if int(match[1]) > 1 else {}
    settings: Settings = {}
    if match := _MOST.search(words):
        settings["max"] = _number(match[1])
    if match := _LEAST.search(words):
        settings["min"] = _number(match[1])
    if _POSITIVE.search(words):
        settings["min"] = 0
    return settings


def _number(digits: str) -> int | float:
    value = float(digits)
    return int(value) if value == int(value) else value


def read_rules(reading: Reading) -> None:
    """Take rules that stand in sentences of their own; those in lists of fields stay with the list."""
    for sentence in reading.sentences:
        for match in list(_MAKE.finditer(reading.open, sentence.start, sentence.end)):
            reading.take(
                RuleFact(_span(match), None, " ".join(bare(match["name"].split())), settings_of(match["flag"]))
            )
        for match in list(_FLAG.finditer(reading.open, sentence.start, sentence.end)):
            _take_flags(reading, match)
        for match in list(_BOUND.finditer(reading.open, sentence.start, sentence.end)):
            _take_bound(reading, match, sentence)
        for match in list(_REQUIRE.finditer(reading.open, sentence.start, sentence.end)):
            name = " ".join(bare(match["name"].split()))
            if name:
                reading.take(RuleFact(_span(match), None, name, {"required": True}))


def _take_flags(reading: Reading, match: re.Match[str]) -> None:
    flag = match["flag"]
    settings: Settings = settings_of(f"{flag} {match['second'] or ''}")
    if flag in {"empty", "blank", "left empty"}:
        settings = {"required": True}
    elif flag in {"negative", "positive"}:
        settings = {"min": 0}
    for part in re.split(r", and | and |, ", match["names"]):
        name = " ".join(bare(part.split()))
        if name and name not in _EDIT_WORDS:
            reading.note(RuleFact(_span(match), None, name, settings))
    if any(fact.span == _span(match) for fact in reading.facts):
        reading.take(reading.facts.pop())


def _take_bound(reading: Reading, match: re.Match[str], sentence: Span) -> None:
    """Take "the quantity must be at least 0"; leave "a rating from 1 to 5", which brings its field along."""
    is_sentence = re.search(r"\b(?:must|should|is|goes|ranges|can|has|may)\b", match.group()) is not None
    name = " ".join(bare(match["name"].split()))
    settings = _bounds(match["rule"])
    before = noun_before(reading.open, sentence.start, match.start("name"))
    if is_sentence and settings and name and name not in _EDIT_WORDS and before is None:
        reading.take(RuleFact(_span(match), None, name, settings))


def _span(match: re.Match[str]) -> Span:
    return Span(match.start(), match.end())
