"""Acceptance checks in a browser: what a person sees and does."""

from collections.abc import Iterator

from pydantic import JsonValue

from appbuilder.checks.features import browser_checks_of_features
from appbuilder.checks.http import REQUIRED
from appbuilder.checks.model import BrowserCheck, BrowserStep, HttpStep, Locator
from appbuilder.checks.sessions import admin_name
from appbuilder.checks.steps import browser_check, button, click, goto, heading, see
from appbuilder.checks.values import (
    DOT,
    WORDS,
    Given,
    can_be_made,
    given,
    marked_title,
    path_of,
    value,
)
from appbuilder.compiler.layouts import wizard_steps
from appbuilder.spec import AppSpec, Entity, Field
from appbuilder.spec.fields import UPLOAD_TYPES
from appbuilder.spec.palette import palettes, usual_shade

_MARKED = f"{{unique}} {WORDS[0]}"


def browser_checks(spec: AppSpec) -> Iterator[BrowserCheck]:
    """All browser checks of an app."""
    yield _theme(spec)
    for entity in spec.entities:
        yield _page(spec, entity)
        if entity.is_searchable:
            yield _nothing_found(entity)
        if entity.behaviours.create:
            yield from _messages(spec, entity)
        if can_be_made(spec, entity) and marked_title(entity):
            yield from _with_entries(spec, entity)


def _with_entries(spec: AppSpec, entity: Entity) -> Iterator[BrowserCheck]:
    title = entity.field(entity.title_field)
    if title.searchable:
        yield _form(spec, entity)
        yield _search(spec, entity)
    if entity.behaviours.update:
        yield _edit(spec, entity)
    yield _delete(spec, entity)
    yield from browser_checks_of_features(spec, entity)


def _list_title(spec: AppSpec, entity: Entity) -> str:
    page = spec.page(entity.id, "list")
    return page.title if page else entity.plural_label


def _theme(spec: AppSpec) -> BrowserCheck:
    """The checking browser prefers light, as browsers do that were told nothing."""
    usual = usual_shade(spec.theme) or "light"
    other = "dark" if usual == "light" else "light"
    colours = palettes(spec.theme)

    def ground(shade: str) -> BrowserStep:
        css = colours["dark" if shade == "dark" else "light"].canvas.css
        return BrowserStep(action="expect_css", value=f"background-color: {css}")

    accent = colours["dark" if usual == "dark" else "light"].accent.css
    skip = Locator(role="link", name="Skip to content")  # looks like a main button, and is on every page
    main = BrowserStep(action="expect_css", target=skip, value=f"background-color: {accent}")
    steps = (goto("/"), ground(usual), main, click(button(f"Use {other} colours")), ground(other))
    title = f"The app appears in its {usual} colours and can change to {other}"
    return BrowserCheck(id="app.theme", title=title, steps=steps)


def _page(spec: AppSpec, entity: Entity) -> BrowserCheck:
    title = _list_title(spec, entity)
    return browser_check(entity, "page", f"The page {title} shows", goto(f"/{entity.slug}"), see(heading(title)))


def _search_box(entity: Entity, text: str) -> BrowserStep:
    name = f"Search {entity.plural_label.lower()}"
    return BrowserStep(action="fill", target=Locator(role="searchbox", name=name), value=text)


def _nothing_found(entity: Entity) -> BrowserCheck:
    return browser_check(
        entity,
        "nothing_found",
        f"{entity.plural_label}: a search without a match says so",
        goto(f"/{entity.slug}"),
        _search_box(entity, "{unique} nowhere"),
        see(heading("Nothing matches")),
    )


def _form_place(spec: AppSpec, entity: Entity) -> str:
    page = spec.page(entity.id, "form")
    return f"/{entity.slug}" if page and page.layout == "inline" else f"/{entity.slug}/new"


def _submit(entity: Entity) -> BrowserStep:
    return click(button(f"Add {entity.label.lower()}"))


def _messages(spec: AppSpec, entity: Entity) -> Iterator[BrowserCheck]:
    steps = wizard_steps(spec, entity)
    first = [entity.field(field_id) for field_id in steps[0].fields] if steps else entity.fields
    if any(field.required and field.default is None and field.type != "boolean" for field in first):
        yield browser_check(
            entity,
            "form_messages",
            f"{entity.label}: the form says what is missing",
            goto(_form_place(spec, entity)),
            click(button("Next")) if len(steps) > 1 else _submit(entity),
            see(Locator(text=REQUIRED, nth=0)),
        )


def _form(spec: AppSpec, entity: Entity) -> BrowserCheck:
    """Parents that the form needs are made over HTTP; the entry itself is found again by its mark."""
    made = given(spec, entity)
    setup = made.steps[:-1]
    find = HttpStep(
        method="GET",
        path=f"{path_of(entity)}?q={{unique}}&sort=-created_at",
        expect_status=(200,),
        save={made.variable: "/items/0/id"},
    )
    return browser_check(
        entity,
        "form",
        f"{entity.label} can be added with the form",
        goto(_form_place(spec, entity)),
        *fill_in(spec, entity),
        _submit(entity),
        see(heading(_MARKED)),
        setup=setup,
        cleanup=(find, *made.cleanup),
    )


