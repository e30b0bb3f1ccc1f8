"""Read how a record stands and moves, told in prose: "a draft until it is sent", "new, then in work, then finished"."""
# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re
from dataclasses import dataclass, replace

from appbuilder.planner.inflect import singular
from appbuilder.planner.lexicon.fields import DONE_WORDS, KNOWN_STATES
from appbuilder.planner.lexicon.speech import STOPS
from appbuilder.planner.lexicon.telling import PARTICIPLES, READS_AS, STATE_WORDS
from appbuilder.planner.reading.descriptions import spoken_of
from appbuilder.planner.reading.facts import ChoicesFact, FieldsFact, Item, Reading, ThingFact
from appbuilder.planner.reading.people import is_people
from appbuilder.planner.reading.records import record_noun
from appbuilder.planner.reading.wishes import FlowFact
from appbuilder.planner.reading.words import PHRASE, bare
from appbuilder.planner.text import MASK, Span, mask

_STATES = (
    frozenset(value for values in (*KNOWN_STATES.values(), *DONE_WORDS.values()) for value in values) | STATE_WORDS
)
_WORDS_LIMIT = 3
_BE = r"(?:is|are|can be|may be|will be|gets|becomes|starts? (?:out )?as|begins? as|starts? (?:out )?|stays?|remains?|counts? as|is first|is always|is marked(?: as)?|is set to|is called|(?:goes|passes|moves|runs|go|pass) through(?: the (?:states|stages|steps|phases))?:?)"
_SUBJECT = re.compile(
    rf"\s*(?:(?:and|so|every|each|an?|the|all|one|new|its status|the status of an?|the state of an?|(?:its|the) (?:status|state)) )*(?P<what>it|they|{PHRASE}?) {_BE} (?:either |always |first |then |one of |(?:an?|the) )*"
)
_LINK = re.compile(
    r"\s*(?:,?\s*(?:(?:and|or|but) )?(?P<then>then|finally|later|afterwards|after that|at last|in the end|until|till|before|next|once it is ready,?)(?:,| (?=\w))|(?P<or>,? or )|(?P<and>,? and )|(?P<comma>,|;))\s*"
)
_ACTED = re.compile(
    rf"(?:(?P<who>(?:the |an? )?[a-z]+) )?(?:(?P<verb>takes?|moves?|puts?|brings?|sets?|marks?) (?:it|them) |{_BE} |(?:it|they|he|she|one|someone|somebody) (?:{_BE}|(?:has|have) been|goes|moves|comes|turns) |goes |moves )?(?:either |to |as |back to |an? |the )*(?P<into>into |under |in )?(?:an? |the )?(?P<state>[a-z][a-z' -]*)$"
)
_BACK = re.compile(
    r"(?:(?:if|when|as long as|should|unless) [^,.;]*, ?)?(?:and |but )?(?:(?:an?|the|it|they|every|each|all|once|also|,) )*(?P<state>[a-z]+)?(?: (?:[a-z]+))? ?(?:can|may|could|might) (?:also |always |later )?(?:be (?:reopened|re-opened|opened again|taken up again|put back|set back|moved back|sent back)|go back|come back|return)(?: (?:to|into|as) (?P<target>[a-z][a-z ]{1,24}?))?(?: again| if needed| at any time| later)?(?=\s*(?:[.;,]|$|\bby\b|\band\b))"
)


@dataclass(frozen=True, slots=True)
class _Way:
    """The states of a sentence in their order; `ends` are those to choose from at last, `who` moves an entry there."""

    states: tuple[str, ...]
    is_chain: bool
    who: tuple[str, ...]
    end: int


def read_states(reading: Reading) -> None:
    """Take sentences that say how a record stands, and whether it goes back."""
    for sentence in reading.sentences:
        _read_stands(reading, sentence)
    for match in list(_BACK.finditer(reading.open)):
        _take_back(reading, match)


def _read_stands(reading: Reading, sentence: Span) -> None:
    match = _SUBJECT.match(reading.open, sentence.start, sentence.end)
    if match is None or MASK in match.group():
        return
    what = " ".join(bare(match["what"].split()))
    is_again = what in {"it", "they", "status", "state", "this"}
    owner = spoken_of(reading, match.start()) if is_again else _meant(reading, what, match.start())
    if (choice := _OR_NOT.match(reading.open, match.end(), sentence.end)) and owner is not None:
        item = Item(choice["what"], "", Span(match.start(), choice.end()), kind="boolean")
        reading.take(FieldsFact(item.span, owner, (item,)))
        return
    way = _way(reading.open, match.end(), sentence.end, is_path=" through" in match.group())
    if owner is None or way is None:
        return
    if not all(map(_is_name, way.states)):
        return
    span = Span(match.start(), way.end)
    holders = [
        fact.owner
        for fact in reading.facts
        if isinstance(fact, FieldsFact) and any(item.words == what for item in fact.items)
    ]
    if holders:
        reading.take(ChoicesFact(span, holders[0], what, way.states, is_status=False))
        return
    if any(map(_is_state, way.states)) and owner is not None:
        reading.note(ThingFact(span, owner))
        reading.note(ChoicesFact(span, owner, "status", way.states, is_status=True))
        if way.is_chain or way.who:
            reading.note(FlowFact(span, owner, way.states, who=way.who))
        reading.open = mask(reading.open, span)
    elif "either" in match.group() and owner is not None:
        reading.note(ThingFact(span, owner))
        reading.take(ChoicesFact(span, owner, "kind", way.states, is_status=False))


