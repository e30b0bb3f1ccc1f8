"""What operators and supervisors ask: does it turn, is it ready, how much does it do."""

from typing import Literal

from fastapi import APIRouter, Response
from prometheus_client import CONTENT_TYPE_LATEST, Counter, Histogram, generate_latest
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from vibecaas import __version__
from vibecaas.entrypoints.house import Container
from vibecaas.kit.errors import DependencyUnavailable
from vibecaas.kit.shapes import Output
from vibecaas.kit.web import describe_errors

REQUESTS = Counter("vibecaas_http_requests_total", "Answers given.", ["method", "route", "status"])
SECONDS = Histogram("vibecaas_http_request_seconds", "Time to answer.", ["method", "route"])


class Health(Output):
    """How this process stands."""

    object: Literal["health"]
    status: Literal["ok"]
    version: str


def observe(method: str, route: str, status: int, seconds: float) -> None:
    """Count one answer."""
    REQUESTS.labels(method, route, str(status)).inc()
    SECONDS.labels(method, route).observe(seconds)


def health_routes(container: Container) -> APIRouter:
    """Make the routes outside `/api/v1`."""
    router = APIRouter(tags=["health"])
    extra = {"x-permission": "public", "x-audit-event": "none", "security": []}

    @router.get("/livez", operation_id="health_live", openapi_extra=extra)
    async def live() -> Health:
        return Health(object="health", status="ok", version=__version__)

    async def ready() -> Health:
        try:
            async with container.app_engine.connect() as connection:
                await connection.execute(text("select 1"))
        except (OSError, SQLAlchemyError) as error:
            detail = "The database does not answer; './vibecaas status' tells more."
            raise DependencyUnavailable("database", detail, private=repr(error)) from error
        return Health(object="health", status="ok", version=__version__)

    errors = describe_errors(DependencyUnavailable)
    for path, name in (("/readyz", "health_ready"), ("/health", "health_check")):
        router.add_api_route(
            path, ready, operation_id=name, response_model=Health, openapi_extra=extra, responses=errors
        )

    @router.get("/metrics", operation_id="health_metrics", response_class=Response, openapi_extra=extra)
    async def metrics() -> Response:
        return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)

    return router
