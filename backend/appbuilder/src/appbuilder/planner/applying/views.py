"""Choose how lists and forms are laid out: board, calendar, gallery, cards, table, steps."""

from collections.abc import Iterable

from appbuilder.planner.editing import Editing
from appbuilder.planner.inflect import singular
from appbuilder.planner.lexicon.fields import KNOWN_STATES, USUAL_STATES
from appbuilder.planner.reading.wishes import ViewFact, WizardFact
from appbuilder.spec import AppSpec, Entity, Field, Page, WizardStep, add_field, changed, make_field, replace_entity
from appbuilder.spec.fields import DATE_TYPES

_STEP_FIELDS = 3
_CALENDAR_NOUNS = frozenset(
    {"event", "appointment", "booking", "shift", "meeting", "session", "schedule entry", "class", "reservation"}
)


def apply_views(editing: Editing) -> None:
    """Apply what is asked for; what is mostly pictures becomes a gallery by itself."""
    for fact in editing.reading.facts:
        if isinstance(fact, ViewFact):
            _view(editing, fact)
        elif isinstance(fact, WizardFact):
            _wizard(editing, fact)
    if not editing.is_follow_up:
        for entity in editing.spec.entities:
            _usual_view(editing, entity)


def _view(editing: Editing, fact: ViewFact) -> None:
    entity = _entity_for(editing, fact)
    if entity is None:
        editing.refuse(fact.span, "no record has a date for the calendar")
        return

    def lay_out(spec: AppSpec) -> AppSpec:
        ready = _with_status(spec, entity) if fact.layout == "board" else spec
        return changed(ready, pages=tuple(_laid_out(page, entity, fact.layout) for page in ready.pages))

    name = {"cards": "cards", "table": "a table", "gallery": "a gallery of pictures"}.get(
        fact.layout, f"a {fact.layout}"
    )
    editing.put(
        fact.span,
        lay_out,
        f"{entity.plural_label}: shown as {name}",
        f"{entity.plural_label.lower()} cannot be shown as {name}",
    )


def _entity_for(editing: Editing, fact: ViewFact) -> Entity | None:
    named = editing.entity(fact.owner) or editing.named_before(fact)
    others: Iterable[Entity] = editing.spec.entities
    if fact.layout == "board":
        if named is None or named.status_field:
            return named or next((each for each in others if each.status_field), editing.main)
        return next((each for each in [*editing.spec.children(named.id), *others] if each.status_field), named)
    if fact.layout == "calendar":
        if named is not None and _has(named, DATE_TYPES):
            return named
        dated = [each for each in others if _has(each, DATE_TYPES)]
        usual = [each for each in dated if each.name.replace("_", " ") in _CALENDAR_NOUNS]
        return next(iter([*usual, *dated]), None)
    if fact.layout == "gallery":
        pictured = [each for each in others if _has(each, frozenset({"image"}))]
        return named if named in pictured else next(iter(pictured), named or editing.main)
    return named or editing.main


def _has(entity: Entity, types: frozenset[str]) -> bool:
    return any(field.type in types for field in entity.fields)


def _with_status(spec: AppSpec, entity: Entity) -> AppSpec:
    """A board has a column for each status; an entity without one gets the usual ones."""
    if entity.status_field:
        return spec
    options = KNOWN_STATES.get(entity.name.replace("_", " "), USUAL_STATES)
    made = make_field("status", "enum", options=options)
    spec = add_field(spec, entity.id, changed(made, default=made.options[0].value))
    current = spec.entity(entity.id)
    return replace_entity(spec, changed(current, status_field=current.fields[-1].id))


def _laid_out(page: Page, entity: Entity, layout: str) -> Page:
    """The list in the new layout; people can still switch to the ones it had."""
    if page.entity != entity.id or page.kind != "list" or page.layout == layout:
        return page
    views = tuple(view for view in dict.fromkeys((page.layout, *page.views)) if view != layout)
    return changed(page, layout=layout, views=views)


def _usual_view(editing: Editing, entity: Entity) -> None:
    page = editing.spec.page(entity.id, "list")
    pictured = next((field for field in entity.fields if field.type == "image"), None)
    asked = any(isinstance(fact, ViewFact) for fact in editing.reading.facts)
    if page and pictured and not asked and page.layout in {"cards", "table"}:
        editing.put(
            None,
            lambda spec: changed(spec, pages=tuple(_laid_out(each, entity, "gallery") for each in spec.pages)),
            f"{entity.plural_label}: shown as a gallery of pictures",
            "",
        )


def _wizard(editing: Editing, fact: WizardFact) -> None:
    entity = (
        editing.entity(fact.owner)
        or editing.named_before(fact)
        or max(editing.spec.entities, key=lambda each: len(each.fields))
    )
    steps = _steps(entity)

    def step(spec: AppSpec) -> AppSpec:
        pages = tuple(
            changed(page, layout="wizard", steps=steps) if page.entity == entity.id and page.kind == "form" else page
            for page in spec.pages
        )
        return changed(spec, pages=pages)

    said = f"{entity.plural_label}: the form goes step by step ({len(steps)} steps)"
    editing.put(fact.span, step, said, f"the form of {singular(entity.plural_label.lower())} is too short for steps")


def _steps(entity: Entity) -> tuple[WizardStep, ...]:
    """The fields in groups of three: what it is, when and how much, and more."""
    fields = list(entity.typed_fields)
    groups: list[list[Field]] = [fields[start : start + _STEP_FIELDS] for start in range(0, len(fields), _STEP_FIELDS)]
    if len(groups) > 1 and len(groups[-1]) == 1:
        groups[-2:] = [[*groups[-2], *groups[-1]]]
    titles = [entity.label, "Details", "More", "Notes", *[f"Step {number}" for number in range(5, 20)]]
    return tuple(
        WizardStep(title=title, fields=tuple(field.id for field in group))
        for title, group in zip(titles, groups, strict=False)
    )
