"""Reports, and what content pages are made of."""

from appbuilder.compiler.features.model import AppParts, Feature
from appbuilder.spec import AppSpec


def _has_content(spec: AppSpec) -> bool:
    return bool(spec.reports) or any(page.kind == "content" for page in spec.pages)


def _reports(_: AppSpec) -> AppParts:
    return AppParts(modules=("from app.extras import insights",), routers=("insights.router",))


CONTENT = Feature("content", _has_content)
INSIGHTS = Feature("insights", lambda spec: bool(spec.reports), _reports)
