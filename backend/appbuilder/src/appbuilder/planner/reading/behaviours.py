"""Read behaviours: "comment on posts", "vote for ideas", "save recipes as favourites", "export as CSV"."""
# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re

from appbuilder.planner.inflect import is_plural, singular
from appbuilder.planner.lexicon.apps import APPS
from appbuilder.planner.lexicon.behaviours import BEHAVIOURS, LEAD, PASSIVE, TAIL
from appbuilder.planner.lexicon.generic import GENERIC_HEADS
from appbuilder.planner.lexicon.speech import DONE_TO, NOT_THINGS, PEOPLE, STOPS
from appbuilder.planner.reading.before import noun_before
from appbuilder.planner.reading.facts import AppFact, Reading, RelationFact, ThingFact
from appbuilder.planner.reading.wishes import BehaviourFact
from appbuilder.planner.reading.words import PHRASE, WORD, bare, known_noun, last_known_noun
from appbuilder.planner.text import Span, mask

OBJECT_END = (
    r"(?=\s*(?:[,.;:()!?]|$|\x1f|\b(?:and|or|with|by|on|in|at|that|where|when|to|so|for|from|who|which|as|via|is|are|if"
    r"|can|should|must|may|will|changes?|gets?|has|have)\b))"
)
_PEOPLE = "|".join(sorted(PEOPLE, key=len, reverse=True)) + "|agents|admins|managers|editors|reviewers|moderators"
_OWN_APP = {"favourites": {"bookmark", "wish"}, "tags": {"tag"}, "attachments": {"file", "document"}}
_DESCRIBED = re.compile(
    r"\s*(?:\(|:|(?:each )?(?:has|have|with|consist|include|contain|need)\b(?! (?:replies|threads)))"
)
_PRONOUNS = frozenset({"it", "them", "each", "each other", "everything", "this", "that", "these", "one another"})


def _compiled(pattern: str) -> re.Pattern[str]:
    what = rf"(?:(?:the|a|an|each|every|other|all|their|any|my|our|your|his|her|new|specific|users'|members'|people's|others')(?!\w) ?)*(?P<what>{PHRASE}?){OBJECT_END}"
    body = pattern.replace("{what}", what).replace("{people}", _PEOPLE)
    return re.compile(rf"(?<![\w-])(?P<act>{body})(?![\w-]){TAIL}")


_SUGGEST = re.compile(
    rf"(?<![\w-])(?:suggest|propose|nominate|submit|add|post)(?:s|ing)? (?P<what>{PHRASE}?)(?:,? (?:and|then) (?:others |everyone |people |users |members )?(?:can )?vote (?:on|for) (?:them|it|each|these))"
)
_DONE = "|".join(sorted({*PASSIVE, *DONE_TO}, key=len, reverse=True))
_AND = r"(?:, (?:and |or )?| and | or )"
_NAME = rf"{WORD}(?: {WORD}){{0,2}}?"
_PASSIVE = re.compile(
    rf"(?<![\w-])(?:the |all |each |every |an? |both )?(?P<what>{_NAME}(?:{_AND}{_NAME})*?) (?:can|should|may|must|could|will) (?:also |all |each |both )?be (?P<done>(?:{_DONE})(?:{_AND}(?:{_DONE}))*)(?: by [a-z]+)?(?![\w-])"
)
_MORE = re.compile(r",? and (?P<what>[a-z]+s)(?=\s*(?:[,.;]|$))")
_OF_SEVERAL = frozenset({"comments", "ratings", "votes", "favourites", "follow", "tags"})
_LED = re.compile(rf"(?<![\w-]){LEAD}$")
_LEAD_LENGTH = 80
_ROWS = [(name, value, _compiled(pattern)) for name, value, pattern in BEHAVIOURS]


def read_behaviours(reading: Reading) -> None:
    """Take every way of saying that entries can be commented, rated, exported and the like."""
    usual = {noun for fact in reading.facts if isinstance(fact, AppFact) for noun in fact.nouns}
    for match in list(_PASSIVE.finditer(reading.open)):
        _take_passive(reading, match)
    for name, value, pattern in _ROWS:
        if usual & _OWN_APP.get(name, set()):
            continue
        for match in list(pattern.finditer(reading.open)):
            if not _is_described(reading, name, match):
                _take(reading, name, match, value=value)
    _read_polls(reading)


