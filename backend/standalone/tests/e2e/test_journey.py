"""What a person does in the web app, from the welcome link to an app with a rating; light and dark."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FrameLocator, Page, expect, sync_playwright

from ..product import Product

CHROMIUM = "/usr/bin/chromium"
PROMPT = "A guestbook where visitors leave a name and a message, newest first, with search"
RUN_MS = 120_000
FLAGS = ["--disable-dev-shm-usage", "--disable-background-networking", "--disable-component-update", "--disable-sync"]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, chromium_sandbox=True, args=FLAGS)
        yield started
        started.close()


def app_in(page: Page) -> FrameLocator:
    return page.frame_locator("iframe[title='Live preview of the app']")


def wait_for_runs(page: Page, count: int) -> None:
    """Wait until so many runs of the conversation have ended; all of them well, or the test shows what they say."""
    conversation = page.get_by_role("region", name="Conversation")
    done, failed = (conversation.get_by_text(word, exact=True) for word in ("Done", "Failed"))
    try:
        expect(done.or_(failed)).to_have_count(count, timeout=RUN_MS)
    finally:
        said = conversation.inner_text()
    assert failed.count() == 0, said


def ask(page: Page, words: str) -> None:
    page.get_by_label("Ask for a change").fill(words)
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_label("Ask for a change")).to_have_value("")
    approve(page)


def approve(page: Page) -> None:
    page.get_by_role("button", name="Approve and build").click(timeout=30_000)


def welcome_link(product: Product) -> str:
    found = re.search(r"http://\S+/welcome#token=\S+", product.launch("open"))
    assert found is not None
    return found.group()


@pytest.mark.e2e
def test_from_the_welcome_link_to_an_app_with_a_rating(product: Product, browser: Browser, tmp_path: Path) -> None:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))

    link = welcome_link(product)
    page.goto(link)
    page.get_by_label("Describe the app").fill(PROMPT)
    page.get_by_role("button", name="Plan it").click()
    approve(page)
    wait_for_runs(page, 1)

    app = app_in(page)
    app.get_by_role("button", name="New entry").click()  # the preview is as narrow as a phone
    app.get_by_label("Name").fill("Ada")
    app.get_by_label("Message").fill("The first entry")
    app.get_by_role("button", name="Add entry").click()
    expect(app.get_by_text("The first entry")).to_be_visible()
    expect(app.get_by_text("Rating")).to_have_count(0)

    ask(page, "add a rating from 1 to 5")
    wait_for_runs(page, 2)
    expect(app.get_by_text("The first entry")).to_be_visible(timeout=20_000)
    expect(app.get_by_role("combobox", name="Rating", exact=True)).to_be_visible()

    restore_first_version(page)
    expect(app.get_by_text("The first entry")).to_be_visible(timeout=30_000)
    expect(app.get_by_text("Rating")).to_have_count(0, timeout=30_000)

    ask(page, "add a rating from 1 to 5")
    wait_for_runs(page, 3)
    expect(app.get_by_text("The first entry")).to_be_visible(timeout=20_000)
    expect(app.get_by_role("combobox", name="Rating", exact=True)).to_be_visible()

    page.reload()
    wait_for_runs(page, 3)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert page.screenshot(path=tmp_path / f"workbench-{scheme}.png")
    assert complaints == []

    page.goto(link)
    expect(page.get_by_text("open", exact=False).first).to_be_visible()
    assert "/projects/" not in page.url, "a used link must not sign anybody in"
    context.close()


def restore_first_version(page: Page) -> None:
    code = page.get_by_role("region", name="Code")
    code.get_by_role("radio", name="Versions").click()
    rows = code.get_by_role("listitem")
    expect(rows).to_have_count(2)
    rows.last.get_by_role("button").click()
    code.get_by_role("button", name="Restore", exact=True).click()
    page.get_by_role("dialog").get_by_role("button", name=re.compile("Restore")).click()
    expect(page.get_by_role("dialog")).to_have_count(0)
