"""Pages: which screens an app has, where they are and how they are laid out."""

from collections.abc import Iterable
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, model_validator

from appbuilder.spec.entities import Entity
from appbuilder.spec.fields import Identifier, Label

PageKind = Literal["list", "detail", "form"]
Layout = Literal["cards", "table", "page", "inline"]
LAYOUTS: dict[str, frozenset[str]] = {
    "list": frozenset({"cards", "table"}),
    "detail": frozenset({"page"}),
    "form": frozenset({"page", "inline"}),
}


class Page(BaseModel):
    """One screen for an entity (by id).

    Layouts: a list is ``cards`` or a ``table``; a form is a ``page`` of its own, or ``inline``
    beside the list (for short things such as a guestbook entry). ``in_navigation`` is for lists.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Identifier
    entity: Identifier
    kind: PageKind
    title: Label
    layout: Layout
    in_navigation: bool = False

    @model_validator(mode="after")
    def _is_consistent(self) -> Self:
        if self.layout not in LAYOUTS[self.kind]:
            allowed = " or ".join(sorted(LAYOUTS[self.kind]))
            raise ValueError(f"Page {self.title!r}: a {self.kind} page is laid out as {allowed}, not {self.layout}.")
        if self.in_navigation and self.kind != "list":
            raise ValueError(f"Page {self.title!r}: only lists stand in the navigation.")
        return self


def route_of(page: Page, entity: Entity) -> str:
    """The address of a page in the app; it follows the entity's plural."""
    tail = {"list": "", "detail": "/:id", "form": "/new"}[page.kind]
    return f"/{entity.slug}{tail}"


def usual_pages(entity: Entity, *, layout: Literal["cards", "table"] | None = None) -> tuple[Page, ...]:
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
        if page.entity not in by_id:
            return f"page {page.title!r} shows the entity {page.entity!r}, which the app does not have."
    for entity in by_id.values():
        kinds = [page.kind for page in listed if page.entity == entity.id]
        needed = ["detail", "list"] + (["form"] if entity.behaviours.create or entity.behaviours.update else [])
        if sorted(kinds) != sorted(needed):
            return f"entity {entity.name!r} needs exactly one page of each kind: {', '.join(sorted(needed))}."
    return None if any(page.in_navigation for page in listed) else "at least one list must stand in the navigation."
