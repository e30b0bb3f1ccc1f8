"""Read what the app shall not have: "no payments", "without comments", "remove the board"."""
# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re

from appbuilder.planner.lexicon.absent import ABSENT
from appbuilder.planner.reading.behaviours import OBJECT_END
from appbuilder.planner.reading.facts import Reading
from appbuilder.planner.reading.wishes import AbsentFact
from appbuilder.planner.reading.words import PHRASE
from appbuilder.planner.text import Span, mask

_ANY = "|".join(f"(?:{pattern})" for pattern in ABSENT.values())
_NAMES = rf"(?P<list>(?:the |an? |any |all )?(?:{_ANY})(?:(?:, (?:and |or |no )?| and (?:no |the )?| or |,? nor )(?:the |an? |any )?(?:{_ANY}))*)"
_NO = r"(?:no|without(?: any)?|(?:i|we|you|it|there|users|people) (?:do(?:es)? ?n[o']t|don't|doesn't|do not|does not) (?:need|want|have|require)(?: any| an?)?|not? need for(?: any)?|exclud(?:e|ing)|leave out|skip|not include(?: any)?)"
_ABSENT = re.compile(
    rf"(?<![\w-]){_NO} {_NAMES}(?: (?:at all|needed|required|necessary|are needed|is needed))?(?![\w-])"
)
_REMOVED = re.compile(
    rf"(?<![\w-])(?:please )?(?:remove|delete|drop|disable|turn off|switch off|undo|get rid of|take out|take away|hide|no more|no longer need|stop using) {_NAMES}(?: (?:feature|function|view|page|again))?(?![\w-])(?: (?:from|of|on|for) (?:the |all )?(?P<owner>{PHRASE}?){OBJECT_END})?(?! from)"
)


def read_negations(reading: Reading) -> None:
    """Take what is not wanted, so that no later rule wants it."""
    _take_all(reading, _ABSENT)


def read_removed_features(reading: Reading) -> None:
    """Take what a follow-up takes away, unless a record or field is called so."""
    _take_all(reading, _REMOVED)


def _take_all(reading: Reading, pattern: re.Pattern[str]) -> None:
    for match in list(pattern.finditer(reading.open)):
        span = Span(match.start(), match.end())
        named = [name for name, words in ABSENT.items() if re.search(rf"(?<![\w-])(?:{words})(?![\w-])", match["list"])]
        if any(word in reading.app_nouns for word in re.split(r"\W+", match["list"])):
            continue
        for name in named:
            reading.note(AbsentFact(span, name, match.groupdict().get("owner")))
        reading.open = mask(reading.open, span)
