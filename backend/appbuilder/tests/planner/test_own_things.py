"""Accounts that a request implies, messages between people, and reports that are meant."""
# ruff: noqa: ISC004 - a request reads best on one line

import pytest

from appbuilder.planner import plan

from .telling import lacking, told


@pytest.mark.parametrize(
    ("request_", "expected"),
    [
        (
            "An online bookshop. Users should be able to search books, place orders and track their orders.",
            {"access accounts", "order create by signed_in", "order read by owner", "order update by owner"},
        ),
        (
            "A bakery site. Customers can order cakes and view their order history.",
            {"access accounts", "order read by owner"},
        ),
        ("A yoga studio site with classes and bookings and a 'my bookings' page.", {"access accounts"}),
        ("A site where observers follow other observers and record observations.", {"access accounts"}),
        ("A personal diary with mood and tags.", {"access accounts", "diary_entry read by owner"}),
        ("Build a gym app: record workouts, see a leaderboard of members by number of workouts.", {"access accounts"}),
        (
            "Employees submit expense claims with receipts, managers approve or reject them.",
            {"access accounts", "role manager"},
        ),
        (
            "A shop where volunteers sign up for shifts, see their own shifts, and coordinators approve them.",
            {"role coordinator"},
        ),
        (
            "A city calendar. Users can view events and receive reminders.",
            {"access accounts", "job event remind -1 date"},
        ),
    ],
)
def test_what_is_ones_own_needs_an_account(request_: str, expected: set[str]) -> None:
    assert not lacking(request_, expected)


@pytest.mark.parametrize(
    "request_",
    [
        "A recipe site. Users should be able to browse and add recipes.",
        "A museum website. Visitors can browse exhibitions, book tours, and leave feedback.",
        "A hiking site. Users browse trails, filter them by region and leave reviews.",
        "A school website. Visitors view courses, enroll online and contact the school.",
        "A catalog of restaurants. Users can browse restaurants and view their menus.",
        "A tutor directory. Users search tutors and view their profiles.",
        "A tool for our team to manage our tasks.",
    ],
)
def test_who_only_looks_and_enquires_needs_none(request_: str) -> None:
    assert "access open" in told(plan(request_).spec)


def test_who_signed_in_is_not_asked_for_a_name() -> None:
    spec = plan("A hotel site with rooms. Guests can book rooms and view their bookings.").spec
    booking = spec.entity("e_booking")
    assert not {"name", "email", "phone"} & {field.name for field in booking.fields}
    assert [field.name for field in booking.references] == ["room"]


def test_those_who_decide_may_change_what_others_hand_in() -> None:
    spec = plan("Employees submit expense claims, managers approve or reject expense claims.").spec
    rights = spec.permissions(spec.entity("e_expense_claim"))
    assert rights is not None
    assert "r_manager" in rights.update


@pytest.mark.parametrize(
    ("request_", "expected"),
    [
        (
            "A neighbourhood marketplace where people list used items and message sellers.",
            {
                "access accounts",
                "message.recipient person!",
                "message.status of sent, read",
                "message.listing reference listing",
            },
        ),
        (
            "A freelancer site with projects. Clients and freelancers can communicate with each other.",
            {"message.recipient person!"},
        ),
        ("A pet sitting site with sitters. It should support in-app messaging.", {"message.recipient person!"}),
        ("A veterinary clinic site with pets and owner communication.", {"message.subject text!"}),
        (
            "A notice board. Users post notices and contact the author.",
            {"access open", "message.email email", "message.notice reference notice"},
        ),
        ("A sports club site with teams. Visitors can contact the club.", {"inquiry", "page /contact text form"}),
        ("A museum site with exhibitions and a newsletter subscription.", {"newsletter_subscription.email email!"}),
        ("A guestbook where visitors leave a name and a message.", {"entry.message long_text!"}),
    ],
)
def test_messages(request_: str, expected: set[str]) -> None:
    assert not lacking(request_, expected)


@pytest.mark.parametrize(
    ("request_", "expected"),
    [
        ("A bookshop with books and sales statistics.", {"report sum sale amount by None number"}),
        (
            "A dormitory system for repair requests. Provide statistics on requests by building and month.",
            {"maintenance_request.building reference building", "report count maintenance_request by building bar"},
        ),
        (
            "A bakery factory system with inspections. Inspectors generate inspection reports by product and month.",
            {"report count inspection by product bar"},
        ),
        ("An app for goals. Users track their progress.", {"report count goal by None number"}),
        ("A mood diary. Users record their mood and see mood trends.", {"report count diary_entry by mood bar"}),
        ("A garden site with plot management. Members reserve plots.", {"access open"}),
        (
            "Build a gym app: record workouts, see a leaderboard of members by number of workouts.",
            {"report count workout by owner table top 10"},
        ),
        (
            "A hive app: users register hives and view harvest statistics.",
            {"harvest", "report count harvest by None number"},
        ),
    ],
)
def test_reports_are_about_what_is_named(request_: str, expected: set[str]) -> None:
    assert not lacking(request_, expected)


