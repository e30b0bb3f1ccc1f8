"""What people do with entries beyond filling them in, and the rules that hold between entries."""
# ruff: noqa: E501 - a request reads best on one line

import pytest

from appbuilder.planner import plan

from .telling import lacking, told

RECIPES = "A recipe app with title and text. "


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("People comment on recipes.", {"recipe comments"}),
        ("With comments.", {"recipe comments"}),
        ("Visitors can leave comments and share their thoughts.", {"recipe comments"}),
        ("Readers discuss recipes.", {"recipe comments"}),
        ("Recipes can be commented and rated.", {"recipe comments", "recipe ratings"}),
        ("Users can like recipes.", {"recipe votes up"}),
        ("People upvote and downvote recipes.", {"recipe votes up_down"}),
        ("With likes.", {"recipe votes up"}),
        ("Visitors rate recipes from 1 to 5 stars.", {"recipe ratings"}),
        ("Users save recipes as favourites.", {"recipe favourites"}),
        ("Add recipes to a wish list.", {"recipe favourites"}),
        ("Bookmark recipes.", {"recipe favourites"}),
        ("With tags.", {"recipe tags"}),
        ("Recipes have a title, a text and tags.", {"recipe tags"}),
        ("Old recipes can be archived.", {"recipe archive"}),
        ("Export recipes as CSV.", {"recipe export_csv"}),
        ("Import recipes from a spreadsheet.", {"recipe import_csv"}),
        ("Attach files to recipes.", {"recipe attachments"}),
        ("Users upload photos of recipes.", {"recipe.photo image"}),
        ("Share recipes with friends via a link.", {"recipe share"}),
        ("Recipes can be reordered by drag and drop.", {"recipe ordering"}),
        ("Users follow recipes. With login.", {"recipe follow"}),
        ("Get notified when a recipe changes.", {"recipe follow", "access accounts"}),
        ("Users leave reviews.", {"review.rating rating", "review.recipe reference recipe"}),
    ],
)
def test_behaviours(words: str, expected: set[str]) -> None:
    planned = told(plan(RECIPES + words).spec)
    assert expected <= planned, sorted(expected - planned)


@pytest.mark.parametrize(
    ("words", "unwanted"),
    [
        ("Without comments.", "recipe comments"),
        ("No likes, no ratings.", "recipe votes up"),
        ("We don't need tags.", "recipe tags"),
        ("No reports needed.", "page /dashboard"),
    ],
)
def test_what_is_not_wanted_is_left_out(words: str, unwanted: str) -> None:
    planned = plan(RECIPES + words)
    assert unwanted not in told(planned.spec)
    assert any(line.element == "left out, as asked" for line in planned.included)
    assert planned.not_included == ()


def test_a_poll_has_options_to_vote_for() -> None:
    planned = told(plan("Make a poll app where people vote, at most one vote per person.").spec)
    assert {"poll.question text!", "poll_option.poll reference! poll", "poll_option votes one"} <= planned


@pytest.mark.parametrize(
    ("request_", "expected"),
    [
        ("Trips with a title, a start date and an end date.", {"trip start_date before end_date"}),
        ("A project app", {"project start_date before end_date"}),
        (
            "A clinic app to manage doctors and appointments. Patients book appointments with doctors.",
            {"appointment no overlap for doctor"},
        ),
        (
            "Rooms with a name. Bookings with a room, a start and an end. Bookings must not overlap.",
            {"booking no overlap for room", "booking start before end"},
        ),
        (
            "A car rental: customers book a car from a start date to an end date, no double bookings.",
            {"booking no overlap for car", "booking start_date before end_date"},
        ),
        (
            "Events have a title, a date and a capacity. People register for events. Each person can only register once per event.",
            {"registration at most places for event", "registration once for email, event"},
        ),
        ("Manage books, members and loans. A member may borrow at most 3 books.", {"loan at most 3 for member"}),
        (
            "Gym classes. Members can book classes, at most 20 places per class.",
            {"booking at most 20 for fitness_class"},
        ),
        (
            "Products with name, price and stock. Sales with product, quantity and date.",
            {"sale subtract quantity at product", "sale.product reference! product"},
        ),
        (
            "Orders with product, quantity and unit price, total = quantity * unit price",
            {"order.total = quantity * unit_price"},
        ),
        (
            "Tickets move from open to in progress to closed.",
            {"ticket open > in_progress", "ticket in_progress > closed"},
        ),
        (
            "Invoices with number and amount. Status: draft -> sent -> paid.",
            {"invoice draft > sent", "invoice sent > paid"},
        ),
        (
            "A tool where managers approve or reject purchase requests.",
            {"purchase_request pending > approved by r_manager"},
        ),
    ],
)
def test_rules_and_flows(request_: str, expected: set[str]) -> None:
    assert not lacking(request_, expected)


def test_a_limit_of_length_is_no_quota() -> None:
    spec = plan("Notes with a text of at most 500 characters and up to 5 stars.").spec
    assert not spec.entities[0].rules


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Remind me a day before the due date.", {"job task remind -1 due"}),
        ("Remind owners two weeks before the due date.", {"job task remind -14 due"}),
        ("Archive tasks after 30 days.", {"job task archive 30 updated_at", "task archive"}),
        ("Close tasks automatically after 14 days.", {"job task set_status 14 updated_at"}),
        ("Call a webhook when a task is created or deleted.", {"webhook task created deleted"}),
        ("With webhooks.", {"webhook task created updated deleted"}),
        ("Send notifications to clients.", {"notification.recipient text!", "notification.status of queued, sent"}),
    ],
)
def test_what_happens_by_itself(words: str, expected: set[str]) -> None:
    request = f"A task app with login, title, due date and status (open, closed). {words}"
    planned = {line.replace("due_date", "due") for line in told(plan(request).spec)}
    assert expected <= planned, sorted(expected - planned)


def test_nothing_is_delivered_outside_and_the_plan_says_so() -> None:
    planned = plan("A task app with title. Send notifications to clients by SMS.")
    assert any("nothing is sent outside" in line for line in planned.not_included)


def test_a_catalogue_begins_with_examples_and_private_records_do_not() -> None:
    assert {"book samples"} <= told(plan("A book collection with title and author.").spec)
    assert not plan("A task app with title.").spec.entities[0].samples
