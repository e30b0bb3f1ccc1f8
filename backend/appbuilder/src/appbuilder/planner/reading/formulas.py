"""Read what is worked out: "the total is hours times rate plus parts", "an order shows the sum of its positions"."""
# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re
from typing import Any

from appbuilder.planner.lexicon.limits import ROOM_WORDS
from appbuilder.planner.reading.descriptions import spoken_of
from appbuilder.planner.reading.facts import Reading
from appbuilder.planner.reading.wishes import FormulaFact, GatherFact
from appbuilder.planner.reading.words import bare, known_noun
from appbuilder.planner.text import MASK, Span

_OPERATORS = {
    "times": "*", "multiplied by": "*", "multiplied with": "*", "x": "*", "*": "*", "plus": "+", "+": "+", "and": "+",
    "minus": "-", "less": "-", "-": "-", "divided by": "/", "/": "/",
}  # fmt: skip
_WORDS = r"[a-z][a-z'-]*(?: (?!times\b|plus\b|minus\b|less\b|multiplied\b|divided\b|over\b|is\b|per (?:each|every)\b)[a-z][a-z'-]*){0,4}?"
_TERM = rf"(?:(?:the|its|their|an?|all) )*(?:{_WORDS}|\d+(?:\.\d+)?)"
_OPERATOR = r"(?:times|multiplied by|multiplied with|x|\*|plus|\+|minus|less|divided by|/)"
_FORMULA = rf"{_TERM}(?:,? {_OPERATOR} {_TERM})+"
_STOP = r"(?=\s*(?:[,.;:()]|$|\band\b|\bfor each\b|\bof (?:each|every)\b|\bover\b|\bso\b))"
_IS = r"(?:is always|is|are|=|equals?|comes from|results from|(?:is |are |should be |must be |gets )?(?:automatically )?(?:calculated|computed|worked out|derived)(?: automatically)? (?:as|from|by)|should be|must be|is the product of)"
_NAME = r"(?:(?:(?:an?|the|each|every) )?(?P<owner>[a-z]+(?: [a-z]+)?)'s? )?(?:(?:the|its|their|an?|each|every) )*(?P<name>[a-z]+(?: [a-z]+){0,2}?)(?: (?:of|for|on) (?:an?|the|each|every|one) (?P<owner2>[a-z]+(?: [a-z]+)?))?"
_WORKED_OUT = re.compile(rf"(?<![\w-]){_NAME} {_IS} (?:simply |always |just )?(?P<formula>{_FORMULA}){_STOP}")
_KINDS: dict[str, Any] = {
    "sum": "sum",
    "total": "sum",
    "average": "average",
    "mean": "average",
    "number": "count",
    "count": "count",
}
_GATHERED = rf"(?:the |an? |its )?(?P<kind>sum|total|average|mean|number|count)(?: (?:amount|value|price|cost))?(?: of| over)(?: (?:all|the|its|their|each|every))* (?:(?P<what>{_FORMULA}|[a-z]+(?: [a-z]+){{0,2}}?)(?: of| over| in| for| from| on) (?:(?:all|the|its|their|of) )*)?(?P<child>[a-z]+(?: [a-z]+)?)"
_SHOWS = re.compile(
    rf"(?<![\w-])(?:(?:an?|the|each|every|and|for each|for every) )*(?P<owner>[a-z]+(?: [a-z]+)?) (?:should |must |also |then |always )*(?:shows?|has|have|displays?|gives?|sums? up|knows?|tells?|gets?) {_GATHERED}{_STOP}"
)
_SUM_IS = re.compile(rf"(?<![\w-]){_NAME} {_IS} {_GATHERED}{_STOP}")
_SHOWS_TOTAL = re.compile(
    r"(?<![\w-])(?:(?:an?|the|each|every|and) )*(?P<owner>[a-z]+(?: [a-z]+)?) (?:shows?|displays?|has|gets) (?:the |its |a )(?P<name>(?:grand |overall )?total|sum)(?=\s*(?:[.;]|$))|(?<![\w-])(?:the |its )?(?P<owner2>[a-z]+) (?P<name2>total|sum) is the sum(?=\s*(?:[,.;]|$))"
)
_APART = re.compile(rf",? ({_OPERATOR}) ")


def read_formulas(reading: Reading) -> None:
    """Take what is worked out from other fields, or from the records that belong to one."""
    for match in list(_SUM_IS.finditer(reading.open)):
        _take_gathered(reading, match, match["owner"] or match["owner2"], match["name"])
    for match in list(_SHOWS.finditer(reading.open)):
        if MASK not in match.group() and not _is_number(match):
            _take_gathered(reading, match, match["owner"], None)
    for match in list(_SHOWS_TOTAL.finditer(reading.open)):
        owner = match["owner"] or match["owner2"]
        if MASK not in match.group() and _has_lines(reading, owner):
            reading.take(GatherFact(_span(match), owner, match["name"] or match["name2"], "sum", (), ""))
    for match in list(_WORKED_OUT.finditer(reading.open)):
        if MASK in match.group() or match["name"] in {"it", "there", "this", "that"}:
            continue
        owner = match["owner"] or match["owner2"]
        reading.take(FormulaFact(_span(match), owner, match["name"], parts_of(match["formula"])))


def _is_number(match: re.Match[str]) -> bool:
    """Tell a number that is entered from one that is counted: "rooms have a number of beds"."""
    words = " ".join(bare(match["child"].split()))
    is_kept = known_noun(words) is not None and not {words, words.split()[-1]} & ROOM_WORDS
    return (
        match["kind"] == "number" and re.search(r"\b(?:has|have|gets?) an? ", match.group()) is not None and not is_kept
    )


def _has_lines(reading: Reading, owner: str) -> bool:
    """Whether the request says that there is something to sum up."""
    has = rf"\b{re.escape(owner)} (?:has|contains|consists of|is made of|comes with|can have|may have|lists) (?:[a-z]+ ){{0,3}}?(?:lines|items|positions|rows|entries|services|products|parts|expenses|costs)\b"
    return re.search(has, reading.text) is not None


def parts_of(formula: str) -> tuple[str, ...]:
    """Return names, numbers and operators in turn: "hours times the rate" -> ("hours", "*", "rate")."""
    parts = _APART.split(formula)
    return tuple(
        _OPERATORS[part] if place % 2 else " ".join(bare(part.split())) or part for place, part in enumerate(parts)
    )


def _take_gathered(reading: Reading, match: re.Match[str], owner: str | None, name: str | None) -> None:
    what = match["what"]
    if owner in {"it", "each", "there"}:
        owner = spoken_of(reading, match.start())
    child = " ".join(bare(match["child"].split()))
    if not child.endswith("s") and child not in {"children", "people"}:
        return
    parts = parts_of(what) if what else ()
    kind = _KINDS[match["kind"]]
    reading.take(GatherFact(_span(match), owner, name, kind, parts, child))


def _span(match: re.Match[str]) -> Span:
    return Span(match.start(), match.end())
