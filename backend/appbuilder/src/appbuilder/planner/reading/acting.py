"""Tell a clause from the name of a field or record: "students purchase courses", "leave reviews"."""

from appbuilder.planner.inflect import is_plural, singular, verb_bases
from appbuilder.planner.lexicon.actions import GROUPS
from appbuilder.planner.lexicon.fields import FIELD_NAMES
from appbuilder.planner.lexicon.kinship import PARENTS, SYNONYMS
from appbuilder.planner.lexicon.nouns import NOUNS
from appbuilder.planner.lexicon.speech import (
    ACTING,
    CHANGE_VERBS,
    DEEDS,
    MAKE_VERBS,
    MANAGE_VERBS,
    NO_DOERS,
    READ_VERBS,
    UNCOUNTED,
    VERBS,
)
from appbuilder.planner.reading.people import is_people

_VERBS = frozenset(VERBS) | MAKE_VERBS | MANAGE_VERBS | READ_VERBS | CHANGE_VERBS | ACTING
_VERBS |= {deed.split(maxsplit=1)[0] for deed in DEEDS}


def is_clause(words: str) -> bool:
    """Whether somebody does something in these words, rather than their naming a thing."""
    first, *rest = words.split()
    if not rest or words in FIELD_NAMES or {words, singular(words)} & (NOUNS.keys() | SYNONYMS.keys()):
        return False
    is_object = is_plural(rest[-1]) or rest[-1] in UNCOUNTED
    is_who = first == "others" or (is_plural(first) and first not in NO_DOERS and (is_people(first) or is_object))
    if is_who and len(rest) > 1 and any(base in _VERBS for base in verb_bases(rest[0])):
        return True
    return first in ACTING and is_object and first not in PARENTS.get(singular(rest[-1]), ()) and not _groups(rest[-1])


def _groups(word: str) -> bool:
    """Whether the word groups what stands before it: "book categories"."""
    return singular(word) in GROUPS | {"author", "list", "detail"}
