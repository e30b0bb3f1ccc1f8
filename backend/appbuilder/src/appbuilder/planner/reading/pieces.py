"""Read what a sentence lists about a record, one piece after the other: "a name, how many copies, whether it is lent"."""
# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from appbuilder.planner.reading.asked import WAYS
from appbuilder.planner.reading.clauses import clause_of
from appbuilder.planner.reading.facts import Item
from appbuilder.planner.reading.phrases import read_noun
from appbuilder.planner.reading.words import bare, is_verb
from appbuilder.planner.text import MASK, Span

_WORDS_LIMIT = 14

_SEPARATOR = re.compile(
    r"\s*(?:,\s*(?:and |plus |or )?(?:also |finally |optionally )?|\band (?:also |finally |optionally )?|\bas well as |\bplus |&)\s*"
)

_TOGETHER = re.compile(
    r"\b(?:date|day|time|pros|terms|name|wind|food|arrival|hits|black)(?= and (?:time|date|hour|cons|conditions|surname|weather|drink|white)\b)"
)

_MAYBE = re.compile(
    r"^(?:maybe|perhaps|possibly|optionally|sometimes|if (?:known|any|there is one|needed|you like),?)\s+|\s+(?:if (?:known|any|there is one|needed|wanted|it has one)|\(optional\))$"
)


@dataclass(slots=True)
class Piece:
    """A part of a list: its words, where it stands, and what it tells (None: not understood)."""

    words: str
    span: Span
    items: tuple[Item, ...] = ()


def read_pieces(text: str, start: int, end: int) -> list[Piece]:
    """Return the pieces of a list from `start`; it ends with the first piece that tells no field."""
    found: list[Piece] = []
    parts = list(_split(text, start, end))
    place = 0
    while place < len(parts):
        span = parts[place]
        words = text[span.start : span.end]
        if set(words) <= {MASK, " "}:
            place += 1
            continue
        if MASK in words or (
            found and (_tells_an_act(words.strip()) or _NESTED.match(words.strip()) or TELLS_ON.match(words.strip()))
        ):
            break
        choice = _choice_over(text, parts, place)
        if choice is not None:
            item, place = choice
            found.append(Piece(item.words, item.span, (item,)))
            continue
        items = _read(words.strip(), Span(span.start, span.end), is_first=not found)
        if not items:
            break
        found.append(Piece(words, span, items))
        place += 1
    return found


def _tells_an_act(words: str) -> bool:
    """Tell what somebody does from one more field: "with a photo, track their progress, and the city sees all"."""
    first, _, rest = words.partition(" ")
    return (is_verb(first) and _OBJECT.match(rest) is not None) or _SUBJECT.match(words) is not None


_OBJECT = re.compile(r"(?:the|an?|their|his|her|its|my|our|all|it|them)\b")
_SUBJECT = re.compile(
    r"(?:the |our |an? )?[a-z]+ (?:sees?|shows?|fills? in|can|should|must|may|wants?|needs to|get to)\b "
)


def _split(text: str, start: int, end: int) -> Iterator[Span]:
    """Split at commas and "and" outside brackets; "date and time" stays together."""
    together = {match.end() for match in _TOGETHER.finditer(text, start, end)}
    position, depth, place = start, 0, start
    while place < end:
        depth += {"(": 1, ")": -1}.get(text[place], 0)
        separator = _SEPARATOR.match(text, place, end) if depth <= 0 and (text[place] in " ,&") else None
        is_range = (
            separator is not None
            and text[:place].rstrip()[-1:].isdigit()
            and text[separator.end() : separator.end() + 1].isdigit()
        )
        if separator is None or is_range or place in together or separator.group().isspace():
            place += 1
            continue
        yield from _trimmed(text, position, place)
        position = place = separator.end()
    yield from _trimmed(text, position, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    words = text[start:end]
    begin, stop = start + len(words) - len(words.lstrip()), end - (len(words) - len(words.rstrip(" .")))
    if stop > begin:
        yield Span(begin, stop)


_OPENS = re.compile(
    r"(?:(?P<name>[^\W\d_][\w' -]{0,40}?)(?:\s*:\s*(?:either )?| (?:which |that )?(?:is |can be |may be )?(?:one of |either ))|either )(?P<first>[^,:()]{1,40})$"
)


def _choice_over(text: str, parts: list[Span], first: int) -> tuple[Item, int] | None:
    """Read "position: goalkeeper, defender or striker" and "either solid, liquid or gas", which go over more parts."""
    opening = _OPENS.fullmatch(text[parts[first].start : parts[first].end])
    if opening is None:
        return None
    values, place = [opening["first"]], first + 1
    while " or " not in values[-1] and place < len(parts):
        values.append(text[parts[place].start : parts[place].end])
        place += 1
    values[-1:] = values[-1].split(" or ")
    values = list(dict.fromkeys(value.removeprefix("or ").strip(" '\"") for value in values))
    if len(values) < 2 or any(not 0 < len(value.split()) <= _VALUE_WORDS or MASK in value for value in values):  # noqa: PLR2004
        return None
    name = " ".join(bare((opening["name"] or "kind").split())) or "kind"
    name = clause_of(re.sub(r"^(?:whether|if) ", "", name)) if name.startswith(("whether ", "if ")) else name
    span = Span(parts[first].start, parts[place - 1].end)
    return Item(name, "", span, kind="enum", options=tuple(values)), place


def _read(words: str, span: Span, *, is_first: bool) -> tuple[Item, ...]:
    """Return the fields that one part tells; none when it is no field."""
    if not words or len(words.split()) > _WORDS_LIMIT:
        return ()
    is_optional = _MAYBE.search(words) is not None
    words = _MAYBE.sub("", words).strip()
    words = words if is_first else _AGAIN.sub("", words)
    for pattern, make in WAYS:
        match = pattern.fullmatch(words)
        if match is not None:
            made = [replace(item, span=span) for item in make(match)]
            return tuple(_optional(item) for item in made) if is_optional else tuple(made)
    item = read_noun(words, span, is_first=is_first)
    return () if item is None else (_optional(item) if is_optional else item,)


_AGAIN = re.compile(
    r"^(?:and )?(?:it |they )?(?:also )?(?:may |can |could |should |must )?(?:has|have|needs|need|gets?|comes? with|shows?|uses?|contains?|includes?|involves?) (?=an? |the |its |some |several |many |multiple |one or more )"
)


def _optional(item: Item) -> Item:
    return replace(item, qualifier=f"optional {item.qualifier}".strip())


_NESTED = re.compile(
    r"(?:(?:several|many|some|its|one or more) )*[a-z]+(?: [a-z]+)?s with (?:(?:an?|the|its) )?[a-z]+(?! \d)"
)
"""The records of a part, with a list of their own: "a date, and decisions with a person in charge"."""
TELLS_ON = re.compile(
    r"(?:(?:each|every|an?|the) [a-z]+(?: [a-z]+)? (?:has|have|needs?|consists?|contains?|gets?)|[a-z]+s (?:have|need|consist of|contain)) \w"
)
"""A sentence about another record: "each talk has a title"."""
_VALUE_WORDS = 3
