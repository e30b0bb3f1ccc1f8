"""Read the states of one sentence in their order: "new, then in work, then finished", "becomes paid when ..."."""
# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re
from dataclasses import dataclass

from appbuilder.planner.inflect import singular
from appbuilder.planner.lexicon.fields import DONE_WORDS, KNOWN_STATES
from appbuilder.planner.lexicon.speech import STOPS
from appbuilder.planner.lexicon.telling import PARTICIPLES, STATE_WORDS
from appbuilder.planner.reading.people import is_people

_STATES = (
    frozenset(value for values in (*KNOWN_STATES.values(), *DONE_WORDS.values()) for value in values) | STATE_WORDS
)
_WORDS_LIMIT = 3
BE = r"(?:is marked(?: again)?(?: as)?|(?:can|may|must|is to) be marked as|is set to|is called|is first|is always|is|are|can be|may be|will be|gets|becomes|turns into|starts? (?:out )?as|begins? as|starts? (?:out )?|stays?|remains?|counts? as|(?:goes|passes|moves|runs|go|pass) through(?: the (?:states|stages|steps|phases))?:?)"
_LINK = re.compile(
    r"\s*(?:,?\s*(?:(?:and|or|but) )?(?P<then>then|finally|later|afterwards|after that|at last|in the end|until|till|before|next|once it is ready,?)(?:,| (?=\w))|(?P<or>,? or )|(?P<and>,? and )|(?P<comma>,|;))\s*"
)
_ACTED = re.compile(
    rf"(?:(?P<who>(?!(?:takes?|moves?|puts?|brings?|sets?|marks?|changes?|to|as|into|in|under|either|back|becomes|gets|is|are|goes|moves|turns|starts?|begins?|stays?|remains?|counts?|marked)\b)(?:the |an? )?[a-z]+) )?(?:(?P<verb>takes?|moves?|puts?|brings?|sets?|marks?) (?:it|them) |{BE} |(?:it|they|he|she|one|someone|somebody) (?:{BE}|(?:has|have) been|goes|moves|comes|turns) |goes |moves )?(?:either |to |as |back to |an? |the )*(?P<into>into |under |in )?(?:an? |the )?(?P<state>[a-z][a-z' -]*)$"
)
_GOES_ON = re.compile(
    r"\b(?:then|finally|goes|moves|comes|turns|becomes|gets|starts?|begins?|at first|initially|later|afterwards|through)\b"
)
_BEFORE = re.compile(
    r"^(?:when|once|after|as soon as|if|after(?:wards)?|upon) (?:[^,]*?)[, ]+(?=(?:it|they|the [a-z]+) (?:is|are|becomes?|gets?|turns?|goes|counts?) )|^(?:the |an? )?(?:[a-z]+ )?ones? (?=can be|is|are)"
)
_BEHIND = re.compile(
    r" (?:at first|initially|first|at the beginning|in the beginning|again|automatically)$|,? (?:when|once|as soon as|after|if|unless|by|for|because|so that|while) (?:(?P<who>(?:the |an? |our )?[a-z]+(?: [a-z]+)?) (?:has |have )?(?:[a-z]+(?:s|ed)|takes it|does (?:it|so|that))(?: (?:it|them|this|that|him|her|up|for it|over))*|(?P<by>(?:the |an? )[a-z]+(?: [a-z]+)?)|.*)$"
)
_DONE = re.compile(r"(?:the |an? )?[a-z]+(?: [a-z]+)? [a-z]+s (?:it|them)(?: (?:out|up|over|off|in|through))?")
"""What somebody does meanwhile, which is no state: "the manager checks it"."""


@dataclass(frozen=True, slots=True)
class Way:
    """The states of a sentence in their order; `ends` are those to choose from at last, `who` moves an entry there."""

    states: tuple[str, ...]
    is_chain: bool
    is_choice: bool
    ends: tuple[str, ...]
    who: tuple[str, ...]
    end: int


def read_way(text: str, start: int, end: int, *, is_chain: bool) -> Way | None:
    """Return the states that stand from `start` on, as far as they go."""
    states: list[str] = []
    who: list[str] = []
    is_choice, ends, position, last = False, 0, start, start
    while position < end:
        link = _LINK.search(text, position, end)
        stop = link.start() if link else end
        part = text[position:stop].strip(" '\"")
        if _DONE.fullmatch(part):
            position = link.end() if link is not None else end
            continue
        told = _state(part)
        if told is None:
            break
        state, mover, goes_on = told
        states.append(state)
        who += [mover] if mover else []
        is_chain = is_chain or goes_on
        last = stop
        if link is None:
            break
        is_chain = is_chain or link["then"] is not None
        is_choice = is_choice or link["or"] is not None
        ends = ends or (len(states) - 1 if link["or"] else 0)
        position = link.end()
    distinct = tuple(dict.fromkeys(states))
    if not distinct:
        return None
    branches = distinct[ends:] if is_chain and ends else ()
    return Way(distinct, is_chain, is_choice, branches, tuple(dict.fromkeys(who)), last)


def _state(part: str) -> tuple[str, str | None, bool] | None:
    """Return the state that a part of a sentence names, who moves an entry there, and whether it is a step."""
    goes_on = _GOES_ON.search(part) is not None
    part = _BEFORE.sub("", part)
    mover = None
    if behind := _BEHIND.search(part):
        mover = _mover(behind["who"] or behind["by"] or "")
        part = part[: behind.start()]
    acted = _ACTED.fullmatch(part)
    if acted is None or len(acted["state"].split()) > _WORDS_LIMIT:
        return None
    who = (acted["who"] or "").rpartition(" ")[2]
    if who and who not in _PRONOUNS and not acted["verb"] and _mover(who) is None:
        acted = re.fullmatch(r"(?P<into>)(?P<who>)(?P<state>.*)", part)
        if acted is None or len(part.split()) > _WORDS_LIMIT:
            return None
    return plain_state(f"{acted['into'] or ''}{acted['state']}"), mover or _mover(acted["who"] or ""), goes_on


def _mover(words: str) -> str | None:
    """Return who moves an entry, in the singular; somebody is nobody."""
    one = " ".join(word for word in words.split() if word not in {"the", "a", "an", "our"})
    last = one.rpartition(" ")[2]
    return singular(one) if last and last not in STOPS | _PRONOUNS and is_people(last) else None


_PRONOUNS = frozenset({"it", "they", "he", "she", "one", "someone", "somebody", "we", "i"})


def plain_state(state: str) -> str:
    """Return a state without the small words around it."""
    words = state.replace("into ", "in ").split()
    while len(words) > 1 and words[0] in {"already", "then", "finally", "a", "an", "the", "just", "being"}:
        words.pop(0)
    if len(words) > 1 and words[-1] in {"first", "initially"}:
        words.pop()
    return " ".join(words)


def is_name(state: str) -> bool:
    """Tell the name of a state from the rest of a sentence."""
    return bool(re.fullmatch(r"[a-z][a-z' -]*", state)) and state.split(maxsplit=1)[0] not in {
        "not",
        "the",
        "where",
        "when",
        "if",
        "so",
    }


_PARTICIPLE_LETTERS = 5  # "red" is none


def is_state(state: str) -> bool:
    """Tell a state from another choice: a usual one, a participle, or "under ...", "in ..."."""
    first, last = state.split(maxsplit=1)[0], state.rsplit(maxsplit=1)[-1]
    return (
        state in _STATES
        or first in {"under", "in", "on", "to", "waiting", "not", "out"}
        or (last.endswith("ed") and len(last) >= _PARTICIPLE_LETTERS)
        or (last in PARTICIPLES.values())
    )
