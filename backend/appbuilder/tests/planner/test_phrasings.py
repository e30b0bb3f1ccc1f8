"""Everyday phrasings: what people write who never wrote a specification."""

import pytest

from appbuilder.planner import plan
from appbuilder.planner.reading import Reading
from appbuilder.planner.reading.phrasings import read_phrasings

EVERYDAY = {
    "Keep track of repairs with a customer and a status.": {"repair": {"customer", "status"}},
    "A CRM with clients with a company and phone": {"client": {"name", "company", "phone"}},
    "I want to keep track of my houseplants: name, species.": {"houseplant": {"name", "species"}},
    "We need a booking system for our three meeting rooms.": {"booking": {"meeting_room"}, "meeting_room": {"name"}},
    "A wine cellar app: wines with vintage, region, grape, rating from 1 to 10 and number of bottles.": {
        "wine": {"name", "vintage", "region", "grape", "rating", "number_of_bottles"}
    },
    "My band needs a setlist manager. Songs have a title, key, tempo and length. A setlist has many songs in order.": {
        "song": {"title", "key", "tempo", "length", "setlist"},
        "setlist": {"name"},
    },
    "Log of bird sightings with species, place, date, count and a photo.": {
        "bird_sighting": {"species", "place", "date", "count", "photo"}
    },
    "Library: books, members and loans. A loan belongs to a book and a member and has a due date.": {
        "book": {"title"},
        "member": {"name"},
        "loan": {"book", "member", "due_date"},
    },
    "I run a small bike rental. I need bikes, customers and rentals with start and end, and no bike can be rented "
    "twice at the same time.": {
        "bike": {"brand"},
        "customer": {"name"},
        "rental": {"start", "end", "bike", "customer"},
    },
}


@pytest.mark.parametrize(("request_", "expected"), EVERYDAY.items())
def test_what_everyday_phrasings_keep(request_: str, expected: dict[str, set[str]]) -> None:
    spec = plan(request_).spec
    assert {entity.name for entity in spec.entities} == set(expected)
    for entity in spec.entities:
        assert expected[entity.name] <= {field.name for field in entity.fields}


@pytest.mark.parametrize(
    ("request_", "entity", "exactly"),
    [
        ("Log of bird sightings with species, place, date and count.", "bird_sighting", 4),
        ("My band needs a setlist manager. Songs have a title, key, tempo and length.", "song", 4),
        ("A list of machines with serial number and location", "machine", 2),
    ],
)
def test_nothing_is_made_up_beside_a_list(request_: str, entity: str, exactly: int) -> None:
    fields = {each.name: each.fields for each in plan(request_).spec.entities}[entity]
    assert len([each for each in fields if each.type != "reference"]) == exactly


def test_two_words_for_one_thing_are_one_record() -> None:
    spec = plan("A suggestion box for our office where everybody can vote on ideas.").spec
    assert [entity.name for entity in spec.entities] == ["idea"]


@pytest.mark.parametrize("request_", EVERYDAY)
def test_every_word_keeps_its_place(request_: str) -> None:
    reading = Reading.of(request_)
    read_phrasings(reading)
    assert len(reading.open) == len(reading.text)


def test_comments_are_on_what_the_app_is_about() -> None:
    spec = plan("Blog with categories and comments").spec
    assert [entity.name for entity in spec.entities if entity.behaviours.comments] == ["post"]


@pytest.mark.parametrize(
    ("request_", "entity"),
    [
        ("Track expenses with amount, category and date.", "expense"),
        ("Keep track of repairs with a customer and a status.", "repair"),
    ],
)
def test_records_of_a_moment_get_no_name(request_: str, entity: str) -> None:
    planned = next(each for each in plan(request_).spec.entities if each.name == entity)
    assert not {"name", "title"} & {field.name for field in planned.fields}


@pytest.mark.parametrize(
    ("request_", "kept"),
    [
        ("Keep faults with room and urgency. Solved faults can be reopened. Show open faults.", {"fault"}),
        ("We meet every month and need something where people can suggest a place and vote for it.", {"place"}),
        ("Our film club: members suggest films and everybody votes. The film with most votes comes first.", {"film"}),
    ],
)
def test_states_and_suggestions_make_no_records_of_their_own(request_: str, kept: set[str]) -> None:
    assert {entity.name for entity in plan(request_).spec.entities} == kept
