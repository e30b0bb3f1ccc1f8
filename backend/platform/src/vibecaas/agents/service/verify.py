"""The step that proves: the files, the app's own tests, checks over HTTP and in a browser; each with its evidence."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from appbuilder.checks import acceptance_checks
from appbuilder.spec import AppSpec
from vibecaas.agents.ports import BrowserChecker, EvidenceStore, HttpChecker, Outcome, Target
from vibecaas.agents.repository import AgentsRepository
from vibecaas.agents.schemas import BrowserCheck, HttpCheck
from vibecaas.agents.service import views
from vibecaas.agents.service.gate import OWN_TESTS, Gate, Scan, judged
from vibecaas.agents.service.plans import SPEC_PATH
from vibecaas.agents.service.work import StepFailed
from vibecaas.kit import clock, faults, ids, streams
from vibecaas.kit.jobs import enqueue
from vibecaas.microvms.service import MicrovmsService
from vibecaas.projects.service import ProjectsService

if TYPE_CHECKING:
    from vibecaas.agents.service.engine import RunSession

OWN_TESTS_TIMEOUT_SECONDS = 120.0
SHOWN_CHARACTERS = 2000
VERIFY_LATER = "agents.verify_later"


class Verifier:
    """Runs a spec's acceptance checks against the running app."""

    def __init__(
        self,
        *,
        projects: ProjectsService,
        microvms: MicrovmsService,
        gate: Gate,
        http: HttpChecker,
        browser: BrowserChecker,
        evidence: EvidenceStore,
    ) -> None:
        self._projects = projects
        self._microvms = microvms
        self._gate = gate
        self._http = http
        self._browser = browser
        self._evidence = evidence

    async def test(self, session: "RunSession", _step_id: UUID) -> None:
        """Run what has not been run yet; StepFailed names what does not hold."""
        commit = await self._commit(session)
        spec = await self._spec(session, commit)
        async with session.write() as (unit, _run):
            done = {row.check_id for row in await AgentsRepository(unit).checks(session.run_id)}
            target = await self._microvms.check_target(unit, project_id=session.project_id)
        checks = [check for check in acceptance_checks(spec) if check.id not in done]
        where = Target.model_validate(target.model_dump())
        for scan in await self._gate.scan(project_id=session.project_id, commit=commit):
            if scan.check_id not in done:
                await self._store(session, scan.check_id, _scanned(scan))
        for check in checks:
            if isinstance(check, HttpCheck):
                await self._record(session, check, await self._http.run(check, where))
        await self._in_browser(session, [one for one in checks if isinstance(one, BrowserCheck)], where)
        if OWN_TESTS not in done:
            await self._own_tests(session)
        await self._judge(session, spec, commit)

    async def _commit(self, session: "RunSession") -> str:
        """Return the commit that the run has started."""
        async with session.write() as (unit, _run):
            steps = await AgentsRepository(unit).steps(session.run_id)
        started = next(step.parents for step in steps if step.kind == "integrate")
        if not started or started["main"] is None:
            raise StepFailed("nothing_built", "There is no app to check yet; ask for one.")
        commit: str = started["main"]
        return commit

    async def _spec(self, session: "RunSession", commit: str) -> AppSpec:
        """Return what the app should be: by the run's plan, or by the files if the run only checks."""
        async with session.write() as (_unit, run):
            if run.plan is not None:
                return AppSpec.model_validate(run.plan["spec"])
        stored = await self._projects.read_file(project_id=session.project_id, path=SPEC_PATH, revision=commit)
        try:
            return AppSpec.model_validate_json(stored or b"")
        except ValueError as error:
            message = f"{SPEC_PATH} was edited and does not describe an app any more: {error}"
            raise StepFailed("spec_invalid", message) from error

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

    async def _judge(self, session: "RunSession", spec: AppSpec, commit: str) -> None:
        """Say what the checks mean for the version, if nobody saved a file meanwhile: the app would be another one."""
        still = (await self._projects.build_parents(project_id=session.project_id)).main == commit
        async with session.write() as (unit, run):
            rows = await AgentsRepository(unit).checks(session.run_id)
            if still:
                publishable = judged(spec, rows, run_id=run.id)
                await self._projects.judge_version(
                    unit, project_id=session.project_id, commit=commit, publishable=publishable
                )
            if self._browser.expected and any(row.status == "skipped" for row in rows) and run.mode == "build":
                await enqueue(unit, VERIFY_LATER, {"run_id": run.id})
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


def _scanned(scan: Scan) -> dict[str, Any]:
    outcome = Outcome(passed=not scan.findings, detail=scan.detail[:SHOWN_CHARACTERS], duration_ms=0, screenshot=None)
    return _values("scan", scan.title, "backend", outcome)


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
