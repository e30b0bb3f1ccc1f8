"""Read that people have something of their own: "users can track their orders", "my bookings", "a personal diary"."""
# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re
from collections.abc import Iterator

from appbuilder.planner.inflect import is_plural, singular
from appbuilder.planner.lexicon.access import ADMINS, STAFF
from appbuilder.planner.lexicon.generic import NO_PEOPLE
from appbuilder.planner.lexicon.ownership import (
    GOVERNING,
    HISTORIES,
    KEEPS,
    LOOKS,
    MINE,
    PERSONAL,
    PRIVATE_LOGS,
    SHOWN_BY_OTHERS,
    TAILS,
)
from appbuilder.planner.reading.behaviours import OBJECT_END, object_noun
from appbuilder.planner.reading.facts import Reading
from appbuilder.planner.reading.people import is_people
from appbuilder.planner.reading.wishes import AccessFact, BehaviourFact, FlowFact, OwnFact, PermissionFact, RoleFact
from appbuilder.planner.reading.words import PHRASE, bare, known_noun, tokens
from appbuilder.planner.text import Span

_THEIRS = re.compile(
    rf"(?<![\w-])(?:(?P<look>{LOOKS})|(?P<keep>{KEEPS}))(?:(?:,| and|,? and| or) (?:{LOOKS}|{KEEPS}))* "
    rf"(?:(?:the (?:status|progress|state|results?) of|what (?:became|becomes|has become|happens|happened) (?:of|to|with)|how far (?:along )?(?:with )?|[a-z]+(?: [a-z]+)? and) )?(?:their|his or her|his|her) (?:own )?(?:(?:personal|past|previous|upcoming|current|saved|individual|daily) )*(?P<what>{PHRASE}?){OBJECT_END}"
)
_ELLIPTIC = re.compile(rf"(?<![\w-])(?:{KEEPS}|{LOOKS}) (?:only )?(?:their|his or her|his|her) own(?= ?(?:[.,;]|$))")
_FIRMS = re.compile(
    r"(?<![\w-])(companies|startups|shops|restaurants|farms|clubs|schools|hotels|publishers|charities|shelters|businesses|stores) (?:can|may|should|could|will)\b"
)
_HISTORY = re.compile(rf"(?<![\w-])(?:{HISTORIES})(?![\w-])")
_MINE = re.compile(rf"(?<![\w-])(?<!to )(?<!track )(?<!manage )(?<!for ){MINE}(?![\w-])")
_DIARY = re.compile(rf"(?<![\w-]){PRIVATE_LOGS}(?![\w-])")
_GOVERNS = re.compile(
    rf"(?<![\w-])(?P<who>[a-z]+)(?: (?:can|may|should be able to|should|must|will|then))? (?:{GOVERNING})(?![\w-])"
)
Implied = OwnFact | PermissionFact | FlowFact | RoleFact
_NOBODY = frozenset({"i", "we", "it", "you", "team", "teams", "families", "family", "staff", "who", "visitor"})


def read_ownership(reading: Reading) -> None:
    """Note what is somebody's own; the words stay open, since they name records too."""
    for match in _THEIRS.finditer(reading.text):
        if who := people_before(reading, match.start()):
            _note_theirs(reading, match, who)
    for match in _ELLIPTIC.finditer(reading.text):
        if who := people_before(reading, match.start()):
            reading.note(OwnFact(_span(match), None, who))
            reading.quiet.append(_span(match))
    for match in _HISTORY.finditer(reading.text):
        if who := people_before(reading, match.start()):
            reading.note(OwnFact(_span(match), known_noun(match.group().split()[0]), who))
    for match in _MINE.finditer(reading.text):
        reading.note(OwnFact(_span(match), known_noun(match.group().split()[-1])))
    for match in _DIARY.finditer(reading.text):
        noun = "journal entry" if "journal" in match.group() else "diary entry"
        reading.note(OwnFact(_span(match), noun))


def _note_theirs(reading: Reading, match: re.Match[str], who: str) -> None:
    words = bare(match["what"].split())
    kept = list(words)
    while len(kept) > 1 and kept[-1] in TAILS:
        kept.pop()
    if not words or (len(kept) == len(words) == 1 and words[0] in TAILS - {"progress", "history", "status"}):
        return
    if match["look"] and kept[-1] in SHOWN_BY_OTHERS:
        return
    is_theirs = singular(kept[-1]) in PERSONAL or len(kept) < len(words) or match["keep"]
    if is_theirs:
        phrase = " ".join(kept)
        noun = known_noun(phrase) or (object_noun(phrase) if is_plural(phrase) else None)
        reading.note(OwnFact(_span(match), noun, who))


def people_before(reading: Reading, place: int) -> str | None:
    """Return the people who act in the sentence, in the singular: many of them, not us and no firm."""
    start = reading.sentence_at(place).start
    words = [token.text for token in tokens(reading.text, start, place)]
    found = [word for before, word in zip(["", *words], words, strict=False) if _acts(before, word)]
    firms = _FIRMS.findall(reading.text, start, place)
    return singular([*firms, *found][-1]) if firms or found else None


def _acts(before: str, word: str) -> bool:
    """Tell whether many people act: "users", "a customer", "each student"."""
    if word in {"everyone", "everybody", "they"}:
        return True
    is_many = is_plural(word) or before in {"a", "an", "each", "every"}
    return is_people(word) and is_many and word not in _NOBODY | ADMINS and singular(word) not in NO_PEOPLE


def _span(match: re.Match[str]) -> Span:
    return Span(match.start(), match.end())


def signs_in(reading: Reading) -> bool:
    """Tell whether the app of this request has accounts, and who adds something is known by theirs.

    Where nobody signs in, some may still do what others may not: then guests do the rest.
    """
    ways = {fact.way for fact in reading.facts if isinstance(fact, AccessFact)}
    if ways - {"open"}:
        return True
    needed = list(implied(reading))
    return any(isinstance(fact, PermissionFact | RoleFact | FlowFact) for fact in needed) if ways else bool(needed)


def implied(reading: Reading) -> Iterator[Implied]:
    """The facts that make no sense without accounts: one's own records, rights of some, what some decide."""
    for fact in reading.facts:
        if isinstance(fact, OwnFact | RoleFact):
            yield fact
        elif isinstance(fact, PermissionFact):
            moves = set(fact.acts) - {"create", "read", "update", "delete"}
            told = moves or "delete" in fact.acts or (fact.for_all and {"read", "update"} & set(fact.acts))
            if (fact.only and set(fact.who) - {"anyone"}) or "admin" in fact.who or (told and _is_role(fact.who)):
                yield fact
        elif isinstance(fact, FlowFact) and _is_role(fact.who):
            yield fact


def _is_role(who: tuple[str, ...]) -> bool:
    return any(each in ADMINS | STAFF or each not in {"anyone", "signed_in", "owner"} for each in who)


def follows_only(reading: Reading) -> bool:
    """Tell whether people sign in for nothing but to be told of changes."""
    follows = any(isinstance(fact, BehaviourFact) and fact.name == "follow" for fact in reading.facts)
    return follows and not signs_in(reading)
