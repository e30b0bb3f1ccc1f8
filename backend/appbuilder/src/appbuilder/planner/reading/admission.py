"""Read who comes in at all and whose entries are seen by whom: "members only", "without signing in", "their own list"."""
# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re
from collections.abc import Callable

from appbuilder.planner.inflect import is_plural, singular
from appbuilder.planner.lexicon.rights import (
    ACCOUNTS,
    ACTED,
    BELONGS,
    DOES,
    INTERNAL,
    MONEY,
    NO_ACCESS,
    OF_OTHERS,
    OUTSIDERS,
    OWN_LISTS,
    PASSIVES,
    SAMPLES,
    SEEING,
    SEES,
    SHUT_OUT,
    THAT,
    WITHOUT,
)
from appbuilder.planner.reading.behaviours import object_noun
from appbuilder.planner.reading.facts import BeyondFact, ChoicesFact, Reading, ThingFact
from appbuilder.planner.reading.people import is_people
from appbuilder.planner.reading.whom import people_named
from appbuilder.planner.reading.wishes import AccessFact, FlowFact, PermissionFact
from appbuilder.planner.reading.words import bare, known_noun, read_items
from appbuilder.planner.text import Span, mask

_OWN = ("read", "update", "delete")
_SEEING = re.compile(SEEING)
_WITHOUT = re.compile(rf"(?<![\w-])(?:{'|'.join(WITHOUT)})(?![\w-])")
_SAMPLES = re.compile(rf"(?<![\w-]){SAMPLES}(?![\w-])")
_ACCOUNTS = re.compile(rf"(?<![\w-])(?:{ACCOUNTS})(?![\w-])")
_OWN_LISTS = re.compile(rf"(?<![\w-]){OWN_LISTS}(?=[a-z])")
_ONLY_OWN = re.compile(
    rf"(?<![\w-])(?:(?:an? |each |every )?[a-z]+ )?(?:can |may |should )?(?P<only>only )?(?:edit|change|delete|update|remove|see|view|read|access)s?(?:(?:,| and| or|, and) (?:edit|change|delete|update|remove|see)s?)* (?(only)|only )(?:what|(?:only )?(?:the |those )?(?P<what>ones|those|things|entries|[a-z]+s)(?: that| which)?) {ACTED}(?![\w-])"
)
_FOR_ME = re.compile(r"(?<![\w-])(?:(?:just|only|purely) )?for (?:me|myself)(?: alone| only)?(?= ?(?:[.,;:]|$))")
_IS_PUBLIC = re.compile(
    r"(?<![\w-])(?:the |all )?(?P<what>[a-z]+(?: [a-z]+)?) (?:is|are) (?:public|publicly visible|visible to (?:everyone|everybody|all))(?= ?(?:[.,;]|$|and\b))"
)
_INTERNAL = re.compile(rf"(?<![\w-])(?:{INTERNAL})(?![\w-])")
_SHUT_OUT = re.compile(
    rf"(?<![\w-]){OUTSIDERS} {SHUT_OUT}(?= ?(?:[.,;]|$|and\b))|(?<![\w-])(?:nobody|no one) (?:from )?outside(?: (?:of )?(?:the |our )?[a-z]+)? {SEES}(?= ?(?:[.,;]|$|and\b))"
)
_UNPUBLISHED = frozenset({"draft", "unpublished one", "pending one"})
_NO_ACCESS = re.compile(rf"(?<![\w-])(?:the )?(?P<who>[a-z]+s) (?:{NO_ACCESS})(?= ?(?:[.,;]|$|and\b))")
_BELONGS = re.compile(rf"(?<![\w-])(?:{BELONGS})(?![\w-])")
_OF_OTHERS = re.compile(rf"(?<![\w-])(?:{OF_OTHERS})(?= ?(?:[.,;]|$|and\b))")
_PASSIVE = re.compile(
    r"(?<![\w-])(?:(?:the|these|those|all|their) )*(?P<what>[a-z]+(?: [a-z]+)?) (?:(?:can|may|should|must|shall|will) (?:only |just |also |then )?be|(?:is|are|be)) (?:only |just )?(?P<acts>visible|seen|read|viewed|accessible|accessed|edited|changed|updated|deleted|removed|added|created|written|managed|approved|rejected|accepted|declined|refused|closed|confirmed|cancelled|published|resolved|completed|reopened)(?:(?:,| and| or) (?P<more>edited|changed|updated|deleted|removed|managed|read|seen))? (?:only |just )?(?:by|to|for) (?:only |just )?(?P<who>(?:the |our |their |its )?[a-z-]+(?: (?:and|or) (?:the )?[a-z-]+| [a-z-]+)?)(?: only| alone)?(?= ?(?:[.,;]|$|and\b))"
)
_NOT_PUBLIC = re.compile(
    r"(?<![\w-])(?:(?:the|these|those|all|their) )?(?P<what>[a-z]+(?: [a-z]+)?) (?:must not|should not|mustn't|shouldn't|may not|are not|is not|aren't|isn't|will not) (?:be )?(?:public|publicly visible|visible to (?:the public|others|everyone|everybody|visitors|guests)|seen by (?:the public|others|everyone|everybody|visitors|guests))(?![\w-])"
)


def read_admission(reading: Reading) -> None:
    """Take what says who comes in; the records that are named stay known."""
    for pattern, take in _RULES:
        for match in list(pattern.finditer(reading.open)):
            take(reading, match)


def _skip(reading: Reading, match: re.Match[str]) -> None:
    """Take what every app has: entries to begin with, somebody whom it is for."""
    reading.quiet.append(_span(match))
    reading.open = mask(reading.open, _span(match))


