"""How the entries of an entity are laid out: on its list, on the pages of others, in a calendar."""

from appbuilder.spec import AppSpec, Entity, Field, WizardStep
from appbuilder.spec.pages import calendar_field


def views_of(spec: AppSpec, entity: Entity) -> tuple[str, ...]:
    """The ways in which the entity's list can be seen, the usual one first."""
    page = spec.page(entity.id, "list")
    return tuple(dict.fromkeys((page.layout, *page.views))) if page else ("table",)


def has_views(spec: AppSpec, entity: Entity) -> bool:
    """Whether the list is more than one plain list: a board, a calendar, or several views."""
    views = views_of(spec, entity)
    return len(views) > 1 or views[0] in {"board", "calendar"}


def shape_of(spec: AppSpec, entity: Entity) -> str:
    """``Cards`` or ``Table``: how the entries are laid out where they belong to another entry."""
    views = views_of(spec, entity)
    return "Cards" if views[0] == "cards" or ("cards" in views and "table" not in views) else "Table"


def shapes_of(spec: AppSpec, entity: Entity) -> list[str]:
    """Every layout that the entity needs."""
    own = [view.capitalize() for view in views_of(spec, entity)]
    is_child = any(field.reference for field in entity.links)
    return list(dict.fromkeys([*own, *([shape_of(spec, entity)] if is_child else [])]))


def known_above(spec: AppSpec, entity: Entity, shape: str) -> list[str]:
    """The columns that lists of this shape need not tell where they belong to the entry that the column names."""
    if shape != shape_of(spec, entity):
        return []
    return [field.column for field in entity.references if not field.many]


def calendar_of(spec: AppSpec, entity: Entity) -> Field | None:
    """The date by which entries stand in the list's calendar; None when it has none."""
    field_id = calendar_field(entity) if "calendar" in views_of(spec, entity) else None
    return entity.field(field_id) if field_id else None


def wizard_steps(spec: AppSpec, entity: Entity) -> tuple[WizardStep, ...]:
    """The steps in which a new entry is filled in; none where the form is one page."""
    page = spec.page(entity.id, "form")
    return page.steps if page and entity.behaviours.create else ()


def image_of(entity: Entity) -> Field | None:
    """The image that stands for an entry: the first one."""
    return next((field for field in entity.fields if field.type == "image"), None)


def short_facts(entity: Entity, *, without: tuple[str | None, ...] = (), limit: int = 3) -> list[Field]:
    """The few fields that tell most about an entry where there is little room: the status, then the next ones."""
    left = [
        field
        for field in entity.fields
        if field != entity.name_field and field.id not in without and field.type not in _LONG and not field.many
    ]
    return sorted(left, key=lambda field: field.id != entity.status_field)[:limit]


_LONG = frozenset({"long_text", "url", "email", "phone", "image", "file"})
