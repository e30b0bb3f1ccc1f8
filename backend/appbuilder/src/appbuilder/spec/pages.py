"""Pages: which screens an app has, where they are and how they are laid out."""

from collections.abc import Iterable
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, model_validator
from pydantic import Field as Setting

from appbuilder.spec.blocks import Block
from appbuilder.spec.entities import Entity
from appbuilder.spec.fields import DATE_TYPES, Identifier, Label

PageKind = Literal["list", "detail", "form", "content"]
Layout = Literal["cards", "table", "gallery", "board", "calendar", "page", "inline", "wizard", "landing", "dashboard"]
View = Literal["cards", "table", "gallery", "board", "calendar"]
LAYOUTS: dict[str, frozenset[str]] = {
    "list": frozenset({"cards", "table", "gallery", "board", "calendar"}),
    "detail": frozenset({"page"}),
    "form": frozenset({"page", "inline", "wizard"}),
    "content": frozenset({"page", "landing", "dashboard"}),
}
# Addresses that belong to the app's own pages.
_TAKEN_SLUGS = frozenset({"account", "api", "assets", "new", "profile", "register", "shared", "sign-in"})


class WizardStep(BaseModel):
    """One step of a form that is filled in step by step; ``fields`` are ids."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: Label
    fields: Annotated[tuple[Identifier, ...], Setting(min_length=1)]


class Page(BaseModel):
    """One screen: a list, detail page or form of an entity (by id), or a content page.

    A list has a ``layout``, and in ``views`` others that people can switch to; a ``board`` needs a status field,
    a ``calendar`` a date. A form is a ``page`` of its own, ``inline`` beside the list (for short things such as a
    guestbook entry), or a ``wizard`` with ``steps``. A content page stands at ``/slug`` (the empty slug is the home
    page) and is made of ``blocks``. ``in_navigation`` is for lists and content pages.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Identifier
    entity: Identifier | None = None
    kind: PageKind
    title: Label
    layout: Layout
    views: tuple[View, ...] = ()
    steps: tuple[WizardStep, ...] = ()
    slug: Annotated[str, Setting(pattern=r"^(?:[a-z][a-z0-9]*(?:-[a-z0-9]+)*)?$", max_length=40)] | None = None
    blocks: Annotated[tuple[Block, ...], Setting(max_length=20)] = ()
    in_navigation: bool = False

    @model_validator(mode="after")
    def _is_consistent(self) -> Self:
        for check in (_check_layout, _check_content):
            problem = check(self)
            if problem:
                raise ValueError(f"Page {self.title!r}: {problem}")
        return self


def _check_layout(page: Page) -> str | None:
    if page.layout not in LAYOUTS[page.kind]:
        allowed = " or ".join(sorted(LAYOUTS[page.kind]))
        return f"a {page.kind} page is laid out as {allowed}, not {page.layout}."
    if page.in_navigation and page.kind not in {"list", "content"}:
        return "only lists and content pages stand in the navigation."
    if page.views and page.kind != "list":
        return "only a list can be seen in several ways."
    if (page.layout == "wizard") != bool(page.steps):
        return "a wizard has steps, and only a wizard does."
    return None


def _check_content(page: Page) -> str | None:
    is_content = page.kind == "content"
    if is_content == (page.entity is not None):
        return "a content page has no entity, every other page names one."
    if is_content != (page.slug is not None) or is_content != bool(page.blocks):
        return "a content page has a slug and blocks, and only a content page does."
    return f"the address /{page.slug} belongs to the app; choose another one." if page.slug in _TAKEN_SLUGS else None


def route_of(page: Page, entity: Entity | None = None) -> str:
    """The address of a page in the app; an entity's follows its plural."""
    if entity is None:
        return f"/{page.slug or ''}"
    tail = {"list": "", "detail": "/:id", "form": "/new"}[page.kind]
    return f"/{entity.slug}{tail}"


def usual_pages(entity: Entity, *, layout: View | None = None) -> tuple[Page, ...]:
    """The pages an entity usually has: a list, a detail page, and a form if anything can be written.

    Few and long fields become cards, many short ones a table; up to three fields are typed in beside the list.
    """
    has_long_text = any(field.type == "long_text" for field in entity.fields)
    few = len(entity.fields) <= 3  # noqa: PLR2004 - a form of three fields fits beside a list
    chosen = layout or ("cards" if has_long_text and len(entity.fields) <= 6 else "table")  # noqa: PLR2004
    inline = few and chosen == "cards" and not entity.references
    stem = entity.id[2:]
    pages = [
        Page(
            id=f"p_{stem}_list",
            entity=entity.id,
            kind="list",
            title=entity.plural_label,
            layout=chosen,
            in_navigation=True,
        ),
        Page(id=f"p_{stem}_detail", entity=entity.id, kind="detail", title=entity.label, layout="page"),
    ]
    if entity.behaviours.create or entity.behaviours.update:
        pages.append(
            Page(
                id=f"p_{stem}_form",
                entity=entity.id,
                kind="form",
                title=f"New {entity.label.lower()}",
                layout="inline" if inline else "page",
            )
        )
    return tuple(pages)


def check_pages(pages: Iterable[Page], entities: Iterable[Entity]) -> str | None:
    """What is wrong with the pages of these entities, or None."""
    by_id = {entity.id: entity for entity in entities}
    listed = tuple(pages)
    if len({page.id for page in listed}) < len(listed):
        return "two pages have the same id."
    for page in listed:
        if page.entity is not None and page.entity not in by_id:
            return f"page {page.title!r} shows the entity {page.entity!r}, which the app does not have."
        problem = _check_views(page, by_id[page.entity]) if page.entity else None
        if problem:
            return f"page {page.title!r}: {problem}"
    for entity in by_id.values():
        kinds = [page.kind for page in listed if page.entity == entity.id]
        needed = ["detail", "list"] + (["form"] if entity.behaviours.create or entity.behaviours.update else [])
        if sorted(kinds) != sorted(needed):
            return f"entity {entity.name!r} needs exactly one page of each kind: {', '.join(sorted(needed))}."
    return _check_addresses(listed, by_id.values())


def _check_views(page: Page, entity: Entity) -> str | None:
    views = {page.layout, *page.views}
    if "board" in views and entity.status_field is None:
        return "a board needs a status field, whose options are its columns."
    if "calendar" in views and calendar_field(entity) is None:
        return "a calendar needs a date field."
    ids = [field_id for step in page.steps for field_id in step.fields]
    if not page.steps:
        return None
    typed = [field.id for field in entity.typed_fields]
    return None if sorted(ids) == sorted(typed) else "the steps of a wizard hold each field of the form once."


def _check_addresses(pages: Iterable[Page], entities: Iterable[Entity]) -> str | None:
    slugs = [page.slug for page in pages if page.slug is not None] + [entity.slug for entity in entities]
    repeated = sorted({slug for slug in slugs if slugs.count(slug) > 1})
    if repeated:
        return f"two pages have the address /{repeated[0]}."
    return None if any(page.in_navigation for page in pages) else "at least one page must stand in the navigation."


def calendar_field(entity: Entity) -> str | None:
    """The id of the date by which entries stand in a calendar: the first one; None when there is none."""
    return next((field.id for field in entity.fields if field.type in DATE_TYPES), None)
