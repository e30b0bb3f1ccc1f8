"""Reports, charts, views and content pages that requests ask for."""

import pytest

from appbuilder.planner import plan

from .telling import told

TICKETS = "A ticket app with title, priority (low, high), amount and status (open, closed). "


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("A chart of tickets by priority.", {"report count ticket by priority bar", "page /dashboard report"}),
        ("Show a pie chart of tickets by status.", {"report count ticket by status pie"}),
        ("A line chart of tickets per month.", {"report count ticket by created_at per month line"}),
        ("Total amount per month.", {"report sum ticket amount by created_at per month line"}),
        ("Number of tickets per week.", {"report count ticket by created_at per week line"}),
        ("Monthly ticket report.", {"report count ticket by created_at per month line"}),
        ("Statistics.", {"report count ticket by status bar"}),
        ("With a dashboard.", {"page /dashboard", "report count ticket by None number"} - {"page /dashboard"}),
        ("Dashboard with tickets by status.", {"report count ticket by status bar"}),
        ("A kanban board.", {"ticket as board"}),
        ("Show the tickets as a table.", {"ticket as table"}),
        ("With a step-by-step form.", {"ticket in steps"}),
        ("With an about page and a FAQ.", {"page /about text text text", "page /faq text items"}),
        ("A home page.", {"page / hero entries report"} - {"page / hero entries report"} | {"page /"}),
        ("With a contact form.", {"inquiry", "page /contact text form"}),
        ("Pages such as home, about us and contact.", {"page /", "page /about", "page /contact"}),
        ("Privacy policy and terms of use.", {"page /privacy", "page /terms"}),
        ("Include information on best practices.", {"page /best-practices"}),
    ],
)
def test_reports_views_and_pages(words: str, expected: set[str]) -> None:
    planned = told(plan(TICKETS + words).spec)
    assert expected <= planned, sorted(expected - planned)


def test_a_calendar_needs_a_date() -> None:
    assert "event as calendar" in told(plan("Events with title and date, in a calendar.").spec)
    planned = plan("Recipes with title and text, in a calendar.")
    assert any("no record has a date" in line for line in planned.not_included)


def test_people_group_by_what_nobody_listed() -> None:
    planned = told(plan("Complaints with a title and a category. Show statistics on complaints by category.").spec)
    assert {"complaint.category reference category", "report count complaint by category bar"} <= planned


def test_texts_speak_of_the_apps_own_things() -> None:
    spec = plan("A website for a book club with books, meetings, an about page and a FAQ.").spec
    texts = spec.model_dump_json()
    assert "Browse books" in texts
    assert "Where do I find meetings?" in texts


def test_a_leaderboard_shows_the_largest_rows() -> None:
    planned = told(plan("Players with name. Scores with a player and points. Show the top 10 players.").spec)
    assert "report sum score points by player table top 10" in planned


def test_the_single_numbers_of_a_dashboard_make_one_row() -> None:
    words = "A shop with products (name, price) and suppliers (name, city). A dashboard with "
    spec = plan(
        words + "the number of products, products per month, the number of suppliers and suppliers per month."
    ).spec
    (page,) = [page for page in spec.pages if page.layout == "dashboard"]
    shown = [spec.report(block.report).display for block in page.blocks if block.kind == "report"]
    assert shown[:2] == ["number", "number"]
    assert "number" not in shown[2:]


def test_abbreviations_are_written_as_people_write_them() -> None:
    spec = plan("An inventory of products with name, SKU and price").spec
    assert "SKU" in [field.label for field in spec.entities[0].fields]
