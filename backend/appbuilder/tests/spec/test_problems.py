"""What is wrong with a spec is told where it is, in words for people, and never in pydantic's."""

import random
import re
from typing import Any

import pytest
from pydantic import ValidationError

from appbuilder.spec import AppSpec, SpecProblem, explain
from appbuilder.spec.places import value_at

from ..whole import repair_shop

MISSING = object()
JARGON = re.compile(r"[Ii]nput|[Tt]uple|dict|valid (?:string|integer|boolean)|Extra|pydantic|Value error|pattern|'\w+'")


def broken(path: str, value: object) -> dict[str, Any]:
    """The repair shop with one value replaced, or without it."""
    document: dict[str, Any] = repair_shop().model_dump(mode="json")
    *parts, last = (int(part) if part.isdigit() else part for part in path.split("/"))
    place: Any = value_at(document, tuple(parts))
    if value is MISSING:
        del place[last]
    else:
        place[last] = value
    return document


def problems(document: object) -> tuple[SpecProblem, ...]:
    with pytest.raises(ValidationError) as caught:
        AppSpec.model_validate(document)
    return explain(caught.value, document)


@pytest.mark.parametrize(
    ("path", "value", "code", "message"),
    [
        ("app", MISSING, "required", "App is missing; add it."),
        ("entities/0/name", MISSING, "required", "Name of Machine is missing; add it."),
        ("entities", 5, "wrong_type", "Entities must be a list [ ], not 5."),
        ("entities", [], "too_short", "App has too few entities; it needs at least 1."),
        ("entities/0/fields", [], "too_short", "Entity Machine has too few fields; it needs at least 1."),
        ("entities/0/samples/0", 5, "wrong_type", "Sample 1 of Machine must be an object { }, not 5."),
        (
            "entities/0/fields/0/label",
            "",
            "too_short",
            "Label of field Serial number of Machine is empty; write something.",
        ),
        (
            "entities/0/fields/0/label",
            "a<b>",
            "bad_format",
            "Label of field a<b> of Machine holds what is not allowed here: < >. Leave it out.",
        ),
        (
            "entities/0/fields/0/max_length",
            "long",
            "wrong_type",
            "Max length of field Serial number of Machine must be a whole number, not “long”.",
        ),
        (
            "entities/0/fields/0/default",
            ["x"],
            "wrong_type",
            "Default of field Serial number of Machine must be yes or no (true or false), a number or text, not a",
        ),
        (
            "entities/0/fields/2/min",
            1e30,
            "too_large",
            "Min of field Stock of Machine is 1e+30; the most is 9007199254740991.",
        ),
        (
            "entities/0/behaviours/votes",
            "down",
            "not_allowed",
            "Votes in behaviours of Machine cannot be “down”; choose off, up, up_down or one.",
        ),
        (
            "entities/0/behaviours/comments",
            "maybe",
            "wrong_type",
            "Comments in behaviours of Machine must be yes or no (true or false), not “maybe”.",
        ),
        (
            "entities/0/behaviours/coments",
            True,
            "unknown_field",
            "Coments in behaviours of Machine does not exist in the spec; remove it (there is “comments” already).",
        ),
        ("app/slug", "No Way", "bad_format", "Slug in app cannot be “No Way”; use lower-case letters and digits,"),
        ("entities/0/id", "machine", "bad_format", "Id of Machine must be an id: a letter, an underscore"),
        (
            "theme/accent",
            "blurple",
            "bad_format",
            "Accent in theme: “blurple” is not a colour. Write a CSS colour name such as “navy” or “beige”",
        ),
        (
            "entities/1/rules/0",
            {"id": "u_new", "kind": "nope"},
            "not_allowed",
            "Rule New of Repair is of the kind “nope”, which does not exist; choose one of sequence, no_overlap,",
        ),
        ("entities/1/rules/0", {"id": "u_new"}, "required", "Rule New of Repair does not say what it is; add its kind"),
        ("pages/0/blocks/0", {"kind": "text"}, "required", "Text of block 1 of page Home is missing; add it."),
        (
            "entities/0/fields/0/name",
            "class",
            "bad_format",
            "Field Serial number of Machine: the field name “class” cannot be used: names are lower-case words",
        ),
        (
            "entities/0/permissions/create/0",
            "boss",
            "bad_format",
            "Create 1 in permissions of Machine cannot be “boss”; choose anyone, signed_in, owner or the id of a role",
        ),
    ],
)
def test_a_wrong_value_is_told_at_its_place(path: str, value: object, code: str, message: str) -> None:
    first = problems(broken(path, value))[0]
    place = "/text" if path == "pages/0/blocks/0" else ""
    assert (first.pointer, first.code) == (f"/{path}{place}", code)
    assert first.message.startswith(message)
    assert not JARGON.search(first.message)


