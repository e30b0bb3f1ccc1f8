"""Does a browser check against a running app, as checks/model.py says, in the Chromium of this machine."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Error, Page, expect, sync_playwright
from playwright.sync_api import Locator as Found

from appbuilder.checks import BrowserCheck, BrowserStep, Locator

from .checking import CheckFailed, People, Variables, clean_up, do_step, filled, new_variables
from .running import RunningApp

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
STEP_MS = 5000


@contextmanager
def opened(origin: str) -> Iterator[Page]:
    """A page in a fresh browser; as root Chromium can only do without its sandbox."""
    with sync_playwright() as playwright:
        is_root = os.geteuid() == 0
        browser = playwright.chromium.launch(executable_path=CHROMIUM, chromium_sandbox=not is_root)
        try:
            context = browser.new_context(base_url=origin, reduced_motion="reduce")
            context.set_default_timeout(STEP_MS)
            context.set_default_navigation_timeout(STEP_MS * 6)  # vite prepares pages when they are first asked for
            yield context.new_page()
        finally:
            browser.close()


def browse(app: RunningApp, check: BrowserCheck) -> None:
    """The setup over HTTP, the steps in a browser, then the cleanup, whatever happened."""
    people, variables = People(app), new_variables()
    try:
        for step in check.setup:
            do_step(people, check.id, step, variables)
        with opened(app.origin) as page:
            if check.session:
                page.context.add_cookies(
                    [
                        {"name": one.name, "value": one.value or "", "url": app.origin}
                        for one in people.cookies(check.session)
                    ]
                )
            for each in check.steps:
                try:
                    _do(page, each, variables)
                except (Error, AssertionError) as error:
                    raise CheckFailed(check.id, each, str(error)) from error
    finally:
        clean_up(people, check.cleanup, variables)


def _find(page: Page | Found, target: Locator, variables: Variables) -> Found:
    scope = _find(page, target.within, variables) if target.within else page
    if target.role is not None:
        name = None if target.name is None else str(filled(target.name, variables))
        found = scope.get_by_role(target.role, name=name, exact=None if name is None else True)  # type: ignore[arg-type]
    elif target.label is not None:
        found = scope.get_by_label(str(filled(target.label, variables)), exact=True)
    elif target.text is not None:
        found = scope.get_by_text(str(filled(target.text, variables)), exact=True)
    elif target.placeholder is not None:
        found = scope.get_by_placeholder(str(filled(target.placeholder, variables)), exact=True)
    else:
        found = scope.get_by_test_id(target.test_id or "")
    return found if target.nth is None else found.nth(target.nth)


def _do(page: Page, step: BrowserStep, variables: Variables) -> None:
    value = filled(step.value, variables)
    if step.action == "goto":
        page.goto(str(value))
    elif step.action == "press" and step.target is None:
        page.keyboard.press(str(value))
    elif step.target is None:
        name, _, css = str(value).partition(": ")
        expect(page.locator("body")).to_have_css(name, css)
    else:
        _act(step.action, _find(page, step.target, variables), value)


def _act(action: str, found: Found, value: Any) -> None:  # noqa: ANN401 - any JSON
    name, _, css = str(value).partition(": ")
    actions: dict[str, Callable[[], object]] = {
        "fill": lambda: found.fill(str(value)),
        "choose": lambda: found.select_option(str(value)),
        "tick": lambda: found.set_checked(bool(value)),
        "click": found.click,
        "press": lambda: found.press(str(value)),
        "upload": lambda: found.set_input_files(
            {"name": value["name"], "mimeType": value["type"], "buffer": str(value["text"]).encode()}
        ),
        "expect_visible": lambda: expect(found.first).to_be_visible(timeout=STEP_MS),
        "expect_hidden": lambda: expect(found).to_be_hidden(timeout=STEP_MS),
        "expect_value": lambda: expect(found).to_have_value(str(value), timeout=STEP_MS),
        "expect_count": lambda: expect(found).to_have_count(value, timeout=STEP_MS),
        "expect_css": lambda: expect(found).to_have_css(name, css, timeout=STEP_MS),
    }
    actions[action]()
