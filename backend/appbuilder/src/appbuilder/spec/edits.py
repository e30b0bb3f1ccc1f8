"""Edits for follow-ups: each takes a spec and returns a new, valid one; ids stay, names may change."""

from collections.abc import Callable

from appbuilder.spec.app import AppSpec
from appbuilder.spec.changing import changed
from appbuilder.spec.entities import Entity
from appbuilder.spec.expressions import rename_in, rename_plural_in
from appbuilder.spec.fields import Field
from appbuilder.spec.names import label_of, new_id
from appbuilder.spec.pages import Page, usual_pages


def _entities_with(spec: AppSpec, entity_id: str, change_one: Callable[[Entity], Entity]) -> tuple[Entity, ...]:
    spec.entity(entity_id)
    return tuple(change_one(entity) if entity.id == entity_id else entity for entity in spec.entities)


def _replace_entity(spec: AppSpec, entity_id: str, change_one: Callable[[Entity], Entity]) -> AppSpec:
    return changed(spec, entities=_entities_with(spec, entity_id, change_one))


def _earlier(previous: tuple[str, ...], old: str, new: str) -> tuple[str, ...]:
    return tuple(name for name in (*previous, old) if name != new)


def add_field(spec: AppSpec, entity_id: str, field: Field) -> AppSpec:
    """Adds a field at the end; it gets another id if a field that was renamed holds the one it brings."""
    entity = spec.entity(entity_id)
    identifier = new_id("f", field.name, {existing.id for existing in entity.fields})
    added = changed(field, id=identifier)
    pages = tuple(_on_the_last_step(page, added) if page.entity == entity_id else page for page in spec.pages)
    entities = _entities_with(spec, entity_id, lambda old: changed(old, fields=(*old.fields, added)))
    return changed(spec, entities=entities, pages=pages)


def _on_the_last_step(page: Page, field: Field) -> Page:
    if not page.steps or field.type == "computed":
        return page
    *others, last = page.steps
    return changed(page, steps=(*others, changed(last, fields=(*last.fields, field.id))))


def replace_field(spec: AppSpec, entity_id: str, field: Field) -> AppSpec:
    """Puts the field in the place of the one with the same id (other rules, label or options)."""
    spec.entity(entity_id).field(field.id)
    return _replace_entity(
        spec,
        entity_id,
        lambda old: changed(old, fields=tuple(field if each.id == field.id else each for each in old.fields)),
    )


def rename_field(spec: AppSpec, entity_id: str, field_id: str, name: str, *, label: str | None = None) -> AppSpec:
    """Renames a field, also where expressions and samples name it; its entries' values stay, because its id does."""
    entity = spec.entity(entity_id)
    old = entity.field(field_id)
    earlier = _earlier(old.previous_names, old.name, name)
    new = changed(old, name=name, label=label or label_of(name), previous_names=earlier)

    def renamed(other: Entity) -> Entity:
        plural = None if other.id == entity_id else entity.plural
        fields = tuple(
            changed(each, expression=rename_in(each.expression, old.name, name, plural=plural))
            if each.expression
            else each
            for each in other.fields
        )
        if other.id != entity_id:
            return changed(other, fields=fields)
        samples = tuple(
            {name if key == old.name else key: value for key, value in each.items()} for each in other.samples
        )
        fields = tuple(new if each.id == field_id else each for each in fields)
        return changed(other, fields=fields, samples=samples)

    return changed(spec, entities=tuple(renamed(each) for each in spec.entities))


def _rewritten(field: Field, rewrite: Callable[[str], str]) -> Field:
    return changed(field, expression=rewrite(field.expression)) if field.expression else field


def add_entity(spec: AppSpec, entity: Entity) -> AppSpec:
    """Adds an entity, with its usual pages if the app has any."""
    identifier = new_id("e", entity.name, {existing.id for existing in spec.entities})
    added = changed(entity, id=identifier)
    pages = usual_pages(added) if spec.kind.has_web else ()
    return changed(spec, entities=(*spec.entities, added), pages=(*spec.pages, *pages))


def rename_entity(spec: AppSpec, entity_id: str, name: str, plural: str) -> AppSpec:
    """Renames an entity, its addresses and the titles that carried its name; its entries stay."""
    old = spec.entity(entity_id)
    renamed = changed(old, name=name, plural=plural, previous_names=_earlier(old.previous_names, old.name, name))
    usual = {page.id: page for page in usual_pages(old)}
    fresh = {page.id: page for page in usual_pages(renamed)}

    def retitled(page: Page) -> Page:
        is_usual = page.id in usual and page.title == usual[page.id].title
        return changed(page, title=fresh[page.id].title) if is_usual else page

    def looking(entity: Entity) -> Entity:
        fields = tuple(
            _rewritten(each, lambda text: rename_plural_in(text, old.plural, plural)) for each in entity.fields
        )
        return changed(entity, fields=fields)

    entities = tuple(looking(renamed if entity.id == entity_id else entity) for entity in spec.entities)
    return changed(spec, entities=entities, pages=tuple(retitled(page) for page in spec.pages))


def set_theme(spec: AppSpec, **changes: str | None) -> AppSpec:
    """Changes parts of the theme: mode, background, surface, accent, text."""
    return changed(spec, theme=changed(spec.theme, **changes))


def replace_entity(spec: AppSpec, entity: Entity) -> AppSpec:
    """Puts the entity in the place of the one with the same id (behaviours, order, totals)."""
    return _replace_entity(spec, entity.id, lambda _: entity)
