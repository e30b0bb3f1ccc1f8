"""Read how a record stands and moves, told in prose: "a draft until it is sent", "new, then in work, then finished"."""
# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re
from dataclasses import dataclass, field, replace

from appbuilder.planner.inflect import is_plural, singular
from appbuilder.planner.lexicon.telling import READS_AS
from appbuilder.planner.reading.descriptions import spoken_of
from appbuilder.planner.reading.facts import ChoicesFact, FieldsFact, Item, Reading, ThingFact
from appbuilder.planner.reading.people import is_people
from appbuilder.planner.reading.records import record_noun
from appbuilder.planner.reading.standing import BE, Way, is_name, is_state, plain_state, read_way
from appbuilder.planner.reading.whom import people_named
from appbuilder.planner.reading.wishes import FlowFact
from appbuilder.planner.reading.words import PHRASE, bare
from appbuilder.planner.text import MASK, Span, mask

_SUBJECT = re.compile(
    rf"\s*(?:(?:at first|first|initially|at the beginning|then|when (?:it is )?(?:new|added|created)),? |(?:when|once|after|as soon as|if) [^,.;:]{{2,60}}?,? (?=(?:it|they|the [a-z]+) (?:is|are|becomes?|gets?|turns?|counts?) ))?(?:(?:and|so|every|each|an?|the|all|one|new|its status|the status of an?|the state of an?|(?:its|the) (?:status|state)) )*(?P<what>it|they|ones|{PHRASE}?) {BE} (?:either |always |first |then |one of |(?:an?|the) )*"
)
_MOVED = re.compile(
    rf"\s*(?P<who>(?:the |an? )?[a-z]+(?: [a-z]+)?) (?:then |later |can |may |will )?(?:sets?|moves?|puts?|marks?|changes?|brings?|turns?|takes?) (?:(?:the|an?|each|every) )?(?P<what>it|them|{PHRASE}?) (?:to|as|(?=into)) ?(?:an? |the )?"
)
_CHAINS = re.compile(
    r"\b(?:through|first|initially|begins?|starts?|becomes?|when|once|after|marked|sets?|moves?|puts?|changes?|brings?|turns?)\b"
)
_DECIDES = re.compile(
    r"(?<![\w-])(?:only )?(?:the |an? |our )?(?P<who>[a-z]+(?: [a-z]+)?) (?:then |finally |can |may )?decides? (?:(?:on|about|over|whether|which|if|what|that|the|an?|each|every|of) )*(?P<what>[a-z]+(?: [a-z]+)?) (?:is|are|gets?|will be|becomes?|should be|to be) (?P<one>[a-z]+) or (?P<two>[a-z]+)"
)
_LISTED = re.compile(
    r"(?<![\w-])(?:status|state|progress|stage) of (?:(?:their|the|its|an?|each|every|his|her|own) )*(?P<what>[a-z]+(?: [a-z]+)?)(?: is| are)?(?: \(|: | is one of )(?P<all>[a-z][a-z -]*(?:(?:, (?:or |and )?| or | and )[a-z][a-z -]*?)+)(?:\)|(?=\s*(?:[.;]|$)))"
)
_CHANGED = re.compile(
    r"(?<![\w-])(?:change|set|update|edit|manage)s? (?:their|its|the|his|her) (?:status|state) \((?P<all>[a-z][a-z -]*(?:(?:, (?:or |and )?| or | and )[a-z][a-z -]*?)+)\)"
)
_REVIEWED = re.compile(
    r"(?<![\w-])(?:the |an? )?(?P<who>[a-z]+(?: [a-z]+)?) (?:must |has to |have to |should |can )?(?:first )?(?:review|check|approve|moderate|confirm|release)s? (?:(?:each|every|new|the|an?|all) )*(?P<what>[a-z]+(?: [a-z]+)?) before (?:it|they) (?:is|are|go|goes|become|becomes|appear|appears|get|gets)(?: publicly)? ?(?:published|live|visible|public|shown|online)?"
)
_BEGINS = re.compile(r" ?(?:our |my |the )?(?P<what>[a-z]+(?: [a-z]+)?)(?= with|:|,|$)")
_COLON = re.compile(r":")
_AGAIN = frozenset({"it", "they", "them", "one", "ones", "status", "state", "this"})
_BACK = re.compile(
    r"(?:(?:if|when|as long as|should|unless) [^,.;]*, ?)?(?:and |but )?(?:(?:an?|the|it|they|every|each|all|once|also|,) )*(?P<state>[a-z]+)?(?: (?:[a-z]+))? ?(?:can|may|could|might) (?:also |always |later )?(?:be (?:reopened|re-opened|opened again|taken up again|put back|set back|moved back|sent back)|go back|come back|return)(?: (?:to|into|as) (?P<target>[a-z][a-z ]{1,24}?))?(?: again| if needed| at any time| later)?(?=\s*(?:[.;,]|$|\bby\b|\band\b))"
)


