"""The steps that most checks are made of, and checks of one entity with ids that stay."""

from appbuilder.checks.model import Area, BrowserCheck, BrowserStep, Expectation, HttpCheck, HttpStep, Locator
from appbuilder.spec import Entity


def http_check(
    entity: Entity, name: str, title: str, *steps: HttpStep, area: Area = "backend", **more: object
) -> HttpCheck:
    """A check of the entity's API."""
    return HttpCheck.model_validate({"id": f"{entity.id}.{name}", "title": title, "area": area, "steps": steps, **more})


def browser_check(entity: Entity, name: str, title: str, *steps: BrowserStep, **more: object) -> BrowserCheck:
    """A check of the entity's pages."""
    return BrowserCheck.model_validate({"id": f"{entity.id}.{name}", "title": title, "steps": steps, **more})


def get(path: str, *expect: Expectation) -> HttpStep:
    """Reads what must be there."""
    return HttpStep(method="GET", path=path, expect_status=(200,), expect=expect)


def equals(pointer: str, value: object) -> Expectation:
    """That the answer holds the value."""
    return Expectation.model_validate({"pointer": pointer, "op": "equals", "value": value})


def goto(path: str) -> BrowserStep:
    """Opens a page."""
    return BrowserStep(action="goto", value=path)


def see(target: Locator) -> BrowserStep:
    """Sees something."""
    return BrowserStep(action="expect_visible", target=target)


def click(target: Locator) -> BrowserStep:
    """Clicks on something."""
    return BrowserStep(action="click", target=target)


def fill(target: Locator, value: str) -> BrowserStep:
    """Types into a field."""
    return BrowserStep(action="fill", target=target, value=value)


def button(name: str) -> Locator:
    """The button with the name."""
    return Locator(role="button", name=name)


def heading(name: str) -> Locator:
    """The heading with the text."""
    return Locator(role="heading", name=name)