def form_of(entity: Entity) -> Locator:
    """The form of a new entry; beside it there may be filters that are called like its fields."""
    return Locator(role="form", name=f"New {entity.label.lower()}")


def fill_in(spec: AppSpec, entity: Entity, *, without: str | None = None) -> Iterator[BrowserStep]:
    """All fields of the form but the column that it does not ask for; in a wizard the steps lead to each other."""
    for step in _entering(spec, entity, without):
        yield step.model_copy(update={"target": _inside(step.target, form_of(entity))})


def _inside(target: Locator | None, place: Locator) -> Locator | None:
    """The same element, looked for in the place alone."""
    if target is None:
        return None
    return target.model_copy(update={"within": _inside(target.within, place) or place})


def _entering(spec: AppSpec, entity: Entity, without: str | None) -> Iterator[BrowserStep]:
    steps = wizard_steps(spec, entity)
    parts = [[entity.field(field_id) for field_id in step.fields] for step in steps] or [[*entity.typed_fields]]
    for number, fields in enumerate(parts):
        if number:
            yield click(button("Next"))
            yield see(heading(steps[number].title))
        for field in fields:
            if field.column != without:
                yield from _enter(spec, entity, field)


def _enter(spec: AppSpec, entity: Entity, field: Field) -> Iterator[BrowserStep]:
    """Entering the value of the first entry of a check; what may stay as it is stays."""
    target = Locator(label=field.label)
    if field.type in {"reference", "person"}:
        if field.required:
            yield _link(spec, entity, field)
    elif field.type in UPLOAD_TYPES:
        if field.required:
            file: JsonValue = {"name": "dot.gif", "type": "image/gif", "text": DOT}
            yield BrowserStep(action="upload", target=target, value=file)
            yield see(button(f"Remove {field.label}"))
    elif field.type == "enum":
        usual = next((option for option in field.options if option.value == field.default), field.options[0])
        yield BrowserStep(action="choose", target=target, value=usual.label)
    elif field.type == "rating":
        group = Locator(role="radiogroup", name=field.label)
        stars = Locator(role="radio", name=str(value(field)), within=group)
        yield BrowserStep(action="tick", target=stars, value=True)
    elif field.type == "duration":
        hours, minutes = divmod(int(str(value(field))), 60)
        for part, number in (("hours", hours), ("minutes", minutes)):
            name = Locator(label=f"{field.label}: {part}")
            yield BrowserStep(action="fill", target=name, value=str(number))
    elif field.type != "boolean":
        yield BrowserStep(action="fill", target=target, value=str(value(field)))


def _link(spec: AppSpec, entity: Entity, field: Field) -> BrowserStep:
    """Entries without names are chosen by their number; where several can be ticked, the first will do."""
    parent = spec.entity(field.reference) if field.reference else None
    title = shown_title(parent) if parent else admin_name(spec)
    has_names = parent is None or parent.name_field is not None
    if field.many:
        group = Locator(role="group", name=field.label)
        which = {"name": title} if has_names else {"nth": 0}
        return BrowserStep(action="tick", target=Locator(role="checkbox", within=group, **which), value=True)
    chosen = title if has_names else f"{{{entity.name}_{field.name}}}"
    return BrowserStep(action="choose", target=Locator(label=field.label), value=chosen)


def shown_title(entity: Entity, number: int = 0) -> str:
    """What the first or second entry of a check is called where people see it."""
    return str(value(entity.field(entity.title_field), number))


def _search(spec: AppSpec, entity: Entity) -> BrowserCheck:
    one, two = given(spec, entity, 0, variable="first"), given(spec, entity, 1, variable="second")
    other = f"{{unique}} {WORDS[1]}"
    return browser_check(
        entity,
        "search_page",
        f"{entity.plural_label}: the search box narrows the list",
        goto(f"/{entity.slug}"),
        _search_box(entity, _MARKED),
        see(Locator(role="link", name=_MARKED)),
        BrowserStep(action="expect_hidden", target=Locator(role="link", name=other, nth=0)),
        setup=one.steps + two.steps,
        cleanup=two.cleanup + one.cleanup,
    )


def _entry_path(entity: Entity, made: Given, tail: str = "") -> str:
    return f"/{entity.slug}/{{{made.variable}}}{tail}"


def _edit(spec: AppSpec, entity: Entity) -> BrowserCheck:
    made = given(spec, entity)
    title = entity.field(entity.title_field)
    changed = f"{{unique}} {WORDS[1]}"
    return browser_check(
        entity,
        "edit_page",
        f"{entity.label} can be changed on its page",
        goto(_entry_path(entity, made, "/edit")),
        BrowserStep(action="fill", target=Locator(label=title.label), value=changed),
        click(button("Save")),
        see(heading(changed)),
        setup=made.steps,
        cleanup=made.cleanup,
    )


def _delete(spec: AppSpec, entity: Entity) -> BrowserCheck:
    made = given(spec, entity)
    return browser_check(
        entity,
        "delete_page",
        f"{entity.label} is deleted, and undo brings it back",
        goto(_entry_path(entity, made)),
        click(button("Delete")),
        see(heading(_list_title(spec, entity))),
        BrowserStep(action="expect_hidden", target=Locator(role="link", name=_MARKED, nth=0)),
        click(button("Undo")),
        see(heading(_MARKED)),
        setup=made.steps,
        cleanup=made.cleanup,
    )
