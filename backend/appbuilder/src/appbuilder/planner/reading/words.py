"""Words of a sentence: tokens, noun phrases, and lists such as "a title, an author and a price"."""
# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re
from dataclasses import dataclass, replace

from appbuilder.planner.inflect import is_plural, singular, verb_bases
from appbuilder.planner.lexicon.fields import FIELD_NAMES, SECRETS
from appbuilder.planner.lexicon.kinship import SYNONYMS
from appbuilder.planner.lexicon.nouns import NOUNS
from appbuilder.planner.lexicon.speech import (
    ADJECTIVES,
    CHANGE_VERBS,
    DEED_VERBS,
    DEEDS,
    DETERMINERS,
    GATHERINGS,
    MAKE_VERBS,
    MANAGE_VERBS,
    NOUN_VERBS,
    READ_VERBS,
    STOPS,
    VERBS,
)
from appbuilder.planner.lexicon.telling import MEASURES
from appbuilder.planner.reading.acting import is_clause
from appbuilder.planner.reading.facts import Item
from appbuilder.planner.reading.people import is_people
from appbuilder.planner.text import MASK, Span

WORD = r"[a-z0-9][a-z0-9]*(?:['&/-][a-z0-9]+)*"
PHRASE = rf"{WORD}(?: {{1,12}}{WORD}){{0,3}}"
FEATURE_WORDS = frozenset(
    ["feature", "features", "function", "functions", "functionality", "functionalities", "capability", "capabilities"]
)
ITEM_WORDS_LIMIT = 4
_TOKEN = re.compile(rf"[^\W_]+(?:['&/-][^\W_]+)*|[,:()\[\]&+]|{MASK}+|[^\s]")
SEPARATORS = frozenset({",", "and", "&", "+", "or", "plus", ":"})
_MODALS = frozenset(["can", "could", "should", "must", "may", "will"])
_DOINGS = frozenset(
    ["take", "request", "deliver", "solve", "play", "watch", "attend", "want", "see", "are", "ask", "answer", "get"]
)
_TAKES_OBJECT = re.compile(r" (?:a|an|the|their|my|our|his|her|them|it|all|new)\b")
_ENTRY_ENDS = re.compile(r"\s*(?:[,.;)]|and an?\b|or an?\b|$)")
_ENDS_ITEM = re.compile(r"\s*(?:[,.;)]|$|and\b|or\b)")
_NEW_CLAUSE = frozenset(["has", "have", "belongs", "contains"])
_QUALIFIER = re.compile(
    r"\s*(?:,?\s*(?:(?:which |that )?(?:is |are |must be |should be )?(?:required|mandatory|optional|unique)\b"
    r"|(?:(?:ranging|going|which goes|that goes|in the range|on a scale|with values?|of)\s+)?(?:from|between|of)\s+-?\d[\d.]*\s*(?:to|and|-|through)\s*\d[\d.]*"
    r"|\d[\d.]*\s*(?:-|to)\s*\d[\d.]*(?:\s+stars)?\b"
    r"|(?:of |with |up to )?(?:at most|at least|max(?:imum)?(?: of)?|min(?:imum)?(?: of)?|no more than|not more than|up to|limited to|less than)\s+\d[\d.,]*(?:\s+(?:characters|chars|letters|words|stars))?"
    rf"|out of \d+|in (?:{MEASURES}|euros?|eur|dollars?|usd|pounds?|gbp|yen|chf|francs|rupees|minutes|days|weeks|months)(?![\w-])))",
)
_KEEPING = re.compile(
    r"[a-z]+ing [a-z]+ (?:management|tracking|monitoring|administration)\b"
)  # "planting record management"
_ASKED = MAKE_VERBS | MANAGE_VERBS | READ_VERBS | CHANGE_VERBS | {deed.split(maxsplit=1)[0] for deed in DEEDS}
_PER = re.compile(r"per [a-z]+(?=\s*(?:[,.;)]|$|and\b))")
_LIMIT = re.compile(r"\s*(?:at most|up to|no more than|not more than|a maximum of|maximum|max|at least) \d+ (?=[a-z])")


@dataclass(frozen=True, slots=True)
class Token:
    """One word or sign of the text."""

    text: str
    span: Span


def tokens(text: str, start: int, end: int) -> list[Token]:
    """Return words, separators, and masks as one token each."""
    return [Token(match.group(), Span(match.start(), match.end())) for match in _TOKEN.finditer(text, start, end)]


def is_verb(word: str) -> bool:
    """Tell whether a word is a verb of requests, in any form that is not also a usual noun."""
    if word in {"start", "end"} or (word in FIELD_NAMES and word.endswith("ing")):
        return False
    if word in NOUN_VERBS or word in NOUNS or (word.endswith("s") and singular(word) in NOUNS):
        return False
    return any(base in VERBS for base in verb_bases(word))


