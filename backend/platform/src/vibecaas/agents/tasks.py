"""Jobs of agents."""

from vibecaas.agents.service import RunEngine
from vibecaas.kit.jobs import Again, JobContext, JobSet

JOBS = JobSet()


async def _give_up(context: JobContext) -> None:
    if context.organization_id is not None:
        engine = context.use(RunEngine)
        await engine.give_up(context.units, organization_id=context.organization_id, run_id=context.uuid("run_id"))


@JOBS.job("agents.advance", timeout_seconds=470, max_attempts=5, on_dead=_give_up)
async def advance(context: JobContext) -> Again | None:
    """Work on a run."""
    if context.organization_id is None:
        raise ValueError("a run belongs to an organization")
    engine = context.use(RunEngine)
    return await engine.advance(context.units, organization_id=context.organization_id, run_id=context.uuid("run_id"))
