"""Skip small talk: who writes, how it was done until now, greetings; it is no wish and names no records."""
# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re

from appbuilder.planner.lexicon.telling import GREETINGS, SCENES
from appbuilder.planner.reading.facts import FieldsFact, Reading
from appbuilder.planner.text import Span, mask

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
    for sentence in reading.sentences:
        words = reading.open[sentence.start : sentence.end]
        if _SCENE.match(words) and not _WISH.search(words):
            _skip(reading, sentence, is_masked=is_described)


def _skip(reading: Reading, span: Span, *, is_masked: bool) -> None:
    reading.quiet.append(span)
    if is_masked:
        reading.open = mask(reading.open, span)
