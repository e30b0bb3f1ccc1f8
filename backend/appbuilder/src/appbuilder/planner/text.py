"""Prepare a request for reading: one-to-one cleaning, sentences and chunks with their places in the request."""

import re
from dataclasses import dataclass

MAX_REQUEST_CHARACTERS = 20_000
MASK = "\x1f"
"""Stands in for what has been understood already; no request keeps this character."""

_LOOKALIKES = str.maketrans("\u2018\u2019\u201c\u201d\u2013\u2014\u2026\u2022\u00b7\u2192", "''\"\"-;.;;>")
_TAG = re.compile(r"<[^<>]{0,200}>")
_GAP = re.compile(r"\s+|\S+")
_TIMES = re.compile(r"(?<=\w )[*\u00d7](?= \w)")
_SENTENCE_END = re.compile(r"[.!?]+(?=\s|$|[\"')])|[\r\n]+|;")
_CHUNK_END = re.compile(r",|:|\s&\s|\s\+\s|\band\b|\bas well as\b|\bplus\b|[()\[\]]")


def clean(request: str) -> tuple[str, list[int]]:
    """Return the request as plain text in lower case, and for each of its characters the place in the request.

    HTML tags, control characters, symbols and emoji become spaces, and white space is never longer than one sign;
    typographic quotes and dashes become plain ones.
    """
    text = request.translate(_LOOKALIKES)
    text = _TIMES.sub("x", text)
    text = _TAG.sub(lambda match: " " * len(match.group()), text)
    plain = "".join(_plain(character) for character in text)
    kept: list[str] = []
    places: list[int] = []
    for match in _GAP.finditer(plain):
        word = match.group()
        kept.append(("\n" if "\n" in word else " ") if word.isspace() else word)
        places += [match.start()] if word.isspace() else range(match.start(), match.end())
    return "".join(kept), places


def _plain(character: str) -> str:
    if character in "\n\r":
        return "\n"
    if character.isalnum():
        lowered = character.lower()
        return lowered if len(lowered) == 1 else character
    if " " <= character <= "~" and character not in '<`*\\^~{}|"':
        return character
    return " "


@dataclass(frozen=True, slots=True)
class Span:
    """A part of the request: from `start` (included) to `end` (excluded), in characters."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return what stands there, without white space around it."""
        return text[self.start : self.end].strip(" \t\r\n,;:.!?-")


def sentences(text: str) -> list[Span]:
    """Split cleaned text at full stops, question marks, semicolons and line ends."""
    return _split(Span(0, len(text)), text, _SENTENCE_END)


def chunks(text: str, sentence: Span) -> list[Span]:
    """Split one sentence at commas, colons, brackets and "and"."""
    return _split(sentence, text, _CHUNK_END)


def _split(whole: Span, text: str, separator: re.Pattern[str]) -> list[Span]:
    parts = []
    start = whole.start
    for match in separator.finditer(text, whole.start, whole.end):
        parts.append(Span(start, match.start()))
        start = match.end()
    parts.append(Span(start, whole.end))
    return [part for part in parts if any(character.isalnum() for character in text[part.start : part.end])]


def mask(text: str, span: Span) -> str:
    """Blank out what has been understood, so that no later rule reads it again."""
    return text[: span.start] + MASK * (span.end - span.start) + text[span.end :]
