"""Read colours, light and dark: "dark theme with orange accents", "old lace as the background"."""
# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re
from dataclasses import dataclass
from itertools import pairwise

from appbuilder.planner.reading.facts import Reading, ThemeFact
from appbuilder.planner.text import Span
from appbuilder.spec import COLOUR_NAMES
from appbuilder.spec.colours import mix, parse_colour

_SPLITS = [
    "dark",
    "light",
    "medium",
    "pale",
    "deep",
    "alice",
    "antique",
    "blanched",
    "cornflower",
    "floral",
    "ghost",
    "green",
    "hot",
    "lavender",
    "lawn",
    "lemon",
    "lime",
    "midnight",
    "navy",
    "mint",
    "misty",
    "navajo",
    "old",
    "olive",
    "orange",
    "papaya",
    "peach",
    "powder",
    "rebecca",
    "rosy",
    "royal",
    "saddle",
    "sandy",
    "sea",
    "sky",
    "slate",
    "spring",
    "steel",
    "violet",
    "white",
    "yellow",
    "blue",
    "dodger",
    "fire",
    "forest",
    "golden",
    "indian",
    "cadet",
    "burly",
    "dim",
]
_ALIASES = {
    "navyblue": "navy",
    "lightgoldenrod": "lightgoldenrodyellow",
    "violetred": "mediumvioletred",
    "aquablue": "aqua",
}
# What a colour without such a name of its own is mixed with, and how much of it: "pale turquoise" has one.
_TINTS = {
    **dict.fromkeys(("pale", "pastel", "light", "soft"), ("white", 0.72)),
    **dict.fromkeys(("dark", "deep"), ("black", 0.4)),
}
_ROLES = {
    "background": r"backgrounds?|backdrop|canvas|page colou?r|back",
    "text": r"text|fonts?|letters|writing",
    "surface": r"cards|panels|surfaces?|boxes",
    "accent": r"accents?|components?(?: colou?r)?|elements?|ui elements|buttons?|ui|interface|controls?|content blocks|"
    r"headings?|links|primary|highlights?|navigation|headers?|theme|main colou?r|colou?r scheme|palette|brand|menus?|bars?",
}
_ROLE_PATTERNS = {part: re.compile(rf"(?<![\w-])(?:{pattern})(?![\w-])") for part, pattern in _ROLES.items()}
_CLAUSE = re.compile(r",|;|\bthen\b|\band\b|\bwith\b")
_CUES = r"theme|themed|colou?rs?|colou?red|accents?|look|style|styled|design|scheme|palette|tones?|shades?|mode"
_PLAIN = frozenset(
    [
        "red",
        "blue",
        "green",
        "purple",
        "pink",
        "teal",
        "navy",
        "yellow",
        "black",
        "white",
        "gray",
        "grey",
        "brown",
        "indigo",
        "cyan",
        "magenta",
        "turquoise",
        "maroon",
        "orange",
        "violet",
        "crimson",
    ],
)
_APP_AFTER = re.compile(
    r"\s+(?:(?:and|&)\s+\w+\s+)?(?:\w+\s+){0,2}(?:app|website|site|theme|design|tracker|list|board|page|tool|look|guestbook|blog|planner)\b",
)
_MODE = re.compile(
    r"\b(?:(?P<both>(?:dark|light)(?: mode)?(?: and |/| or | & )(?:a )?(?:dark|light)(?: modes?| themes?| toggle| switch)?)"
    r"|(?P<one>dark|light)(?:[- ](?:mode|theme|themed|look|design|colou?rs?|colou?r scheme|background|interface|ui|style|palette|version))"
    r"|(?:make|turn|set|switch) (?:it|this|that|everything|the (?:app|site|website|page|design|look|theme|interface))(?: to| all)? (?P<made>dark|light)\b"
    r"|in (?P<bare>dark|light)(?=\s*(?:[,.]|$))|(?P<lead>dark)(?= (?:and modern|modern|minimal|app|todo|to-do|task|\w+ (?:app|website|tracker|list))))",
)
_LEAD = re.compile(
    r"(?:(?:please|set|use|using|uses|make|have|apply|define|configure|choose|style|styled|assign|color|colour|paint|give|"
    r"design|establish|put|in|with|a|an|the|it|its|as|of|for|to|all|pages?|your|body|site|layout|global|overall|main|"
    r"primary|whole|everything|app|then|by|be|is|are|should|has|want|i|want|would|like|shade|tone|and)\s+)+$",
)
_TAIL = re.compile(r"\s*(?:colou?rs?|tones?|shades?|everywhere|throughout|scheme|theme|palette|design|look|style)\b")


def _colour_pattern() -> re.Pattern[str]:
    forms = set()
    for name in [*COLOUR_NAMES, *_ALIASES]:
        forms.add(name)
        for first in _SPLITS:
            if name.startswith(first) and len(name) > len(first) + 1:
                rest = _spread(name[len(first) :])
                forms.add(rf"{first}[ -]{rest}")
    longest_first = sorted(forms, key=len, reverse=True)
    return re.compile(
        rf"(?<![\w-])(?:#[0-9a-f]{{6}}\b|#[0-9a-f]{{3}}\b|(?:(?:{'|'.join(_TINTS)})[ -])?(?:{'|'.join(longest_first)})(?![\w-]))"
    )


