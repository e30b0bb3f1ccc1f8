"""What projects does later."""

from vibecaas.kit.jobs import Again, JobContext, JobSet
from vibecaas.projects.service import ProjectsService

JOBS = JobSet()


@JOBS.job("projects.purge", timeout_seconds=120)
async def purge(context: JobContext) -> Again | None:
    """Erase a project whose time in the bin is over: its rows, then its history."""
    projects, project_id = context.use(ProjectsService), context.uuid("project_id")
    async with context.units.begin(context.organization_id) as unit:
        gone = await projects.purge(unit, project_id=project_id)
    if gone:
        await projects.erase_history(project_id=project_id)
    return None
