"""Read what people may do with records: "add, edit and delete", "entries cannot be changed", "read-only"."""
# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re
from typing import Literal

from appbuilder.planner.reading.facts import ActFact, Reading
from appbuilder.planner.text import Span

_ACTS: dict[Literal["create", "read", "update", "delete"], str] = {
    "create": r"add(?:ed|ing)?|creat(?:e|ed|ing)|insert(?:ed)?|enter(?:ed)?",
    "update": r"edit(?:ed|ing|able)?|chang(?:e|ed|ing)|updat(?:e|ed|ing)|modif(?:y|ied|ying)",
    "delete": r"delet(?:e|ed|ing)|remov(?:e|ed|ing)|eras(?:e|ed)",
    "read": r"view(?:ed|ing)?|read|see|brows(?:e|ed|ing)|display(?:ed)?|listed",
}
_NO = re.compile(
    r"\b(?:cannot|can't|can not|may not|must not|should not|shouldn't|never|no|without|not)\s+(?:be\s+)?(?:able to\s+)?(?P<acts>[a-z]+(?:(?:,| or| and|,? nor)\s*[a-z]+){0,2})",
)


def read_denials(reading: Reading) -> None:
    """Take what is not allowed."""
    for match in list(_NO.finditer(reading.open)):
        acts = [act for act, pattern in _ACTS.items() if re.search(rf"\b(?:{pattern})\b", match["acts"])]
        for act in acts:
            if act in {"update", "delete", "create"}:
                reading.take(ActFact(Span(match.start(), match.end()), act, allowed=False))


def read_acts(reading: Reading) -> None:
    """Take what is not allowed, then note what is named among add, change, delete and see."""
    read_denials(reading)
    for act, pattern in _ACTS.items():
        for match in re.finditer(rf"\b(?:{pattern})\b", reading.open):
            reading.note(ActFact(Span(match.start(), match.end()), act, allowed=True))
    for match in list(re.finditer(r"\bcrud\b|\bread, update\b", reading.open)):
        reading.note(ActFact(Span(match.start(), match.end()), "create", allowed=True))
