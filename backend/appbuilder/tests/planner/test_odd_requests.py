"""Requests with odd characters, odd spaces, or sent twice: the plan is a plan all the same."""

import pytest

from appbuilder.planner import plan
from appbuilder.spec import AppSpec

from .test_plan import fields


@pytest.mark.parametrize(
    "request_",
    [
        "A task app 🎉🎉 with title\x00 and notes",
        "A <b>task</b> app with <script>alert(1)</script> title and notes",
        'A task app called "../../etc/passwd" with title and notes',
        "A task app called '💥' with title",
        "An app for objects with class, id, self and created_at",
        "A “task” app – with ‘title’ … and notes",  # noqa: RUF001 - what a word processor makes of quotes and dashes
        "A task app with title {unique} `x` $HOME \\n",
    ],
)
def test_odd_characters_are_harmless(request_: str) -> None:
    planned = plan(request_)
    assert AppSpec.model_validate_json(planned.spec.model_dump_json()) == planned.spec
    assert all(line.phrase.isprintable() for line in planned.included)


def test_the_same_request_gives_the_same_plan() -> None:
    request = "A guestbook where visitors leave a name and a message, newest first, with search"
    assert plan(request) == plan(request)


def test_white_space_and_emoji_between_words_change_nothing() -> None:
    planned = plan('A   task  app 🎉 called  "Zoo   Plan"   with   title   and  notes')
    assert planned.spec.app.name == "Zoo Plan"
    assert fields(planned.spec.entities[0]) == {"title": "text", "notes": "long_text"}
    assert not planned.not_included
