"""Changes to an app that is there: ids stay, old entries stay valid, and the words say what changed."""

import pytest

from appbuilder.planner import RequestNotUnderstood, plan, plan_follow_up
from appbuilder.spec import AppSpec

GUESTBOOK = plan("A guestbook where visitors leave a name and a message, newest first, with search").spec
SHOP = plan("Customers with orders. Each order has a number, an amount and a status (open, paid).").spec


def after(spec: AppSpec, *requests: str) -> AppSpec:
    for request in requests:
        spec = plan_follow_up(spec, request).spec
    return spec


def test_add_a_rating_from_1_to_5() -> None:
    planned = plan_follow_up(GUESTBOOK, "add a rating from 1 to 5")
    rating = planned.spec.entities[0].find_field("rating")
    assert rating is not None
    assert (rating.type, rating.min, rating.max, rating.required) == ("rating", 1, 5, False)
    assert planned.changes == ("Added rating (rating, 1 to 5) to entries",)
    assert planned.not_included == ()


def test_a_rename_keeps_the_id_and_the_earlier_name() -> None:
    spec = after(GUESTBOOK, "rename message to comment", "rename entries to greetings")
    main = spec.entities[0]
    assert (main.id, main.name, main.plural, main.previous_names) == ("e_entry", "greeting", "greetings", ("entry",))
    comment = main.find_field("comment")
    assert comment is not None
    assert (comment.id, comment.previous_names) == ("f_message", ("message",))


def test_remove_and_add_again() -> None:
    spec = after(GUESTBOOK, "add a rating from 1 to 5", "remove the rating")
    assert spec.entities[0].find_field("rating") is None
    assert after(spec, "add a rating from 1 to 5").entities[0].find_field("rating") is not None


def test_a_chain_on_two_entities() -> None:
    spec = after(
        SHOP,
        "add a phone and a birthday to customers",
        "rename amount to total price",
        "sort orders by number",
        "count per status",
        "make the number unique",
        "add a list of suppliers",
        "use a dark theme with teal accents",
        "rename the app to Corner Shop",
    )
    customers, orders = spec.find_entity("customers"), spec.find_entity("orders")
    assert customers is not None
    assert orders is not None
    assert customers.find_field("birthday") is not None
    assert orders.find_field("total_price") is not None
    assert orders.default_sort.field == "f_number"
    assert [total.label for total in orders.totals] == ["Number of orders by status"]
    number = orders.find_field("number")
    assert number is not None
    assert number.unique
    assert spec.find_entity("suppliers") is not None
    assert (spec.theme.mode, spec.theme.accent, spec.app.name) == ("dark", "teal", "Corner Shop")


@pytest.mark.parametrize(
    ("request_", "change"),
    [
        ("add a due date", "Added due date (date) to entries"),
        ("please add a priority (low, high)", "Added priority (choice) to entries"),
        ("each entry should have a city", "Added city (text) to entries"),
        ("change the background to beige", "The background colour is beige now"),
        ("make it blue", "The accent colour is blue now"),
        ("dark mode", "The theme is dark now"),
        ("oldest first", "Entries are sorted by time of entry, ascending"),
        ("sort by name", "Entries are sorted by name, ascending"),
        ("remove the message", "Removed message from entries; stored values stay in the database"),
        ("remove search", "Removed the search"),
        ("entries cannot be deleted", "Entries: no delete"),
        ("make the message optional", "Changed message (long text) of entries"),
    ],
)
def test_one_change(request_: str, change: str) -> None:
    planned = plan_follow_up(GUESTBOOK, request_)
    assert change in planned.changes
    assert planned.included


def test_new_fields_never_break_old_entries() -> None:
    spec = after(GUESTBOOK, "add a required email and a status (new, answered)", "add customers with name and email")
    added = [field for field in spec.entities[0].fields if field.id not in {"f_name", "f_message"}]
    assert added
    assert not any(field.required for field in added)


@pytest.mark.parametrize(
    ("request_", "reason"),
    [
        ("hello", "names no field"),
        ("add Stripe checkout", "money is not moved"),
        ("rename the price to cost", "nothing called price"),
        ("remove the entries", "at least one kind"),
        ("newest first", "has this already"),
        ("", "empty"),
        ("Füge bitte eine Bewertung hinzu", "English only offline"),
        ("x" * 20_001, "at most 20000"),
    ],
)
def test_nothing_to_change(request_: str, reason: str) -> None:
    with pytest.raises(RequestNotUnderstood) as refused:
        plan_follow_up(GUESTBOOK, request_)
    assert reason in refused.value.reason
    for suggestion in refused.value.suggestions:
        assert plan_follow_up(GUESTBOOK, suggestion).changes


def test_part_of_a_request_is_done_and_the_rest_is_listed() -> None:
    planned = plan_follow_up(GUESTBOOK, "add a city, and send an email to everyone")
    assert planned.spec.entities[0].find_field("city") is not None
    assert any("e-mail" in line for line in planned.not_included)
