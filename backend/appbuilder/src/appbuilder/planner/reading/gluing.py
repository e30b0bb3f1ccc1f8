"""Nouns that verbs, states or people stuck to: "record workouts" keeps workouts, "solved tickets" are tickets."""

from appbuilder.planner.inflect import singular, verb_bases
from appbuilder.planner.lexicon.apps import KINDS
from appbuilder.planner.lexicon.fields import KNOWN_STATES, USUAL_STATES
from appbuilder.planner.lexicon.kinship import SYNONYMS
from appbuilder.planner.lexicon.nouns import NOUNS
from appbuilder.planner.lexicon.speech import CHANGE_VERBS, DETERMINERS, MAKE_VERBS, MANAGE_VERBS, READ_VERBS

_DEED_WORDS = 2
_USUAL = {state for states in (*KNOWN_STATES.values(), USUAL_STATES) for state in states}
_STATES = {state for state in _USUAL if state.endswith("ed") and " " not in state}
_STATES |= {"open", "solved", "resolved", "unsolved", "overdue", "unpaid", "pending", "repaired", "urgent", "cancelled"}
_TAKING = MAKE_VERBS | MANAGE_VERBS | READ_VERBS | CHANGE_VERBS
_TAKING |= {"connect", "match", "offer", "provide", "support", "lend", "borrow", "rent", "swap", "sell", "donate"}


def unglued(noun: str) -> str:
    """Return the noun without who does what, and without states in front, if the rest is known and the whole is not."""
    words = noun.split()
    if len(words) > _DEED_WORDS and not _is_known(words) and _is_deed(words[0], words[1]):
        words = words[_DEED_WORDS:]
    while len(words) > 1 and not _is_known(words) and _is_stuck(words[0]):
        rest = words[1:]
        while len(rest) > 1 and rest[0] in DETERMINERS:
            rest = rest[1:]
        if not _is_known(rest):
            break
        words = rest
    return " ".join(words)


def _is_deed(who: str, verb: str) -> bool:
    """Tell who does what: "visitors browse", "platform connecting"."""
    if verb_bases(verb) and not any(base in _TAKING for base in verb_bases(verb)):
        return False
    return (who.endswith("s") and verb in _TAKING) or (who in KINDS and verb.endswith("ing"))


def _is_stuck(word: str) -> bool:
    return word in _STATES or any(base in _TAKING for base in verb_bases(word))


def _is_known(words: list[str]) -> bool:
    phrase = " ".join(words)
    return bool({phrase, singular(phrase)} & (NOUNS.keys() | SYNONYMS.keys()))
