"""Read what must hold, told in prose: "the end must be after the start", "a full course takes nobody else"."""
# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re

from appbuilder.planner.inflect import singular
from appbuilder.planner.reading.descriptions import spoken_of
from appbuilder.planner.reading.facts import FieldsFact, Reading, RuleFact
from appbuilder.planner.reading.records import record_noun
from appbuilder.planner.reading.wishes import CapacityFact, OnceFact, SequenceFact
from appbuilder.planner.reading.words import bare
from appbuilder.planner.text import MASK, Span

_DET = r"(?:(?:the|its|their|an?|each|every|and|that|so|new|his|her) )*"
_FIELD = r"[a-z][a-z'-]*(?: [a-z][a-z'-]*){0,2}?"
_OF = r"(?: (?:of|for) (?:an?|the|each|every) [a-z]+)?"
_MUST = r"(?:must|should|has to|have to|may|can|shall|needs to)"
_NOT = r"(?:must not|should not|may not|can't|cannot|can not|mustn't|shouldn't|is not|is never|can never|may never|must never|not)"
_END = r"(?=\s*(?:[,.;:()]|$|\band\b|\bor\b|\bof\b|\bso\b|\bbut\b))"
_LATER = r"(?:after|later than|behind|higher than|greater than|more than|bigger than|larger than|at least|not before|not earlier than|no earlier than|not lower than|not less than|not smaller than|not below|no lower than|no less than)"
_EARLIER = r"(?:before|earlier than|lower than|less than|smaller than|at most|below|not after|not later than|no later than|not higher than|not more than|not greater than|not above|no more than|no higher than)"
_SEQUENCES = tuple(
    (re.compile(rf"(?<![\w-]){_DET}(?P<one>{_FIELD}){_OF} {pattern} {_DET}(?P<two>{_FIELD}){_END}"), is_later)
    for pattern, is_later in (
        (rf"{_NOT} (?:be |come |lie |fall )?(?:before|earlier than|lower than|less than|smaller than|below)", True),
        (
            rf"{_NOT} (?:be |come |lie |fall |exceed )?(?:after|later than|higher than|greater than|more than|above)",
            False,
        ),
        (rf"{_NOT} exceed", False),
        (rf"(?:{_MUST}(?: always)? (?:be|come|lie)|is always|comes|is|are|lies) {_LATER}", True),
        (rf"(?:{_MUST}(?: always)? (?:be|come|lie)|is always|comes|is|are|lies) {_EARLIER}", False),
    )
)
_FULL = re.compile(
    r"(?<![\w-])(?:(?:but|and|once|when|if|as soon as) )?(?:(?:an?|the|each|every|no) )*(?:(?P<what4>[a-z]+(?: [a-z]+)?) (?:that|which) (?:is|are) full (?:takes?|accepts?|admits?|allows?) (?:nobody|no one|no more|no further|none|no new)(?: [a-z]+){0,2}|full (?P<what>[a-z]+(?: [a-z]+)?) (?:takes?|accepts?|admits?|allows?|can take|lets?)(?: in)? (?:nobody|no one|no more|no further|none)(?: [a-z]+){0,2}"
    r"|(?P<what2>[a-z]+(?: [a-z]+)?) (?:is|are|must|may|can|should) (?:be )?(?:never|not) (?:be )?(?:overbooked|overfilled|overfull|over-booked)"
    r"|(?:nobody|no one|people cannot|nobody else|no one else) (?:can |may )?(?:[a-z]+ )(?:for |in |into |on )?(?:an? |the )?full (?P<what3>[a-z]+(?: [a-z]+)?))"
)
_MORE_THAN = re.compile(
    rf"(?<![\w-])(?:(?:an?|the|each|every|all|any) )*(?P<one>[a-z]+(?: [a-z]+)?)(?: (?:of|for|in) (?:an?|the|one|each|every) (?P<of>[a-z]+(?: [a-z]+)?))?(?: together| in total| altogether)? {_NOT} (?:take|takes|have|has|hold|sell|contain|accept|get|book|exceed|use|need|be for|be given to)(?: together| in total| altogether)? (?:more )?(?P<what>[a-z]+) than (?:(?:the|its|it|there are|his|her|an?) ?)*(?P<than>[a-z]+(?: [a-z]+)?)?(?: has| have| holds| allows| offers)?{_END}"
)
_NO_MORE = re.compile(
    r"(?<![\w-])(?:there (?:are|can be|may be|must be|must never be|can never be|should never be|may never be) )?(?:no more|never more|(?<=never be )more) (?P<what>[a-z]+) than (?:there are )?(?:free )?(?P<than>places|seats|spots|tickets|beds)(?: (?:in|on|for|of) (?:an?|the|each) (?P<of>[a-z]+))?(?: has)?(?=\s*(?:[,.;]|$))"
)
_SIGNS_UP = r"(?:sign(?:s)? up|register(?:s)?|book(?:s)?|vote(?:s)?|enrol(?:l)?(?:s)?|join(?:s)?|apply|applies|review(?:s)?|rate(?:s)?|rsvp|answer(?:s)?|bid(?:s)?|reserve(?:s)?|take part)"
_ONCE = (
    re.compile(
        rf"(?<![\w-])(?:nobody|no one|no [a-z]+) (?:can |may |must |should )?{_SIGNS_UP} (?:twice|two times|more than once) (?:for|in|on|to|at) (?:the same |an? |one )?(?P<what>[a-z]+(?: [a-z]+)?){_END}"
    ),
    re.compile(
        rf"(?<![\w-])(?:each|every) (?P<who>[a-z]+(?: [a-z]+)?)(?: (?:can|may|must|should))?(?: only)?(?: {_SIGNS_UP}(?: for| in| on)?)? (?:only )?once (?:per|for each|for every|for the same|in each|for an?) (?P<what>[a-z]+(?: [a-z]+)?){_END}"
    ),
)
_TAKEN_ONCE = re.compile(
    rf"(?<![\w-])(?:(?:an?|the|each|every|no|two [a-z]+ with) )*(?P<name>[a-z]+(?: [a-z]+)?) (?:{_MUST} )?(?:only )?(?:be |is |exist |exists |occur |occurs |appear |appears )?(?:only )?(?:taken |used |given |assigned |there |in use )?(?:only once|once only|unique)(?: (?:in|per) (?:the )?[a-z]+)?{_END}"
    rf"|(?<![\w-])no two [a-z]+ (?:can |may |must |should |ever )*(?:have|share|get|bear) (?:the )?same (?P<name2>[a-z]+(?: [a-z]+)?){_END}"
)


