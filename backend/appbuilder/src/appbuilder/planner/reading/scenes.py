"""Skip small talk: who writes, how it was done until now, greetings; it is no wish and names no records."""
# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re

from appbuilder.planner.lexicon.speech import STOPS
from appbuilder.planner.lexicon.telling import GREETINGS, SCENES
from appbuilder.planner.reading.facts import FieldsFact, Reading
from appbuilder.planner.reading.words import is_verb
from appbuilder.planner.text import MASK, Span, mask

_GREETING = re.compile(
    rf"(?:^|(?<=[.!?,;\n]))\s*{GREETINGS}(?: (?:all|there|everyone|everybody|team|folks|you))?(?=\s*(?:[.!?,;\n]|$))"
)
_SCENE = re.compile(rf"\s*(?:and |but |so )?(?:{'|'.join(SCENES)})")
_WISH = re.compile(
    r"\b(?:app|application|website|site|page|tool|system|program|list of|keep track|would like|we'd like|i'd like|want|wants|need|needs|should|must|can|could|may|please|where|in which|build|create|"
    r"add|show|plan|log|manage|organi[sz]e)\b"
)


def read_scenes(reading: Reading) -> None:
    """Take greetings, and sentences that only set the scene; their words name records only if nothing else does."""
    is_described = any(isinstance(fact, FieldsFact) for fact in reading.facts)
    for match in list(_GREETING.finditer(reading.open)):
        _skip(reading, Span(match.start(), match.end()), is_masked=True)
    _skip_title(reading)
    for sentence in reading.sentences:
        words = reading.open[sentence.start : sentence.end]
        if _SCENE.match(words) and not _WISH.search(words):
            _skip(reading, sentence, is_masked=is_described)


def _skip_title(reading: Reading) -> None:
    """A first sentence without a verb says what it is about: "Chess tournament.", "Our football team."."""
    first = reading.sentences[0] if len(reading.sentences) > 1 else None
    words = first.of(reading.open).split() if first else []
    if first is None or not 0 < len(words) <= _TITLE_WORDS or MASK in first.of(reading.open):
        return
    if not any(is_verb(word) or word in STOPS - {"of", "for", "in", "on"} for word in words):
        reading.quiet.append(first)


_TITLE_WORDS = 5


def _skip(reading: Reading, span: Span, *, is_masked: bool) -> None:
    reading.quiet.append(span)
    if is_masked:
        reading.open = mask(reading.open, span)
