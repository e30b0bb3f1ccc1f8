"""Built apps really run: their own tests, their HTTP checks, their data across changes and restarts."""

import subprocess
from http.cookiejar import CookieJar
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from appbuilder.checks import BrowserCheck, HttpCheck, acceptance_checks
from appbuilder.compiler import build_id
from appbuilder.spec import (
    AppSpec,
    add_field,
    make_app,
    make_entity,
    make_field,
    remove_field,
    rename_entity,
    rename_field,
)

from ..examples import SPECS, library, notes
from .browsing import browse, opened
from .checking import do_check
from .conftest import write_app
from .running import Session, new_session, running

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("name", SPECS)
def test_the_apps_own_tests_pass(name: str, tmp_path: Path, template: Path) -> None:
    env = write_app(SPECS[name](), tmp_path, template)
    result = subprocess.run(["./run", "test"], cwd=tmp_path, env=env, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize("name", ["library", "awkward", "projects", "orders", "bookings"])
def test_the_checks_pass_and_leave_nothing_behind(name: str, tmp_path: Path, template: Path) -> None:
    spec = SPECS[name]()
    with running(tmp_path, write_app(spec, tmp_path, template)) as app:
        before = [app.request("GET", f"/api/{entity.slug}") for entity in spec.entities]
        for check in acceptance_checks(spec):
            if isinstance(check, HttpCheck):
                do_check(app, check)
        assert [app.request("GET", f"/api/{entity.slug}") for entity in spec.entities] == before


def test_entries_survive_every_follow_up(tmp_path: Path, template: Path) -> None:
    """Add, rename, remove, restore, ask again: what was entered is there whenever its field is."""
    first = notes()
    rated = add_field(first, "e_note", make_field("rating", "rating", required=True))
    renamed = rename_entity(rename_field(rated, "e_note", "f_text", "body"), "e_note", "memo", "memos")
    removed = remove_field(renamed, "e_note", "f_rating")

    def entries(spec: AppSpec, new: dict[str, Any]) -> list[dict[str, Any]]:
        with running(tmp_path, write_app(spec, tmp_path, template)) as app:
            assert app.request("GET", "/api/health")[1] == {"status": "ok", "build": build_id(spec)}
            path = f"/api/{spec.entities[0].slug}"
            status, answer = app.request("POST", path, new)
            assert status == 201, answer
            items: list[dict[str, Any]] = app.request("GET", f"{path}?sort=created_at")[1]["items"]
            assert app.stop() == 0
        return items

    entries(first, {"place": "Pier", "text": "one"})
    kept = entries(rated, {"place": "Hill", "text": "two", "rating": 4})
    assert [(item["text"], item["rating"]) for item in kept] == [("one", None), ("two", 4)]
    kept = entries(renamed, {"place": "Lake", "body": "three", "rating": 5})
    assert [item["body"] for item in kept] == ["one", "two", "three"]
    kept = entries(removed, {"place": "Wood", "body": "four"})
    assert "rating" not in kept[0]
    kept = entries(first, {"place": "Moor", "text": "five"})
    assert [item["text"] for item in kept] == ["one", "two", "three", "four", "five"]
    kept = entries(rated, {"place": "Home", "text": "six", "rating": 1})
    assert [item["rating"] for item in kept] == [None, 4, 5, None, None, 1]


def test_a_form_is_told_from_the_filters_beside_it(tmp_path: Path, template: Path) -> None:
    ticket = make_entity(
        "ticket",
        "tickets",
        make_field("title", "text", required=True),
        make_field("priority", "enum", options=["Low", "High"], required=True),
        make_field("description", "long_text"),
    )
    spec = make_app("Desk", "Keeps tickets.", ticket)
    page = spec.page("e_ticket", "form")
    assert page is not None
    assert page.layout == "inline"
    checks = [each for each in acceptance_checks(spec) if isinstance(each, BrowserCheck) and each.id == "e_ticket.form"]
    with running(tmp_path, write_app(spec, tmp_path, template)) as app:
        for check in checks:
            browse(app, check)
        assert len(checks) == 1


def test_entries_without_words_are_known_by_their_number(tmp_path: Path, template: Path) -> None:
    """In headings and links, and where another entry is written that belongs to one."""
    customer = make_entity("customer", "customers", make_field("name", "text", required=True))
    order = make_entity(
        "order",
        "orders",
        make_field("amount", "money", required=True),
        make_field("day", "date", required=True),
        make_field("customer", "reference", reference="e_customer", required=True),
    )
    item = make_entity(
        "item",
        "items",
        make_field("title", "text", required=True),
        make_field("note", "text"),
        make_field("order", "reference", reference="e_order", required=True),
    )
    spec = make_app("Orders", "Keeps orders.", customer, order, item)
    with running(tmp_path, write_app(spec, tmp_path, template)) as app:
        for check in acceptance_checks(spec):
            if isinstance(check, BrowserCheck) and check.id.startswith("e_item"):
                browse(app, check)
            elif isinstance(check, HttpCheck):
                do_check(app, check)
        ann = app.request("POST", "/api/customers", {"name": "Ann"})[1]
        made = app.request("POST", "/api/orders", {"amount": 4, "day": "2031-05-11", "customer_id": ann["id"]})[1]
        app.request("POST", "/api/items", {"title": "Bolts", "order_id": made["id"]})
        with opened(app.origin) as page:
            page.goto(f"/orders/{made['id']}")
            expect(page.get_by_role("heading", name=f"Order {made['id']}, Ann", exact=True)).to_be_visible()
            page.goto("/items")
            page.get_by_role("link", name=f"Order {made['id']}", exact=True).click()
            expect(page.get_by_role("definition").filter(has_text="May 11, 2031")).to_be_visible()


def test_pages_of_other_sites_change_nothing(tmp_path: Path, template: Path) -> None:
    """Through the development server too, and for browsers that name the origin alone."""
    with running(tmp_path, write_app(notes(), tmp_path, template)) as app:

        def origin(address: str) -> Session:
            session = new_session(CookieJar())
            session.addheaders = [("Origin", address)]
            return session

        note = {"place": "Pier", "text": "one"}
        assert app.request("POST", "/api/notes", note, session=origin("http://evil.test"))[0] == 403
        assert app.request("POST", "/api/notes", note, session=origin(f"http://localhost:{app.port}"))[0] == 403
        assert app.request("POST", "/api/notes", note, session=origin(app.origin))[0] == 201


def test_dev_ends_as_a_whole_when_one_server_dies(tmp_path: Path, template: Path) -> None:
    with running(tmp_path, write_app(library(), tmp_path, template)) as app:
        servers = _children(app.process.pid)
        web = next(pid for pid in servers if b"vite" in Path(f"/proc/{pid}/cmdline").read_bytes())
        subprocess.run(["kill", "-KILL", str(web)], check=True)
        assert app.process.wait(10) != 0
        assert not [pid for pid in servers if Path(f"/proc/{pid}").exists()]


def _children(pid: int) -> list[int]:
    listed = Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()
    return [int(child) for child in listed]
