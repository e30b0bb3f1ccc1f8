"""How records stand and move, told over several sentences."""

import time

import pytest

from appbuilder.planner import plan

from .telling import lacking, told


@pytest.mark.parametrize(
    ("request_", "expected"),
    [
        (
            "Applicants with name and e-mail. First they are received, then invited, and in the end hired or rejected.",
            {
                "applicant.status of received, invited, hired, rejected",
                "applicant invited > hired",
                "applicant invited > rejected",
            },
        ),
        (
            "Track parcels: a parcel is ordered, shipped, delivered or returned. Filter by status.",
            {"parcel.status of ordered, shipped, delivered, returned"},
        ),
        (
            (
                "A request has an item and a price. It starts as submitted and becomes approved when the treasurer "
                "approves it. Nobody else can change the status."
            ),
            {
                "request.status of submitted, approved",
                "role treasurer",
                "request submitted > approved by r_treasurer",
            },
        ),
        (
            (
                "Volunteers report trash. A report is open; when somebody takes care it becomes assigned; "
                "after the cleanup it is cleaned."
            ),
            {"report.status of open, assigned, cleaned", "report open > assigned", "report assigned > cleaned"},
        ),
        (
            "Invoices with a number. An invoice is open until it is paid; unpaid ones can be marked as overdue.",
            {"invoice.status of open, paid, overdue"},
        ),
        (
            "Orders of our bakery. An order is new at first. The baker sets it to baking, afterwards to ready.",
            {"order.status of new, baking, ready", "order baking > ready by r_baker"},
        ),
        (
            (
                "Plants with name and place. Every plant passes through sown, sprouted and harvested. "
                "Show a board by status."
            ),
            {"plant.status of sown, sprouted, harvested", "plant as board"},
        ),
    ],
)
def test_states_told_in_prose(request_: str, expected: set[str]) -> None:
    assert not lacking(request_, expected)


def test_what_is_marked_again_moves_freely() -> None:
    planned = told(
        plan(
            "Library of tools. A tool is either available or lent out. "
            "When someone brings it back it is marked as available again."
        ).spec
    )
    assert "tool.status of available, lent_out" in planned
    assert not [line for line in planned if " > " in line]


def test_much_text_between_two_states_takes_no_time() -> None:
    walks = "We like long walks on the beach and talk a lot about it. " * 60
    request = f"Members book rooms. An order is new at first. {walks}Then an order is shipped. A table with a number."
    begun = time.process_time()  # what others do on the machine does not count
    plan(request)
    assert time.process_time() - begun < 5  # a slow machine; it took minutes


def test_what_stands_between_two_states_is_read_too() -> None:
    request = "An invoice is open at first. Products have a name and a price. An invoice can be marked as overdue."
    assert not lacking(request, {"invoice.status of open, overdue", "product.name", "product.price"})
