"""Every kind of page of a built app: axe finds nothing, it fits a phone, and it is used with the keyboard."""

import os
from collections.abc import Iterator
from http.cookiejar import CookieJar
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from ..whole import repair_shop
from .browsing import opened
from .conftest import write_app
from .running import RunningApp, Session, new_session, running

pytestmark = pytest.mark.slow

# A development package of our web app; AXE_CORE names its file where it is elsewhere.
AXE = Path(__file__).parents[4] / "frontend/node_modules/axe-core/axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
FIND = """rules => axe.run(document, { runOnly: rules }).then(({ violations }) =>
  violations.flatMap(({ id, nodes }) => nodes.map(
    node => `${id}: ${node.html.slice(0, 200)} ${node.failureSummary}`)))"""
SIZES = (ViewportSize(width=1440, height=900), ViewportSize(width=390, height=844))
NARROW = ViewportSize(width=360, height=640)
SOMEBODY = {"name": "Somebody Else", "email": "else@example.com", "password": "a long password", "role": "mechanic"}
PUBLIC = ("/", "/about", "/sign-in", "/register", "/machines", "/no/such/page")
SIGNED_IN = (
    "/",
    "/overview",
    "/machines",
    "/machines?q=nothing-is-called-so",
    "/machines/1",
    "/machines/new",
    "/machines/1/edit",
    "/repairs",
    "/repairs?view=table",
    "/repairs?view=calendar",
    "/repairs/1",
    "/repairs/new",
    "/repairs/1/edit",
    "/lines",
    "/lines/1",
    "/profile",
    "/account/people",
    "/account/notifications",
)


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory, template: Path) -> Iterator[RunningApp]:
    """The app that uses every part of a spec."""
    place = tmp_path_factory.mktemp("accessible")
    with running(place, write_app(repair_shop(), place, template)) as started:
        yield started


@pytest.fixture
def cookies(app: RunningApp) -> CookieJar:
    """Those of a demo admin."""
    jar = CookieJar()
    assert app.request("POST", "/api/account/demo", {"role": "admin"}, session=new_session(jar))[0] == 200
    return jar


def post(app: RunningApp, session: Session, path: str, body: object = None) -> Any:  # noqa: ANN401 - any JSON
    status, answer = app.request("POST", path, body, session=session)
    assert status in {200, 201}, answer
    return answer


def sign_in(page: Page, app: RunningApp, jar: CookieJar) -> None:
    page.context.add_cookies([{"name": one.name, "value": one.value or "", "url": app.origin} for one in jar])


def problems(page: Page) -> list[str]:
    """What axe says in both shades and at both sizes, and whether something does not fit a small phone."""
    found = []
    page.evaluate(Path(os.environ.get("AXE_CORE", AXE)).read_text("utf-8") + "; undefined")
    for size in SIZES:
        page.set_viewport_size(size)
        for shade in ("light", "dark"):
            page.evaluate("shade => { document.documentElement.dataset.theme = shade }", shade)
            found += [f"{page.url} {size['width']} {shade}: {each}" for each in page.evaluate(FIND, RULES)]
    page.set_viewport_size(NARROW)
    width = page.evaluate("document.documentElement.scrollWidth")
    return [*found, *([f"{page.url} is {width} wide"] if width > NARROW["width"] else [])]


def go(page: Page, path: str) -> None:
    page.set_viewport_size(SIZES[0])
    page.goto(path, wait_until="networkidle")
    expect(page.get_by_role("heading", level=1).first).to_be_visible()


