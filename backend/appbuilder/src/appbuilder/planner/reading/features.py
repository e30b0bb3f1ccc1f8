"""Read "the website should have functionalities for ...": what follows are records and deeds, not fields."""
# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re

from appbuilder.planner.inflect import is_plural, singular
from appbuilder.planner.lexicon.apps import WRAPPERS
from appbuilder.planner.reading.facts import Reading, ThingFact
from appbuilder.planner.reading.words import known_noun, read_items
from appbuilder.planner.text import Span, mask

_INTRO = re.compile(
    r"\b(?:(?:should|must|will|shall)\s+)?(?:also\s+)?(?:have|has|include|includes|provide|provides|offer|offers|with|support|supports)\s+"
    r"(?:the\s+)?(?:following\s+)?(?:main\s+|core\s+)?(?:features?|functionalit(?:y|ies)|functions?|capabilit(?:y|ies))\b(?:\s+(?:such as|like|including|for|to|of))?:?",
)


def read_features(reading: Reading) -> None:
    """Blank the introduction and take the nouns behind it: "property listings, volunteer management"."""
    for match in list(_INTRO.finditer(reading.open)):
        sentence = next(each for each in reading.sentences if each.start <= match.start() < max(each.end, match.end()))
        reading.open = mask(reading.open, Span(match.start(), match.end()))
        for item in read_items(reading.open, match.end(), sentence.end):
            words = item.words.split()
            bare = [word for word in words if word not in WRAPPERS]
            phrase = " ".join(bare)
            noun = known_noun(phrase) if phrase else None
            if noun is not None and (is_plural(phrase) or len(bare) < len(words)):
                reading.take(ThingFact(item.span, noun))
            elif len(bare) < len(words) and phrase and is_plural(phrase):
                reading.take(ThingFact(item.span, singular(phrase)))
