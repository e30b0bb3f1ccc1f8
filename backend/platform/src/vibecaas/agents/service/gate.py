"""Whether a version may be published: its files are looked through, and every check of this very version held."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from appbuilder.checks import Finding, acceptance_checks, scan_code, scan_secrets
from appbuilder.spec import AppSpec
from vibecaas.agents.models import CheckRow
from vibecaas.kit.db import Units
from vibecaas.kit.shapes import Reason
from vibecaas.projects.schemas import NOT_CHECKED, Publishable
from vibecaas.projects.service import ProjectsService

NO_SECRETS = "app.no_secrets"
SAFE_CODE = "app.safe_code"
OWN_TESTS = "app.own_tests"
BESIDE_THE_SPEC = (NO_SECRETS, SAFE_CODE, OWN_TESTS)
SHOWN = 3
_ACCESS = ".access."
_ADVICE = {
    NO_SECRETS: ("secret_found", "Take it out, and replace it where it came from: versions keep what they held."),
    SAFE_CODE: ("unsafe_code", "Rewrite these lines, then check the version."),
}


@dataclass(frozen=True)
class Scan:
    """One way of looking through an app's files, and what it found: places and kinds, never what stands there."""

    check_id: str
    title: str
    findings: tuple[Finding, ...]

    @property
    def detail(self) -> str:
        """The places, one a line."""
        return "\n".join(
            f"{found.path}{f':{found.line}' if found.line else ''} {found.what}" for found in self.findings
        )


class Gate:
    """Looks through the files of versions as soon as there are any."""

    def __init__(self, *, projects: ProjectsService) -> None:
        self._projects = projects

    async def scan(self, *, project_id: UUID, commit: str) -> tuple[Scan, ...]:
        """Look through the files of a commit; away from the event loop, since there may be many."""
        files = await self._projects.files_at(project_id=project_id, revision=commit)
        return await asyncio.to_thread(scan, files)

    async def look_through(self, units: Units, *, organization_id: UUID, project_id: UUID, commit: str) -> None:
        """Write down what the files of a new version say; whether it works, only a run can tell."""
        scans = await self.scan(project_id=project_id, commit=commit)
        reasons = [_found(one.check_id, one.detail) for one in scans if one.findings]
        verdict = "no" if reasons else "not_checked"
        publishable = Publishable(verdict=verdict, run_id=None, reasons=[*reasons, NOT_CHECKED])
        async with units.begin(organization_id) as unit:
            await self._projects.judge_version(unit, project_id=project_id, commit=commit, publishable=publishable)


def scan(files: Mapping[str, bytes]) -> tuple[Scan, ...]:
    """Look through the files of an app for what must not be published."""
    return (
        Scan(NO_SECRETS, "The files hold no secrets", scan_secrets(files)),
        Scan(SAFE_CODE, "The code has no known ways to break in", scan_code(files)),
    )


def judged(spec: AppSpec, rows: Sequence[CheckRow], *, run_id: UUID) -> Publishable:
    """Say whether the version that a run checked may be published; what did not run did not hold."""
    reasons = list(_reasons(spec, rows))
    return Publishable(verdict="no" if reasons else "yes", run_id=run_id, reasons=reasons)


def _reasons(spec: AppSpec, rows: Sequence[CheckRow]) -> list[Reason]:
    failed = [row for row in rows if row.status == "failed"]
    reasons = [_found(row.check_id, row.detail) for row in failed if row.check_id in _ADVICE]
    reached = [row.title for row in failed if _ACCESS in row.check_id]
    broken = [row.title for row in failed if row.check_id not in _ADVICE and _ACCESS not in row.check_id]
    if reached:
        reasons.append(_reason("access_open", f"People can get at what is not theirs: {_few(reached)}."))
    if broken:
        reasons.append(_reason("checks_failed", f"{_checks(broken, 'do', 'does')} not hold: {_few(broken)}."))
    # An app with accounts has to prove that people keep out of each other's way, even if its spec asks for no check.
    if spec.access.has_accounts and not any(_ACCESS in row.check_id for row in rows):
        reasons.append(_reason("access_not_checked", "No check has tried whether people get at what is not theirs."))
    skipped = [row.title for row in rows if row.status == "skipped"]
    if skipped:
        without = f"{_checks(skipped, 'were', 'was')} skipped. Check the version again when Chromium is here."
        reasons.append(_reason("checks_skipped", without))
    required = {check.id for check in acceptance_checks(spec)}.union(BESIDE_THE_SPEC)
    missing = required - {row.check_id for row in rows}
    if missing:
        reasons.append(
            _reason("checks_missing", f"{_checks(missing, 'have', 'has')} not run. Check the version again.")
        )
    return reasons


def _found(check_id: str, detail: str) -> Reason:
    code, advice = _ADVICE[check_id]
    return _reason(code, f"{_few(detail.splitlines())}. {advice}")


def _reason(code: str, message: str) -> Reason:
    return Reason(code=code, message=message)


def _few(lines: Sequence[str]) -> str:
    more = len(lines) - SHOWN
    return "; ".join(lines[:SHOWN]) + (f" and {more} more" if more > 0 else "")


def _checks(found: Sequence[str] | set[str], many: str, one: str) -> str:
    return f"1 check {one}" if len(found) == 1 else f"{len(found)} checks {many}"
