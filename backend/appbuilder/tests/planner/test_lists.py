"""Lists of fields are read as what they say, whatever stands beside them."""

import pytest

from appbuilder.planner import plan


@pytest.mark.parametrize(
    ("request_", "record", "told"),
    [
        (
            "House hunting: flats with address, size in square metres, balcony (yes or no), link and pros and cons.",
            "apartment",
            {"size": "decimal", "balcony": "boolean", "link": "url", "pros": "text", "cons": "text"},
        ),
        (
            "Customer feedback with a rating from 1 to 5, a comment and an optional email.",
            "feedback",
            {"rating": "rating", "comment": "long_text", "email": "email"},
        ),
        (
            "A gym: members with name and membership type (basic, premium); trainers with name and specialty.",
            "member",
            {"name": "text", "membership_type": "enum"},
        ),
        ("Students borrow laptops. We record who has which laptop.", "loan", {"who": "text", "laptop": "reference"}),
        ("A wedding guest list with meal choice and table number.", "guest", {"name": "text", "table_number": "text"}),
        (
            "Tenants report repairs with a photo; the landlord moves them from reported to in progress to done.",
            "repair",
            {"photo": "image", "status": "enum"},
        ),
        ("Bookings with date, guests and table.", "booking", {"guests": "integer", "table": "text"}),
        ("Hall events with title, start, end and contact person.", "hall_event", {"contact_person": "text"}),
        ("Recipes with a title, ingredients and steps.", "recipe", {"steps": "long_text"}),
        ("A to-do app. Tasks belong to a project and can be marked as done.", "task", {"status": "enum"}),
    ],
)
def test_fields_of_a_list_are_what_they_say(request_: str, record: str, told: dict[str, str]) -> None:
    entity = next(each for each in plan(request_).spec.entities if each.name == record)
    kinds = {field.name: field.type for field in entity.fields}
    assert told.items() <= kinds.items()


def test_bounds_and_overlaps_in_sentences_of_their_own() -> None:
    told = "For each event we note who rents the hall, from when until when and how many guests come. "
    spec = plan(told + "No more than 180 guests. Two events cannot be at the same time.").spec
    (event,) = spec.entities
    assert next(field.max for field in event.fields if field.name == "guests") == 180
    assert "no_overlap" in {rule.kind for rule in event.rules}
