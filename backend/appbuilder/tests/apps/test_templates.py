"""Apps of every template really run: their own tests, all their checks, and what is served when they are built."""

import shutil
import subprocess
from pathlib import Path

import pytest

from appbuilder.checks import BrowserCheck, HttpCheck, acceptance_checks
from appbuilder.spec import AppSpec

from ..template_examples import KINDS, bakery, tickets
from .browsing import browse
from .checking import CheckFailed, do_check
from .conftest import write_app
from .running import RunningApp, running, serving

pytestmark = pytest.mark.slow


def own_tests(place: Path, env: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["./run", "test"], cwd=place, env=env, capture_output=True, text=True, check=False)


def check(app: RunningApp, spec: AppSpec) -> list[str]:
    """Does all checks; the ids of those that fail."""
    failed = []
    for each in acceptance_checks(spec):
        try:
            browse(app, each) if isinstance(each, BrowserCheck) else do_check(app, each)
        except (CheckFailed, AssertionError):
            failed.append(each.id)
    return failed


@pytest.mark.parametrize("name", [each.__name__ for each in (bakery, tickets)])
def test_the_apps_own_tests_pass_and_its_checks_hold(name: str, tmp_path: Path, template: Path) -> None:
    spec = KINDS[name]()
    env = write_app(spec, tmp_path, template)
    result = own_tests(tmp_path, env)
    assert result.returncode == 0, result.stdout + result.stderr
    with running(tmp_path, env, health_path=spec.kind.health_path) as app:
        assert check(app, spec) == []


def test_a_broken_page_fails_the_sites_tests_and_its_check(tmp_path: Path, template: Path) -> None:
    spec = bakery()
    env = write_app(spec, tmp_path, template)
    page = tmp_path / "web/src/HoursPage.tsx"
    page.write_text(page.read_text("utf-8").replace('title="Questions"', 'title="Answers"'), "utf-8")
    assert "not ok 3 - /opening-hours shows what is on it" in own_tests(tmp_path, env).stdout
    with running(tmp_path, env, health_path="/") as app:
        assert check(app, spec) == ["p_hours.page"]


def test_a_built_site_is_served_at_every_address(tmp_path: Path, template: Path) -> None:
    """Without Python, and with what protects visitors."""
    spec = bakery()
    env = write_app(spec, tmp_path, template)
    node = shutil.which("node")
    assert node is not None
    folder = tmp_path / "programs"
    folder.mkdir()
    (folder / "node").symlink_to(node)
    env["PATH"] = f"{folder}:/bin"
    env.pop("APP_PYTHON")
    with serving(tmp_path, env) as app:
        for each in acceptance_checks(spec):
            if isinstance(each, HttpCheck):
                do_check(app, each)
        headers = app.headers("/opening-hours")
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert "default-src 'self'" in headers["Content-Security-Policy"]
    assert (tmp_path / "web/dist/index.html").is_file()