def _sign_in(reading: Reading, match: re.Match[str]) -> None:
    if not re.search(MONEY, reading.text):  # those accounts are records
        reading.take(AccessFact(_span(match), "accounts"))


def _shut(reading: Reading, match: re.Match[str]) -> None:
    """Take that nobody comes in from outside."""
    if "who" not in match.groupdict() or is_people(match["who"]):
        reading.take(AccessFact(_span(match), "inside"))


def _note_inside(reading: Reading, match: re.Match[str]) -> None:
    """Note that the app is for insiders; the words say what it is, too."""
    reading.note(AccessFact(_span(match), "inside"))


def _let_guests(reading: Reading, match: re.Match[str]) -> None:
    """Take "without signing in" out of the sentence, which goes on behind it."""
    reading.note(AccessFact(_span(match), "open"))
    reading.open = reading.open[: match.start()] + " " * len(match.group()) + reading.open[match.end() :]


def _hide_of_others(reading: Reading, match: re.Match[str]) -> None:
    _take_right(reading, match, match["what"] or match["other"], ("owner",), _OWN, only=True)


def _hide(reading: Reading, match: re.Match[str]) -> None:
    _take_right(reading, match, match["what"], ("admin",), ("read",), only=True)


def _show(reading: Reading, match: re.Match[str]) -> None:
    _take_right(reading, match, match["what"], ("anyone",), ("read",), only=False)


def _take_right(
    reading: Reading, match: re.Match[str], words: str, who: tuple[str, ...], acts: tuple[str, ...], *, only: bool
) -> None:
    owner = object_noun(" ".join(bare(words.split())))
    if owner is not None:
        reading.note(ThingFact(_span(match), owner))
        reading.take(PermissionFact(_span(match), who, acts, (owner,), only))


def _take_own(reading: Reading, match: re.Match[str]) -> None:
    """Take "people edit only what they wrote"."""
    acts = _OWN if _SEEING.search(match.group()) else ("update", "delete")
    owner = object_noun(" ".join(bare((match["what"] or "").split())))
    if owner is not None:
        reading.note(ThingFact(_span(match), owner))
    reading.take(PermissionFact(_span(match), ("owner",), acts, (owner,) if owner else (), only=True))


def _read_own_list(reading: Reading, match: re.Match[str]) -> None:
    """Take "each student has their own list of books": books, which only whoever added them sees."""
    items = read_items(reading.open, match.end(), reading.sentence_at(match.start()).end)
    words = bare(items[0].words.split()) if items else []
    listed = [" ".join(words[:size]) for size in range(len(words), 0, -1) if is_plural(words[size - 1])]
    noun = object_noun(listed[0]) if listed else None
    who = match["who"]
    if noun is None or (who is not None and not is_people(who.rpartition(" ")[2])):
        return
    span = Span(items[0].span.start, reading.open.index(listed[0], match.end()) + len(listed[0]))
    reading.open = mask(reading.open, Span(span.end, max(span.end, items[0].span.end)))
    reading.note(ThingFact(span, noun, is_kept=True))
    reading.take(PermissionFact(_span(match), ("owner",), _OWN, (noun,), only=True))


def _read_passive(reading: Reading, match: re.Match[str]) -> None:
    """Take "reports are visible to the board only" and "a claim can also be rejected by the manager"."""
    who = people_named(reading, match["who"].removesuffix(" only").removesuffix(" alone"))
    is_only = re.search(r"\b(?:only|just|alone)\b", match.group()) is not None
    words = " ".join(bare(match["what"].split()))
    owner = object_noun(words) or known_noun(words)
    acts = tuple(act for verb in (match["acts"], match["more"] or "") for act in PASSIVES.get(verb, ()))
    is_move = not set(acts) & DOES.keys()
    if who is None or not (is_only or is_move) or (owner is None and words not in THAT):
        return
    if singular(words) in _UNPUBLISHED:
        _read_drafts(reading, match)
        return
    if owner is not None:
        reading.note(ThingFact(_span(match), owner))
    reading.take(PermissionFact(_span(match), who, acts, (owner,) if owner else (), only=is_only))


def _read_drafts(reading: Reading, match: re.Match[str]) -> None:
    """Take "drafts are seen by their author only": entries begin as drafts; who sees them stays the same."""
    reading.note(ChoicesFact(_span(match), None, "status", ("draft", "published"), is_status=True))
    reading.note(FlowFact(_span(match), None, ("draft", "published"), back=(("published", "draft"),)))
    reading.note(AccessFact(_span(match), "accounts"))
    reading.take(BeyondFact(_span(match), "visibility", "the same people see an entry in every status"))


def _span(match: re.Match[str]) -> Span:
    return Span(match.start(), match.end())


_RULES: tuple[tuple[re.Pattern[str], Callable[[Reading, re.Match[str]], None]], ...] = (
    (_SAMPLES, _skip),
    (_FOR_ME, _skip),
    (_ACCOUNTS, _sign_in),
    (_BELONGS, _sign_in),
    (_OWN_LISTS, _read_own_list),
    (_ONLY_OWN, _take_own),
    (_SHUT_OUT, _shut),
    (_NO_ACCESS, _shut),
    (_INTERNAL, _note_inside),
    (_OF_OTHERS, _hide_of_others),
    (_WITHOUT, _let_guests),
    (_NOT_PUBLIC, _hide),
    (_IS_PUBLIC, _show),
    (_PASSIVE, _read_passive),
)
