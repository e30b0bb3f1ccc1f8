"""What the microvms room does later: start, follow changed files, erase, compare with the host."""

from vibecaas.kit.errors import NotFound
from vibecaas.kit.jobs import Again, JobContext, JobSet
from vibecaas.microvms.service import MicrovmsService, Reconciler

JOBS = JobSet()


async def _start(context: JobContext) -> None:
    if context.organization_id is None:
        raise RuntimeError(f"job {context.id} names no organization")
    project_id = context.uuid("project_id")
    try:
        await context.use(MicrovmsService).bring_up(
            context.units, organization_id=context.organization_id, project_id=project_id
        )
    except NotFound:  # deleted meanwhile: there is nothing to start
        return


@JOBS.job("microvms.wake", timeout_seconds=240)
async def wake(context: JobContext) -> Again | None:
    """Start the machine of a project, with its newest files."""
    await _start(context)
    return None


@JOBS.job("microvms.sync", timeout_seconds=240)
async def sync(context: JobContext) -> Again | None:
    """Bring changed files into the machine of a project, if one runs; the next start brings them otherwise."""
    async with context.units.begin(context.organization_id) as unit:
        runs = await context.use(MicrovmsService).files_changed(unit, project_id=context.uuid("project_id"))
    if runs:
        await _start(context)
    return None


@JOBS.job("microvms.release", timeout_seconds=120)
async def release(context: JobContext) -> Again | None:
    """Erase a machine that was deleted, unless the project has a new one; its data stay."""
    microvms, project_id = context.use(MicrovmsService), context.uuid("project_id")
    async with context.units.begin(context.organization_id) as unit:
        free = await microvms.release(unit, project_id=project_id)
    if free:
        await microvms.destroy(project_id=project_id, with_data=False)
    return None


@JOBS.job("microvms.erase", timeout_seconds=120)
async def erase(context: JobContext) -> Again | None:
    """Erase machine and data of a purged project."""
    await context.use(MicrovmsService).destroy(project_id=context.uuid("project_id"), with_data=True)
    return None


@JOBS.job("microvms.reconcile", timeout_seconds=60, max_attempts=1)
async def reconcile(context: JobContext) -> Again | None:
    """Compare what runs with what should run; the scheduler queues this again and again."""
    await context.use(Reconciler).run()
    return None
