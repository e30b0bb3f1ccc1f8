"""What can be done with projects, their files and their versions."""

from vibecaas.projects.service.files import FilesService
from vibecaas.projects.service.projects import ProjectsService
from vibecaas.projects.service.versions import VersionsService

__all__ = ["FilesService", "ProjectsService", "VersionsService"]
