"""Runs browser acceptance checks in Chromium, which keeps its own sandbox and reaches nothing but the preview."""

import asyncio
import os
import tempfile
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from playwright.async_api import (
    Browser,
    BrowserContext,
    FilePayload,
    Page,
    Playwright,
    ViewportSize,
    async_playwright,
    expect,
)
from playwright.async_api import Error as PlaywrightError
from playwright.async_api import Locator as Found

from vibecaas.adapters.check_proxy import CheckProxy
from vibecaas.adapters.check_values import UnknownVariable, fill, new_variables
from vibecaas.adapters.http_checker import Sessions, StepBroken, clean_up, do_step
from vibecaas.agents.ports import Outcome, Target
from vibecaas.agents.schemas import BrowserCheck, BrowserStep, Locator
from vibecaas.kit import clock

STEP_MS = 5000
BLANK_PAGE = "about:blank"  # where a check is whose setup fails; it has no storage
VIEWPORT = ViewportSize(width=1280, height=800)
FLAGS = (
    "--proxy-bypass-list=<-loopback>",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--no-first-run",
)


class ChromiumChecker:
    """Fills `agents.ports.BrowserChecker`."""

    def __init__(self, *, browser_path: Path | None) -> None:
        self._path = browser_path

    @property
    def available(self) -> bool:
        """Whether Chromium is here; as root it would have to give up its sandbox, so there it is not used."""
        return self._path is not None and self._path.is_file() and os.geteuid() != 0

    @property
    def expected(self) -> bool:
        """Whether Chromium is to be here, now or when it is installed."""
        return self._path is not None and os.geteuid() != 0

    async def starts(self) -> bool:
        """Start it once, and look at nothing."""
        if not self.available:
            return False
        with tempfile.TemporaryDirectory(prefix="vc-check-") as home:
            try:
                async with async_playwright() as playwright:
                    await (await self._launch(playwright, home, FLAGS)).close()
            except PlaywrightError:
                return False
        return True

    async def run(self, checks: Sequence[BrowserCheck], target: Target) -> AsyncIterator[tuple[BrowserCheck, Outcome]]:
        """Do the checks one after another."""
        if not checks:
            return
        async with self.browser(target) as browser:
            origin = f"http://{target.host}:{target.port}"
            context = await browser.new_context(base_url=origin, viewport=VIEWPORT, reduced_motion="reduce")
            await _enter(context, target)
            for check in checks:
                yield check, await self._check(context, check, target)

    @asynccontextmanager
    async def browser(self, target: Target) -> AsyncIterator[Browser]:
        """Start Chromium behind the proxy of this target."""
        proxy = CheckProxy(
            allowed_host=target.host, allowed_port=target.port, dial_address=target.address, dial_port=target.port
        )
        with tempfile.TemporaryDirectory(prefix="vc-check-") as home:
            async with proxy.serving() as port, async_playwright() as playwright:
                flags = (f"--proxy-server=http://127.0.0.1:{port}", *FLAGS)
                browser = await self._launch(playwright, home, flags)
                try:
                    yield browser
                finally:
                    await browser.close()

    async def _launch(self, playwright: Playwright, home: str, flags: Sequence[str]) -> Browser:
        return await playwright.chromium.launch(
            executable_path=self._path,
            chromium_sandbox=True,
            args=list(flags),
            env={"HOME": home, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"},
        )

    async def _check(self, context: BrowserContext, check: BrowserCheck, target: Target) -> Outcome:
        """Do one check on a page of its own; the browser's cache is shared, what the app stored in it is not."""
        started = clock.monotonic_seconds()
        variables = new_variables()
        screenshot = None
        try:
            async with Sessions(target) as sessions:
                page = await context.new_page()
                try:
                    detail = await _steps(page, check, sessions, variables)
                    screenshot = await page.screenshot()
                    if page.url != BLANK_PAGE:
                        await page.evaluate("localStorage.clear(); sessionStorage.clear()")
                finally:
                    await page.close()
                    await context.clear_cookies()
                    await _enter(context, target)
                    await clean_up(sessions, check.cleanup, variables)
        except PlaywrightError as error:
            detail = f"the browser failed: {error.message.splitlines()[0]}"
        duration_ms = int((clock.monotonic_seconds() - started) * 1000)
        return Outcome(passed=not detail, detail=detail, duration_ms=duration_ms, screenshot=screenshot)


async def _enter(context: BrowserContext, target: Target) -> None:
    if target.cookie is None:
        return
    name, _, value = target.cookie.partition("=")
    await context.add_cookies([{"name": name, "value": value, "url": f"http://{target.host}:{target.port}"}])


async def _sign_in(page: Page, check: BrowserCheck, sessions: Sessions) -> None:
    """Give the browser the cookies of the check's session."""
    if not check.session:
        return
    jar = (await sessions.client(check.session)).cookies.jar
    url = sessions.origin
    await page.context.add_cookies([{"name": one.name, "value": one.value or "", "url": url} for one in jar])


async def _steps(page: Page, check: BrowserCheck, sessions: Sessions, variables: dict[str, Any]) -> str:
    """Do a check's steps; return what went wrong, or nothing."""
    try:
        for one in check.setup:
            await do_step(sessions, one, variables)
        await _sign_in(page, check, sessions)
        for number, step in enumerate(check.steps, 1):
            await _step(page, number, step, variables)
    except (StepBroken, UnknownVariable) as error:
        return str(error)
    return ""


async def _step(page: Page, number: int, step: BrowserStep, variables: dict[str, Any]) -> None:
    value = fill(step.value, variables)
    target = find(page, step.target, variables) if step.target is not None else None
    try:
        async with asyncio.timeout(STEP_MS / 1000 * 4):
            await _ACTIONS[step.action](page, target, value)
    except (PlaywrightError, AssertionError, TimeoutError) as error:
        what = f"{step.action} {_name(step.target)}".strip()
        first = str(error).strip().splitlines()[0] if str(error).strip() else "took too long"
        raise StepBroken(f"step {number} ({what}{f' {value!r}' if value is not None else ''}): {first}") from error


def find(page: Page, target: Locator, variables: dict[str, Any]) -> Found:
    """Return the element that a locator names."""
    scope: Page | Found = find(page, target.within, variables) if target.within is not None else page
    found = _base(scope, target, variables)
    return found.nth(target.nth) if target.nth is not None else found


def _base(scope: Page | Found, target: Locator, variables: dict[str, Any]) -> Found:
    if target.role is not None:
        if target.name is None:
            return scope.get_by_role(target.role)  # type: ignore[arg-type]  # any ARIA role
        return scope.get_by_role(target.role, name=str(fill(target.name, variables)), exact=True)  # type: ignore[arg-type]
    if target.label is not None:
        return scope.get_by_label(str(fill(target.label, variables)), exact=True)
    if target.text is not None:
        return scope.get_by_text(str(fill(target.text, variables)), exact=True)
    if target.placeholder is not None:
        return scope.get_by_placeholder(str(fill(target.placeholder, variables)), exact=True)
    return scope.get_by_test_id(str(fill(target.test_id or "", variables)))


def _name(target: Locator | None) -> str:
    if target is None:
        return ""
    return " ".join(f"{key}={value}" for key, value in target.model_dump(exclude_none=True, exclude={"within"}).items())


async def _goto(page: Page, _target: Found | None, value: Any) -> None:  # noqa: ANN401 - any JSON
    await page.goto(str(value), timeout=STEP_MS * 3)


async def _fill(_page: Page, target: Found | None, value: Any) -> None:  # noqa: ANN401 - any JSON
    await _present(target).fill(str(value), timeout=STEP_MS)


async def _choose(_page: Page, target: Found | None, value: Any) -> None:  # noqa: ANN401 - any JSON
    """By what the choice says, or by its value."""
    await _present(target).select_option(str(value), timeout=STEP_MS)


async def _tick(_page: Page, target: Found | None, value: Any) -> None:  # noqa: ANN401 - any JSON
    await _present(target).set_checked(bool(value), timeout=STEP_MS)


async def _click(_page: Page, target: Found | None, _value: Any) -> None:  # noqa: ANN401 - any JSON
    await _present(target).click(timeout=STEP_MS)


async def _press(page: Page, target: Found | None, value: Any) -> None:  # noqa: ANN401 - any JSON
    if target is None:
        await page.keyboard.press(str(value))
    else:
        await target.press(str(value), timeout=STEP_MS)


async def _upload(_page: Page, target: Found | None, value: Any) -> None:  # noqa: ANN401 - any JSON
    content = str(value["text"]).encode()
    file = FilePayload(name=value["name"], mimeType=value["type"], buffer=content)
    await _present(target).set_input_files(file, timeout=STEP_MS)


async def _visible(_page: Page, target: Found | None, _value: Any) -> None:  # noqa: ANN401 - any JSON
    await expect(_present(target).first).to_be_visible(timeout=STEP_MS)


async def _hidden(_page: Page, target: Found | None, _value: Any) -> None:  # noqa: ANN401 - any JSON
    await expect(_present(target)).to_be_hidden(timeout=STEP_MS)


async def _value(_page: Page, target: Found | None, value: Any) -> None:  # noqa: ANN401 - any JSON
    await expect(_present(target)).to_have_value(str(value), timeout=STEP_MS)


async def _count(_page: Page, target: Found | None, value: Any) -> None:  # noqa: ANN401 - any JSON
    await expect(_present(target)).to_have_count(int(value), timeout=STEP_MS)


async def _css(page: Page, target: Found | None, value: Any) -> None:  # noqa: ANN401 - any JSON
    name, _, wanted = str(value).partition(":")
    await expect(target or page.locator("body")).to_have_css(name.strip(), wanted.strip(), timeout=STEP_MS)


def _present(target: Found | None) -> Found:
    if target is None:
        raise StepBroken("this action needs a target")
    return target


_ACTIONS = {
    "goto": _goto,
    "fill": _fill,
    "choose": _choose,
    "tick": _tick,
    "click": _click,
    "press": _press,
    "upload": _upload,
    "expect_visible": _visible,
    "expect_hidden": _hidden,
    "expect_value": _value,
    "expect_count": _count,
    "expect_css": _css,
}