_AT_MOST = re.compile(
    rf"(?:(?<=[.;\n])|(?<=[.;\n] )|^|(?<=, ))(?:(?:but|there (?:can|may|must) be) )?(?:no more than|never more than|not more than|at most) (?P<limit>\d{{1,6}}) (?P<name>[a-z]+(?: [a-z]+)?){_END}"
)


def read_constraints(reading: Reading) -> None:
    """Take the order of two fields, full places, and what is there only once."""
    names = {item.words for fact in reading.facts if isinstance(fact, FieldsFact) for item in fact.items}
    _read_sequences(reading, names)
    _read_capacities(reading)
    for match in list(_AT_MOST.finditer(reading.open)):
        if _is_meant(match["name"], names):
            reading.take(RuleFact(_span(match), None, match["name"], {"max": int(match["limit"])}))
    for pattern in _ONCE:
        for match in list(pattern.finditer(reading.open)):
            who = match.groupdict().get("who")
            reading.take(OnceFact(_span(match), _bare(who) or None, record_noun(reading, match["what"])))
    for match in list(_TAKEN_ONCE.finditer(reading.open)):
        name = _bare(match["name"] or match["name2"])
        if _is_meant(name, names):
            owner = spoken_of(reading, match.start())
            reading.take(RuleFact(_span(match), owner, name, {"unique": True, "required": True}))


def _read_sequences(reading: Reading, names: set[str]) -> None:
    for pattern, is_later in _SEQUENCES:
        for match in list(pattern.finditer(reading.open)):
            one, two = _bare(match["one"]), _bare(match["two"])
            if MASK not in match.group() and _is_meant(one, names) and _is_meant(two, names):
                early, late = (two, one) if is_later else (one, two)
                reading.take(SequenceFact(_span(match), early, late))


def _read_capacities(reading: Reading) -> None:
    for match in list(_FULL.finditer(reading.open)):
        words = match["what"] or match["what2"] or match["what3"] or match["what4"]
        reading.take(CapacityFact(_span(match), record_noun(reading, words), None))
    described = {fact.owner for fact in reading.facts if isinstance(fact, FieldsFact)}
    for match in list(_MORE_THAN.finditer(reading.open)):
        nouns = [record_noun(reading, match[key]) for key in ("of", "one")]
        noun = next((each for each in nouns if each in described), None) or nouns[0] or nouns[1]
        reading.take(CapacityFact(_span(match), noun, match["what"]))
    for match in list(_NO_MORE.finditer(reading.open)):
        reading.take(CapacityFact(_span(match), record_noun(reading, match["of"]), match["what"]))


_EDGES = frozenset({"start", "end", "start time", "end time", "start date", "end date"})


def _is_meant(words: str, names: set[str]) -> bool:
    """Whether a field is meant: "return" or "the end" for the return date and the end date."""
    return words in _EDGES or any(
        name.startswith(f"{words} ") or name.endswith(f" {words}") or name == words or name == singular(words)
        for name in names
    )


def _bare(words: str | None) -> str:
    return " ".join(bare((words or "").split()))


def _span(match: re.Match[str]) -> Span:
    return Span(match.start(), match.end())
