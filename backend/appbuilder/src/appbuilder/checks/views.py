"""Acceptance checks of the ways in which a list can be seen: board, calendar, gallery, and the switch between them."""

from collections.abc import Iterator

from appbuilder.checks.browser import shown_title
from appbuilder.checks.model import BrowserCheck, BrowserStep, Locator
from appbuilder.checks.steps import browser_check, button, click, goto, heading, see
from appbuilder.checks.values import can_be_made, given, marked_title, value
from appbuilder.compiler.layouts import views_of
from appbuilder.spec import AppSpec, Entity
from appbuilder.spec.palette import palettes, usual_shade

_MONTH = "2031-05"  # in which the dates of checks lie


def view_checks(spec: AppSpec) -> Iterator[BrowserCheck]:
    """All checks of views."""
    for entity in spec.entities:
        views = views_of(spec, entity)
        if len(views) > 1:
            yield _switch(spec, entity, views)
        if not (can_be_made(spec, entity) and marked_title(entity)):
            continue
        if "board" in views and _next_status(entity):
            yield _board(spec, entity)
        if "calendar" in views and entity.is_searchable:
            yield _calendar(spec, entity)
        if "gallery" in views:
            yield _gallery(spec, entity)


def _address(spec: AppSpec, entity: Entity, view: str) -> str:
    return f"/{entity.slug}" if views_of(spec, entity)[0] == view else f"/{entity.slug}?view={view}"


def _switch(spec: AppSpec, entity: Entity, views: tuple[str, ...]) -> BrowserCheck:
    """The colour of the button says which view is on, also where there is no entry to see."""
    group = Locator(role="group", name="View")
    chosen = palettes(spec.theme)[usual_shade(spec.theme) or "light"].accent_soft.css
    steps: list[BrowserStep] = [goto(f"/{entity.slug}")]
    for view in (*views[1:], views[0]):
        place = Locator(role="button", name=view.capitalize(), within=group)
        on = BrowserStep(action="expect_css", target=place, value=f"background-color: {chosen}")
        steps += [click(place), on]
    return browser_check(entity, "views", f"{entity.plural_label} can be seen as {', '.join(views)}", *steps)


def _next_status(entity: Entity) -> str | None:
    """The label of a status to which an entry of a check may be moved; where there are accounts, by an admin."""
    status = entity.field(entity.status_field or "")
    first = value(status)
    free = {move.target for move in entity.workflow if move.source == first}
    for option in status.options:
        if option.value != first and (not entity.workflow or option.value in free):
            return option.label if entity.behaviours.update else None
    return None


def _board(spec: AppSpec, entity: Entity) -> BrowserCheck:
    made = given(spec, entity)
    status = entity.field(entity.status_field or "")
    title, target = shown_title(entity), _next_status(entity) or ""
    place = goto(_address(spec, entity, "board"))

    def in_column(column: str) -> BrowserStep:
        return see(Locator(role="link", name=title, within=Locator(role="region", name=column)))

    first = next(option.label for option in status.options if option.value == value(status))
    choice = Locator(role="combobox", name=f"{status.label} of {title}")
    return browser_check(
        entity,
        "board",
        f"{entity.plural_label} move over the board, and stay where they were put",
        place,
        in_column(first),
        BrowserStep(action="choose", target=choice, value=target),
        see(Locator(text=f"{title}: {target}")),
        place,
        in_column(target),
        setup=made.steps,
        cleanup=made.cleanup,
    )


def _calendar(spec: AppSpec, entity: Entity) -> BrowserCheck:
    made = given(spec, entity)
    address = _address(spec, entity, "calendar")
    mark = Locator(text=shown_title(entity), within=Locator(role="grid"))
    return browser_check(
        entity,
        "calendar",
        f"{entity.plural_label} stand in the calendar on their day",
        goto(f"{address}{'&' if '?' in address else '?'}month={_MONTH}&q={{unique}}"),
        see(mark),
        click(button("Next month")),
        BrowserStep(action="expect_hidden", target=mark),
        setup=made.steps,
        cleanup=made.cleanup,
    )


def _gallery(spec: AppSpec, entity: Entity) -> BrowserCheck:
    made = given(spec, entity)
    return browser_check(
        entity,
        "gallery",
        f"{entity.plural_label} are shown as pictures that lead to their pages",
        goto(_address(spec, entity, "gallery")),
        click(Locator(role="link", name=shown_title(entity))),
        see(heading(shown_title(entity))),
        setup=made.steps,
        cleanup=made.cleanup,
    )
