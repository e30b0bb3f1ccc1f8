"""Find the noun phrase that stands right before a place: the owner of a list, the name of a choice."""

from appbuilder.planner.inflect import verb_bases
from appbuilder.planner.lexicon.speech import ADJECTIVES, DETERMINERS, NOUN_VERBS, STOPS, VERBS
from appbuilder.planner.reading.people import is_people
from appbuilder.planner.reading.words import ITEM_WORDS_LIMIT, SEPARATORS, Token, bare, is_verb, known_noun, tokens
from appbuilder.planner.text import Span

_PROGRAMS = frozenset(["system", "app", "application", "site", "website", "platform", "tool", "software", "portal"])
_DEED_WORDS = 3
"""Who, what is done, and to what."""


def _without_subject(found: list[Token]) -> list[Token]:
    """Drop who does it: "staff record" in "staff record items", "system logs" in "system logs attempts"."""
    if len(found) < _DEED_WORDS or not (is_people(found[0].text) or found[0].text in _PROGRAMS):
        return found
    is_act = any(base in NOUN_VERBS or base in VERBS for base in (found[1].text, *verb_bases(found[1].text)))
    return found[2:] if is_act else found


def without_doer(words: str) -> str:
    """Drop who does it from what is named: "system records attempts" names attempts."""
    place = Span(0, 0)
    return " ".join(token.text for token in _without_subject([Token(word, place) for word in words.split()]))


def noun_before(text: str, start: int, end: int) -> tuple[str, Span] | None:
    """Return the noun phrase that ends right before `end`, with its place."""
    found: list[Token] = []
    for token in reversed(tokens(text, max(start, end - 80), end)):
        if not token.text[0].isalnum() or token.text in STOPS or token.text in SEPARATORS:
            break
        if token.text in DETERMINERS:
            break
        joined = " ".join([token.text, *[each.text for each in found]])
        if found and is_verb(token.text) and known_noun(joined) is None:
            break
        found.insert(0, token)
        if len(found) == ITEM_WORDS_LIMIT:
            break
    found = _without_subject(found)
    if len(found) > 1 and (found[0].text in NOUN_VERBS or found[0].text in VERBS):
        rest = " ".join(token.text for token in found[1:])
        if known_noun(rest) and not known_noun(f"{found[0].text} {rest}"):
            found = found[1:]
    words = bare([token.text for token in found])
    if not words or all(word in ADJECTIVES for word in words):
        return None
    return " ".join(words), Span(found[0].span.start, found[-1].span.end)
