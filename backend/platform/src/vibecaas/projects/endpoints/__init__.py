"""HTTP of projects, files and versions."""

from vibecaas.projects.endpoints.files import router as files_router
from vibecaas.projects.endpoints.projects import router as projects_router
from vibecaas.projects.endpoints.versions import router as versions_router

ROUTERS = (projects_router, files_router, versions_router)
