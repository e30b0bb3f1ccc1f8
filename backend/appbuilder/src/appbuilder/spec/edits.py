"""Edits for follow-ups: each takes a spec and returns a new, valid one; ids stay, names may change."""

from collections.abc import Callable
from typing import Any, TypeVar

from pydantic import BaseModel

from appbuilder.spec.app import AppSpec
from appbuilder.spec.entities import Entity, Sort, usual_title
from appbuilder.spec.fields import Field
from appbuilder.spec.names import label_of, new_id
from appbuilder.spec.pages import Page, usual_pages

Model = TypeVar("Model", bound=BaseModel)


def _with(model: Model, **changes: Any) -> Model:  # noqa: ANN401 - values of any setting, validated again
    return type(model).model_validate({name: getattr(model, name) for name in type(model).model_fields} | changes)


def _replace_entity(spec: AppSpec, entity_id: str, change: Callable[[Entity], Entity]) -> AppSpec:
    spec.entity(entity_id)
    changed = tuple(change(entity) if entity.id == entity_id else entity for entity in spec.entities)
    return _with(spec, entities=changed)


def _earlier(previous: tuple[str, ...], old: str, new: str) -> tuple[str, ...]:
    return tuple(name for name in (*previous, old) if name != new)


def add_field(spec: AppSpec, entity_id: str, field: Field) -> AppSpec:
    """Adds a field at the end; it gets another id if a field that was renamed holds the one it brings."""
    entity = spec.entity(entity_id)
    identifier = new_id("f", field.name, {existing.id for existing in entity.fields})
    added = _with(field, id=identifier)
    return _replace_entity(spec, entity_id, lambda old: _with(old, fields=(*old.fields, added)))


def replace_field(spec: AppSpec, entity_id: str, field: Field) -> AppSpec:
    """Puts the field in the place of the one with the same id (other rules, label or options)."""
    spec.entity(entity_id).field(field.id)
    return _replace_entity(
        spec,
        entity_id,
        lambda old: _with(old, fields=tuple(field if each.id == field.id else each for each in old.fields)),
    )


def rename_field(spec: AppSpec, entity_id: str, field_id: str, name: str, *, label: str | None = None) -> AppSpec:
    """Renames a field; its entries' values stay, because its id does."""
    old = spec.entity(entity_id).field(field_id)
    earlier = _earlier(old.previous_names, old.name, name)
    return replace_field(spec, entity_id, _with(old, name=name, label=label or label_of(name), previous_names=earlier))


def remove_field(spec: AppSpec, entity_id: str, field_id: str) -> AppSpec:
    """Removes a field and what leans on it (title, status, order, totals); stored values stay in the database."""
    spec.entity(entity_id).field(field_id)

    def without(entity: Entity) -> Entity:
        fields = tuple(field for field in entity.fields if field.id != field_id)
        return _with(
            entity,
            fields=fields,
            title_field=usual_title(fields) if entity.title_field == field_id else entity.title_field,
            status_field=None if entity.status_field == field_id else entity.status_field,
            default_sort=Sort() if entity.default_sort.field == field_id else entity.default_sort,
            totals=tuple(total for total in entity.totals if field_id not in (total.field, total.by)),
        )

    return _replace_entity(spec, entity_id, without)


def add_entity(spec: AppSpec, entity: Entity) -> AppSpec:
    """Adds an entity with its usual pages."""
    identifier = new_id("e", entity.name, {existing.id for existing in spec.entities})
    added = _with(entity, id=identifier)
    return _with(spec, entities=(*spec.entities, added), pages=(*spec.pages, *usual_pages(added)))


def rename_entity(spec: AppSpec, entity_id: str, name: str, plural: str) -> AppSpec:
    """Renames an entity, its addresses and the titles that carried its name; its entries stay."""
    old = spec.entity(entity_id)
    renamed = _with(old, name=name, plural=plural, previous_names=_earlier(old.previous_names, old.name, name))
    usual = {page.id: page for page in usual_pages(old)}
    fresh = {page.id: page for page in usual_pages(renamed)}

    def retitled(page: Page) -> Page:
        is_usual = page.id in usual and page.title == usual[page.id].title
        return _with(page, title=fresh[page.id].title) if is_usual else page

    entities = tuple(renamed if entity.id == entity_id else entity for entity in spec.entities)
    return _with(spec, entities=entities, pages=tuple(retitled(page) for page in spec.pages))


def remove_entity(spec: AppSpec, entity_id: str) -> AppSpec:
    """Removes an entity, its pages and the references to it; stored entries stay in the database."""
    spec.entity(entity_id)
    for other in spec.entities:
        for field in other.references:
            if field.reference == entity_id and other.id != entity_id:
                spec = remove_field(spec, other.id, field.id)
    kept = tuple(entity for entity in spec.entities if entity.id != entity_id)
    pages = tuple(page for page in spec.pages if page.entity != entity_id)
    return _with(spec, entities=kept, pages=pages)


def set_theme(spec: AppSpec, **changes: str | None) -> AppSpec:
    """Changes parts of the theme: mode, background, surface, accent, text."""
    return _with(spec, theme=_with(spec.theme, **changes))


def replace_entity(spec: AppSpec, entity: Entity) -> AppSpec:
    """Puts the entity in the place of the one with the same id (behaviours, order, totals)."""
    return _replace_entity(spec, entity.id, lambda _: entity)
