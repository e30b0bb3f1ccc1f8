"""Read search, filters and order: "newest first", "searchable by title", "filter by status", "sorted by price"."""
# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re
from itertools import takewhile

from appbuilder.planner.inflect import is_plural
from appbuilder.planner.lexicon.fields import STATUS_WORDS
from appbuilder.planner.reading.before import noun_before
from appbuilder.planner.reading.choices import split_choices
from appbuilder.planner.reading.facts import ChoicesFact, FindFact, Item, Reading, SortFact, ThingFact
from appbuilder.planner.reading.words import PHRASE, known_noun, read_items
from appbuilder.planner.text import Span

_FIRST = re.compile(
    r"\b(?:(?:with |show(?:ing|s)? |list(?:ed)? |the )*)(?P<how>newest|latest|most recent|recent|oldest|earliest|cheapest|most expensive|"
    r"best rated|top rated|highest rated|alphabetically|in alphabetical order|alphabetical order|"
    rf"(?P<most>highest|largest|biggest|longest)(?: (?P<high>{PHRASE}?))?|(?P<least>lowest|smallest|shortest|soonest)(?: (?P<low>{PHRASE}?))?)"
    r"(?: (?:ones?|entries|items|posts|messages|notes))?(?: (?P<noun>(?!first\b|on\b|at\b|come\b)\w+))?(?P<first> first| (?:on|at the) top| come first| ordering)?\b",
)
_BY = re.compile(
    r"\b(?:(?:can |should )?(?:be )?(?:sort(?:ed|able|ing|s)?|order(?:ed|ing)?|rank(?:ed|ing)?|arrang(?:ed|e))(?: (?:them|it|the list|everything|"
    rf"{PHRASE}?))? by|in (?:the )?order of)\b",
)
_SORTING = re.compile(r"\b(?:sorting|sortable|sort|sort options|sorting options)\b(?! by)")
_DIRECTION = re.compile(
    r"\s*,?\s*\(?\s*(?P<down>descending|desc|newest first|latest first|highest first|high to low|largest first|most expensive first)?"
    r"(?P<up>ascending|asc|oldest first|lowest first|low to high|cheapest first|soonest first|earliest first|alphabetically|a-z)?\)?",
)
_TOLD = re.compile(r" +(?:in )?(?P<way>ascending|descending|asc|desc)(?: order)?$")
_FIND = re.compile(
    r"\b(?:(?:be |with |a |an |the |full[- ]text )*)(?P<way>search(?:able|ing|es|ed)?|find|look up|lookup|filter(?:able|ing|s|ed)?)"
    r"(?: (?:box|bar|field|function|functionality|functions|feature|features|capabilit(?:y|ies)|options?|page))*\b"
    r"(?P<both>(?:,? and |/|, )(?P<other>search(?:ing)?|filter(?:ing|s)?|sort(?:ing)?))?",
)
_LINK = re.compile(
    r"\s*(?:(?P<object>[a-z][a-z '-]{0,40}?))??\s*\b(?:by|on|in|across|through|over|for|based on|using|according to)\s+"
)


_MOST_VOTED = re.compile(
    r"(?<![\w-])(?:(?:show|shows|with|the|and|one|ones|[a-z]+s?) ){0,4}?(?:with )?(?:the )?(?:most|highest) (?:voted|votes|liked|popular)(?: ones?)?(?: (?:is|are|comes?|stands?|shown))*(?: (?:first|at the top|on top|on the top|above))(?![\w-])"
)


def read_order(reading: Reading) -> None:
    """Take what the request says about order, search and filters."""
    for match in list(_MOST_VOTED.finditer(reading.open)):
        reading.take(SortFact(Span(match.start(), match.end()), None, "votes", descending=True))
    for sentence in reading.sentences:
        _read_by(reading, sentence)
        _read_first(reading, sentence)
        _read_find(reading, sentence)
        for match in list(_SORTING.finditer(reading.open, sentence.start, sentence.end)):
            reading.take(SortFact(Span(match.start(), match.end()), None, None, None))


