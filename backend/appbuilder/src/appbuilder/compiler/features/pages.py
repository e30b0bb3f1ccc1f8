"""Reports, what content pages are made of, and the views of lists."""

from collections.abc import Callable

from appbuilder.compiler.features.model import AppParts, Feature, anywhere
from appbuilder.compiler.layouts import has_views, image_of, shapes_of, wizard_steps
from appbuilder.spec import AppSpec, Entity


def _has_content(spec: AppSpec) -> bool:
    return bool(spec.reports) or any(page.kind == "content" for page in spec.pages)


def _reports(_: AppSpec) -> AppParts:
    return AppParts(modules=("from app.extras import insights",), routers=("insights.router",))


def _has_cover(spec: AppSpec, entity: Entity) -> bool:
    """Whether a content page shows the entity's entries with their pictures."""
    blocks = [each for page in spec.pages for each in page.blocks]
    is_shown = any(each.kind == "entries" and each.entity == entity.id for each in blocks)
    return is_shown and image_of(entity) is not None


def _has(shape: str) -> Callable[[AppSpec], bool]:
    return lambda spec: any(shape in shapes_of(spec, entity) for entity in spec.entities)


CONTENT = Feature("content", _has_content)
TOTALS = Feature("totals", anywhere(lambda entity: bool(entity.totals)))
INSIGHTS = Feature("insights", lambda spec: bool(spec.reports), _reports)
WIZARD = Feature("wizard", lambda spec: any(wizard_steps(spec, entity) for entity in spec.entities))
VIEWS = Feature("views", lambda spec: any(has_views(spec, entity) for entity in spec.entities))
BOARD = Feature("board", _has("Board"))
CALENDAR = Feature("calendar", _has("Calendar"))
COVERS = Feature("covers", lambda spec: _has("Gallery")(spec) or any(_has_cover(spec, e) for e in spec.entities))
GALLERY = Feature("gallery", _has("Gallery"))