def bare(words: list[str]) -> list[str]:
    """Drop determiners and judging adjectives in front of a noun."""
    rest = list(words)
    while len(rest) > 1 and (rest[0] in DETERMINERS or rest[0] in ADJECTIVES):
        rest.pop(0)
    return [] if rest and rest[0] in DETERMINERS else rest


def known_noun(words: str) -> str | None:
    """Return the lexicon's noun for words in singular or plural, or None."""
    for form in (words, singular(words)):
        if form in NOUNS:
            return form
        if form in SYNONYMS:
            return SYNONYMS[form]
    return None


def last_known_noun(words: str) -> str | None:
    """Return the longest lexicon noun at the end, else at the start, of a longer phrase."""
    parts = words.split()
    for size in range(len(parts), 0, -1):
        noun = known_noun(" ".join(parts[-size:])) or known_noun(" ".join(parts[:size]))
        if noun:
            return noun
    return None


def read_items(text: str, start: int, end: int) -> list[Item]:
    """Read a list of noun phrases from `start`; it ends where something else begins.

    Masked words count as list entries that are understood already.
    """
    items: list[Item] = []
    position = start
    while position < end:
        limit = _LIMIT.match(text, position, end)
        item, position, goes_on = _read_item(text, limit.end() if limit else position, end)
        if item is not None and limit is not None:
            item = replace(item, qualifier=f"{limit.group().strip()} {item.qualifier}".strip())
        if item is not None and is_clause(item.words):
            break
        if item is not None:
            items.append(item)
        if not goes_on:
            break
    return items


_WHOLE_NAMES = re.compile(
    r"(?:(?:an?|the|its|their|his|her) )?(?P<name>"
    + "|".join(
        sorted(
            (re.escape(name) for name in FIELD_NAMES if set(name.split()) & (STOPS | {"and", "or"})),
            key=len,
            reverse=True,
        )
    )
    + r")(?![\w-])"
)


def _read_item(text: str, start: int, end: int) -> tuple[Item | None, int, bool]:  # noqa: PLR0911, C901 - one for each way a list goes on
    words: list[Token] = []
    whole = _WHOLE_NAMES.match(text, start + len(text[start:end]) - len(text[start:end].lstrip()), end)
    if whole is not None:
        span = Span(*whole.span("name"))
        return Item(whole["name"], "", span), whole.end(), True
    for match in _TOKEN.finditer(text, start, end):
        token = Token(match.group(), Span(match.start(), match.end()))
        position = token.span.end
        if token.text.startswith(MASK) and words and _is_doing(words):
            return None, position, True
        if token.text.startswith(MASK) or token.text in SEPARATORS:
            if words or token.text in SEPARATORS or token.text.startswith(MASK):
                return (_item(words, "", position), position, True) if words else (None, position, True)
            continue
        if token.text in {'"', "'"}:
            continue
        if token.text == "(":
            return _close(text, words, token.span.start, end)
        is_named = any(word.text not in DETERMINERS for word in words)  # "an optional e-mail" says it first
        qualifier = _QUALIFIER.match(text, token.span.start, end) if is_named else None
        if qualifier:
            return _qualified(text, words, qualifier, end)
        if words and token.text in _NEW_CLAUSE:
            return None, words[0].span.start, False
        if _is_subject(text, words, token) or _is_deed(text, words, token):
            return None, (words[0] if words else token).span.start, False
        if _ends_item(text, words, token, end):
            return _item(words, "", token.span.start), token.span.start, False
        words.append(token)
        if len(words) > ITEM_WORDS_LIMIT + 2:
            return None, position, False
    return _item(words, "", end), end, False


def _ends_item(text: str, words: list[Token], token: Token, end: int) -> bool:
    """Tell where an entry of a list ends; "cost per seat" goes on."""
    is_rate = token.text == "per" and words and _PER.match(text, token.span.start, end)
    is_stop = token.text in STOPS and not is_rate
    return is_stop or not re.match(r"\w", token.text) or _starts_clause(text, words, token)


def _is_doing(words: list[Token]) -> bool:
    """Tell who does something that is understood already: "people", "people book" in front of what is masked."""
    is_act = len(words) > 1 and words[-1].text in VERBS | NOUN_VERBS and is_people(words[-2].text)
    return is_act or is_people(words[-1].text)


def _is_subject(text: str, words: list[Token], token: Token) -> bool:
    """Tell who does something from what is listed: "courses, students can enroll", "donors submit donations"."""
    if not words:
        return False
    if token.text in _MODALS:
        return True
    if not is_people(words[-1].text):  # "finance exports a report": a verb of the third person, and its object
        is_third = token.text.endswith("s") and token.text not in VERBS and is_verb(token.text)
        return is_third and _TAKES_OBJECT.match(text, token.span.end) is not None
    if token.text not in VERBS | NOUN_VERBS | _DOINGS:
        return False
    return token.text not in NOUN_VERBS or _TAKES_OBJECT.match(text, token.span.end) is not None