@dataclass(slots=True)
class _Told:
    """How records of `owner` stand, as far as it was told; `is_sure` tells states from other choices.

    `span` says it first; what stands between it and `later` ones may be about anything.
    """

    owner: str | None
    span: Span
    ways: list[Way]
    is_sure: bool
    is_either: bool
    later: list[Span] = field(default_factory=list)

    @property
    def states(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(state for way in self.ways for state in way.states))

    def adds(self, place: int) -> bool:
        """Whether a way has a state that none before it has: "marked as available again" has none."""
        before = {state for way in self.ways[:place] for state in way.states}
        return not set(self.ways[place].states) <= before


def read_named_states(reading: Reading) -> None:
    """Take how a record stands that the sentence names itself, before its states are read as what it holds."""
    for sentence in reading.sentences:
        for start in (sentence.start, *(match.end() for match in _COLON.finditer(reading.open, *_limits(sentence)))):
            told = _stands(reading, start, sentence.end, last=None)
            named = re.match(r" ?(?:(?:every|each|an?|the|all|new) |[a-z]+s are )", reading.open[start : sentence.end])
            if (
                told
                and told.owner is not None
                and named
                and told.ways[0].is_choice
                and not told.ways[0].is_chain
                and all(map(is_state, told.states))
                and told.owner not in READS_AS
                and not _is_done(reading, told.owner, start)
            ):
                _note(reading, told)


def read_states(reading: Reading) -> None:
    """Take sentences that say how a record stands, and whether it goes back; later ones go on from earlier ones."""
    for pattern, take in ((_LISTED, _take_listed), (_CHANGED, _take_listed), (_REVIEWED, _take_review)):
        for match in list(pattern.finditer(reading.open)):
            take(reading, match)
    _read_told(reading)
    for pattern, take in ((_DECIDES, _take_decision), (_BACK, _take_back)):
        for match in list(pattern.finditer(reading.open)):
            take(reading, match)


def _read_told(reading: Reading) -> None:
    every: list[_Told] = []
    for sentence in reading.sentences:
        if told := _stands(reading, sentence.start, sentence.end, last=every[-1].owner if every else None):
            before = next((each for each in reversed(every) if each.owner == told.owner), None)
            if before is not None and (len(told.states) == 1 or len(before.states) == 1):
                before.ways += told.ways
                before.later.append(told.span)
                before.is_sure = before.is_sure or told.is_sure
            else:
                every.append(told)
    for told in every:
        _note(reading, told)


def _take_listed(reading: Reading, match: re.Match[str]) -> None:
    """Take "the status of their applications (sent, seen)" and "change their status (free, rented)"."""
    what = match.groupdict().get("what")
    owner = record_noun(reading, what) if what else None
    values = tuple(part.strip() for part in re.split(r", (?:or |and )?| or | and ", match["all"]))
    if owner is not None or what is None:
        reading.take(ChoicesFact(Span(match.start(), match.end()), owner, "status", values, is_status=True))


def _take_review(reading: Reading, match: re.Match[str]) -> None:
    """Take "moderators check each ad before it is published": ads wait for them."""
    owner = record_noun(reading, match["what"])
    if owner is not None and is_people(match["who"].rpartition(" ")[2]):
        span = Span(match.start(), match.end())
        reading.note(ThingFact(span, owner))
        reading.take(FlowFact(span, owner, ("pending", "published"), who=people_named(reading, match["who"]) or ()))


def _take_decision(reading: Reading, match: re.Match[str]) -> None:
    """Take "the boss decides which idea is accepted or dropped": ideas wait for it."""
    who = singular(match["who"])
    if not is_people(who.rpartition(" ")[2]):
        return
    what = " ".join(bare(match["what"].split()))
    owner = spoken_of(reading, match.start()) if what in _AGAIN else record_noun(reading, what)
    ends = (match["one"], "rejected" if match["two"] == "not" else match["two"])
    reading.take(FlowFact(Span(match.start(), match.end()), owner, ("pending", ends[0]), ends, (who,)))


