"""Checks that a run had to leave out, since the browser was still being installed, are made up for by another run."""

from datetime import timedelta
from uuid import UUID

from vibecaas.agents.models import RunRow
from vibecaas.agents.ports import BrowserChecker
from vibecaas.agents.repository import AgentsRepository
from vibecaas.agents.service.runs import AgentsService
from vibecaas.kit import clock
from vibecaas.kit.db import Actor, Unit, Units
from vibecaas.kit.errors import NotFound
from vibecaas.kit.jobs import Again

LOOK_SECONDS = 5.0
PATIENCE = timedelta(minutes=30)


class LaterChecks:
    """Called by the job `agents.verify_later`."""

    def __init__(self, *, agents: AgentsService, browser: BrowserChecker) -> None:
        self._agents = agents
        self._browser = browser

    async def make_up(self, units: Units, *, organization_id: UUID, run_id: UUID) -> Again | None:
        """Begin the second verification once the browser starts; never, if something newer was asked for."""
        async with units.begin(organization_id) as unit:
            run = await self._waiting(unit, run_id)
        if run is None:
            return None
        if run.finished_at is None or not await self._browser.starts():
            return Again(LOOK_SECONDS)
        async with units.begin(organization_id, Actor(type="agent", id=run.created_by, via="agent")) as unit:
            if await self._waiting(unit, run_id) is not None:
                await self._agents.verify_in_browser(unit, project_id=run.project_id)
        return None

    async def _waiting(self, unit: Unit, run_id: UUID) -> RunRow | None:
        """Return the run if it is still the project's newest, and not waiting in vain."""
        repository = AgentsRepository(unit)
        run = await repository.run(run_id)
        if run is None or (run.finished_at is not None and clock.now() - run.finished_at > PATIENCE):
            return None
        try:
            await self._agents.get(unit, run_id=run_id)
        except NotFound:  # its project lies in the bin
            return None
        newest = await repository.runs(run.project_id, limit=1, before=None)
        return run if newest.rows[0].id == run_id else None
