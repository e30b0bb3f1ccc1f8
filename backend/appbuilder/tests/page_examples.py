"""Specs about pages: content pages, reports, and other layouts of lists and forms."""

from appbuilder.spec import (
    AppSpec,
    Block,
    Entity,
    Entries,
    EntryForm,
    Hero,
    Item,
    Items,
    Page,
    Report,
    ReportBlock,
    Text,
    Theme,
    Transition,
    WizardStep,
    make_app,
    make_entity,
    make_field,
    usual_pages,
)
from appbuilder.spec.pages import Layout


def content_page(key: str, title: str, layout: Layout, slug: str, *, blocks: tuple[Block, ...]) -> Page:
    """A page of text and blocks that stands in the menu."""
    return Page(id=key, kind="content", title=title, layout=layout, slug=slug, in_navigation=True, blocks=blocks)


def _agency_reports() -> tuple[Report, ...]:
    def report(name: str, title: str, display: str, **more: object) -> Report:
        settings = {"id": f"q_{name}", "title": title, "entity": "e_lead", "kind": "count", "display": display}
        return Report.model_validate(settings | more)

    return (
        report("all", "All leads", "number"),
        report("budget", "Budget in all", "number", kind="sum", field="f_budget"),
        report("stages", "Leads by stage", "bar", by="f_stage"),
        report("months", "Leads by month", "line", by="created_at", period="month"),
        report("weeks", "Starts by week", "bar", by="f_start", period="week"),
        report("shares", "Budget by service", "pie", kind="sum", field="f_budget", by="f_service"),
        report("budgets", "Average budget", "table", kind="average", field="f_budget", by="f_urgent", limit=5),
        report("days", "Days", "table", by="f_start", period="day"),
    )


def _home() -> Page:
    return content_page(
        "p_home",
        "Home",
        "landing",
        "",
        blocks=(
            Hero(
                kind="hero",
                title="Quiet rooms",
                text="We plan homes.\n\nWithin twelve weeks.",
                action="What we do",
                page="p_service_list",
            ),
            Items(kind="items", title="Why us", items=(Item(title="One price", text="Agreed before we begin."),)),
            Entries(kind="entries", title="Services", entity="e_service", limit=3),
            Items(
                kind="items",
                title="Questions",
                layout="questions",
                items=(Item(title="How long?", text="Twelve weeks.\n\nOn average."),),
            ),
            EntryForm(kind="form", title="Tell us", text="We answer within a day.", entity="e_lead"),
        ),
    )


def _about() -> Page:
    return Page(
        id="p_about",
        kind="content",
        title="About us",
        layout="page",
        slug="about-us",
        blocks=(Text(kind="text", text="Since 1974."), Text(kind="text", title="How we work", text="Slowly.")),
    )


def agency() -> AppSpec:
    """A landing page with a form, pages of text, and reports of every kind; one of them stands on no page."""
    service = make_entity(
        "service",
        "services",
        make_field("name", "text", required=True),
        make_field("about", "long_text"),
        make_field("photo", "image"),
    )
    lead = make_entity(
        "lead",
        "leads",
        make_field("name", "text", required=True),
        make_field("service", "reference", reference="e_service", required=True),
        make_field("message", "long_text", required=True),
        make_field("budget", "money", currency="EUR", required=True),
        make_field("start", "date"),
        make_field("urgent", "boolean"),
        make_field("stage", "enum", options=["New", "Won", "Lost"], default="new", required=True),
        status_field="f_stage",
    )
    reports = _agency_reports()
    overview = content_page(
        "p_overview",
        "Overview",
        "dashboard",
        "overview",
        blocks=tuple(ReportBlock(kind="report", report=report.id) for report in reports[:-1]),
    )
    return make_app(
        "Atelier",
        "Rooms, planned and built.",
        service,
        lead,
        theme=Theme(background="ivory", accent="darkgreen"),
        pages=(_home(), *usual_pages(service), *usual_pages(lead), _about(), overview),
        reports=reports,
    )


def _ticket() -> Entity:
    return make_entity(
        "ticket",
        "tickets",
        make_field("title", "text", required=True),
        make_field("status", "enum", options=["Open", "In progress", "Done"], default="open", required=True),
        make_field("priority", "enum", options=["Low", "High"]),
        make_field("due", "date"),
        make_field("photo", "image"),
        status_field="f_status",
        workflow=(
            Transition(source="open", target="in_progress"),
            Transition(source="in_progress", target="done"),
            Transition(source="done", target="open"),
        ),
    )


def helpdesk() -> AppSpec:
    """A board, calendars, a form in steps, and short notes that are written on a ticket's page."""
    visit = make_entity(
        "visit",
        "visits",
        make_field("place", "text", required=True),
        make_field("ticket", "reference", reference="e_ticket"),
        make_field("begins", "datetime", required=True),
        make_field("urgent", "boolean"),
    )
    note = make_entity(
        "note",
        "notes",
        make_field("ticket", "reference", reference="e_ticket", required=True),
        make_field("text", "text", required=True),
    )
    ticket = _ticket()
    board, *others = usual_pages(ticket)
    calendar, detail, form = usual_pages(visit)
    steps = (
        WizardStep(title="Where", fields=("f_place", "f_ticket")),
        WizardStep(title="When", fields=("f_begins", "f_urgent")),
    )
    return make_app(
        "Helpdesk",
        "Tickets, and who works on them.",
        ticket,
        visit,
        note,
        theme=Theme(mode="dark", background="midnightblue", accent="gold"),
        pages=(
            Page(**dict(board) | {"layout": "board", "views": ("table", "calendar", "gallery")}),
            *others,
            Page(**dict(calendar) | {"layout": "calendar"}),
            detail,
            Page(**dict(form) | {"layout": "wizard", "steps": steps}),
            *usual_pages(note),
        ),
    )
