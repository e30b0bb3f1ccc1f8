"""`GET /api/v1/meta`: what a client must know of an installation before anybody signs in."""

from typing import Annotated, Literal

from fastapi import APIRouter

from vibecaas import __version__
from vibecaas.kit.shapes import Output
from vibecaas.kit.web import Subject, require, room_router
from vibecaas.settings import Settings


class Features(Output):
    """The four flags of the installation."""

    microvm: bool
    domains_flow: bool
    ai_agents: bool
    billing: bool


class Meta(Output):
    """An installation, as far as anybody may know it."""

    object: Literal["meta"]
    version: str
    features: Features
    registration: Literal["open", "closed"]
    model_configured: bool
    console_url: str
    preview_suffix: str


def meta_routes(settings: Settings) -> APIRouter:
    """Make the route; its answer is fixed for the life of the process."""
    router = room_router("meta")
    told = Meta(
        object="meta",
        version=__version__,
        features=Features.model_validate(settings.features),
        registration=settings.auth.registration,
        model_configured=False,  # no model is called in this version
        console_url=settings.http.public_url,
        preview_suffix=settings.edge.preview_suffix,
    )

    @router.get("/meta", operation_id="meta_get", openapi_extra={"x-audit-event": "none"})
    async def get_meta(_: Annotated[Subject | None, require("public")]) -> Meta:
        """Tell version, switched-on parts, whether anybody may register, and the addresses in use."""
        return told

    return router
