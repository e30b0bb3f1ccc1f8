"""Specs that the tests build; between them they use every part of the spec."""

from appbuilder.spec import (
    AppSpec,
    Behaviours,
    Entity,
    Field,
    Sort,
    Theme,
    Total,
    make_app,
    make_entity,
    make_field,
)

from .access_examples import desk, letters
from .data_examples import bookings, filing
from .page_examples import agency, helpdesk
from .social_examples import forum, ideas
from .whole import repair_shop


def notes() -> AppSpec:
    return make_app(
        "Field notes",
        "Short notes with a place, newest first.",
        make_entity(
            "note",
            "notes",
            make_field("place", "text", required=True, max_length=80),
            make_field("text", "long_text", required=True),
        ),
    )


def _author() -> Entity:
    return make_entity(
        "author",
        "authors",
        make_field("name", "text", required=True),
        make_field("email", "email", unique=True),
        make_field("phone", "phone"),
        make_field("website", "url"),
        make_field("born", "date"),
        make_field("about", "long_text"),
    )


def _book_fields() -> tuple[Field, ...]:
    return (
        make_field("title", "text", required=True),
        make_field("author", "reference", reference="e_author", required=True, filterable=True),
        make_field("status", "enum", options=["Wanted", "Reading", "Read"], default="wanted", required=True),
        make_field("rating", "rating"),
        make_field("pages", "integer", min=1, max=5000, filterable=True),
        make_field("price", "money", currency="EUR", filterable=True),
        make_field("weight", "decimal", min=0.5),
        make_field("bought", "date", default="today", filterable=True),
        make_field("lent_until", "datetime", filterable=True),
        make_field("signed", "boolean", default=False),
        make_field("shelf", "text", default="Hall", max_length=12, filterable=True),
    )


def library() -> AppSpec:
    totals = (
        Total(kind="count", label="Books"),
        Total(kind="sum", field="f_price", label="Value"),
        Total(kind="average", field="f_rating", label="Average rating"),
        Total(kind="count", by="f_status", label="By status"),
        Total(kind="sum", field="f_price", by="f_author", label="Value by author"),
        Total(kind="count", by="f_signed", label="Signed or not"),
    )
    book = make_entity(
        "book",
        "books",
        *_book_fields(),
        status_field="f_status",
        default_sort=Sort(field="f_title", direction="ascending"),
        totals=totals,
    )
    return make_app("Home library", "Books, who wrote them and where they stand.", _author(), book)


def readings() -> AppSpec:
    """Numbers and dates only; entries can be added but not changed or deleted."""
    return make_app(
        "Meter readings",
        "Readings of the water meter.",
        make_entity(
            "reading",
            "readings",
            make_field("date", "date", required=True),
            make_field("number", "integer", required=True, min=0),
            behaviours=Behaviours(update=False, delete=False),
            default_sort=Sort(field="f_date"),
        ),
        theme=Theme(mode="dark", accent="gold"),
    )


def archive() -> AppSpec:
    """Nothing can be written."""
    return make_app(
        "Archive",
        "Old things to look at.",
        make_entity(
            "thing",
            "things",
            make_field("name", "text"),
            make_field("kind", "enum", options=["tool", "toy", "out of order"]),
            behaviours=Behaviours(create=False, update=False, delete=False),
        ),
        theme=Theme(background="navy"),
    )


def awkward() -> AppSpec:
    """Names that collide with something in careless code, and labels with signs."""
    page = make_entity(
        "page",
        "pages",
        make_field("type", "text", label="Type & kind", required=True, unique=True),
        make_field("date", "date", required=True),
        make_field("number", "integer", unique=True),
        make_field("entry", "boolean"),
        make_field("value", "enum", options=["A", "b c", "1"], required=True),
        make_field("parent", "reference", reference="e_page", label="Parent page"),
    )
    link = make_entity(
        "link",
        "links",
        make_field("page", "reference", reference="e_page", required=True),
        make_field("second_page", "reference", reference="e_page"),
        make_field("title", "text", label="Title\u2019s text", max_length=5),
        make_field("is_new", "boolean", default=True),
        make_field("score", "rating", min=0, max=10, required=True),
    )
    return make_app("Ordner Größe", "Seiten & Verweise, klein.", page, link, theme=Theme(mode="light", accent="white"))


def projects() -> AppSpec:
    """Three levels of entities that belong to each other."""
    return make_app(
        "Workshop",
        "Clients, their projects and the hours spent.",
        make_entity("client", "clients", make_field("name", "text", required=True, unique=True)),
        make_entity(
            "project",
            "projects",
            make_field("name", "text", required=True),
            make_field("client", "reference", reference="e_client", required=True),
            make_field("budget", "money", currency="USD", required=True),
        ),
        make_entity(
            "work_hour",
            "work_hours",
            make_field("project", "reference", reference="e_project", required=True),
            make_field("hours", "decimal", required=True, min=0.25, max=24),
            make_field("what", "text", required=True),
            totals=(Total(kind="sum", field="f_hours", by="f_project", label="Hours by project"),),
        ),
        theme=Theme(background="#102a2a", surface="#173838", text="ivory", accent="coral"),
    )


def orders() -> AppSpec:
    """What is worked out: from fields, from days, from entries that point here, and from other such values."""
    order = make_entity(
        "order",
        "orders",
        make_field("customer", "text", required=True),
        make_field("ordered", "date"),
        make_field("delivered", "date"),
        make_field("shipping", "money", currency="EUR", default=0),
        make_field("effort", "duration", filterable=True),
        make_field("days_taken", "computed", expression="days(delivered, ordered)"),
        make_field("goods", "computed", expression="sum(positions.amount)"),
        make_field("total", "computed", expression="goods + shipping"),
        make_field("positions_count", "computed", label="Positions", expression="count(positions)"),
        make_field("average_price", "computed", expression="goods / sum(positions.quantity)"),
        totals=(
            Total(kind="sum", field="f_total", label="Sales"),
            Total(kind="average", field="f_effort", label="Usual effort"),
        ),
    )
    position = make_entity(
        "position",
        "positions",
        make_field("order", "reference", reference="e_order", required=True, filterable=True),
        make_field("title", "text", required=True),
        make_field("quantity", "integer", required=True, min=1),
        make_field("unit_price", "money", required=True, currency="EUR"),
        make_field("discount", "decimal", min=0, max=0.9, default=0),
        make_field("minutes", "duration", required=True, min=15, max=600),
        make_field("amount", "computed", expression="quantity * unit_price * (1 - discount)"),
        make_field("time", "computed", expression="-(-minutes) * quantity"),
        default_sort=Sort(field="f_amount"),
    )
    return make_app("Orders", "Orders, what belongs to them and what they cost.", order, position)


ALL = (
    notes,
    library,
    readings,
    archive,
    awkward,
    projects,
    orders,
    bookings,
    filing,
    ideas,
    forum,
    agency,
    helpdesk,
    desk,
    letters,
    repair_shop,
)
SPECS = {spec.__name__: spec for spec in ALL}