def test_axe_finds_nothing(app: RunningApp, cookies: CookieJar) -> None:
    session = new_session(cookies)
    post(app, session, "/api/lines", {"title": "A" * 60, "repair_id": 1, "quantity": 2, "unit_price": 4.5})
    post(app, session, "/api/repairs/1/comments", {"text": "Is it mended?"})
    token = post(app, session, "/api/machines/1/share")["token"]
    found = []
    with opened(app.origin) as page:
        for path in (*PUBLIC, f"/shared/{token}"):
            go(page, path)
            found += problems(page)
        sign_in(page, app, cookies)
        for path in SIGNED_IN:
            go(page, path)
            found += problems(page)
        go(page, "/machines/new")
        page.get_by_role("button", name="Add machine").click()
        expect(page.get_by_text("This field is required.").first).to_be_visible()
        found += problems(page)
        post(app, session, "/api/account/people", SOMEBODY)
        go(page, "/account/people")
        page.get_by_role("button", name="Delete Somebody Else").click()
        expect(page.get_by_role("dialog")).to_be_visible()
        found += problems(page)
    assert not found, "\n".join(found)


def test_dialogs_and_menus_give_the_focus_back(app: RunningApp, cookies: CookieJar) -> None:
    with opened(app.origin) as page:
        sign_in(page, app, cookies)
        post(app, new_session(cookies), "/api/account/people", SOMEBODY | {"email": "other@example.com", "name": "Bo"})
        go(page, "/account/people")
        for button, shown in (
            (page.get_by_role("button", name="Delete Bo"), page.get_by_role("dialog")),
            (page.get_by_role("button", name="Demo admin"), page.get_by_role("button", name="Sign out")),
        ):
            button.press("Enter")
            expect(shown).to_be_visible()
            page.keyboard.press("Tab")
            page.keyboard.press("Escape")
            expect(shown).to_be_hidden()
            expect(button).to_be_focused()
        page.set_viewport_size(NARROW)
        page.get_by_role("button", name="Open menu").press("Enter")
        page.get_by_role("link", name="Machines", exact=True).first.press("Escape")
        expect(page.get_by_role("button", name="Open menu")).to_be_focused()


def test_a_deletion_is_undone_by_keyboard_and_waits_while_it_has_the_focus(app: RunningApp, cookies: CookieJar) -> None:
    machine = post(app, new_session(cookies), "/api/machines", {"serial_number": "Wrong one", "kind": "saw"})
    with opened(app.origin) as page:
        page.clock.install()
        sign_in(page, app, cookies)
        go(page, f"/machines/{machine['id']}")
        page.get_by_role("button", name="Delete", exact=True).press("Enter")
        undo = page.get_by_role("status").get_by_role("button", name="Undo")
        expect(undo).to_be_visible()
        expect(undo).not_to_be_focused()
        assert not problems(page)
        undo.focus()
        page.clock.run_for(60_000)
        undo.press("Enter")
        expect(page.get_by_role("heading", name="Wrong one")).to_be_visible()
        page.clock.run_for(60_000)
        expect(page.get_by_role("status").get_by_role("button")).to_have_count(0)


def test_a_card_moves_over_the_board_by_keyboard(app: RunningApp, cookies: CookieJar) -> None:
    body = {"problem": "It hums", "machine_id": 2, "state": "new", "parts_used": 1}
    with opened(app.origin) as page:
        sign_in(page, app, cookies)
        entry = post(app, new_session(cookies), "/api/repairs", body)
        go(page, "/repairs")
        choice = page.get_by_label("State of It hums")
        choice.focus()
        page.keyboard.press("ArrowDown")
        column = page.get_by_role("region", name="In work")
        expect(column.get_by_role("link", name="It hums")).to_be_visible()
        expect(choice).to_be_focused()
        assert app.request("GET", f"/api/repairs/{entry['id']}", session=new_session(cookies))[1]["state"] == "in_work"


def test_the_calendar_is_walked_by_keyboard(app: RunningApp, cookies: CookieJar) -> None:
    with opened(app.origin) as page:
        sign_in(page, app, cookies)
        go(page, "/repairs?view=calendar&month=2026-11")
        day = page.get_by_role("gridcell").filter(has_text="November 30, 2026")
        page.get_by_role("gridcell").filter(has_text="November 1, 2026").first.focus()
        for _ in range(4):
            page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowRight")
        expect(day).to_be_focused()
        page.keyboard.press("PageDown")
        expect(page.get_by_role("heading", name="December 2026")).to_be_visible()
        expect(page.get_by_role("gridcell").filter(has_text="December 1, 2026")).to_be_focused()
