"""Checks of the examples that a new app begins with; people may have removed them already."""

from collections.abc import Iterator

from appbuilder.checks.model import BrowserCheck, Expectation, HttpCheck
from appbuilder.checks.steps import get, http_check
from appbuilder.spec import AppSpec, Entity


def http_checks(spec: AppSpec, entity: Entity) -> Iterator[HttpCheck]:
    """The app knows how many examples are left."""
    del spec
    if entity.samples:
        left = Expectation(pointer=f"/{entity.id}", op="at_least", value=0)
        title = f"{entity.plural_label}: the examples are known"
        yield http_check(entity, "samples", title, get("/api/samples", left), area="database")


def browser_checks(spec: AppSpec, entity: Entity) -> Iterator[BrowserCheck]:
    """There are none: what people removed stays away."""
    del spec, entity
    yield from ()
