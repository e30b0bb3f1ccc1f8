"""Read what somebody does with entries: rights, and states that entries are moved to."""
# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re
from dataclasses import dataclass

from appbuilder.planner.inflect import is_plural, verb_bases
from appbuilder.planner.lexicon.access import MOVES
from appbuilder.planner.lexicon.rights import DOES, SETS, THAT
from appbuilder.planner.reading.behaviours import object_noun
from appbuilder.planner.reading.people import is_people
from appbuilder.planner.reading.words import Token, bare, tokens

EVERY_MOVE = "every state"
"""Stands for each state that an entry can move to."""
SIGN_IN = "sign in"
"""Stands for coming in."""
SET = "set"
"""Stands for bringing an entry to the state that the words behind it name."""

_MODALS = frozenset(
    [
        "can",
        "may",
        "should",
        "must",
        "shall",
        "will",
        "could",
        "also",
        "then",
        "be",
        "able",
        "to",
        "allowed",
        "is",
        "are",
        "only",
        "first",
        "just",
        "simply",
        "always",
    ]
)
_STATE_LIMIT = 3
_VERB_LENGTH = 80
_PEOPLE = frozenset({"user", "users", "account", "accounts", "role", "roles", "member", "members", "people", "person"})


@dataclass(frozen=True, slots=True)
class Deed:
    """What somebody does: rights and states, the records it is done to, and whether they sign in for it.

    It begins with the verb at `begin`; the object stands between `start` and `end`. `path` are the states in their
    order, when the first one is told too. It is done to all entries (`for_all`), or to one's own (`is_own`).
    """

    acts: tuple[str, ...]
    owners: tuple[str, ...]
    signs_in: bool
    begin: int
    start: int
    end: int
    path: tuple[str, ...] = ()
    for_all: bool = False
    is_own: bool = False


def verb_at(text: str, token: Token, is_third: bool | None) -> tuple[tuple[str, ...], int] | None:
    """Return what a verb does (rights and states), and where it ends; `is_third` says how it must be written."""
    bases = [token.text] if is_third is False else verb_bases(token.text)
    if is_third is True:
        bases = [base for base in bases if base != token.text and token.text.endswith("s")]
    following = _FOLLOWING.match(text, token.span.end)
    for base in reversed(list(bases)):
        pairs = [(f"{base} {following[1]}", following.end())] if following else []
        for words, end in (*pairs, (base, token.span.end)):
            acts = tuple(act for act, verbs in DOES.items() if words in verbs)
            acts += ("create", "update", "delete") if words in {"manage", "administer"} else ()
            acts += (MOVES[words],) if words in MOVES and words != "publish" else ()
            acts = (SIGN_IN,) if words in {"sign in", "log in", "log on"} else acts
            acts = () if base == "put" and not _PUTS.match(text, token.span.end) else acts
            acts += (SET,) if words in SETS else ()
            if acts:
                return acts, end
    return None


def read_deeds_of(text: str, position: int, end: int, *, is_third: bool | None) -> list[Deed]:
    """Return what is done, as far as the clause goes on with such verbs."""
    deeds: list[Deed] = []
    signs_in = False
    pending: list[str] = []
    begin = position
    while verb := _next_verb(text, position, end, is_third=is_third):
        acts, after = verb
        begin = begin if pending else position
        if acts == (SIGN_IN,):
            signs_in, is_third, position = True, None, after
            continue
        if _CLAUSE.match(text, after, end):
            pending = []
            break
        what = _OBJECT.match(text, after, end)
        words, start = (what["what"], what.start("what")) if what else ("", after)
        into = _INTO.match(text, what.end() if what else after, end)
        states = _states(into) if into and SET in acts else ()
        is_status = re.fullmatch(r"(?:[a-z]+ )?(?:status|state|stage)", words) is not None
        acts = states or ((EVERY_MOVE,) if is_status else tuple(act for act in acts if act != SET))
        if not acts:
            break
        pending += acts
        position = into.end() if states and into else what.end() if what else after
        if words:
            owners, position = _objects(text, words, position, end, is_third=is_third)
            owners = () if is_status else owners
            path = _path(into, states) if into is not None else ()
            if tail := _WHILE.match(text, position, end):
                position = tail.end()
            is_own = _OWN.match(text, after, end) is not None or (
                words in {"them", "it"} and any(deed.is_own for deed in deeds)
            )
            for_all = _ALL.match(text, after, end) is not None
            if words.rpartition(" ")[2] not in _PEOPLE:  # who may come in is no right to entries
                deeds.append(
                    Deed(tuple(dict.fromkeys(pending)), owners, signs_in, begin, start, position, path, for_all, is_own)
                )
            pending = []
    if pending or (signs_in and not deeds):
        deeds.append(Deed(tuple(dict.fromkeys(pending)), (), signs_in, begin, position, position))
    return deeds


