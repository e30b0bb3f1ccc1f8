"""Jobs of agents."""

from vibecaas.agents.service import Gate, LaterChecks, RunEngine
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


@JOBS.job("agents.look_through", timeout_seconds=60)
async def look_through(context: JobContext) -> Again | None:
    """Look through the files of a new version for what must not be published."""
    if context.organization_id is None:
        raise ValueError("a version belongs to an organization")
    await context.use(Gate).look_through(
        context.units,
        organization_id=context.organization_id,
        project_id=context.uuid("project_id"),
        commit=context.args["commit"],
    )
    return None


@JOBS.job("agents.verify_later", timeout_seconds=60)
async def verify_later(context: JobContext) -> Again | None:
    """Check in the browser what a run could not, once there is one."""
    if context.organization_id is None:
        raise ValueError("a run belongs to an organization")
    later = context.use(LaterChecks)
    return await later.make_up(context.units, organization_id=context.organization_id, run_id=context.uuid("run_id"))
