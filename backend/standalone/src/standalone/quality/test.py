"""`test`: the suites, never as root; the last line says how many tests passed and failed."""

from __future__ import annotations

import argparse
import time
import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from standalone import layout as layouts
from standalone.problems import Problem
from standalone.quality.workspace import Workspace, install_images, install_product, prepare

NO_TESTS_FOUND = 5
FAST = "not e2e and not fault and not slow and not exhaustive"


@dataclass(frozen=True)
class Outcome:
    """What one runner reported."""

    name: str
    passed: int
    failed: int
    seconds: float


@dataclass(frozen=True)
class Runner:
    """One program that runs tests.

    markers: pytest's selection. parallel: spread over two processes. needs: what must be installed before.
    """

    name: str
    markers: str = ""
    parallel: bool = False
    needs: Literal["nothing", "template", "every template", "product"] = "template"


UNIT = Runner("unit and integration tests", FAST, parallel=True)
SLOW = Runner("slow tests", "slow and not e2e and not fault and not exhaustive", parallel=True, needs="every template")
EXHAUSTIVE = Runner("exhaustive tests", "exhaustive", parallel=True)
MAIN_PATH = Runner("main end-to-end flow", "e2e and not slow", needs="product")
END_TO_END = Runner("end-to-end tests", "e2e", needs="product")
FAULTS = Runner("fault tests", "fault and not e2e", needs="product")
WEB = Runner("web app's tests", needs="nothing")

SUITES: dict[str, tuple[Runner, ...]] = {
    "default": (UNIT, WEB, MAIN_PATH),
    "fast": (UNIT, WEB),
    "e2e": (END_TO_END,),
    "fault": (FAULTS,),
    "exhaustive": (EXHAUSTIVE,),
    "full": (UNIT, SLOW, WEB, FAULTS, END_TO_END),
}


def main(argv: list[str]) -> int:
    """Run the command; 0 when everything passed."""
    words = argparse.ArgumentParser(prog="vibecaas test", description="Run tests.")
    words.add_argument("--suite", choices=sorted(SUITES), default="default", help="default: fast and the main flow")
    words.add_argument("paths", nargs="*", help="only these files or folders (Python suites)")
    options = words.parse_args(argv)
    layout = layouts.discover()
    workspace = prepare(layout, browser=True)
    chosen = [runner for runner in SUITES[options.suite] if not (options.paths and runner is WEB)]
    outcomes = [_run_installed(layout, workspace, runner, options.paths) for runner in chosen]
    print(f"\nsuite {options.suite}:")
    for outcome in outcomes:
        text = f"{outcome.passed:>6} passed {outcome.failed:>4} failed {outcome.seconds:7.1f} s"
        print(f"  {outcome.name:<28}{text}")
    passed, failed = (sum(getattr(outcome, name) for outcome in outcomes) for name in ("passed", "failed"))
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


def _run_installed(layout: layouts.Layout, workspace: Workspace, runner: Runner, paths: list[str]) -> Outcome:
    """Install what the tests need, once; without it they count as failed."""
    began = time.monotonic()
    try:
        if runner.needs in {"template", "every template"}:
            images = ["fullstack", "nextjs"] if runner.needs == "every template" else ["fullstack"]
            install_images(layout, workspace, images)
        elif runner.needs == "product":
            install_product(layout, workspace)
    except Problem as problem:
        print("\n".join(problem.lines()), flush=True)
        return Outcome(runner.name, 0, 1, time.monotonic() - began)
    return _run(workspace, runner, paths)


def _run(workspace: Workspace, runner: Runner, paths: list[str]) -> Outcome:
    print(f"\n--- {runner.name} ---", flush=True)
    report = workspace.reports / f"{runner.name.split(maxsplit=1)[0]}.xml"
    report.unlink(missing_ok=True)
    command: Callable[[], int] = (
        (lambda: _vitest(workspace, report)) if runner is WEB else (lambda: _pytest(workspace, runner, report, paths))
    )
    began = time.monotonic()
    code = command()
    return count(runner.name, report, code, time.monotonic() - began)


def _pytest(workspace: Workspace, runner: Runner, report: Path, paths: list[str]) -> int:
    spread = ["-n", "2", "--dist", "loadfile"] if runner.parallel else []
    argv = [str(workspace.python), "-m", "pytest", "-q", "-ra", "-m", runner.markers, *spread]
    code = workspace.run([*argv, f"--junitxml={report}", *paths]).returncode
    return 0 if code == NO_TESTS_FOUND and runner is not UNIT else code


def _vitest(workspace: Workspace, report: Path) -> int:
    argv = [str(workspace.frontend / "node_modules/.bin/vitest"), "run", "--reporter=default", "--reporter=junit"]
    return workspace.run([*argv, f"--outputFile.junit={report}"], cwd=workspace.frontend).returncode


def count(name: str, report: Path, code: int, seconds: float) -> Outcome:
    """Read a JUnit report. A runner that failed without a failed test, or left no report, counts as one failure."""
    passed = failed = 0
    if report.exists():
        for case in ET.parse(report).getroot().iter("testcase"):  # noqa: S314  see the import
            if case.find("failure") is not None or case.find("error") is not None:
                failed += 1
            elif case.find("skipped") is None:
                passed += 1
    elif code == 0:
        code = 1
    if code != 0 and failed == 0:
        failed = 1
    return Outcome(name, passed, failed, seconds)
