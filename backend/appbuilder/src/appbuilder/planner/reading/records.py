"""Tell which words name a record of the app: not people who act, not the app itself, no small words."""

import re

from appbuilder.planner.inflect import is_plural, plural, singular
from appbuilder.planner.lexicon.apps import KINDS
from appbuilder.planner.lexicon.nouns import NOUNS
from appbuilder.planner.lexicon.speech import DETERMINERS, NOT_THINGS, PEOPLE, STOPS
from appbuilder.planner.lexicon.telling import AS_SAID, NO_RECORDS, READS_AS
from appbuilder.planner.reading.facts import Reading
from appbuilder.planner.reading.relations import noun_of
from appbuilder.planner.reading.words import FEATURE_WORDS, bare, is_verb, known_noun, without_of
from appbuilder.planner.text import MASK

_LISTS = frozenset({"list", "register", "log", "book", "form"})
_COLLECTIONS = KINDS | {"calendar", "register", "collection", "overview", "directory"}
_APP_ENDINGS = KINDS - {"book", "list", "log", "form", "service", "board"}


def record_noun(reading: Reading, words: str | None) -> str | None:
    """Return the record that the words mean, or None."""
    given = bare((words or "").split())
    parts = (
        bare(given[given.index("of") + 1 :]) if "of" in given[1:-1] and given[0] in _COLLECTIONS else without_of(given)
    )
    plain = " ".join(parts)
    if not parts or MASK in plain or plain in reading.app_nouns or any(part in _SMALL for part in parts):
        return None
    said = set(re.findall(r"[a-z]+", reading.text))
    one = singular(plain)
    if said & AS_SAID.get(one, frozenset()) or (one in READS_AS and said & set(READS_AS[one].split())):
        return one
    plain = _without_list(plain)
    if is_verb(parts[0]) and known_noun(plain) is None and (known := known_noun(parts[-1])) and len(parts) > 1:
        return known
    noun = noun_of(plain)
    if plain in KINDS and re.search(
        rf"\b(?:(?:each|every|an?) {plain} (?:has|needs|comes|says)|{plural(plain)})\b", reading.text
    ):
        return noun
    return noun if noun is not None and _may_be_record(plain, noun) else None


def _without_list(plain: str) -> str:
    """Return what a list holds: "list of boats" holds boats, a "waiting list" its entries."""
    before, _, last = plain.rpartition(" ")
    if not before or last not in _LISTS or known_noun(plain) is not None:
        return plain
    if is_plural(before) or known_noun(before):
        return before
    return f"{plain} entry" if last == "list" and before.endswith("ing") else f"{before} entry"


def _may_be_record(plain: str, noun: str) -> bool:
    parts = plain.split()
    if noun in NOT_THINGS | NO_RECORDS or parts[-1] in FEATURE_WORDS or plain in KINDS or parts[-1] in _APP_ENDINGS:
        return False
    if plain in PEOPLE and noun not in NOUNS:
        return False
    has_verb = any(is_verb(part) or part in {"gives", "goes"} for part in parts)
    return not (len(parts) > 1 and known_noun(plain) is None and has_verb)


_SMALL = (
    STOPS
    | DETERMINERS
    | frozenset("and or of no i we you they it user users visitor visitors everyone anyone people".split())  # noqa: SIM905
)
