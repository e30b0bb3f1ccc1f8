"""Put everyday phrasings into the words that the rules know: "keep track of my plants" is "track my plants"."""

import re

from appbuilder.planner.lexicon.phrasings import PHRASINGS
from appbuilder.planner.reading.facts import Reading

_PHRASINGS = tuple((re.compile(rf"(?<![\w-])(?:{pattern})"), plain) for pattern, plain in PHRASINGS)


def read_phrasings(reading: Reading) -> None:
    """Say in `open` the same in fewer words; every other word keeps its place."""
    for pattern, plain in _PHRASINGS:
        for match in list(pattern.finditer(reading.open)):
            words = match.expand(plain).ljust(len(match.group()))
            reading.open = reading.open[: match.start()] + words + reading.open[match.end() :]
