"""The words of development: how results are counted, which files are looked at, what a change restarts."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from standalone import __main__ as program
from standalone import accounts, layout
from standalone.commands import dev
from standalone.parts import limits
from standalone.quality import test as suites
from standalone.quality import workspace

REPORT = """<testsuites><testsuite>
<testcase name="a"/><testcase name="b"><failure>x</failure></testcase>
<testcase name="c"><error>x</error></testcase><testcase name="d"><skipped/></testcase><testcase name="e"/>
</testsuite></testsuites>"""


def test_a_report_is_counted(tmp_path: Path) -> None:
    report = tmp_path / "r.xml"
    report.write_text(REPORT)
    outcome = suites.count("x", report, 1, 0.5)
    assert (outcome.passed, outcome.failed) == (2, 2)


@pytest.mark.parametrize(("content", "code", "failed"), [(None, 0, 1), (None, 3, 1), ("<t/>", 4, 1), ("<t/>", 0, 0)])
def test_a_runner_that_broke_counts_as_a_failure(tmp_path: Path, content: str | None, code: int, failed: int) -> None:
    report = tmp_path / "r.xml"
    if content:
        report.write_text(content)
    outcome = suites.count("x", report, code, 0.5)
    assert (outcome.passed, outcome.failed) == (0, failed)


def test_the_full_suite_leaves_nothing_out() -> None:
    names = {runner.name for runners in suites.SUITES.values() for runner in runners}
    full = {runner.name for runner in suites.SUITES["full"]}
    # The main path is a part of the end-to-end tests; the exhaustive tests are half an hour of more of the same.
    assert names - full == {suites.MAIN_PATH.name, suites.EXHAUSTIVE.name}


def test_files_that_git_ignores_are_not_copied(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    for name, content in {".gitignore": "ignored\n", "known": "", "new": "", "ignored": ""}.items():
        (tmp_path / name).write_text(content)
    subprocess.run(["git", "-C", str(tmp_path), "add", "known", ".gitignore"], check=True)
    assert sorted(workspace.tracked(tmp_path)) == [".gitignore", "known", "new"]
    (tmp_path / "known").unlink()
    assert sorted(workspace.tracked(tmp_path)) == [".gitignore", "new"]


def test_without_git_everything_but_caches_is_copied(tmp_path: Path) -> None:
    (tmp_path / "node_modules").mkdir()
    (tmp_path / "node_modules" / "x").write_text("")
    (tmp_path / "file").write_text("")
    assert sorted(workspace.tracked(tmp_path)) == ["file"]


def test_a_change_restarts_what_runs_it() -> None:
    api = ("platform", "api")
    assert dev.parts_to_restart({"frontend/src/app/page.tsx"}) == set()
    assert dev.parts_to_restart({"backend/vmcontrol/src/vmcontrol/client.py"}) == {("machine", "vmcontrol")}
    assert api in dev.parts_to_restart({"backend/platform/src/vibecaas/settings.py"})
    assert api in dev.parts_to_restart({"backend/appbuilder/src/appbuilder/planner/rules.py"})


def test_added_removed_and_written_files_are_changes() -> None:
    assert dev.changed({"a": 1, "b": 1, "c": 1}, {"a": 1, "b": 2, "d": 1}) == {"b", "c", "d"}


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert program.main(["help"]) == 0
    shown = capsys.readouterr().out
    assert [word for word in program.COMMANDS if word not in shown] == []


def test_control_groups_are_given_to_the_machines_user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    where = layout.Layout(tmp_path, tmp_path, tmp_path / "vc-1", tmp_path, 8420, 8421)
    account = accounts.Account(name="x", uid=os.getuid(), gid=os.getgid(), extra_gids=(), home="/")
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert limits.delegate(where, account, tmp_path) is None
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    for controller in limits.CONTROLLERS:
        (tmp_path / controller).mkdir()
    assert limits.delegate(where, account, tmp_path) == "vc-1"
    assert all((tmp_path / controller / "vc-1").is_dir() for controller in limits.CONTROLLERS)
    limits.remove(where, tmp_path)
    assert not any((tmp_path / controller / "vc-1").exists() for controller in limits.CONTROLLERS)
