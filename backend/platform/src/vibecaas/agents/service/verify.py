"""The step that proves: the app's own tests, checks over HTTP, checks in a browser; each with its evidence."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from appbuilder.checks import acceptance_checks
from appbuilder.spec import AppSpec
from vibecaas.agents.ports import BrowserChecker, EvidenceStore, HttpChecker, Outcome, Target
from vibecaas.agents.repository import AgentsRepository
from vibecaas.agents.schemas import BrowserCheck, HttpCheck
from vibecaas.agents.service import views
from vibecaas.agents.service.work import StepFailed
from vibecaas.kit import clock, faults, ids, streams
from vibecaas.microvms.service import MicrovmsService

if TYPE_CHECKING:
    from vibecaas.agents.service.engine import RunSession

OWN_TESTS = "app.own_tests"
OWN_TESTS_TIMEOUT_SECONDS = 120.0
SHOWN_CHARACTERS = 2000
NO_BROWSER = {"code": "no_browser", "message": "There is no Chromium on this machine; see ./vibecaas doctor."}


class Verifier:
    """Runs a spec's acceptance checks against the running app."""

    def __init__(
        self, *, microvms: MicrovmsService, http: HttpChecker, browser: BrowserChecker, evidence: EvidenceStore
    ) -> None:
        self._microvms = microvms
        self._http = http
        self._browser = browser
        self._evidence = evidence

    async def test(self, session: "RunSession", _step_id: UUID) -> None:
        """Run what has not been run yet; StepFailed names what does not hold."""
        async with session.write() as (unit, run):
            spec = AppSpec.model_validate((run.plan or {})["spec"])
            done = {row.check_id for row in await AgentsRepository(unit).checks(session.run_id)}
            target = await self._microvms.check_target(unit, project_id=session.project_id)
        checks = [check for check in acceptance_checks(spec) if check.id not in done]
        where = Target.model_validate(target.model_dump())
        for check in checks:
            if isinstance(check, HttpCheck):
                await self._record(session, check, await self._http.run(check, where))
        await self._in_browser(session, [one for one in checks if isinstance(one, BrowserCheck)], where)
        if OWN_TESTS not in done:
            await self._own_tests(session)
        await self._judge(session)

    async def _in_browser(self, session: "RunSession", checks: list[BrowserCheck], target: Target) -> None:
        if not self._browser.available:
            for check in checks:
                await self._store(session, check.id, _skipped(check))
            return
        async for check, outcome in self._browser.run(checks, target):
            await self._record(session, check, outcome)

    async def _own_tests(self, session: "RunSession") -> None:
        """Run the tests that were generated with the app, inside its machine."""
        started = clock.monotonic_seconds()

        async def heard(text: str) -> None:
            faults.point("command.running")
            async with session.write() as (unit, run):
                await streams.append(unit, run.id, "command.output", {"text": text[-SHOWN_CHARACTERS:]})

        result = await self._microvms.run_command(
            organization_id=session.organization_id,
            project_id=session.project_id,
            argv=("./run", "test"),
            timeout_seconds=OWN_TESTS_TIMEOUT_SECONDS,
            on_output=heard,
        )
        passed = result.exit_code == 0
        outcome = Outcome(
            passed=passed,
            detail="" if passed else result.output[-SHOWN_CHARACTERS:],
            duration_ms=int((clock.monotonic_seconds() - started) * 1000),
            screenshot=None,
        )
        values = _values("command", "The app's own tests pass", "backend", outcome)
        await self._store(session, OWN_TESTS, values)

    async def _record(self, session: "RunSession", check: HttpCheck | BrowserCheck, outcome: Outcome) -> None:
        values = _values(check.kind, check.title, check.area, outcome)
        if outcome.screenshot is not None:
            key = f"{session.organization_id}/{session.run_id}/{ids.new_uuid()}.png"
            await self._evidence.put(key, outcome.screenshot)
            values["evidence_key"] = key
        await self._store(session, check.id, values)

    async def _store(self, session: "RunSession", check_id: str, values: dict[str, Any]) -> None:
        async with session.write() as (unit, run):
            row = await AgentsRepository(unit).put_check(session.run_id, {"check_id": check_id, **values})
            if row.status != "skipped":
                shown = {"check": views.check(row).model_dump(mode="json")}
                await streams.append(unit, run.id, f"check.{row.status}", shown)

    async def _judge(self, session: "RunSession") -> None:
        async with session.write() as (unit, _run):
            rows = await AgentsRepository(unit).checks(session.run_id)
        failed = [row.title for row in rows if row.status == "failed"]
        if failed:
            names = "; ".join(failed[:3])
            raise StepFailed("checks_failed", f"{len(failed)} of {len(rows)} checks do not hold: {names}")


def _values(kind: str, title: str, area: str, outcome: Outcome) -> dict[str, Any]:
    return {
        "title": title,
        "kind": kind,
        "area": area,
        "status": "passed" if outcome.passed else "failed",
        "detail": outcome.detail,
        "reason": None,
        "duration_ms": outcome.duration_ms,
        "evidence_key": None,
    }


def _skipped(check: BrowserCheck) -> dict[str, Any]:
    return {
        "title": check.title,
        "kind": check.kind,
        "area": check.area,
        "status": "skipped",
        "detail": "",
        "reason": {
            "code": "no_browser",
            "message": "There is no Chromium on this machine; 'vibecaas doctor' tells more.",
        },
        "duration_ms": 0,
        "evidence_key": None,
    }