_OR_NOT = re.compile(r"(?P<what>[a-z]+(?: [a-z]+)?) or not(?=\s*(?:[.;,]|$))")


def _meant(reading: Reading, what: str, place: int) -> str | None:
    """Return the record of the words; "a report is open" after "people report damages" speaks of the damages."""
    noun = record_noun(reading, what)
    described = [fact.owner for fact in reading.facts if isinstance(fact, FieldsFact)]
    is_deed = noun is not None and re.search(
        rf"\b{re.escape(noun)}s? (?:an?|the|their|every|all|[a-z]+s)\b", reading.text[:place]
    )
    if noun not in described and described and (is_deed or noun in READS_AS):
        return spoken_of(reading, place) or noun
    return noun


def _way(text: str, start: int, end: int, *, is_path: bool) -> _Way | None:
    states: list[str] = []
    who: list[str] = []
    is_chain, is_or, position, last = is_path, False, start, start
    while position < end:
        link = _LINK.search(text, position, end)
        stop = link.start() if link else end
        part = text[position:stop].strip(" '\"")
        acted = _ACTED.fullmatch(part)
        if acted is None or len(acted["state"].split()) > _WORDS_LIMIT or not part:
            break
        who_acts = (acted["who"] or "").rpartition(" ")[2]
        is_actor = who_acts not in STOPS | _PRONOUNS and is_people(who_acts)
        if who_acts and not is_actor and who_acts not in _PRONOUNS and not acted["verb"]:
            acted = re.fullmatch(r"(?P<into>)(?P<state>.*)", part)
            if acted is None or len(part.split()) > _WORDS_LIMIT:
                break
        elif is_actor:
            who.append(singular(who_acts))
        states.append(_plain(f"{acted['into'] or ''}{acted['state']}"))
        last = stop
        if link is None:
            break
        is_chain = is_chain or link["then"] is not None
        is_or = is_or or link["or"] is not None
        position = link.end()
    distinct = tuple(dict.fromkeys(states))
    if len(distinct) < 2 or not (is_chain or is_or):  # noqa: PLR2004 - one state is no choice
        return None
    return _Way(distinct, is_chain, tuple(dict.fromkeys(who)), last)


_PRONOUNS = frozenset({"it", "they", "he", "she", "one", "someone", "somebody", "we", "i"})


def _plain(state: str) -> str:
    words = state.replace("into ", "in ").split()
    while len(words) > 1 and words[0] in {"already", "then", "finally", "a", "an", "the", "just", "being"}:
        words.pop(0)
    if len(words) > 1 and words[-1] in {"first", "initially"}:
        words.pop()
    return " ".join(words)


def _is_name(state: str) -> bool:
    return bool(re.fullmatch(r"[a-z][a-z' -]*", state)) and state.split(maxsplit=1)[0] not in {
        "not",
        "the",
        "where",
        "when",
        "if",
        "so",
    }


def _is_state(state: str) -> bool:
    """Tell a state from another choice: a usual one, a participle, or "under ...", "in ..."."""
    first, last = state.split(maxsplit=1)[0], state.rsplit(maxsplit=1)[-1]
    return (
        state in _STATES
        or first in {"under", "in", "on", "to", "waiting", "not", "out"}
        or (last.endswith("ed") and len(last) > 4)  # noqa: PLR2004 - "red" is no participle
        or (last in PARTICIPLES.values())
    )


def _take_back(reading: Reading, match: re.Match[str]) -> None:
    """Take "finished repairs can be reopened": the last state leads back to the first, or to the one that is named."""
    flows = [fact for fact in reading.facts if isinstance(fact, FlowFact) and fact.states]
    if not flows:
        return
    near = [fact for fact in flows if fact.span.start < match.start()] or flows
    flow = near[-1]
    ends = [state for state in flow.states if state == (match["state"] or "")] or [flow.states[-1]]
    target = _plain(match["target"] or "") or flow.states[0]
    span = Span(match.start(), match.end())
    changed = replace(flow, back=(*flow.back, (ends[0], target)))
    reading.facts[reading.facts.index(flow)] = changed
    reading.quiet.append(span)
    reading.open = mask(reading.open, span)
