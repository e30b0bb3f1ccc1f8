"""The built house, as entrypoints use it."""

from dataclasses import dataclass, field

from fastapi import APIRouter, Request
from sqlalchemy.ext.asyncio import AsyncEngine
from starlette.types import ASGIApp

from vibecaas.kit.db import Units
from vibecaas.kit.events import Events
from vibecaas.kit.jobs import JobRunner, JobSet
from vibecaas.kit.ratelimit import RateLimiter
from vibecaas.kit.streams import StreamHub
from vibecaas.kit.web import Authenticate, StillSignedIn, Subject
from vibecaas.settings import Settings


async def _nobody(_request: Request) -> Subject | None:
    return None


async def _gone(_subject: Subject) -> bool:
    return False


@dataclass
class Container:
    """What entrypoints use of the built house."""

    settings: Settings
    app_engine: AsyncEngine
    system_engine: AsyncEngine
    units: Units
    system_units: Units
    events: Events
    hub: StreamHub
    rate_limiter: RateLimiter
    services: dict[type, object] = field(default_factory=dict)
    job_sets: list[JobSet] = field(default_factory=list)
    routers: list[APIRouter] = field(default_factory=list)
    authenticate: Authenticate = _nobody
    still_signed_in: StillSignedIn = _gone
    edge_app: ASGIApp | None = None

    def runner(self) -> JobRunner:
        """Make the shell in which this process does jobs."""
        return JobRunner(
            system=self.system_units,
            app=self.units,
            sets=self.job_sets,
            services=self.services,
            lease_seconds=self.settings.jobs.lease_seconds,
        )

    async def close(self) -> None:
        """Close connections."""
        await self.hub.stop()
        await self.app_engine.dispose()
        await self.system_engine.dispose()
