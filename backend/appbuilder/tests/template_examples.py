"""Specs of other templates than the usual one."""

from appbuilder.spec import App, AppSpec, Hero, Item, Items, Text, Theme, changed

from .access_examples import desk
from .page_examples import content_page


def bakery() -> AppSpec:
    """A static site with every block that it can have."""
    items = (Item(title="Bread", text="Rye & spelt."), Item(title="Rolls", text="From wheat."))
    home = content_page(
        "p_home",
        "Home",
        "landing",
        "",
        blocks=(
            Hero(
                kind="hero",
                title="Bread & more",
                text="Baked at Martha's every morning.\n\nCome by.",
                action="When we are open",
                page="p_hours",
            ),
            Text(kind="text", title="About us", text="We have baked since 1950."),
            Items(kind="items", title="What we bake", items=items),
        ),
    )
    questions = (Item(title="Are you open on Sundays?", text="No."),)
    hours = content_page(
        "p_hours",
        "Opening hours",
        "page",
        "opening-hours",
        blocks=(
            Text(kind="text", text="Monday to Friday from 7 to 18."),
            Items(kind="items", title="Questions", layout="questions", items=questions),
        ),
    )
    app = App(name="Martha's Bakery", slug="marthas-bakery", summary="Bread and rolls from around the corner.")
    return AppSpec(app=app, template="static", theme=Theme(accent="peru"), pages=(home, hours))


def tickets() -> AppSpec:
    """An API that uses most of what one can: people, rules, reports, comments, files to take out."""
    shown = desk()
    return changed(
        shown, app=App(name="Desk API", slug="desk-api", summary="Tickets."), template="api", pages=(), theme=Theme()
    )


KINDS = {spec.__name__: spec for spec in (bakery, tickets)}
