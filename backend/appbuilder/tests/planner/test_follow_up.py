"""Changes to an app that is there: ids stay, old entries stay valid, and the words say what changed."""

import pytest

from appbuilder.planner import RequestNotUnderstood, plan, plan_follow_up
from appbuilder.spec import AppSpec

from .telling import told

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


@pytest.mark.parametrize(
    ("request_", "expected"),
    [
        ("add comments to orders", {"order comments"}),
        ("let people export orders to CSV", {"order export_csv"}),
        ("orders can be tagged and archived", {"order tags", "order archive"}),
        ("add likes to orders", {"order votes up"}),
        ("only admins may delete orders", {"access accounts", "order delete by admins"}),
        ("add login", {"access accounts", "role member"}),
        ("add an editor role", {"role editor"}),
        ("users only see their own orders", {"order read by owner"}),
        ("make it dark", {"mode dark"}),
        ("add a board", {"order as board"}),
        ("show a chart of orders by status", {"report count order by status bar", "page /dashboard report"}),
        ("add a report of total amount per month", {"report sum order amount by created_at per month line"}),
        ("add an about page", {"page /about"}),
        ("add a home page", {"page /"}),
        ("add a FAQ", {"page /faq text items"}),
        ("add a contact form", {"inquiry", "page /contact text form"}),
        ("make the form of orders step by step", {"order in steps"}),
        ("orders move from open to paid", {"order open > paid"}),
        ("managers approve or reject orders", {"order open > approved by r_manager"}),
        ("each customer may have at most 3 orders", {"order at most 3 for customer"}),
        ("add a photo to customers", {"customer.photo image"}),
        ("add a field for the birthday to customers", {"customer.birthday date"}),
        ("let users follow orders", {"access accounts", "order follow"}),
        ("total = quantity * amount", {"order.total = quantity * amount"}),
        ("add suppliers", {"supplier"}),
        ("use navy for buttons and ivory as background", {"accent navy", "background ivory"}),
    ],
)
def test_every_kind_of_wish_can_be_added(request_: str, expected: set[str]) -> None:
    start = plan("Customers with orders. Each order has a title, a quantity, an amount and a status (open, paid).").spec
    planned = told(plan_follow_up(start, request_).spec)
    assert expected <= planned, sorted(expected - planned)


@pytest.mark.parametrize(
    ("given", "request_", "gone"),
    [
        ("add comments to orders", "remove comments", "order comments"),
        ("add tags to orders", "undo the tags", "order tags"),
        ("add likes to orders", "without likes", "order votes up"),
        ("add login", "remove login", "access accounts"),
        ("only admins may delete orders", "no login needed", "order delete by admins"),
        ("add a board", "remove the board", "order as board"),
        ("add an about page", "remove the about page", "page /about"),
        ("show a chart of orders by status", "remove the charts", "report count order by status bar"),
        ("orders move from open to paid", "remove the workflow", "order open > paid"),
        ("let people export orders to CSV", "without export", "order export_csv"),
    ],
)
def test_every_kind_of_wish_can_be_taken_back(given: str, request_: str, gone: str) -> None:
    spec = after(SHOP, given)
    assert gone in told(spec)
    assert gone not in told(after(spec, request_))


def test_a_long_chain_keeps_ids() -> None:
    spec = after(
        SHOP,
        "add login",
        "add comments to orders",
        "rename orders to purchases",
        "purchases move from open to paid to sent",
        "add a board",
        "show a chart of purchases by status",
        "rename status to state",
        "remove login",
    )
    assert [entity.id for entity in spec.entities] == [entity.id for entity in SHOP.entities]
    assert {"purchase comments", "purchase open > paid", "purchase as board", "access open"} <= told(spec)
    assert "report count purchase by state bar" in told(spec)