def _read_by(reading: Reading, sentence: Span) -> None:
    while match := _BY.search(reading.open, sentence.start, sentence.end):
        owner = noun_before(reading.open, sentence.start, match.start())
        items = read_items(reading.open, match.end(), sentence.end)
        if items and (told := _TOLD.search(items[0].words)):
            span = Span(match.start(), items[0].span.end)
            field = items[0].words[: told.start()]
            reading.take(SortFact(span, owner[0] if owner else None, field, descending=told["way"].startswith("desc")))
            continue
        items = list(takewhile(lambda item: not item.words.endswith(("first", "ascending", "descending")), items))
        end = items[-1].span.end if items else match.end()
        direction = _DIRECTION.match(reading.open, end, sentence.end)
        descending = None
        if direction and direction.group().strip(" ,("):
            descending, end = bool(direction["down"]), direction.end()
        name = items[0].words if items else None
        reading.take(SortFact(Span(match.start(), end), owner[0] if owner else None, name, descending))


def _read_first(reading: Reading, sentence: Span) -> None:
    for match in list(_FIRST.finditer(reading.open, sentence.start, sentence.end)):
        how, said_first = match["how"], match["first"] is not None
        if how in {"alphabetically", "in alphabetical order", "alphabetical order"}:
            fact = SortFact(Span(match.start(), match.end()), None, "title", descending=False)
        elif not said_first:
            continue
        else:
            fact = _first_fact(match)
        reading.take(fact)


def _first_fact(match: re.Match[str]) -> SortFact:
    how = match["how"]
    span = Span(match.start(), match.end())
    named = match["noun"]
    if how in {"newest", "latest", "most recent", "recent"}:
        return SortFact(span, named, None, descending=True)
    if how in {"oldest", "earliest"}:
        return SortFact(span, named, None, descending=False)
    if how in {"cheapest", "most expensive"}:
        return SortFact(span, named, "price", descending=how != "cheapest")
    if how.endswith("rated"):
        return SortFact(span, named, "rating", descending=True)
    field = match["high"] or match["low"] or named
    return SortFact(
        span, None, "date" if how == "soonest" and not field else field, descending=match["most"] is not None
    )


def _read_find(reading: Reading, sentence: Span) -> None:
    while match := _FIND.search(reading.open, sentence.start, sentence.end):
        ways = {_way(match["way"])} | ({_way(match["other"])} if match["other"] else set())
        owner, fields, end = _found_in(reading, match, sentence)
        span = Span(match.start(), end)
        if "sort" in ways:
            reading.note(SortFact(span, owner, fields[0] if fields else None, None))
        if "search" in ways and "filter" in ways:
            reading.note(FindFact(span, "filter", owner, fields))
        reading.take(FindFact(span, "filter" if ways == {"filter"} else "search", owner, fields))


def _until_and(text: str, items: list[Item]) -> list[Item]:
    """Cut a list behind its last member: "by place, price and size, photos" ends with the size."""
    for place in range(1, len(items)):
        if re.search(r"\b(?:and|or)\b", text[items[place - 1].span.end : items[place].span.start]):
            return items[: place + 1]
    return items


def _way(word: str) -> str:
    return "filter" if word.startswith("filter") else "sort" if word.startswith("sort") else "search"


def _found_in(reading: Reading, match: re.Match[str], sentence: Span) -> tuple[str | None, tuple[str, ...], int]:
    """Return whose records are searched, by which fields, and where the phrase ends."""
    text = reading.open
    link = _LINK.match(text, match.end(), sentence.end)
    if link is None:
        owner = noun_before(text, sentence.start, match.start())
        after = (
            read_items(text, match.end(), min(sentence.end, match.end() + 60))
            if text[match.end() : match.end() + 1] == " "
            else []
        )
        is_object = bool(after) and "," not in text[match.end() : after[0].span.start]
        if is_object:
            return after[0].words, (), after[0].span.end
        return (owner[0] if owner else None), (), match.end()
    items = read_items(text, link.end(), sentence.end)
    for item in items:
        if values := split_choices(item.qualifier):
            reading.note(ChoicesFact(item.span, None, item.words, values, item.words in STATUS_WORDS))
    end = items[-1].span.end if items else link.end()
    owner_words = (link["object"] or "").strip()
    if is_plural(owner_words) and (noun := known_noun(owner_words)):
        reading.note(ThingFact(Span(match.start(), link.end()), noun))
    items = _until_and(text, items)
    end = items[-1].span.end if items else end
    fields = tuple(re.sub(r"^number of | range$| keywords?$", "", item.words) for item in items)
    return owner_words or None, fields, end