def _limits(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _stands(reading: Reading, start: int, end: int, *, last: str | None) -> _Told | None:
    """Return how a record stands by one sentence; `last` is the record whose states were told before."""
    match = _SUBJECT.match(reading.open, start, end) or _MOVED.match(reading.open, start, end)
    if match is None or MASK in match.group():
        return None
    what = " ".join(bare(match["what"].split()))
    is_again = what.rpartition(" ")[2] in _AGAIN
    owner = (
        (last or spoken_of(reading, match.start()) or _begun(reading, match.start()))
        if is_again
        else _meant(reading, what, match.start())
    )
    if (owner is None and not is_again) or _takes_other(reading, match, owner, end):
        return None
    way = read_way(reading.open, match.end(), end, is_chain=_CHAINS.search(match.group()) is not None)
    way = _moved(way, match.groupdict().get("who")) if way is not None else None
    if way is None or not all(map(is_name, way.states)) or _takes_field(reading, match, what, way):
        return None
    if len(way.states) == 1 and not (way.is_chain or is_state(way.states[0])):
        return None
    if owner is None and not way.is_chain:
        return None
    span = Span(match.start(), way.end)
    return _Told(owner, span, [way], any(map(is_state, way.states)), "either" in match.group())


def _takes_other(reading: Reading, match: re.Match[str], owner: str | None, end: int) -> bool:
    """Take "it is opened or not", which is yes or no."""
    choice = _OR_NOT.match(reading.open, match.end(), end)
    if choice is not None:
        item = Item(choice["what"], "", Span(match.start(), choice.end()), kind="boolean")
        reading.take(FieldsFact(item.span, owner, (item,)))
    return choice is not None


def _takes_field(reading: Reading, match: re.Match[str], what: str, way: Way) -> bool:
    """Take the choices of a field that was told before: "the size is small or large"."""
    told = [fact for fact in reading.facts if isinstance(fact, FieldsFact)]
    holder = next((fact.owner for fact in told if any(item.words == what for item in fact.items)), None)
    is_taken = holder is not None and len(way.states) > 1 and (way.is_chain or way.is_choice)
    if is_taken:
        reading.take(ChoicesFact(Span(match.start(), way.end), holder, what, way.states, is_status=False))
    return is_taken


def _moved(way: Way, who: str | None) -> Way | None:
    """The way, on which these people move an entry; None when they are no people."""
    if who is None:
        return way
    people = "admin" if who in {"i", "we"} else singular(" ".join(bare(who.split())))
    if people == "admin":
        return replace(way, states=tuple(dict.fromkeys(("new", *way.states))), who=("admin",))
    return replace(way, who=(people, *way.who)) if is_people(people.rpartition(" ")[2]) else None


def _note(reading: Reading, told: _Told) -> None:
    """Note the states of a record when there are several, and that they follow each other when that is said."""
    is_chain = any(way.is_chain for place, way in enumerate(told.ways) if told.adds(place))
    if len(told.states) == 1 or not (is_chain or any(way.is_choice for way in told.ways)):
        return
    if not told.is_sure and not told.is_either:
        return
    if told.owner is not None:
        reading.note(ThingFact(told.span, told.owner))
    name = "status" if told.is_sure else "kind"
    reading.note(ChoicesFact(told.span, told.owner, name, told.states, is_status=told.is_sure))
    who = tuple(dict.fromkeys(each for way in told.ways for each in way.who))
    if told.is_sure and (is_chain or who):
        ends = next((way.ends for way in told.ways if way.ends), ())
        states = tuple(state for state in told.states if state not in ends[1:])
        reading.note(FlowFact(told.span, told.owner, states, ends, who))
    reading.quiet += told.later
    for span in (told.span, *told.later):
        reading.open = mask(reading.open, span)


_OR_NOT = re.compile(r"(?P<what>[a-z]+(?: [a-z]+)?) or not(?=\s*(?:[.;,]|$))")


def _meant(reading: Reading, what: str, place: int) -> str | None:
    """Return the record of the words; "a report is open" after "people report damages" speaks of the damages."""
    noun = record_noun(reading, what)
    described = [fact.owner for fact in reading.facts if isinstance(fact, FieldsFact)]
    is_deed = noun is not None and _is_done(reading, noun, place)
    if noun not in described and described and (is_deed or noun in READS_AS):
        return spoken_of(reading, place) or noun
    return noun


def _begun(reading: Reading, place: int) -> str | None:
    """Return the record that an earlier sentence begins with: "Applicants with name and e-mail. First they are ..."."""
    before = [sentence for sentence in reading.sentences if sentence.end <= place]
    matches = [_BEGINS.match(reading.text, sentence.start, sentence.end) for sentence in before]
    found = [
        noun
        for match in matches
        if match and is_plural(match["what"]) and (noun := record_noun(reading, match["what"]))
    ]
    return found[-1] if found else None


def _is_done(reading: Reading, noun: str, place: int) -> bool:
    """Tell whether the word was said as a verb before: "people report damages"."""
    return (
        re.search(
            rf"\b{re.escape(noun)}s? (?:an?|the|their|every|all|(?!(?:is|has|was|becomes|starts|begins|gets|goes|stays|needs)\b)[a-z]+s)\b",
            reading.text[:place],
        )
        is not None
    )


def _take_back(reading: Reading, match: re.Match[str]) -> None:
    """Take "finished repairs can be reopened": the last state leads back to the first, or to the one that is named."""
    flows = [fact for fact in reading.facts if isinstance(fact, FlowFact) and fact.states]
    if not flows:
        return
    near = [fact for fact in flows if fact.span.start < match.start()] or flows
    flow = near[-1]
    ends = [state for state in flow.states if state == (match["state"] or "")] or [flow.states[-1]]
    target = plain_state(match["target"] or "") or flow.states[0]
    span = Span(match.start(), match.end())
    changed = replace(flow, back=(*flow.back, (ends[0], target)))
    reading.facts[reading.facts.index(flow)] = changed
    reading.quiet.append(span)
    reading.open = mask(reading.open, span)