@pytest.mark.parametrize(
    ("request_", "expected"),
    [
        (
            "A help desk where customers open tickets, agents comment on them and move them from open to closed.",
            {"ticket comments", "ticket open > closed by r_agent", "role agent", "ticket update by owner, r_agent"},
        ),
        ("A cooperative tool: residents report damages, the caretaker sets the status.", {"role caretaker"}),
        ("A tea site. Visitors can like and comment on teas.", {"tea votes up", "tea comments"}),
        ("A recipe site where users comment, rate and save recipes.", {"recipe ratings"}),
        ("Let patients book appointments with doctors and leave feedback on appointments.", {"appointment comments"}),
    ],
)
def test_what_is_done_to_entries_by_others(request_: str, expected: set[str]) -> None:
    assert not lacking(request_, expected)


def test_lists_are_narrowed_from_the_start() -> None:
    spec = plan("A property site where users browse properties, and a blog with articles.").spec
    filtered = {f"{each.name}.{field.name}" for each in spec.entities for field in each.fields if field.filterable}
    assert {"property.price", "property.bedrooms", "article.author", "article.date"} <= filtered
    assert all(sum(field.filterable for field in entity.fields) <= 8 for entity in spec.entities)


def test_a_keyword_searches_all_words_and_an_unknown_place_becomes_a_field() -> None:
    planned = plan("A notice board: search notices by keyword. A farm shop: search products by region.")
    assert not [line for line in planned.not_included if "search" in line]


@pytest.mark.parametrize(
    ("request_", "page"),
    [
        ("A museum website with an introduction to the museum, opening hours and exhibitions.", "opening-hours"),
        ("A charity website with projects. It should include an introduction to the organization.", "about"),
        ("A garden website with plants, and a tips section.", "tips"),
        ("A tea shop website. It should have teas, a brewing guide and an FAQ.", "brewing-guide"),
    ],
)
def test_pages_of_text_say_something(request_: str, page: str) -> None:
    spec = plan(request_).spec
    found = next(each for each in spec.pages if each.slug == page)
    words = [word for block in found.blocks if block.kind == "text" for word in block.text.split()]
    assert len(words) >= 30
    assert found.in_navigation


def test_a_landing_page_keeps_nothing_but_what_visitors_write() -> None:
    request = "A landing page for my bakery with an introduction, opening hours, a contact form and an about page"
    spec = plan(request).spec
    assert [entity.name for entity in spec.entities] == ["inquiry"]
    assert {"", "contact", "about", "opening-hours"} <= {page.slug for page in spec.pages}


@pytest.mark.parametrize(
    ("request_", "expected"),
    [
        (
            "An app for facility requests. First a request is open, then in review, then approved or rejected. "
            "Only managers approve or reject requests.",
            {"facility_request open > in_review", "facility_request in_review > approved by r_manager"},
        ),
        ("A rental list with bikes. A rental has a start date and an end date. No bike is rented twice.", {"rental"}),
        (
            "Reports for a taxi firm: a chart of rides by driver. Each ride has a driver and a fare.",
            {"ride.driver reference! driver", "report count ride by driver bar"},
        ),
        (
            "A club tool. The treasurer records payments with an amount. Show totals per member.",
            {"report sum payment amount by owner bar"},
        ),
        ("A portal where students submit applications and track application status.", {"application read by owner"}),
        ("A listing site: search listings by city, rent and move-in date, save favorites.", {"listing.rent money"}),
        ("An incubator site with mentors. Startups communicate with mentors.", {"message.mentor reference mentor"}),
        (
            "A marketplace with listings where people message sellers.",
            {"message read by owner, f_recipient", "message follow"},
        ),
    ],
)
def test_what_is_said_in_other_words(request_: str, expected: set[str]) -> None:
    assert not lacking(request_, expected)


def test_the_home_page_shows_visitors_no_numbers_of_private_entries() -> None:
    spec = plan("A hotel website with rooms and news. Guests view their bookings. Show statistics of bookings.").spec
    home = next(page for page in spec.pages if page.slug == "")
    assert spec.reports
    assert not [block for block in home.blocks if block.kind == "report"]
