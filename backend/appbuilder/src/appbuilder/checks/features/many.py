"""Checks of links to many entries."""

from collections.abc import Iterator

from appbuilder.checks.model import BrowserCheck, BrowserStep, Expectation, HttpCheck, HttpStep, Locator
from appbuilder.checks.steps import browser_check, button, click, equals, get, goto, http_check, see
from appbuilder.checks.values import Given, can_be_made, given, marked_title, obeying_value, path_of
from appbuilder.spec import AppSpec, Entity, Field


def http_checks(spec: AppSpec, entity: Entity) -> Iterator[HttpCheck]:
    """An entry is linked with two others, found by either, and keeps what is left when it is changed."""
    for field in entity.manies:
        parent = spec.entity(field.reference or "")
        if not entity.behaviours.update or not can_be_made(spec, parent):
            continue
        one, two, made = _linked(spec, entity, field, parent)
        path = f"{path_of(entity)}/{{{made.variable}}}"
        both: list[str] = ["{linked_one}", "{linked_two}"]
        yield http_check(
            entity,
            f"many.{field.id}",
            f"{entity.label} can be linked with several {parent.plural_label.lower()}",
            *(*one.steps, *two.steps, *made.steps),
            HttpStep(method="PATCH", path=path, body={field.column: both}, expect_status=(200,)),
            get(path, equals(f"/{field.column}", both), Expectation(pointer=f"/{field.name}/1/title", op="exists")),
            _found(entity, field, "linked_one", 1),
            HttpStep(method="PATCH", path=path, body={field.column: ["{linked_two}"]}, expect_status=(200,)),
            get(path, equals(f"/{field.column}", ["{linked_two}"])),
            _found(entity, field, "linked_one", 0),
            cleanup=(*made.cleanup, *two.cleanup, *one.cleanup),
        )


def _found(entity: Entity, field: Field, variable: str, number: int) -> HttpStep:
    return get(f"{path_of(entity)}?{field.column}={{{variable}}}", equals("/total", number))


def _linked(spec: AppSpec, entity: Entity, field: Field, parent: Entity) -> tuple[Given, Given, Given]:
    one = given(spec, parent, 0, variable="linked_one")
    two = given(spec, parent, 1, variable="linked_two")
    others = [each.id for each in entity.links if each.reference == parent.id]
    return one, two, given(spec, entity, links=dict.fromkeys([field.id, *others], "linked_one"))


def browser_checks(spec: AppSpec, entity: Entity) -> Iterator[BrowserCheck]:
    """Another entry is ticked in the form and is a link on the page."""
    for field in entity.manies:
        parent = spec.entity(field.reference or "")
        if not entity.behaviours.update or not can_be_made(spec, parent) or not marked_title(parent):
            continue
        one, two, made = _linked(spec, entity, field, parent)
        title = str(obeying_value(spec, parent, parent.field(parent.title_field), 1))
        box = Locator(role="checkbox", name=title, within=Locator(role="group", name=field.label))
        yield browser_check(
            entity,
            f"many_page.{field.id}",
            f"{entity.label}: {field.label.lower()} are chosen in the form",
            goto(f"/{entity.slug}/{{{made.variable}}}/edit"),
            BrowserStep(action="tick", target=box, value=True),
            click(button("Save")),
            see(Locator(role="link", name=title)),
            setup=(*one.steps, *two.steps, *made.steps),
            cleanup=(*made.cleanup, *two.cleanup, *one.cleanup),
        )
