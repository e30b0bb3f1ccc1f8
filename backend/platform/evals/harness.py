"""Builds each request, runs its checks against the running app, and reports rates per area; no model judges."""

import asyncio
import shutil
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from evals.loading import EvalRequest, NotInApp, fit

from appbuilder.checks import BrowserCheck, HttpCheck
from appbuilder.spec import AppSpec
from vibecaas.adapters.browser_checker import ChromiumChecker
from vibecaas.adapters.http_checker import RealHttpChecker
from vibecaas.agents.ports import Target
from vibecaas.entrypoints.cli.client import ApiClient

AREAS = ("frontend", "backend", "database")
RUN_SECONDS = 180.0
POLL_SECONDS = 0.2


@dataclass
class Report:
    """What one request came to. `results`: per check its area, title and what was wrong (empty if nothing)."""

    request: EvalRequest
    status: str = ""
    starts: bool = False
    wall_seconds: float = 0.0
    results: list[tuple[str, str, str]] = field(default_factory=list)

    def rate(self, area: str) -> tuple[int, int]:
        """Return how many checks of an area hold, and how many there are."""
        own = [problem for where, _, problem in self.results if where == area]
        return sum(not problem for problem in own), len(own)


def build(client: ApiClient, request: EvalRequest, report: Report) -> dict[str, Any]:
    """Ask for the app and wait for the end of its run; returns the project."""
    started = time.monotonic()
    project = client.post("/projects", {"prompt": request.prompt, "auto_approve": True})
    run_id = project["latest_run"]["id"]
    while (run := client.get(f"/runs/{run_id}"))["finished_at"] is None:
        if time.monotonic() - started > RUN_SECONDS:
            client.post(f"/runs/{run_id}/cancel")
        time.sleep(POLL_SECONDS)
    reason = run["reason"]
    report.status = run["status"] if run["status"] == "succeeded" else f"{run['status']}: {reason['message']}"
    report.wall_seconds = time.monotonic() - started
    return client.get(f"/projects/{project['id']}")


async def judge(report: Report, spec: AppSpec, target: Target) -> None:
    """Run the request's checks; one that names a part that the app lacks does not hold."""
    http, browser = [], []
    for check in report.request.checks:
        try:
            fitted = fit(check, spec)
        except NotInApp as missing:
            report.results.append((check.area, check.title, str(missing)))
            continue
        if isinstance(fitted, HttpCheck):
            http.append(fitted)
        else:
            browser.append(fitted)
    for one in http:
        outcome = await RealHttpChecker().run(one, target)
        report.results.append((one.area, one.title, "" if outcome.passed else outcome.detail))
    await _in_browser(report, browser, target)


async def _in_browser(report: Report, checks: Sequence[BrowserCheck], target: Target) -> None:
    found = shutil.which("chromium")
    checker = ChromiumChecker(browser_path=Path(found) if found else None)
    if not checker.available:
        report.results += [(check.area, check.title, "there is no browser") for check in checks]
        return
    async for check, outcome in checker.run(checks, target):
        report.results.append((check.area, check.title, "" if outcome.passed else outcome.detail))


def evaluate(client: ApiClient, request: EvalRequest) -> Report:
    """Build one request and judge the app; the project is deleted afterwards."""
    report = Report(request)
    project = build(client, request, report)
    preview = project["preview"]
    report.starts = bool(preview) and preview["status"] == "ready"
    if report.starts:
        content = client.send("GET", f"/projects/{project['id']}/files/vibecaas.app.json").content
        port = int(preview["url"].rstrip("/").rsplit(":", 1)[1])
        target = Target(host=preview["host"], address="127.0.0.1", port=port, cookie=None)
        asyncio.run(judge(report, AppSpec.model_validate_json(content), target))
    else:
        report.results = [(check.area, check.title, "the app does not start") for check in request.checks]
    client.send("DELETE", f"/projects/{project['id']}")
    return report


def render(reports: list[Report]) -> str:
    """Return the report as Markdown."""
    lines = ["| request | starts | run | front end | back end | database | seconds |", "|---|---|---|---|---|---|---|"]
    sums: Counter[str] = Counter()
    for report in reports:
        cells = []
        for area in AREAS:
            holds, count = report.rate(area)
            sums[area] += holds
            sums[f"of {area}"] += count
            cells.append(f"{holds}/{count}")
        run = report.status.split(":")[0]
        starts = "yes" if report.starts else "no"
        lines.append(f"| {report.request.id} | {starts} | {run} | {' | '.join(cells)} | {report.wall_seconds:.0f} |")
    starting = sum(report.starts for report in reports)
    lines += ["", f"requests: {len(reports)}", f"starts: {starting}"]
    lines += [f"rate_{area}: {sums[area] / (sums[f'of {area}'] or 1):.2f}" for area in AREAS]
    misses = [
        f"- {report.request.id}: {title} — {problem[:160]}"
        for report in reports
        for _, title, problem in report.results
        if problem
    ]
    return "\n".join([*lines, "", *(["Misses:", "", *misses] if misses else ["No misses."])])
