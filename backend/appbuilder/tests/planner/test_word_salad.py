"""Whatever somebody writes ends in a plan or in an honest refusal, never in an error."""

import random
from contextlib import suppress

import pytest

from appbuilder.planner import RequestNotUnderstood, plan
from appbuilder.planner.lexicon.apps import APPS
from appbuilder.planner.lexicon.behaviours import SAYING
from appbuilder.planner.lexicon.fields import FIELD_NAMES
from appbuilder.planner.lexicon.nouns import NOUNS
from appbuilder.planner.lexicon.speech import ADJECTIVES, DEEDS, PEOPLE, STOPS, VERBS

SHAPES = (
    "{app} with {noun}s, {field} and {field}.",
    "{people} {deed} {noun}s and {verb} {noun} {stop} {noun}s with {field}, {field} or {field}.",
    "{people} can {deed}, {verb} and {deed}. Each {noun} has {field}, {field} ({adjective}, {noun}) and {noun}s.",
    "Only {people} {verb} {noun}s {stop} {field}; nobody may {verb} {noun}s. {saying}. Show {noun}s by {field}.",
    "{noun}: {noun}s, {field}, {people} {stop} {field} {verb} {noun} from {field} to {field}.",
    "When a {noun} {stop} {adjective}, {people} {verb} the {noun}; at most 3 {noun}s, {field} after {field}.",
    "{people} {deed} {people}. {saying} {stop} {verb} {stop} {noun}s. A chart of {noun}s by {noun} per month.",
)
WORDS = {
    "app": sorted(APPS),
    "noun": sorted(NOUNS),
    "field": sorted(FIELD_NAMES),
    "people": sorted(PEOPLE),
    "verb": sorted(VERBS),
    "deed": sorted(DEEDS),
    "stop": sorted(STOPS),
    "adjective": sorted(ADJECTIVES),
    "saying": sorted(SAYING.values()),
}


class Drawn(dict[str, str]):
    """Gives another word each time it is asked."""

    def __init__(self, dice: random.Random) -> None:
        super().__init__()
        self._dice = dice

    def __missing__(self, kind: str) -> str:
        return self._dice.choice(WORDS[kind])


@pytest.mark.parametrize("seed", range(40))
def test_any_words_end_in_a_plan_or_a_refusal(seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311 - a test that can be repeated
    request = " ".join(shape.format_map(Drawn(dice)) for shape in dice.sample(SHAPES, 3))
    with suppress(RequestNotUnderstood):
        assert plan(request).spec.entities