def _take_passive(reading: Reading, match: re.Match[str]) -> None:
    """Take all that can be done to each of the things: "campsites and tours can be booked and rated"."""
    span = Span(match.start(), match.end())
    *others, last = re.split(_AND, match["what"])
    words = " ".join(bare(last.split()))
    found = [noun for each in others if (noun := _thing(each)) and noun not in PEOPLE]
    owners = list(dict.fromkeys([*found, object_noun(words) or known_noun(words)]))
    for done in re.split(_AND, match["done"]):
        for owner in owners:
            if done in PASSIVE:
                reading.note(BehaviourFact(span, *PASSIVE[done], owner))
            elif owner is not None:
                reading.note(ThingFact(span, owner))
                reading.note(ThingFact(span, DONE_TO[done]))
                reading.note(RelationFact(span, DONE_TO[done], owner, is_said=len(owners) == 1))
    reading.open = mask(reading.open, span)


def _thing(words: str) -> str | None:
    last = re.split(rf"\b(?:{'|'.join(sorted(STOPS))})\b", words)[-1].strip()
    return last_known_noun(words) or (singular(last) if is_plural(last) and " " not in last else None)


def _read_polls(reading: Reading) -> None:
    """A poll has options, and people vote for one of them, unless they vote on what they suggest themselves."""
    for said in list(_SUGGEST.finditer(reading.text)):
        words = " ".join(bare(said["what"].split()))
        span = Span(said.start(), said.end("what"))
        noun = (known_noun(words) or singular(words)) if is_plural(words) else None
        if noun is not None:
            votes = [fact for fact in reading.facts if isinstance(fact, BehaviourFact) and fact.name == "votes"]
            reading.facts = [fact for fact in reading.facts if fact not in votes]
            reading.take(ThingFact(span, noun))
            for fact in votes or [BehaviourFact(span, "votes", "up", noun)]:
                reading.note(BehaviourFact(fact.span, "votes", "up" if fact.value == "one" else fact.value, noun))
            return
    match = re.search(r"(?<![\w-])polls?(?![\w-])", reading.text)
    if match is None or re.search(
        r"polls? (?:has|have|with) (?:a |an |the )?(?!options|answers|choices|questions? and)", reading.text
    ):
        return
    span = Span(match.start(), match.end())
    for noun in ("poll", "poll option"):
        reading.note(ThingFact(span, noun))
    reading.note(RelationFact(span, "poll option", "poll"))
    votes = [fact for fact in reading.facts if isinstance(fact, BehaviourFact) and fact.name == "votes"]
    reading.facts = [fact for fact in reading.facts if fact not in votes]
    for fact in [*votes, BehaviourFact(span, "votes", "one", None)]:
        reading.note(BehaviourFact(fact.span, "votes", "one", "poll option"))


def _is_described(reading: Reading, name: str, match: re.Match[str]) -> bool:
    """Tell records of their own, whose fields the request lists, from the behaviour: "comments have a text"."""
    return name == "comments" and _DESCRIBED.match(reading.open, match.end()) is not None


def _take(reading: Reading, name: str, match: re.Match[str], *, value: bool | str) -> None:
    words = " ".join(bare((match.groupdict().get("what") or "").split()))
    start = lead_of(reading.open, match.start())
    owner = object_noun(words)
    if owner is None and not words:
        before = noun_before(reading.open, reading.sentence_at(start).start, start)
        owner = object_noun(before[0]) if before else None
    if words and owner is None and words not in _PRONOUNS and name in {"tags", "archive", "ordering", "favourites"}:
        return
    span = Span(start, match.end())
    if owner is not None and words:
        reading.note(ThingFact(span, owner))
    more = _MORE.match(reading.open, match.end()) if owner is not None and words else None
    other = object_noun(more["what"]) if more else None
    if more and other is not None and other != owner and name in _OF_SEVERAL:
        span = Span(start, more.end())
        reading.note(ThingFact(span, other))
        reading.note(BehaviourFact(span, name, value, other))
    reading.take(BehaviourFact(span, name, value, owner))


def lead_of(text: str, start: int) -> int:
    """Return where the words begin that only lead to a wish: "users can" in "users can comment"."""
    lead = _LED.search(text, max(0, start - _LEAD_LENGTH), start)
    return lead.start() if lead and not lead.group().startswith(("and ", ",")) else start


def object_noun(words: str) -> str | None:
    """Return the record that words behind a verb mean, or None: "the blog posts" -> "post"."""
    if not words or words in _PRONOUNS or words in PEOPLE:
        return None
    if words in APPS and known_noun(words) is None:
        return APPS[words][0]
    noun = known_noun(words) or (last_known_noun(words) if is_plural(words) else None)
    if is_plural(words) and (noun is None or (noun in GENERIC_HEADS and known_noun(words) is None)):
        noun = singular(words)
    return None if noun is None or noun in NOT_THINGS or noun.split()[-1] in NOT_THINGS else noun