_STOPS = "to|as|into|from|without|while|if|when|and|or|by|with|for|in|on|at|of|that|which|who|until|before|after|only|alone|anonymously|online|too|they|we|you|i|he|she|is|are|has|have"
_OBJECT = re.compile(
    rf" (?:(?:of|about|on|only|all|any|every|each|the|an?|their|his|her|its|our|other|new|own|these|those|past|single|two|such) )*(?P<what>(?!(?:{_STOPS})\b)[a-z][a-z-]*(?: (?!(?:{_STOPS})\b)[a-z][a-z-]*){{0,2}})(?: of (?:it|them|these|those))?"
)
_INTO = re.compile(
    r" (?:from (?P<first>[a-z][a-z-]*(?: (?!to\b)[a-z-]+){0,2}) )?(?:to|as|into) (?P<states>[a-z][a-z-]*(?: (?!to\b|or\b|and\b|when\b|if\b|once\b|by\b)[a-z-]+){0,2}(?:(?:,? (?:and )?(?:then |afterwards |later |finally )?to |,? or |, ?)(?!by\b|nobody\b|and\b|but\b|only\b)[a-z][a-z-]*(?: (?!to\b|or\b|and\b|when\b|if\b|once\b|by\b)[a-z-]+){0,2})*)"
)
_ALL = re.compile(r" (?:all|any|every|everything|anything|each)\b")
_WHILE = re.compile(
    r" (?:at any time|(?:while|as long as|until|before) (?:it|they) (?:is|are|was|were|has been|have been)[a-z ]{1,30})(?= ?(?:[.,;]|$))"
)
_OWN = re.compile(r" (?:only )?(?:their|his|her|his or her)\b")
_CLAUSE = re.compile(r" (?:who|whom|what|when|how|where|whether|which)\b")
_PUTS = re.compile(r" (?:their|his|her|up)\b")
_FOLLOWING = re.compile(r" ([a-z]+)")
_STEP = re.compile(r",? (?:and )?(?:then |afterwards |later |finally )?to |,? or |, ?")
_AGAIN = re.compile(r"(?:,| and| or|, and|, or)(?: (?:to|can|may|also|then|should|must))*(?= )")


def _path(match: re.Match[str], states: tuple[str, ...]) -> tuple[str, ...]:
    """Return the way of "from new to sent" and of "to packed and then to sent", which begins with new entries."""
    if match["first"]:
        return (match["first"].strip(), *states)
    return ("new", *states) if len(states) > 1 and " to " in match["states"] else ()


def _states(match: re.Match[str]) -> tuple[str, ...]:
    named = _STEP.split(match["states"])
    states = [re.sub(r"^(?:the |an? )", "", state).strip() for state in named if len(state.split()) <= _STATE_LIMIT]
    return tuple(state for state in states if not is_people(state))  # "assign tasks to members" is no state


def _next_verb(text: str, position: int, end: int, *, is_third: bool | None) -> tuple[tuple[str, ...], int] | None:
    again = _AGAIN.match(text, position, end)
    start = again.end() if again else position
    for token in tokens(text, start, min(end, start + _VERB_LENGTH)):
        if token.text in _MODALS:
            if token.text not in {"also", "then", "only", "is", "are", "first"}:
                is_third = False
            continue
        return verb_at(text, token, is_third)
    return None


def _objects(text: str, words: str, position: int, end: int, *, is_third: bool | None) -> tuple[tuple[str, ...], int]:
    """Return the records that are named, as far as more of them follow, and where they end."""
    found = [words]
    if words in THAT:
        return (), position
    while (again := _AGAIN.match(text, position, end)) and _next_verb(text, position, end, is_third=is_third) is None:
        more = _OBJECT.match(text, again.end(), end)
        if more is None or not is_plural(more["what"]) or " " in more["what"]:
            break
        found.append(more["what"])
        position = more.end()
    nouns = [object_noun(" ".join(bare(each.split()))) for each in found if each.rpartition(" ")[2] not in THAT]
    return tuple(dict.fromkeys(noun for noun in nouns if noun)), position
