"""Read closed lists of values: "status (todo, doing, done)", "priority low, medium or high", "mark as done"."""
# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re

from appbuilder.planner.lexicon.fields import DONE_WORDS, KNOWN_CHOICES, KNOWN_STATES, STATUS_WORDS
from appbuilder.planner.reading.before import noun_before
from appbuilder.planner.reading.facts import ChoicesFact, Reading
from appbuilder.planner.reading.words import PHRASE, bare
from appbuilder.planner.text import Span

CHOICE_WORDS_LIMIT = 3
_USUAL_VALUES = frozenset(
    value for values in (*KNOWN_CHOICES.values(), *KNOWN_STATES.values(), *DONE_WORDS.values()) for value in values
) | {"todo", "doing", "low", "normal", "urgent", "critical", "minor", "major", "backlog"}
_STATUS = r"status(?:es)?|states?|stages?|phases?|columns|categories|category|type|priority|priorities|mood|kind|genre|difficulty|level|severity|size|condition"
_INTRO = (
    r"\s*(?::|\bfield\b|\bof\b|\bcan be\b|\bmay be\b|\bis\b|\bare\b|\bis one of\b|\bbeing\b|\bone of\b|\bsuch as\b|\blike\b|"
    r"\beither\b|\bwith\b(?= \w+[,/ ])|\bfrom\b|\bbetween\b|\bnamed\b|\bcalled\b|-|\bto be\b|\bthrough\b|\bin\b|\boptions?\b|\bvalues?\b)*\s*"
)
_NAMED = re.compile(rf"\b(?P<name>(?:{PHRASE} )??(?:{_STATUS}))\b(?P<intro>{_INTRO})(?P<open>\()?")
_CAN_BE = re.compile(
    rf"\b(?P<name>{PHRASE}?) (?:can be|is either|can either be|may be|is one of|are either|is) (?:either )?(?P<open>\()?(?=\S)"
)
_BRACKET = re.compile(r"\s*\((?P<inside>[^()]{3,200})\)")
_MARK = re.compile(
    r"\b(?:(?:can |could |should |to |be able to |people |i |we |they |users )*)(?:mark(?:ed|ing|s)?|set|tick(?:ed)?|check(?:ed)?|flag(?:ged)?)"
    r"(?: (?:them|it|each|off|(?P<what>(?:the |a |an |my )?\w+(?: \w+)?)))?? (?:as|to) (?P<one>not \w+|\w+)(?: (?:or|and|/) (?:as )?(?P<two>not \w+|\w+))?",
)
_TICK = re.compile(
    r"\b(?:tick(?:ing|ed)? off|check(?:ing|ed)? off|cross(?:ing|ed)? off|complete|completing)(?: (?:the |my )?(?P<what>\w+))?\b"
)
_SPLIT = re.compile(r"\s*(?:,\s*(?:or|and)\s+|,|/|->|>|\||=>|\bor\b|\band\b|\bthen\b)\s*")
_SCORES = re.compile(r"\d[-/:]\d(?:, ?\d[-/:]\d)+")
_STOP = re.compile(r"\b(?:a|an|the|each|with|where|which|that|when|so|sort|sorted|search|filter|by|per)\b|[():.\x1f]")


def read_choices(reading: Reading) -> None:
    """Take states and other choices, then "mark as done"."""
    for sentence in reading.sentences:
        _read_named(reading, sentence)
        _read_brackets(reading, sentence)
        _read_can_be(reading, sentence)
        _read_marks(reading, sentence)


def _read_named(reading: Reading, sentence: Span) -> None:
    position = sentence.start
    while match := _NAMED.search(reading.open, position, sentence.end):
        position = match.end("name")
        values, end = _values(reading.open, match, sentence)
        if len(values) < 2:  # noqa: PLR2004 - one value is no choice
            continue
        if match["intro"].strip() == "in" and not re.search(r"\bor\b", reading.open[match.end("name") : end]):
            continue  # "size in square metres, rooms, balcony": a unit, and more fields
        phrase = noun_before(reading.open, match.start(), match.end("name")) or (
            match["name"],
            Span(*match.span("name")),
        )
        name = _field_name(phrase[0])
        owner = noun_before(reading.open, sentence.start, phrase[1].start)
        reading.take(
            ChoicesFact(Span(phrase[1].start, end), owner[0] if owner else None, name, values, name in STATUS_WORDS)
        )


def _field_name(words: str) -> str:
    last = words.rsplit(maxsplit=1)[-1]
    singular = {"statuses": "status", "states": "status", "state": "status", "stages": "stage", "phases": "phase"}
    if last in {"categories", "priorities"}:
        return last[:-3] + "y"
    if last in singular or last in STATUS_WORDS or last == "columns":
        return "status" if last in {"columns", "statuses", "state", "states"} else singular.get(last, last)
    name = " ".join(bare(words.split())[-2:])
    return name if name.split()[0] not in {"with", "has", "have", "and", "of"} else last


def _values(text: str, match: re.Match[str], sentence: Span) -> tuple[tuple[str, ...], int]:
    if match["open"]:
        closing = text.find(")", match.end(), sentence.end)
        inside = text[match.end() : closing] if closing > 0 else ""
        return split_choices(inside), closing + 1
    if not match["intro"].strip() and not re.match(
        r"\s*\w+(?: \w+)?\s*(?:,|/|->|>|or\b)", text[match.end("name") : sentence.end]
    ):
        return _in_a_row(text, match.end("name"), sentence.end)
    return _loose(text, match.end(), sentence.end)