def _spread(rest: str) -> str:
    for first in _SPLITS:
        if rest.startswith(first) and len(rest) > len(first) + 1:
            return rf"{first}[ -]?{rest[len(first) :]}"
    return rest


_COLOUR = _colour_pattern()


@dataclass(slots=True)
class _Colour:
    value: str
    span: Span
    part: str | None = None
    role: Span | None = None


def read_look(reading: Reading) -> None:
    """Take colours that a role or a cue makes part of the look, then light and dark."""
    for sentence in reading.sentences:
        for clause in _clauses(reading.open, sentence):
            _read_clause(reading, clause, sentence)
    for match in _MODE.finditer(reading.open):
        mode = "auto" if match["both"] else (match["one"] or match["made"] or match["bare"] or match["lead"])
        reading.take(ThemeFact(_grown(reading.open, Span(match.start(), match.end())), "mode", mode))


def _clauses(text: str, sentence: Span) -> list[Span]:
    inner = [match.start() for match in _CLAUSE.finditer(text, sentence.start, sentence.end)]
    parts = [Span(one, two) for one, two in pairwise([sentence.start, *inner, sentence.end])]
    return _joined(text, parts)


def _joined(text: str, parts: list[Span]) -> list[Span]:
    """Join a clause that has a colour but no role to the next: "honeydew | and olive as ..."."""
    result: list[Span] = []
    for part in parts:
        if result and not _COLOUR.search(text, part.start, part.end) and _roles(text, part):
            previous = result[-1]
            if _COLOUR.search(text, previous.start, previous.end) and not _roles(text, previous):
                result[-1] = Span(previous.start, part.end)
                continue
        if result and _COLOUR.search(text, part.start, part.end):
            previous = result[-1]
            if not _COLOUR.search(text, previous.start, previous.end) and (
                re.search(_CUES, text[previous.start : previous.end]) or _roles(text, previous)
            ):
                result[-1] = Span(previous.start, part.end)
                continue
        result.append(part)
    return result


def _roles(text: str, clause: Span) -> list[tuple[str, Span]]:
    return [
        (part, Span(match.start(), match.end()))
        for part, pattern in _ROLE_PATTERNS.items()
        for match in pattern.finditer(text, clause.start, clause.end)
    ]


def _read_clause(reading: Reading, clause: Span, sentence: Span) -> None:
    text = reading.open
    colours = [
        _Colour(_value(match.group()), Span(match.start(), match.end()))
        for match in _COLOUR.finditer(text, clause.start, clause.end)
    ]
    if not colours:
        return
    _assign(colours, _roles(text, clause))
    has_cue = re.search(rf"\b(?:{_CUES})\b", text[sentence.start : sentence.end]) is not None
    taken = {fact.part for fact in reading.facts if isinstance(fact, ThemeFact)}
    for colour in colours:
        if colour.part is None and (has_cue or _is_plain(text, colour)):
            colour.part = "accent" if "accent" not in taken else None
        if colour.part is not None and colour.part not in taken:
            taken.add(colour.part)
            reading.take(ThemeFact(_grown(text, _around(colour)), colour.part, colour.value))


def _assign(colours: list[_Colour], roles: list[tuple[str, Span]]) -> None:
    """Give each colour the nearest role that no other colour has."""
    pairs = sorted(
        (max(colour.span.start - role.end, role.start - colour.span.end), index, part, role.start, role.end)
        for index, colour in enumerate(colours)
        for part, role in roles
    )
    used: set[str] = set()
    for _, index, part, start, end in pairs:
        if colours[index].part is None and part not in used:
            colours[index].part, colours[index].role = part, Span(start, end)
            used.add(part)


def _value(words: str) -> str:
    name = words.replace(" ", "").replace("-", "")
    if name in _ALIASES or name in COLOUR_NAMES or name.startswith("#"):
        return _ALIASES.get(name, name)
    tint, plain = re.split("[ -]", words, maxsplit=1)
    if f"light{plain}" in COLOUR_NAMES and _TINTS[tint][0] == "white":
        return f"light{plain}"
    other, share = _TINTS[tint]
    return mix(parse_colour(_value(plain)), parse_colour(other), share).hex


def _is_plain(text: str, colour: _Colour) -> bool:
    """Accept "a blue todo list" and "in green" without a cue, but not "tomato soup"."""
    if colour.value not in _PLAIN and not colour.value.startswith("#"):
        return False
    before = text[max(0, colour.span.start - 4) : colour.span.start]
    if re.search(
        r"\b(?:make|turn|paint|colou?r) (?:it|everything|this|the app|all)(?: all)? $",
        text[max(0, colour.span.start - 30) : colour.span.start],
    ):
        return True
    after = re.match(r"\s*(?:[,.;!?]|$)", text[colour.span.end :])
    return (before.endswith("in ") and after is not None) or _APP_AFTER.match(text, colour.span.end) is not None


def _around(colour: _Colour) -> Span:
    if colour.role is None:
        return colour.span
    return Span(min(colour.span.start, colour.role.start), max(colour.span.end, colour.role.end))


def _grown(text: str, span: Span) -> Span:
    lead = _LEAD.search(text, max(0, span.start - 60), span.start)
    start = lead.start() if lead and (lead.start() == 0 or not text[lead.start() - 1].isalnum()) else span.start
    if text[start : span.start].strip() in {"a", "an", "the"}:
        start = span.start
    tail = _TAIL.match(text, span.end)
    return Span(start, tail.end() if tail else span.end)
