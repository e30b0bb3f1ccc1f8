"""What agents does when others announce something."""

from pydantic import ValidationError

from appbuilder.spec import AppSpec
from vibecaas.agents.repository import AgentsRepository
from vibecaas.agents.schemas import RunSummary
from vibecaas.agents.service.runs import AgentsService
from vibecaas.agents.service.templates import TemplatesService
from vibecaas.agents.service.work import built_files
from vibecaas.kit.db import Unit
from vibecaas.projects.events import ProjectCreated, ProjectDeleted, VersionRestoring
from vibecaas.projects.schemas import FileContent
from vibecaas.projects.service import ProjectsService


class AgentsListeners:
    """Registered by the container; each runs in the announcing transaction."""

    def __init__(self, *, agents: AgentsService, projects: ProjectsService, templates: TemplatesService) -> None:
        self._agents = agents
        self._templates = templates
        self._projects = projects

    async def project_created(self, unit: Unit, event: ProjectCreated) -> RunSummary | None:
        """Start the first run of a project that was asked for in words.

        Raises ValidationFailed when its template is not offered here.
        """
        self._templates.check((await self._projects.get(unit, project_id=event.project_id)).template)
        if event.prompt is None:
            return None
        return await self._agents.begin(
            unit,
            project_id=event.project_id,
            prompt=event.prompt,
            auto_approve=event.auto_approve,
            caused_by="project.created",
        )

    async def project_deleted(self, unit: Unit, event: ProjectDeleted) -> None:
        """Stop what goes on in it."""
        await AgentsRepository(unit).forget_project(event.project_id)

    async def version_restoring(self, unit: Unit, event: VersionRestoring) -> dict[str, FileContent] | None:
        """Answer with the builder's files for the restored spec; None if it describes no app."""
        try:
            spec = AppSpec.model_validate_json(event.files_of_spec)
        except ValidationError:
            return None
        await self._projects.note_template(unit, project_id=event.project_id, template=spec.template)
        return built_files(spec)
