"""The AppSpec: everything the builder needs to know about an app."""

from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, ValidationInfo, field_validator, model_validator
from pydantic import Field as Setting
from pydantic_core import PydanticKnownError

from appbuilder.spec.access import Access, Permissions, check_who
from appbuilder.spec.automation import Job, Webhook, check_job
from appbuilder.spec.computed import check_computed
from appbuilder.spec.entities import Entity
from appbuilder.spec.fields import Label
from appbuilder.spec.names import snake_case
from appbuilder.spec.pages import Page, check_pages, usual_pages
from appbuilder.spec.reports import REPORTS_LIMIT, Report, check_report
from appbuilder.spec.rules import check_rule
from appbuilder.spec.samples import check_samples
from appbuilder.spec.theme import Theme
from appbuilder.templates import TEMPLATES, Template, TemplateId

ENTITIES_LIMIT = 12
Sentence = Annotated[str, Setting(min_length=1, max_length=300, pattern=r"^[^\x00-\x1f\x7f{}<>\\\"`$]+$")]


class App(BaseModel):
    """What the app is called. ``slug`` is its name in addresses; ``summary`` is one sentence for people."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: Label
    slug: Annotated[str, Setting(pattern=r"^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$", max_length=40)]
    summary: Sentence


class AppSpec(BaseModel):
    """An app, complete and consistent. ``template`` is the kind of app it is.

    ``model_dump_json`` and ``model_validate_json`` are exact inverses.

    Invalid parts raise pydantic's ValidationError; each of its messages says what is wrong and what to do.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    spec_version: Literal[1] = 1
    app: App
    template: TemplateId = "fullstack"
    theme: Theme = Theme()
    access: Access = Access()
    entities: tuple[Entity, ...] = Setting(default=(), validate_default=True, max_length=ENTITIES_LIMIT)
    pages: tuple[Page, ...] = ()
    reports: tuple[Report, ...] = Setting(default=(), max_length=REPORTS_LIMIT)
    jobs: tuple[Job, ...] = Setting(default=(), max_length=24)
    webhooks: tuple[Webhook, ...] = Setting(default=(), max_length=24)

    @field_validator("entities")
    @classmethod
    def _has_something_to_keep(cls, entities: tuple[Entity, ...], info: ValidationInfo) -> tuple[Entity, ...]:
        if not entities and TEMPLATES[info.data.get("template", "fullstack")].has_api:
            raise PydanticKnownError("too_short", {"field_type": "Tuple", "min_length": 1, "actual_length": 0})
        return entities

    @model_validator(mode="after")
    def _is_consistent(self) -> Self:
        problem = (
            _check_template(self)
            or _check_entity_names(self)
            or _check_references(self)
            or _check_required_circle(self)
            or _check_people(self)
            or check_computed(self)
            or _check_rules(self)
            or check_samples(self)
            or (check_pages(self.pages, self.entities) if self.kind.has_web else None)
            or _check_blocks(self)
            or _check_parts(self)
        )
        if problem:
            raise ValueError(f"The app {self.app.name!r}: {problem}")
        return self

    @property
    def kind(self) -> Template:
        """What the app's template says of it."""
        return TEMPLATES[self.template]

    def entity(self, entity_id: str) -> Entity:
        """The entity with the id; raises KeyError."""
        for entity in self.entities:
            if entity.id == entity_id:
                return entity
        raise KeyError(f"The app has no entity with the id {entity_id!r}.")

    def find_entity(self, name: str) -> Entity | None:
        """The entity called so (name, plural or label; case does not matter), or None."""
        wanted = snake_case(name)
        return next((entity for entity in self.entities if wanted in (entity.name, entity.plural)), None)

    def page(self, entity_id: str, kind: str) -> Page | None:
        """The entity's page of the kind, or None."""
        return next((page for page in self.pages if page.entity == entity_id and page.kind == kind), None)

    def permissions(self, entity: Entity) -> Permissions | None:
        """Who may do what with the entity's entries; None in an app without accounts, where everybody may."""
        return (entity.permissions or Permissions()) if self.access.has_accounts else None

    def report(self, report_id: str) -> Report:
        """The report with the id; raises KeyError."""
        for report in self.reports:
            if report.id == report_id:
                return report
        raise KeyError(f"The app has no report with the id {report_id!r}.")

    def children(self, entity_id: str) -> tuple[Entity, ...]:
        """The entities with a reference to this one."""
        return tuple(
            entity for entity in self.entities if any(field.reference == entity_id for field in entity.references)
        )


def _check_template(spec: AppSpec) -> str | None:
    kind = spec.kind
    if not kind.has_web and spec.pages:
        return f"the template {kind.id!r} has no pages; remove them, or choose 'fullstack'."
    if kind.has_api:
        return None
    kept = {name for name in ("entities", "reports", "jobs", "webhooks") if getattr(spec, name)}
    kept |= {"accounts"} if spec.access.has_accounts else set()
    return f"a static site has no {min(kept)}; choose the template 'fullstack'." if kept else None


