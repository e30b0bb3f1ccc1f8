"""The AppSpec: everything the builder needs to know about an app."""

from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, model_validator
from pydantic import Field as Setting

from appbuilder.spec.entities import Entity
from appbuilder.spec.fields import Label
from appbuilder.spec.names import snake_case
from appbuilder.spec.pages import Page, check_pages, usual_pages
from appbuilder.spec.theme import Theme

ENTITIES_LIMIT = 12
Sentence = Annotated[str, Setting(min_length=1, max_length=300, pattern=r"^[^\x00-\x1f\x7f{}<>\\\"`$]+$")]


class App(BaseModel):
    """What the app is called. ``slug`` is its name in addresses; ``summary`` is one sentence for people."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: Label
    slug: Annotated[str, Setting(pattern=r"^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$", max_length=40)]
    summary: Sentence


class AppSpec(BaseModel):
    """An app, complete and consistent. ``model_dump_json`` and ``model_validate_json`` are exact inverses.

    Invalid parts raise pydantic's ValidationError; each of its messages says what is wrong and what to do.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    spec_version: Literal[1] = 1
    app: App
    theme: Theme = Theme()
    entities: tuple[Entity, ...] = Setting(min_length=1, max_length=ENTITIES_LIMIT)
    pages: tuple[Page, ...]

    @model_validator(mode="after")
    def _is_consistent(self) -> Self:
        problem = (
            _check_entity_names(self)
            or _check_references(self)
            or _check_required_circle(self)
            or check_pages(self.pages, self.entities)
        )
        if problem:
            raise ValueError(f"The app {self.app.name!r}: {problem}")
        return self

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

    def children(self, entity_id: str) -> tuple[Entity, ...]:
        """The entities with a reference to this one."""
        return tuple(
            entity for entity in self.entities if any(field.reference == entity_id for field in entity.references)
        )


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
    needs = {e.id: {f.reference for f in e.references if f.required} for e in spec.entities}
    while free := {entity for entity, needed in needs.items() if not needed}:
        needs = {entity: needed - free for entity, needed in needs.items() if entity not in free}
    if not needs:
        return None
    names = ", ".join(spec.entity(entity).name for entity in sorted(needs))
    return f"{names} need each other, so nobody could add the first entry; make one of the references optional."


def make_app(name: str, summary: str, *entities: Entity, theme: Theme | None = None) -> AppSpec:
    """An AppSpec with the usual pages for the entities."""
    slug = snake_case(name, fallback="app").replace("_", "-")
    pages = tuple(page for entity in entities for page in usual_pages(entity))
    return AppSpec(
        app=App(name=name, slug=slug, summary=summary), theme=theme or Theme(), entities=entities, pages=pages
    )
