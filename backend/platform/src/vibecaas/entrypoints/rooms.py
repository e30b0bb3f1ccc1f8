"""Builds the services of all rooms, lowest storey first, and tells them of each other's events."""

from uuid import UUID

from vibecaas.agents.endpoints import router as agents_router
from vibecaas.agents.service import (
    AgentsListeners,
    AgentsService,
    Builder,
    Gate,
    LaterChecks,
    RunEngine,
    TemplatesService,
    Verifier,
)
from vibecaas.agents.tasks import JOBS as AGENTS_JOBS
from vibecaas.audit.endpoints import router as audit_router
from vibecaas.audit.service import AuditService
from vibecaas.auth.endpoints import router as auth_router
from vibecaas.auth.events import SessionBegun, UserRegistered
from vibecaas.auth.service import AuthService
from vibecaas.entrypoints.edge_routes import edge_app
from vibecaas.entrypoints.house import Container
from vibecaas.entrypoints.identity import make_authenticate, make_still_signed_in
from vibecaas.entrypoints.outside import Outside
from vibecaas.kit.db import Unit
from vibecaas.microvms.endpoints import router as microvms_router
from vibecaas.microvms.schemas import EdgeAddress
from vibecaas.microvms.service import EdgeService, MicrovmsService, PreviewsService, Reconciler
from vibecaas.microvms.service.tokens import CookieSigner
from vibecaas.microvms.tasks import JOBS as MICROVMS_JOBS
from vibecaas.organizations.endpoints import router as organizations_router
from vibecaas.organizations.service import OrganizationsService
from vibecaas.projects.endpoints import ROUTERS as PROJECTS_ROUTERS
from vibecaas.projects.events import (
    FilesChanged,
    ProjectCreated,
    ProjectDeleted,
    ProjectPurged,
    VersionRecorded,
    VersionRestoring,
)
from vibecaas.projects.service import FilesService, ProjectsService, VersionsService
from vibecaas.projects.tasks import JOBS as PROJECTS_JOBS


def fill(house: Container, outside: Outside) -> None:
    """Put every room's services, routes, jobs and listeners into the house."""
    audit = AuditService()
    organizations = _identity(house, outside, audit)
    projects = _projects(house, outside, audit)
    microvms = _microvms(house, outside, audit, projects, organizations)
    _agents(house, outside, audit, projects, microvms)
    house.routers += [
        audit_router,
        auth_router,
        organizations_router,
        *PROJECTS_ROUTERS,
        microvms_router,
        agents_router,
    ]
    house.job_sets += [PROJECTS_JOBS, MICROVMS_JOBS, AGENTS_JOBS]


def _offer(house: Container, *services: object) -> None:
    house.services.update({type(service): service for service in services})


def _identity(house: Container, outside: Outside, audit: AuditService) -> OrganizationsService:
    settings = house.settings
    auth = AuthService(
        passwords=outside.passwords,
        tokens=outside.tokens,
        audit=audit,
        events=house.events,
        system_units=house.system_units,
        public_url=settings.http.public_url,
        min_length=settings.auth.password_min_length,
        open_to_all=settings.auth.registration == "open",
        session_days=settings.auth.refresh_days,
    )
    organizations = OrganizationsService(auth=auth, audit=audit)
    house.events.during(UserRegistered, organizations.begin_personal)
    house.events.during(SessionBegun, organizations.enter)
    house.authenticate = make_authenticate(house.system_units, auth, organizations)
    house.still_signed_in = make_still_signed_in(house.system_units, auth, organizations)
    _offer(house, audit, auth, organizations)
    return organizations


def _projects(house: Container, outside: Outside, audit: AuditService) -> ProjectsService:
    projects = ProjectsService(git=outside.git, audit=audit, events=house.events)
    files = FilesService(git=outside.git, events=house.events, projects=projects, audit=audit)
    versions = VersionsService(git=outside.git, events=house.events, projects=projects, audit=audit)
    _offer(house, projects, files, versions)
    return projects


def _microvms(
    house: Container,
    outside: Outside,
    audit: AuditService,
    projects: ProjectsService,
    organizations: OrganizationsService,
) -> MicrovmsService:
    settings = house.settings
    cookies = CookieSigner(outside.cookie_key)
    edge = EdgeAddress(
        scheme="http",
        port=settings.edge_port,
        suffix=settings.edge.preview_suffix,
        dial_address="127.0.0.1",
        dial_port=settings.edge.port,
    )
    microvms = MicrovmsService(
        host=outside.vm_host,
        projects=projects,
        audit=audit,
        edge=edge,
        cookies=cookies,
        previews_public=settings.edge.previews_public,
        all_drivers=settings.features.microvm,
    )
    previews = PreviewsService(microvms=microvms, projects=projects, audit=audit, edge=edge)
    reconciler = Reconciler(system=house.system_units, app=house.units, host=outside.vm_host, microvms=microvms)

    async def permissions_of(unit: Unit, user_id: UUID, organization_id: UUID) -> frozenset[str]:
        _, _, permissions = await organizations.permissions_of(unit, user_id=user_id, organization_id=organization_id)
        return permissions

    edge_service = EdgeService(cookies=cookies, permissions_of=permissions_of)
    house.edge_app = edge_app(system_units=house.system_units, edge=edge_service)
    house.events.during(ProjectDeleted, microvms.project_deleted)
    house.events.after(ProjectDeleted, "microvms.release")
    house.events.after(ProjectPurged, "microvms.erase")
    house.events.after(FilesChanged, "microvms.sync")
    _offer(house, microvms, previews, reconciler)
    return microvms


def _agents(
    house: Container, outside: Outside, audit: AuditService, projects: ProjectsService, microvms: MicrovmsService
) -> None:
    agents = AgentsService(projects=projects, audit=audit, evidence=outside.evidence)
    gate = Gate(projects=projects)
    verifier = Verifier(
        projects=projects,
        microvms=microvms,
        gate=gate,
        http=outside.http_checker,
        browser=outside.browser_checker,
        evidence=outside.evidence,
    )
    builder = Builder(projects=projects, microvms=microvms, http=outside.http_checker)
    engine = RunEngine(projects=projects, builder=builder, verifier=verifier, agents=agents, events=house.events)
    templates = TemplatesService(optional=house.settings.templates.wanted)
    listeners = AgentsListeners(agents=agents, projects=projects, templates=templates)
    house.events.during(ProjectCreated, listeners.project_created)
    house.events.during(ProjectDeleted, listeners.project_deleted)
    house.events.during(VersionRestoring, listeners.version_restoring)
    house.events.after(VersionRecorded, "agents.look_through")
    _offer(house, agents, engine, gate, templates, LaterChecks(agents=agents, browser=outside.browser_checker))