def _check_entity_names(spec: AppSpec) -> str | None:
    ids = [entity.id for entity in spec.entities]
    if len(set(ids)) < len(ids):
        return "two entities have the same id."
    names = [name for entity in spec.entities for name in (entity.name, entity.plural)]
    repeated = sorted({name for name in names if names.count(name) > 1})
    return f"two entities are called {repeated[0]!r}; give one of them another name." if repeated else None


def _check_references(spec: AppSpec) -> str | None:
    ids = {entity.id for entity in spec.entities}
    for entity in spec.entities:
        for field in entity.references:
            if field.reference not in ids:
                return f"field {field.name!r} of {entity.name!r} points to {field.reference!r}, which does not exist."
    return None


def _check_required_circle(spec: AppSpec) -> str | None:
    """Entities that need each other could never get a first entry."""
    needs = {e.id: {f.reference for f in e.references if f.required and not f.many} for e in spec.entities}
    while free := {entity for entity, needed in needs.items() if not needed}:
        needs = {entity: needed - free for entity, needed in needs.items() if entity not in free}
    if not needs:
        return None
    names = ", ".join(spec.entity(entity).name for entity in sorted(needs))
    return f"{names} need each other, so nobody could add the first entry; make one of the references optional."


def _check_people(spec: AppSpec) -> str | None:
    has_accounts = spec.access.has_accounts
    if has_accounts and any(entity.plural == "account" for entity in spec.entities):
        return "'account' is where people sign in; give the entity another plural."
    for entity in spec.entities:
        who = (
            [*entity.permissions.read, *entity.permissions.update, *entity.permissions.delete]
            if entity.permissions
            else []
        )
        named = {field.id for field in entity.fields if field.type == "person"}
        problem = check_who(who, spec.access, named=named)
        moving = [each for move in entity.workflow for each in move.who]
        problem = problem or check_who(moving, spec.access)
        who += moving
        problem = problem or check_who(
            entity.permissions.create if entity.permissions else (), spec.access, may_be_owner=False
        )
        if problem:
            return f"{entity.plural!r}: {problem}"
        if not has_accounts and (who or entity.permissions):
            return f"{entity.plural!r} has permissions, which need accounts."
        if not has_accounts and any(field.type == "person" for field in entity.fields):
            return f"{entity.plural!r} points to a person, and only an app with accounts knows people."
        if not has_accounts and entity.behaviours.follow:
            return f"{entity.plural!r} can be followed only by people with accounts."
    return None


def _check_rules(spec: AppSpec) -> str | None:
    for entity in spec.entities:
        for rule in entity.rules:
            problem = check_rule(spec, entity, rule)
            if problem:
                return f"the rule {rule.id!r} of {entity.name!r}: {problem}"
    return None


def _check_blocks(spec: AppSpec) -> str | None:
    entities, reports, pages = ({each.id for each in part} for part in (spec.entities, spec.reports, spec.pages))
    for page in spec.pages:
        for block in page.blocks:
            problem = None
            if block.kind in {"entries", "form"} and block.entity not in entities:
                problem = f"shows the entity {block.entity!r}"
            elif block.kind == "form" and not spec.entity(block.entity).behaviours.create:
                return f"page {page.title!r} has a form for {block.entity!r}, whose entries cannot be created."
            elif block.kind == "report" and block.report not in reports:
                problem = f"shows the report {block.report!r}"
            elif block.kind == "hero" and block.page is not None and block.page not in pages:
                problem = f"leads to the page {block.page!r}"
            if problem:
                return f"page {page.title!r} {problem}, which the app does not have."
    return None


def _check_parts(spec: AppSpec) -> str | None:
    for what, parts in (("reports", spec.reports), ("jobs", spec.jobs), ("webhooks", spec.webhooks)):
        ids = [part.id for part in parts]
        if len(set(ids)) < len(ids):
            return f"two {what} have the same id."
    for report in spec.reports:
        problem = check_report(spec, report)
        if problem:
            return f"the report {report.title!r}: {problem}"
    for job in spec.jobs:
        problem = check_job(spec, job)
        if problem:
            return f"the job {job.title!r}: {problem}"
    known = {entity.id for entity in spec.entities}
    unknown = [webhook.entity for webhook in spec.webhooks if webhook.entity not in known]
    return f"a webhook is about {unknown[0]!r}, which the app does not have." if unknown else None


def make_app(name: str, summary: str, *entities: Entity, theme: Theme | None = None, **parts: Any) -> AppSpec:  # noqa: ANN401
    """An AppSpec with the usual pages for the entities; ``parts`` are others of AppSpec, such as ``access``."""
    slug = snake_case(name, fallback="app").replace("_", "-")
    usual: dict[str, Any] = {"pages": tuple(page for entity in entities for page in usual_pages(entity))}
    app = App(name=name, slug=slug, summary=summary)
    return AppSpec(app=app, theme=theme or Theme(), entities=entities, **(usual | parts))
