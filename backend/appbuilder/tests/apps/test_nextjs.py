"""Apps with Next.js really run: developed, built, and with what protects their visitors."""

import re
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from appbuilder.checks import BrowserCheck, acceptance_checks

from ..template_examples import guestbook
from .browsing import browse, opened
from .checking import do_check
from .conftest import write_app
from .running import RunningApp, free_port, running, serving
from .test_templates import check, own_tests

pytestmark = pytest.mark.slow


def test_a_developed_app_passes_its_own_tests_and_its_checks_hold(tmp_path: Path, nextjs_template: Path) -> None:
    spec = guestbook()
    env = write_app(spec, tmp_path, nextjs_template)
    result = own_tests(tmp_path, env)
    assert result.returncode == 0, result.stdout + result.stderr
    with running(tmp_path, env, health_path=spec.kind.health_path) as app:
        assert check(app, spec) == []


def test_a_built_app_is_served_with_what_protects_its_visitors(tmp_path: Path, nextjs_template: Path) -> None:
    spec = guestbook()
    env = write_app(spec, tmp_path, nextjs_template) | {"API_PORT": str(free_port())}
    with serving(tmp_path, env, wait_seconds=120) as app:
        for each in acceptance_checks(spec):
            browse(app, each) if isinstance(each, BrowserCheck) else do_check(app, each)
        assert "Say hello" in app.request("GET", "/")[1]
        assert "<title>Entries</title>" in app.request("GET", "/entries")[1]
        headers = app.headers("/")
        policy = headers["Content-Security-Policy"]
        [nonce] = re.findall(r"'nonce-([\w-]+)'", policy)
        assert "unsafe" not in policy
        assert nonce != re.findall(r"'nonce-([\w-]+)'", app.headers("/")["Content-Security-Policy"])[0]
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert "X-Powered-By" not in headers
        assert refused_scripts(app) == []
        assert add(app, origin=app.origin) == 201
        assert add(app, origin="http://elsewhere.example") == 403


def refused_scripts(app: RunningApp) -> list[str]:
    """What the browser says about the pages' own policy."""
    said: list[str] = []
    with opened(app.origin) as page:
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        for address in ("/", "/entries", "/entries/new"):
            page.goto(address, wait_until="networkidle")
    return said


def add(app: RunningApp, *, origin: str) -> int:
    """The status of an entry that a page of the origin sends, from a browser that tells nothing more of itself."""
    headers = {"Content-Type": "application/json", "Origin": origin}
    body = b'{"name": "Ann", "message": "Hello"}'
    request = urllib.request.Request(f"{app.origin}/api/entries", body, headers, method="POST")  # noqa: S310 - our own
    try:
        with urllib.request.urlopen(request, timeout=10) as response:  # noqa: S310 - our own
            return int(response.status)
    except urllib.error.HTTPError as error:
        return error.code
