"""Static sites: what becomes a page or a section, what is named as left out, and what moves a site to fullstack."""

import pytest

from appbuilder.planner import RequestNotUnderstood, plan, plan_follow_up
from appbuilder.planner.sites import KEEPS_NOTHING
from appbuilder.spec import AppSpec, Page

BAKERY = plan("A website for my bakery with about and contact pages", "static").spec


def on(page: Page) -> list[str]:
    return [each.title or each.kind for each in page.blocks if each.kind in {"hero", "text"}]


def addresses(spec: AppSpec) -> list[str]:
    return [f"/{page.slug}" for page in spec.pages if page.kind == "content"]


def test_parts_of_a_landing_page_are_its_sections() -> None:
    planned = plan("A landing page for my bakery with an introduction and opening hours", "static")
    assert (planned.spec.template, planned.spec.app.name) == ("static", "Bakery")
    assert [on(page) for page in planned.spec.pages] == [["Bakery", "About us", "Opening hours"]]
    assert planned.not_included == ()
    assert "opening hours" in [line.phrase for line in planned.included]


@pytest.mark.parametrize(
    ("request_text", "name", "expected"),
    [
        ("A website for my bakery with about and contact pages", "Bakery", ["/", "/about", "/contact"]),
        ("A site called Studio Nine with our story and team page", "Studio Nine", ["/", "/our-story", "/team"]),
        ("A simple website for Martha's studio with opening hours", "Martha's Studio", ["/", "/opening-hours"]),
        ("A landing page for my bakery", "Bakery", ["/"]),
    ],
)  # fmt: skip
def test_parts_of_a_website_are_pages(request_text: str, name: str, expected: list[str]) -> None:
    planned = plan(request_text, "static")
    assert (planned.spec.app.name, addresses(planned.spec)) == (name, expected)
    assert planned.not_included == ()


def test_colours_are_those_that_are_asked_for() -> None:
    theme = plan("A landing page for my gym, dark theme with orange accents", "static").spec.theme
    assert (theme.mode, theme.accent) == ("dark", "orange")


def test_what_would_have_to_be_kept_is_named_as_left_out() -> None:
    planned = plan("A landing page for my bakery with a contact form. Visitors can leave reviews.", "static")
    assert planned.spec.entities == ()
    assert [line.partition(": ")[2] for line in planned.not_included] == [KEEPS_NOTHING, KEEPS_NOTHING]


@pytest.mark.parametrize("request_text", ["", "bread", "What time is it?"])
def test_what_describes_no_site_is_refused(request_text: str) -> None:
    with pytest.raises(RequestNotUnderstood):
        plan(request_text, "static")


@pytest.mark.parametrize(
    ("request_text", "expected"),
    [
        ("add a page with prices", ["/", "/about", "/contact", "/prices"]),
        ("remove the about page", ["/", "/contact"]),
        ("use a dark theme with orange accents", ["/", "/about", "/contact"]),
    ],
)
def test_changes_of_pages_leave_it_a_site(request_text: str, expected: list[str]) -> None:
    planned = plan_follow_up(BAKERY, request_text)
    assert planned.spec.template == "static"
    assert addresses(planned.spec) == expected
    assert planned.changes


def test_what_has_to_be_kept_moves_the_site_and_loses_nothing() -> None:
    planned = plan_follow_up(BAKERY, "let visitors leave reviews with name and rating")
    moved = planned.spec
    assert moved.template == "fullstack"
    assert [entity.name for entity in moved.entities] == ["review"]
    assert moved.pages[: len(BAKERY.pages)] == BAKERY.pages
    assert (moved.app, moved.theme) == (BAKERY.app, BAKERY.theme)
    assert planned.changes[0] == "The site becomes a full-stack app, which keeps reviews"
    again = plan_follow_up(moved, "add an email to reviews").spec
    assert again.pages[: len(BAKERY.pages)] == BAKERY.pages


def test_a_form_comes_onto_the_page_that_is_there() -> None:
    moved = plan_follow_up(BAKERY, "add a contact form").spec
    contact = next(page for page in moved.pages if page.slug == "contact")
    assert [each.kind for each in contact.blocks] == ["text", "form"]
    assert [page.id for page in moved.pages][:3] == [page.id for page in BAKERY.pages]


@pytest.mark.parametrize("request_text", ["add an about page", "what?"])
def test_nothing_new_is_refused(request_text: str) -> None:
    with pytest.raises(RequestNotUnderstood, match="Nothing on the site would change"):
        plan_follow_up(BAKERY, request_text)
