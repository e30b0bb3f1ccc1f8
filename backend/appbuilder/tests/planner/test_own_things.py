"""Accounts that a request implies, messages between people, and reports that are meant."""

import pytest

from appbuilder.planner import plan

from .telling import told


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
    planned = told(plan(request_).spec)
    assert expected <= planned, sorted(expected - planned)


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
    planned = told(plan(request_).spec)
    assert expected <= planned, sorted(expected - planned)


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
    planned = told(plan(request_).spec)
    assert expected <= planned, sorted(expected - planned)
