"""Read totals: "total amount", "count per status", "average rating per book", "how many tasks are done"."""
# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re
from typing import Any

from appbuilder.planner.inflect import is_plural
from appbuilder.planner.lexicon.reports import PERIODS
from appbuilder.planner.reading.facts import Reading, TotalFact
from appbuilder.planner.reading.wishes import OwnFact, ReportFact
from appbuilder.planner.reading.words import PHRASE, bare
from appbuilder.planner.text import Span

_BY = rf"(?: (?:per|by|for each|for every|in each|of each|grouped by|by each) (?P<by>{PHRASE}?))?"
_END = r"(?=\s*(?:[,.;:()]|$|\band\b|\bare\b|\bis\b|\bwith\b|\bshown\b|\bso\b|\bat\b|\bon\b|\bspent\b|\bin the\b|\x1f))"
_LEAD = r"(?:(?:show|shows|showing|display|see|calculate|compute|with|and|also|it|should|the|a|an|its|their|me|to|want|i) )*"
_TOTAL = re.compile(
    rf"\b{_LEAD}(?:(?:sum(?: up)?|totals?\b|grand total|overall total|running total|sum total) ?(?:of |for )?(?:all |the |my )*"
    rf"(?P<what>(?!per\b|by\b|for\b|in\b){PHRASE}?)??)(?: (?:spent|earned|paid|spending|owed))?{_BY}{_END}",
)
_AVERAGE = re.compile(rf"\b{_LEAD}(?:average|mean|avg) (?:of (?:all |the )*)?(?P<what>{PHRASE}?){_BY}{_END}")
_COUNT = re.compile(
    rf"\b{_LEAD}(?:(?:count|counts|counter|number|how many)(?: of)?(?: all| the)?(?: (?P<what>{PHRASE}?))?(?: there(?: are)?| (?:i|we) have)?"
    rf" (?:per|by|for each|for every|in each|of each|each) (?P<by>{PHRASE}?)(?: has| have)?{_END}"
    rf"|(?:how many) (?P<many>{PHRASE}?)(?: there are| i have| we have| are \w+)?{_END}"
    rf"|(?:count|counts|total number|total count|overall number|counter) of (?:all |the )*(?P<of>{PHRASE}?)(?: (?:per|by) (?P<ofby>{PHRASE}?))?{_END}"
    rf"|(?P<before>{PHRASE}?) counts? (?:per|by) (?P<beforeby>{PHRASE}?){_END})",
)
_PERSON = frozenset({"member", "user", "person", "participant"})
_FIELD_BEFORE = re.compile(r"(?:has|have|,|with)\s+(?:a|an|the)?\s*$")


def read_totals(reading: Reading) -> None:
    """Take sums, averages and counts; "total" as a field of a list ("with total and date") stays a field."""
    for sentence in reading.sentences:
        for match in list(_AVERAGE.finditer(reading.open, sentence.start, sentence.end)):
            _take(reading, TotalFact(_span(match), "average", _noun(match["what"]), _noun(match["by"])))
        for match in list(_COUNT.finditer(reading.open, sentence.start, sentence.end)):
            what = match["what"] or match["many"] or match["of"] or match["before"]
            by = match["by"] or match["ofby"] or match["beforeby"]
            _take(reading, TotalFact(_span(match), "count", _noun(what), _noun(by)))
        for match in list(_TOTAL.finditer(reading.open, sentence.start, sentence.end)):
            what, by = _noun(match["what"]), _noun(match["by"])
            if by is None and re.match(r"(?:and |with |, )*an? total", match.group()):
                continue
            if what is None and by is None and not is_plural(match.group().strip()) and _is_field(reading, match):
                continue
            _take(reading, TotalFact(_span(match), "sum", what, by))


def _take(reading: Reading, fact: TotalFact) -> None:
    """Take a total; one for each month or so is a report."""
    period: Any = PERIODS.get(fact.by or "")
    if fact.by in _PERSON:
        reading.note(OwnFact(fact.span, None))
        reading.take(ReportFact(fact.span, fact.kind, fact.what, fact.by, None, None))
    elif period is None:
        reading.take(fact)
    else:
        reading.take(ReportFact(fact.span, fact.kind, fact.what, None, period, None))


def _is_field(reading: Reading, match: re.Match[str]) -> bool:
    before = reading.open[max(0, match.start() - 20) : match.start()]
    return _FIELD_BEFORE.search(before) is not None


def _noun(words: str | None) -> str | None:
    return " ".join(bare(words.split())) or None if words else None


def _span(match: re.Match[str]) -> Span:
    return Span(match.start(), match.end())
