"""Specs of other templates than the usual one."""

from appbuilder.spec import (
    App,
    AppSpec,
    Entries,
    EntryForm,
    Hero,
    Item,
    Items,
    Text,
    Theme,
    changed,
    make_app,
    make_entity,
    make_field,
)

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


def guestbook() -> AppSpec:
    """An app with Next.js: a page with texts, entries and a form, and values that only the browser knows."""
    entry = make_entity(
        "entry",
        "entries",
        make_field("name", "text", required=True, max_length=80),
        make_field("message", "long_text", required=True),
        make_field("visited_at", "datetime", default="now"),
    )
    home = content_page(
        "p_home",
        "Home",
        "landing",
        "",
        blocks=(
            Hero(kind="hero", title="Say hello", text="To all who come by."),
            Entries(kind="entries", title="Latest", entity="e_entry", limit=3),
            EntryForm(kind="form", title="Your turn", entity="e_entry"),
        ),
    )
    app = make_app("Guestbook", "Visitors' words.", entry)
    return changed(app, template="nextjs", pages=(home, *app.pages))


KINDS = {spec.__name__: spec for spec in (bakery, tickets, guestbook)}
