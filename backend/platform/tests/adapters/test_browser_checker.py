"""The checking browser: it does what a person does, and a page in it reaches nothing but its own preview."""

import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from vibecaas.adapters.browser_checker import ChromiumChecker
from vibecaas.agents.ports import Outcome, Target
from vibecaas.agents.schemas import BrowserCheck, BrowserStep, HttpStep, Locator
from vibecaas.kit.http import client_for_host

CHROMIUM = Path("/usr/bin/chromium")

PAGE = """<!doctype html><title>Probe</title><body>
<label>Name <input></label>
<button onclick="shown.textContent = 'Hello ' + document.querySelector('input').value">Greet</button>
<p id=shown></p><ul id=found></ul>
<script>
const note = (name, text) => {
  const li = document.createElement('li');
  li.textContent = name + ': ' + text;
  found.append(li);
};
const reach = async (name, url) => {
  try { await fetch(url, {mode: 'no-cors'}); note(name, 'reached') } catch { note(name, 'refused') }
};
const socket = (name, url) => new Promise((done) => {
  const ws = new WebSocket(url);
  ws.onopen = () => { note(name, 'reached'); done() };
  ws.onerror = () => { note(name, 'refused'); done() };
});
const image = (name, url) => new Promise((done) => {
  const img = new Image();
  img.onload = () => { note(name, 'reached'); done() };
  img.onerror = () => { note(name, 'refused'); done() };
  img.src = url;
});
(async () => {
  await reach('own origin', '/own');
  await reach('host loopback', 'http://127.0.0.1:CANARY/fetch');
  await reach('host by name', 'http://localhost:CANARY/name');
  await reach('other preview', 'http://other-preview.localhost:OWN/');
  await reach('metadata', 'http://169.254.169.254/latest/meta-data/');
  await reach('ipv6 loopback', 'http://[::1]:CANARY/six');
  await image('image', 'http://127.0.0.1:CANARY/image');
  await socket('web socket', 'ws://127.0.0.1:CANARY/socket');
  navigator.sendBeacon('http://127.0.0.1:CANARY/beacon', 'x');
  note('probe', 'finished');
})();
</script>"""


class Recorder(http.server.BaseHTTPRequestHandler):
    """Answers everything and remembers who came."""

    seen: list[str]
    page: str

    def do_GET(self) -> None:
        self.seen.append(f"{self.headers['Host']}{self.path}")
        content = self.page.encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def do_POST(self) -> None:
        self.do_GET()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        """Say nothing."""


def serve(page: str) -> tuple[http.server.ThreadingHTTPServer, list[str]]:
    seen: list[str] = []
    handler = type("Handler", (Recorder,), {"seen": seen, "page": page})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server, seen


@pytest.fixture
def canary() -> Iterator[tuple[int, list[str]]]:
    server, seen = serve("a service of this host")
    yield server.server_address[1], seen
    server.shutdown()
    server.server_close()


@pytest.fixture
def preview(canary: tuple[int, list[str]]) -> Iterator[Target]:
    server, _ = serve("")
    own = server.server_address[1]
    server.RequestHandlerClass.page = PAGE.replace("CANARY", str(canary[0])).replace("OWN", str(own))  # type: ignore[attr-defined]
    yield Target(host="probe-preview.localhost", address="127.0.0.1", port=own, cookie=None)
    server.shutdown()
    server.server_close()


async def outcome_of(target: Target, *steps: BrowserStep, setup: tuple[HttpStep, ...] = ()) -> Outcome:
    checker = ChromiumChecker(browser_path=CHROMIUM)
    assert checker.available, "Chromium is missing, or the tests run as root; ./vibecaas test sees to both"
    check = BrowserCheck(id="probe", title="Probe", setup=setup, steps=steps)
    [(_, outcome)] = [pair async for pair in checker.run([check], target)]
    return outcome


def sees(text: str) -> BrowserStep:
    return BrowserStep(action="expect_visible", target=Locator(text=text))


@pytest.mark.anyio
async def test_it_is_expected_before_it_is_there_and_there_once_it_starts(tmp_path: Path) -> None:
    """A package that is half installed has its program already, and that cannot start."""
    place = tmp_path / "chromium"
    checker = ChromiumChecker(browser_path=place)
    assert (checker.expected, checker.available, await checker.starts()) == (True, False, False)
    place.write_text("#!/bin/sh\nexit 127\n")
    place.chmod(0o755)
    assert (checker.available, await checker.starts()) == (True, False)
    place.unlink()
    place.symlink_to(CHROMIUM)
    assert await checker.starts()


@pytest.mark.anyio
async def test_it_does_what_a_person_does_and_keeps_a_picture(preview: Target) -> None:
    outcome = await outcome_of(
        preview,
        BrowserStep(action="goto", value="/"),
        BrowserStep(action="fill", target=Locator(label="Name"), value="Ada"),
        BrowserStep(action="click", target=Locator(role="button", name="Greet")),
        sees("Hello Ada"),
    )
    assert (outcome.passed, outcome.detail) == (True, "")
    assert (outcome.screenshot or b"").startswith(b"\x89PNG")


@pytest.mark.anyio
async def test_what_is_not_there_fails_with_the_step_and_still_has_a_picture(preview: Target) -> None:
    missing = BrowserStep(action="expect_count", target=Locator(role="button"), value=7)
    outcome = await outcome_of(preview, BrowserStep(action="goto", value="/"), missing)
    assert not outcome.passed
    assert "step 2 (expect_count role=button 7)" in outcome.detail
    assert outcome.screenshot is not None


@pytest.mark.anyio
async def test_a_setup_that_fails_is_what_the_outcome_says(preview: Target) -> None:
    setup = HttpStep(method="GET", path="/made", expect_status=(201,))
    outcome = await outcome_of(preview, BrowserStep(action="goto", value="/"), setup=(setup,))
    assert not outcome.passed
    assert outcome.detail.startswith("GET /made: expected 201, got 200")


@pytest.mark.anyio
async def test_a_page_reaches_its_own_origin_and_nothing_else(preview: Target, canary: tuple[int, list[str]]) -> None:
    port, seen = canary
    client = client_for_host(address="127.0.0.1", port=port, host="127.0.0.1", cookie=None, timeout_seconds=5)
    async with client:
        assert (await client.get("/control")).status_code == 200  # the canary can be reached from this host
    assert len(seen) == 1
    outcome = await outcome_of(
        preview,
        BrowserStep(action="goto", value="/"),
        sees("probe: finished"),
        sees("own origin: reached"),
        sees("host loopback: refused"),
        sees("host by name: refused"),
        sees("other preview: refused"),
        sees("metadata: refused"),
        sees("ipv6 loopback: refused"),
        sees("image: refused"),
        sees("web socket: refused"),
    )
    assert (outcome.passed, outcome.detail) == (True, "")
    assert seen == [f"127.0.0.1:{port}/control"]
