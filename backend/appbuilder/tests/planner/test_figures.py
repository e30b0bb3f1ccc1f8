"""Figures that a request lists become the reports of the dashboard, and nothing else does."""

import pytest

from appbuilder.planner import plan


@pytest.mark.parametrize(
    ("request_", "titles"),
    [
        (
            "The dashboard shows the total raised, the number of donors, the average donation and donations per month.",
            [
                "Total amount of donations",
                "Number of donors",
                "Average amount of donations",
                "Donations per month",
            ],
        ),
        (
            "Citizens file complaints with category; the city sees an overview of complaints by district and category.",
            ["Complaints by district", "Complaints by category"],
        ),
        (
            "Keep products, sales with date, quantity and price. Show revenue per product and month, and best sellers.",
            ["Total amount of sales by product", "Total amount of sales per month", "Top products"],
        ),
    ],
)
def test_listed_figures_are_the_reports(request_: str, titles: list[str]) -> None:
    kept = "A charity app that keeps donations and donors. " if "raised" in request_ else ""
    assert [report.title for report in plan(kept + request_).spec.reports] == titles


def test_revenue_is_quantity_times_price() -> None:
    spec = plan("Products and sales with date, quantity and price. Show revenue per product and per month.").spec
    sale = next(each for each in spec.entities if each.name == "sale")
    amount = sale.find_field("amount")
    assert amount is not None
    assert amount.expression == "quantity * price"


def test_people_recommend_and_the_best_come_first() -> None:
    spec = plan("A reading club app: members recommend books and discuss them.").spec
    (book,) = [each for each in spec.entities if each.name == "book"]
    assert book.behaviours.votes == "up"
