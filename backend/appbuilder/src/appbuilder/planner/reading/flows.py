"""Read how entries move from state to state: "from open to in progress to closed", "draft -> sent -> paid"."""
# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re

from appbuilder.planner.inflect import singular
from appbuilder.planner.lexicon.access import ADMINS, MEMBERS, STAFF
from appbuilder.planner.reading.behaviours import object_noun
from appbuilder.planner.reading.facts import ChoicesFact, Reading, ThingFact
from appbuilder.planner.reading.people import is_people
from appbuilder.planner.reading.wishes import FlowFact
from appbuilder.planner.reading.words import bare
from appbuilder.planner.text import Span

_STATE = r"[a-z][a-z'-]*(?: (?!to\b|then\b|and\b|or\b|by\b|when\b|with\b|via\b|into\b)[a-z][a-z'-]*){0,2}"
_FROM = re.compile(
    rf"(?:(?P<what>(?!them\b|and\b)[a-z]+(?: (?!and\b|them\b)[a-z]+)?) (?:can |should |must |may |only )*)?\b(?:and )?(?:go|goes|moves?|moving|moved|changes?|progress(?:es)?|advances?|transitions?|pass(?:es)?|flows?|runs?)\b(?P<object>(?: [a-z]+){{0,2}}?) from (?:status )?[\"']?(?P<first>{_STATE})[\"']?(?P<rest>(?:,? (?:and )?(?:then )?(?:to|through|via|into) [\"']?{_STATE}[\"']?)+)"
)
_ARROWS = re.compile(
    rf"(?P<intro>\b(?:status|state|stage|workflow|phase|lifecycle)(?:es|s)?\b[ :(]*(?:is |are |goes |of )?)?[\"']?(?P<all>{_STATE}(?: ?[-=]?>+ ?{_STATE}){{2,}}|(?<=\bstatus ){_STATE} ?[-=]?>+ ?{_STATE})"
)
_STEP = re.compile(r"(?:,? (?:and )?(?:then )?(?:to|through|via|into) |[-=]?>+)")
_MOVER = re.compile(r"(?:^|[,;:] ?|\band )(?:the |an? )?(?P<who>[a-z]+)(?= )")
_SETS = re.compile(
    r"(?<![\w-])(?:the |an? )?(?P<who>[a-z]+) (?:can |may |must |should |should be able to )?(?:sets?|updates?|changes?|manages?) (?:the |their |its )?(?:[a-z]+ )?(?:status|state|progress)(?: of (?:the |their |each |every |all )?(?P<what>[a-z]+(?: [a-z]+)?))?(?=\s*(?:[,.;]|$|\x1f|\band\b))"
)
_WORKFLOW_WORDS = re.compile(
    r"(?<![\w-])(?:with |a |an |the |approval |status |simple )*(?:workflows?|approval process(?:es)?|status transitions?|state machine)(?![\w-])"
)


def read_flows(reading: Reading) -> None:
    """Take chains of states; each is a list of choices and says which changes are allowed."""
    for match in list(_FROM.finditer(reading.open)):
        states = (
            match["first"].strip(" '\""),
            *[part.strip(" '\"") for part in _STEP.split(match["rest"]) if part.strip(" '\"")],
        )
        if not any(word.isdigit() for state in states for word in state.split()):
            what, movers = match["what"], _movers(reading, match.start())
            if match["object"].strip() and is_people((what or "").rpartition(" ")[2]):  # "the landlord moves them"
                what, movers = None, (singular((what or "").split()[-1]),)
            _take(reading, Span(match.start(), match.end()), what, states, movers)
    for match in list(_ARROWS.finditer(reading.open)):
        states = tuple(part.strip(" '\"") for part in _STEP.split(match["all"]) if part.strip(" '\""))
        _take(reading, Span(match.start(), match.end()), None, states)
    for match in list(_SETS.finditer(reading.open)):
        if singular(match["who"]) not in MEMBERS | ADMINS and is_people(match["who"]):
            owner = object_noun(match["what"] or "")
            reading.take(FlowFact(Span(match.start(), match.end()), owner, (), (), (singular(match["who"]),)))
    for match in list(_WORKFLOW_WORDS.finditer(reading.open)):
        reading.take(FlowFact(Span(match.start(), match.end()), None, ()))


def _movers(reading: Reading, place: int) -> tuple[str, ...]:
    """Return who moves the entries, in "agents comment on them and move them from open to closed"."""
    clause = reading.text[reading.sentence_at(place).start : place]
    found = [match["who"] for match in _MOVER.finditer(clause) if match["who"] in STAFF]
    return (singular(found[-1]),) if found else ()


def _take(reading: Reading, span: Span, what: str | None, states: tuple[str, ...], who: tuple[str, ...] = ()) -> None:
    distinct = tuple(dict.fromkeys(states))
    words = " ".join(bare((what or "").split()))
    owner = object_noun(words) if words not in {"status", "state", "stage"} else None
    if len(distinct) < 2:  # noqa: PLR2004
        return
    if owner is not None:
        reading.note(ThingFact(span, owner))
    reading.note(ChoicesFact(span, owner, "status", distinct, is_status=True))
    reading.take(FlowFact(span, owner, distinct, (), who))
