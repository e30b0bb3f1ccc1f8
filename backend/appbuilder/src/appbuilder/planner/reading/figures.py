"""Read lists of figures to be shown: "shows the total raised, the number of donors and donations per month"."""
# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re
from typing import Any

from appbuilder.planner.inflect import is_plural, singular
from appbuilder.planner.lexicon.actions import GROUPING
from appbuilder.planner.lexicon.fields import FIELD_NAMES
from appbuilder.planner.lexicon.nouns import NOUNS
from appbuilder.planner.lexicon.reports import BEST, DISPLAYS, FIGURES, PERIODS, SPOKEN_OF, UNITS
from appbuilder.planner.lexicon.speech import PEOPLE
from appbuilder.planner.reading.facts import Reading, ThingFact
from appbuilder.planner.reading.wishes import ReportFact
from appbuilder.planner.reading.words import PHRASE, bare, known_noun
from appbuilder.planner.text import Span

_SHOWN = re.compile(
    r"(?<![\w-])(?:(?:(?:the|our|an?|each|every) [a-z]+|i|we|it|admins?|managers?|users?|(?:i|we) want) )?(?:(?:can|should|must|to) )*"
    r"(?:shows?|showing|see|sees|seeing|displays?|displaying|view|views|compares?|comparing|overview of|"
    r"dashboards? with|statistics (?:on|of|about|for)|(?:report|figures|numbers) (?:on|of|about|for))(?: me| us)?:? (?P<list>[^.;:\n]+)"
)
_ITEM = re.compile(r"(?:,? and |, |,? as well as )")
_FIGURE = re.compile(
    rf"(?:(?:the|a|an|my|our|all|and|also|see|how|overview of|statistics on|statistics of|list of) )*(?:(?P<kind>{'|'.join(sorted(FIGURES, key=len, reverse=True))}) (?:of )?(?:the |all )*)?"
    rf"(?P<what>(?!per\b|by\b|between\b){PHRASE}?)?(?: ?(?:per|by|for each|in each|of each|between|across|over)(?: (?:the|each))? (?P<by>{PHRASE}?))?"
    r"(?: (?:as|in|on) (?:a |an )?(?P<display>pie|donut|bar|column|line)? ?(?:chart|graph|diagram))?\s*"
)
_BEST = re.compile(rf"(?:(?:the|our|my) )*(?:{BEST})(?: (?P<what>{PHRASE}))?\s*")
_ENDINGS = re.compile(rf"(?: (?:{'|'.join(sorted(SPOKEN_OF))}))+$")
_LIMIT = 10


def read_figures(reading: Reading) -> None:
    """Take each figure of a list that says how it is counted or split; the rest of the list stays."""
    for match in list(_SHOWN.finditer(reading.open)):
        begin, end = match.span("list")
        separators = [each.span() for each in _ITEM.finditer(reading.open, begin, end)]
        is_alone = not separators and "dashboard" not in match.group()
        last, start, place = None, match.start(), begin
        for stop, following in [*separators, (end, end)]:
            words = reading.open[place:stop]
            fact = None if "\x1f" in words else _fact(words, Span(start, stop), last)
            if fact is not None and not (is_alone and fact.kind):
                _note_counted(reading, fact)
                reading.take(fact)
                last = fact
            start = place = following


def _note_counted(reading: Reading, fact: ReportFact) -> None:
    """What is counted is kept."""
    is_unit = bool({fact.what, singular(fact.what or "")} & (FIELD_NAMES.keys() | UNITS))
    noun = known_noun(fact.what) if fact.what and is_plural(fact.what) and not is_unit else None
    if noun is not None and fact.what not in SPOKEN_OF and fact.what not in PEOPLE:
        reading.note(ThingFact(fact.span, noun))


def _fact(words: str, span: Span, last: ReportFact | None) -> ReportFact | None:
    return (_best(words, span) or _figure(words, span, last)) if words.strip() else None


def _best(words: str, span: Span) -> ReportFact | None:
    match = _BEST.fullmatch(words)
    if match is None:
        return None
    what = " ".join(bare((match["what"] or "").split()))
    return ReportFact(span, None, what or "best sellers", None, None, "table", _LIMIT)


def _figure(words: str, span: Span, last: ReportFact | None) -> ReportFact | None:
    match = _FIGURE.fullmatch(words)
    if match is None or not (match["kind"] or match["by"]):
        return _again(words.strip(), span, last)
    what, by = " ".join(bare((match["what"] or "").split())), match["by"] or ""
    period: Any = PERIODS.get(by)
    spoken = next((word for word in what.split()[-1:] if word in SPOKEN_OF), None)
    what = _ENDINGS.sub("", f" {what}").strip() or spoken or ""
    if not what and last is not None and not match["kind"]:
        return ReportFact(span, last.kind, last.what, None if period else by, period, "line" if period else "bar")
    if not match["kind"] and known_noun(what) is None and what not in SPOKEN_OF:
        return None
    if by and period is None and known_noun(by) is None and by not in GROUPING:
        return None
    kind: Any = FIGURES.get(match["kind"] or "")
    display: Any = DISPLAYS.get(match["display"] or "") or ("line" if period else "bar" if by else None)
    return ReportFact(span, kind, what or None, None if period else by or None, period, display)


def _again(word: str, span: Span, last: ReportFact | None) -> ReportFact | None:
    """Read one more split of the figure before: "complaints by district and category"."""
    if last is None or not (last.by or last.period) or word not in GROUPING | NOUNS.keys() | PERIODS.keys():
        return None
    period: Any = PERIODS.get(word)
    return ReportFact(span, last.kind, last.what, None if period else word, period, "line" if period else "bar")
