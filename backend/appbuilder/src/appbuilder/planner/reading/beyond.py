"""Read what cannot be built, before records and fields, so that "pay with a card" never becomes a field."""
# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re

from appbuilder.planner.lexicon.beyond import BEYOND
from appbuilder.planner.lexicon.speech import STOPS
from appbuilder.planner.reading.facts import BeyondFact, Reading, ThingFact
from appbuilder.planner.text import Span

_PATTERNS = {group: re.compile(rf"(?<![\w-])(?:{pattern})(?![\w-])") for group, (pattern, _) in BEYOND.items()}
_RECORDED = re.compile(
    r"\bpayments? (?:processing|management|functions?|functionality|systems?)\b|\b(?:process|collect|handle|accept)(?:ing)? payments?\b"
)
_LEAD = re.compile(
    r"(?:(?:and|,|with|using|allowing|via|by|as well as)\s+)?(?:(?:people|users|visitors|customers|clients|members|students|everyone|they|i|we)\s+)?"
    r"(?:(?:can|could|should|must|may|will|to|be able to|also)\s+)*(?:(?:have|has|need|needs|support|supports|include|add|"
    r"get|show|use|create|manage|view|see|generate|display|access|a|an|the|some|my|their|our|own)\s+)*$",
)


def read_beyond(reading: Reading) -> None:
    """Take every phrase that names something beyond this planner."""
    for group, pattern in _PATTERNS.items():
        reason = BEYOND[group][1]
        for match in pattern.finditer(reading.open):
            if match.group().strip():
                start = _grow(reading.open, match.start())
                reading.take(BeyondFact(Span(start, match.end()), group, reason))
                if group == "payments" and _RECORDED.search(match.group()):
                    reading.note(ThingFact(Span(match.start(), match.end()), "payment"))


def _grow(text: str, start: int) -> int:
    """Move the start back over words that only lead to the phrase: "users can" in "users can log in"."""
    window = max(0, start - 60)
    boundary = max(text.rfind(sign, window, start) for sign in ".!?;\n")
    lead = _LEAD.search(text, boundary + 1 if boundary >= 0 else window, start)
    if lead is None or not lead.group().strip():
        return start
    first = lead.group().split()[0]
    skipped = len(first) + 1 if first in STOPS | {"and", ","} and first not in {"they", "i", "we"} else 0
    return min(start, lead.start() + skipped)
