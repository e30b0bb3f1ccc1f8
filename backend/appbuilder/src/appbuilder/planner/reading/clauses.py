"""Turn a short clause into the name of a field: "it was last seen" -> "last seen", "brings" -> "brought"."""

import re

from appbuilder.planner.inflect import verb_bases
from appbuilder.planner.lexicon.telling import PARTICIPLES

PERSON = r"(?:it|they|he|she|we|i|you|one|somebody|someone|people|everyone|everybody)"
_BE = r"(?:is|are|was|were|has been|have been|had been|will be|be|being|gets|got)"


def clause_of(words: str) -> str:
    """Return what a clause tells, without who and without helping words: "it was last seen" -> "last seen"."""
    words = re.sub(rf"^{PERSON}(?: all)?\s+", "", words.strip())
    words = re.sub(rf"^(?:{_BE}|can be|already)\s+(?:already |really |actually )?", "", words)
    words = re.sub(r"\s+(?:it|them|him|her)$", "", words)
    words = re.sub(r"\b(?:the|an?|my|our|their|his|her|its)\s+", "", words)
    return re.sub(rf"\s+{_BE}\b", "", words).strip()


def participle(verb: str) -> str:
    """Return what is done after the verb: "brings" -> "brought", "reported" stays."""
    if verb in PARTICIPLES:
        return PARTICIPLES[verb]
    if verb.endswith("ed"):
        return verb
    base = verb_bases(verb)[-1] if verb.endswith("s") else verb
    return PARTICIPLES.get(base) or (
        f"{base}d"
        if base.endswith("e")
        else f"{base[:-1]}ied"
        if base.endswith("y") and base[-2:-1] not in set("aeiou")
        else f"{base}ed"
    )