def _is_deed(text: str, words: list[Token], token: Token) -> bool:
    """Tell the deed from the noun: "search cars by price, book a car", "post jobs, review applications"."""
    if words:
        return False
    if token.text in NOUN_VERBS and _TAKES_OBJECT.match(text, token.span.end) is not None:
        return True
    following = _TOKEN.match(text, token.span.end + 1)
    named = following.group() if following else ""
    return token.text in DEED_VERBS and is_plural(named) and known_noun(f"{token.text} {named}") is None


def _starts_clause(text: str, words: list[Token], token: Token) -> bool:
    following = _TOKEN.match(text, token.span.end + 1)
    pair = f"{token.text} {following.group()}" if following else ""
    if (
        pair in FIELD_NAMES
        or known_noun(pair)
        or _is_modifier(token.text, following)
        or _KEEPING.match(text, token.span.start)
    ):
        return False
    if token.text in FIELD_NAMES and _ENTRY_ENDS.match(text, token.span.end):
        return False  # "place, date, count and a photo"
    if token.text in FIELD_NAMES and _ENDS_ITEM.match(text, token.span.end):  # "search by city, rent and date"
        return False
    is_first = not [word for word in words if word.text not in DETERMINERS]
    return is_first and not words and is_verb(token.text)


def _is_modifier(word: str, following: re.Match[str] | None) -> bool:
    """Tell what only says which: "hiking trails", but not "managing trails"."""
    is_act = any(base in _ASKED for base in verb_bases(word))
    return word.endswith("ing") and not is_act and following is not None and is_plural(following.group())


def _close(text: str, words: list[Token], opening: int, end: int) -> tuple[Item | None, int, bool]:
    closing = text.find(")", opening, end)
    if closing >= 0 and not words:
        return None, closing + 1, True
    if closing < 0:
        return _item(words, "", opening), opening + 1, bool(words)
    return _item(words, text[opening + 1 : closing], closing + 1), closing + 1, True


def _qualified(text: str, words: list[Token], first: re.Match[str], end: int) -> tuple[Item | None, int, bool]:
    position = first.end()
    while position < end and (more := _QUALIFIER.match(text, position, end)):
        position = more.end()
    tail = re.compile(rf"\s*(?:[,:&+(]|and\b|or\b|plus\b|{MASK}|$)").match(text, position, end)
    return _item(words, text[first.start() : position], position), position, tail is not None or position >= end


def _item(words: list[Token], qualifier: str, end: int) -> Item | None:
    texts = [word.text.removesuffix("'s") for word in words]
    if not texts:
        return None
    flags = [word for word in texts if word in {"required", "mandatory", "optional", "unique"}]
    is_many = any(word in {"many", "several", "multiple"} for word in texts)
    noun = bare([word for word in texts if word not in {"required", "mandatory", "optional", "unique"}])
    noun = without_of(noun)
    if not noun or len(noun) > ITEM_WORDS_LIMIT or not any(word.isalpha() for word in " ".join(noun)):
        return None
    if " ".join(noun) in SECRETS:
        return None
    if len(noun) > 2 and noun[0] in {"max", "maximum"} and noun[1].isdigit():  # noqa: PLR2004 - "max 100 guests"
        noun, qualifier = noun[2:], f"at most {noun[1]} {qualifier}"
    if len(noun) > 1 and noun[0].isdigit():
        noun = noun[1:]  # "12 places"
    if noun[-1] in FEATURE_WORDS or noun == ["online"]:
        return None
    span = Span(words[0].span.start, max(words[-1].span.end, end if qualifier else 0))
    return Item(" ".join(noun), " ".join([*flags, qualifier]).strip(), span, is_many)


def without_of(words: list[str]) -> list[str]:
    """Turn "list of customers" into "customers", "name of the customer" into "customer name"; keep "date of birth" and "number of guests"."""
    if "of" not in words[1:-1]:
        return words
    place = words.index("of")
    head, rest = words[:place], bare(words[place + 1 :])
    if not head:
        return rest
    if head[-1] in GATHERINGS and rest:
        return rest
    is_number = any(word[0].isdigit() for word in rest)  # "a duration of 45 minutes"
    if is_number or (is_plural(" ".join(head)) and is_plural(" ".join(rest))):
        return head
    if head[-1] in {"number", "date", "day", "years", "year", "minutes", "amount", "proof", "place"} or not rest:
        return [*head, "of", *rest]
    return [*rest, *head]
