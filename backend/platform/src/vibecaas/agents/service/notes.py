"""What follows every change of a run: an event for those who watch, a line for the project."""

from vibecaas.agents.models import RunRow, StepRow
from vibecaas.agents.service import views
from vibecaas.kit import streams
from vibecaas.kit.db import Unit
from vibecaas.projects.schemas import ProjectStatus
from vibecaas.projects.service import ProjectsService


def _project_status(row: RunRow, *, built: bool) -> ProjectStatus:
    """A project builds while a run goes on; afterwards it is as good as what the run left behind."""
    if row.finished_at is None:
        return "building"
    if row.status == "failed":
        return "failed"
    return "ready" if built else "empty"


async def tell(unit: Unit, projects: ProjectsService, row: RunRow, type_: str, *, built: bool = True) -> None:
    """Append the run's event and show the run in its project; `built` says whether the project holds an app."""
    summary = views.run_summary(row).model_dump(mode="json")
    await streams.append(unit, row.id, type_, {"run": summary})
    status = _project_status(row, built=built)
    await projects.note_run(unit, project_id=row.project_id, summary=summary, status=status)


async def tell_step(unit: Unit, row: StepRow, type_: str) -> None:
    """Append a step's event."""
    await streams.append(unit, row.run_id, type_, {"step": views.step(row).model_dump(mode="json")})