@pytest.mark.parametrize(
    ("path", "value", "pointer", "message"),
    [
        ("entities/0/fields/2/max_length", 5, "/entities/0/fields/2", "Field Stock of Machine: only text has"),
        ("entities/0/fields/1/options", [], "/entities/0/fields/1", "Field Kind of Machine: a choice needs options"),
        (
            "entities/1/fields/3/default",
            "lost",
            "/entities/1/fields/3/default",
            "Field Began of Repair: the default “lost” does not fit",
        ),
        (
            "entities/0/title_field",
            "f_no",
            "/entities/0/title_field",
            "Entity Machine: its title field “f_no” is none of its fields.",
        ),
        (
            "entities/1/workflow/0/target",
            "lost",
            "/entities/1/workflow/0/target",
            "Entity Repair: the workflow names the status “lost”, which is none of its options.",
        ),
        (
            "entities/1/rules/0/later",
            "f_nothing",
            "/entities/1/rules/0/later",
            "Entity Repair: the rule “Ends” names “f_nothing”, which is none of its fields.",
        ),
        (
            "entities/1/rules/0/later",
            "f_problem",
            "/entities/1/rules/0",
            "The rule “Ends” of “Repair”: “Began” and “Problem” cannot be compared",
        ),
        ("entities/1/name", "machine", "/entities/1", "Two entities are called “Machine”; give one of them another"),
        (
            "entities/2/fields/4/expression",
            "quantity +",
            "/entities/2/fields/4/expression",
            "Field Amount of Line: its expression “quantity +” cannot be read",
        ),
        (
            "entities/0/samples/0/stock",
            -1,
            "/entities/0/samples/0/stock",
            "Sample 1 of “Machines”: “Stock”: it lies outside the lowest and highest value.",
        ),
        (
            "entities/0/permissions/read/0",
            "r_boss",
            "/entities/0/permissions/read/0",
            "“Machines”: there is no role “r_boss”.",
        ),
        (
            "reports/0/by",
            "f_problem",
            "/reports/0/by",
            "The report “Repairs by state”: it can be split by a choice, a link,",
        ),
        (
            "jobs/0/field",
            "f_problem",
            "/jobs/0/field",
            "The job “Remind”: it waits for a date, and “Problem” is no date field of “Repair”.",
        ),
        (
            "webhooks/0/entity",
            "e_ghost",
            "/webhooks/0/entity",
            "A webhook is about “e_ghost”, which the app does not have.",
        ),
        ("access/mode", "open", "/access", "Access: roles need accounts; set the mode to accounts."),
    ],
)
def test_a_broken_rule_is_told_at_the_thing_it_is_about(path: str, value: object, pointer: str, message: str) -> None:
    found = problems(broken(path, value))
    assert [problem.pointer for problem in found] == [pointer]
    assert found[0].message.startswith(message)
    assert not JARGON.search(found[0].message)


def test_every_wrong_place_is_told_once() -> None:
    document = broken("app/slug", "No Way")
    document["theme"] |= {"mode": "blue", "accent": 5}
    document["reports"] = []
    for entity in document["entities"]:
        entity["fields"][0]["label"] = ""
    assert [problem.pointer for problem in problems(document)] == [
        "/app/slug",
        "/theme/mode",
        "/theme/accent",
        *(f"/entities/{number}/fields/0/label" for number in range(3)),
    ]


@pytest.mark.parametrize("document", [None, 5, [], "app", {}, {"entities": [None]}, {"a/b~c": 1}])
def test_what_is_no_spec_at_all_is_explained_too(document: object) -> None:
    assert all(problem.message for problem in problems(document))


JUNK: list[object] = [None, True, -1, 2.5, "", "x<y>", "e_ghost", "Two Words", [], [[1]], {}, {"kind": "x"}, MISSING]


def test_whatever_is_broken_is_explained_without_words_of_code() -> None:
    chance = random.Random(7)  # noqa: S311 - the same breaks each time
    found = 0
    for _ in range(600):
        document = repair_shop().model_dump(mode="json")
        place: Any = document
        while True:
            keys = list(place) if isinstance(place, dict) else list(range(len(place)))
            key = chance.choice(keys)
            if not isinstance(place[key], dict | list) or not place[key] or chance.random() < 0.15:
                break
            place = place[key]
        value = chance.choice(JUNK)
        if value is MISSING:
            del place[key]
        else:
            place[key] = value
        try:
            AppSpec.model_validate(document)
        except ValidationError as error:
            for problem in explain(error, document):
                found += 1
                assert problem.message.endswith("."), problem
                assert not JARGON.search(problem.message), problem
                holder = problem.pointer.rpartition("/")[0]
                parts = tuple(int(part) if part.isdigit() else part for part in holder.split("/")[1:])
                assert isinstance(value_at(document, parts), dict | list), problem
    assert found > 300