def _in_a_row(text: str, start: int, end: int) -> tuple[tuple[str, ...], int]:
    """Read values that only stand in a row: "priority low medium high"; each must be a usual value."""
    values: list[str] = []
    for word in re.compile(r"\s+([a-z]+)").finditer(text, start, end):
        if word.start() != start or word[1] not in _USUAL_VALUES:
            break
        values.append(word[1])
        start = word.end()
    return tuple(dict.fromkeys(values)), start


def _loose(text: str, start: int, end: int) -> tuple[tuple[str, ...], int]:
    """Read values without brackets: up to the one behind "or" or "and", or to the first longer piece."""
    values: list[str] = []
    position, last_end = start, start
    is_last = False
    while position < end:
        separator = _SPLIT.search(text, position, end)
        piece_end = separator.start() if separator else end
        piece = text[position:piece_end]
        stop = _STOP.search(piece)
        value = " ".join((piece[: stop.start()] if stop else piece).split()).strip(" '\"-")
        if not value or len(value.split()) > CHOICE_WORDS_LIMIT or not re.fullmatch(r"[\w' -]+", value):
            break
        values.append(value)
        last_end = position + (stop.start() if stop else len(piece.rstrip()))
        if stop or separator is None or is_last:
            break
        is_last = re.search(r"\b(?:or|and)\b", separator.group()) is not None
        position = separator.end()
    return tuple(dict.fromkeys(values)), last_end


def split_choices(inside: str) -> tuple[str, ...]:
    """Split the inside of brackets into values; empty when it does not look like values."""
    if re.search(
        r"\b(?:required|optional|unique|mandatory|yes|at most|at least|max|min|characters|not before|not after|only once)\b",
        inside,
    ):
        return ()
    if _SCORES.fullmatch(inside):
        return tuple(dict.fromkeys(inside.replace(" ", "").split(",")))
    pieces = [" ".join(piece.split()).strip(" '\"") for piece in _SPLIT.split(inside)]
    pieces = [
        re.sub(r"^(?:e\.?g\.?|for example|like|such as|either|one of)[: ]+", "", piece) for piece in pieces if piece
    ]
    fits = all(len(piece.split()) <= CHOICE_WORDS_LIMIT and re.fullmatch(r"[\w' &+-]+", piece) for piece in pieces)
    fits = fits and not any(re.fullmatch(r"[\d.]+(?: ?(?:to|-|and) ?[\d.]+)?(?: \w+)?", piece) for piece in pieces)
    return tuple(dict.fromkeys(pieces)) if fits and len(pieces) >= 2 else ()  # noqa: PLR2004 - one value is no choice


def _read_brackets(reading: Reading, sentence: Span) -> None:
    """Take "genre (rock, pop, jazz)"; "books (title, author)" is a list of fields and left alone."""
    for match in list(_BRACKET.finditer(reading.open, sentence.start, sentence.end)):
        noun = noun_before(reading.open, sentence.start, match.start())
        if noun is None or noun[0] in reading.app_nouns or noun[0].endswith("s"):
            continue
        values = split_choices(match["inside"])
        if values:
            reading.take(ChoicesFact(Span(noun[1].start, match.end()), None, noun[0], values, noun[0] in STATUS_WORDS))


def _read_can_be(reading: Reading, sentence: Span) -> None:
    position = sentence.start
    while match := _CAN_BE.search(reading.open, position, sentence.end):
        position = match.end()
        if match.group().rstrip().endswith(" is"):
            continue
        values, end = _loose(reading.open, match.end(), sentence.end)
        name = " ".join(bare([word for word in match["name"].split() if word not in {"each", "every", "and"}]))
        is_act = any(
            re.match(r"(?:added|edited|deleted|created|updated|changed|sorted|searched|filtered|marked)", value)
            for value in values
        )
        if len(values) < 2 or not name or is_act:  # noqa: PLR2004 - one value is no choice
            continue
        singular = name[:-1] if name.endswith("s") and not name.endswith("ss") else name
        if name in reading.app_nouns or singular in reading.app_nouns:
            reading.take(ChoicesFact(Span(match.start(), end), singular, "status", values, is_status=True))
        else:
            reading.take(ChoicesFact(Span(match.start(), end), None, name, values, name in STATUS_WORDS))


def _read_marks(reading: Reading, sentence: Span) -> None:
    for match in list(_MARK.finditer(reading.open, sentence.start, sentence.end)):
        values = tuple(value for value in (match["one"], match["two"]) if value)
        if len(values) == 1:
            values = DONE_WORDS.get(values[0], ("open", values[0]))
        what = " ".join(bare((match["what"] or "").split())) or None
        reading.take(ChoicesFact(_span(match), what, "status", values, is_status=True))
    for match in list(_TICK.finditer(reading.open, sentence.start, sentence.end)):
        reading.take(ChoicesFact(_span(match), match["what"], "status", DONE_WORDS["done"], is_status=True))


def _span(match: re.Match[str]) -> Span:
    return Span(match.start(), match.end())
