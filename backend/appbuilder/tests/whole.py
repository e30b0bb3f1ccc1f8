"""One spec that uses every part of an AppSpec: a workshop with accounts, bookings, stock, reports and pages."""

from appbuilder.spec import (
    Adjust,
    AppSpec,
    Behaviours,
    Entity,
    Entries,
    EntryForm,
    Hero,
    Item,
    Items,
    Job,
    NoOverlap,
    Page,
    Permissions,
    Quota,
    Report,
    ReportBlock,
    Role,
    Sequence,
    Text,
    Theme,
    Transition,
    UniqueTogether,
    Webhook,
    WizardStep,
    make_app,
    make_entity,
    make_field,
    usual_access,
    usual_pages,
)

from .page_examples import content_page

MECHANIC = Role(id="r_mechanic", name="mechanic", label="Mechanic")


def repair_shop() -> AppSpec:
    """Machines with stock, repairs with a workflow, lines with computed amounts."""
    machine, repair, line = _machine(), _repair(), _line()
    return make_app(
        "Repair shop",
        "Keeps machines, their repairs and what they cost.",
        machine,
        repair,
        line,
        theme=Theme(background="ivory", accent="teal"),
        access=usual_access(MECHANIC),
        pages=_pages(machine, repair, line),
        reports=_reports(),
        jobs=(
            Job(id="j_remind", title="Remind", entity="e_repair", field="f_due", days=-1, action="remind"),
            Job(id="j_put_away", title="Put away", entity="e_repair", field="updated_at", days=90, action="archive"),
            Job(
                id="j_close",
                title="Close",
                entity="e_repair",
                field="f_due",
                days=30,
                action="set_status",
                status="done",
            ),
        ),
        webhooks=(
            Webhook(
                id="w_repairs", entity="e_repair", events=("created", "updated"), url_variable="REPAIRS_WEBHOOK_URL"
            ),
        ),
    )


def _machine() -> Entity:
    return make_entity(
        "machine",
        "machines",
        make_field("serial_number", "text", required=True, unique=True),
        make_field("kind", "enum", options=["Saw", "Drill"], required=True),
        make_field("stock", "integer", min=0, default=5),
        make_field("seats", "integer", min=1),
        make_field("manual", "file"),
        permissions=Permissions(create=("r_mechanic",), update=("r_mechanic",), delete=()),
        behaviours=Behaviours(favourites=True, ratings=True, export_csv=True, import_csv=True, share=True),
        samples=({"serial_number": "S-1", "kind": "saw", "stock": 3}, {"serial_number": "D-1", "kind": "drill"}),
    )


def _repair() -> Entity:
    return make_entity(
        "repair",
        "repairs",
        make_field("problem", "text", required=True),
        make_field("machine", "reference", reference="e_machine", required=True),
        make_field("state", "enum", options=["New", "In work", "Done"], required=True, default="new"),
        make_field("began", "datetime"),
        make_field("ended", "datetime"),
        make_field("due", "date"),
        make_field("effort", "duration"),
        make_field("photo", "image"),
        make_field("parts_used", "integer", min=1, default=1),
        make_field("mechanic", "person"),
        make_field("similar", "reference", reference="e_machine", many=True),
        make_field("total", "computed", expression="sum(lines.amount)"),
        make_field("days_taken", "computed", expression="days(ended, began)"),
        status_field="f_state",
        behaviours=Behaviours(
            comments=True, votes="up_down", follow=True, tags=True, attachments=True, archive=True, ordering=True
        ),
        workflow=(
            Transition(source="new", target="in_work", who=("r_mechanic",)),
            Transition(source="in_work", target="done", who=("r_mechanic",)),
            Transition(source="done", target="new"),
        ),
        rules=(
            Sequence(id="u_ends", kind="sequence", earlier="f_began", later="f_ended"),
            NoOverlap(id="u_free", kind="no_overlap", start="f_began", end="f_ended", scope=("f_machine",)),
            UniqueTogether(id="u_once", kind="unique_together", fields=("f_problem", "f_machine", "owner")),
            Adjust(
                id="u_stock",
                kind="adjust",
                reference="f_machine",
                target="f_stock",
                amount="f_parts_used",
                direction="subtract",
            ),
            Quota(id="u_seats", kind="quota", scope=("f_machine",), limit_field="f_seats"),
        ),
        samples=({"problem": "It does not start", "machine": 1, "similar": [2]},),
    )


def _line() -> Entity:
    return make_entity(
        "line",
        "lines",
        make_field("title", "text", required=True),
        make_field("repair", "reference", reference="e_repair", required=True),
        make_field("quantity", "integer", required=True, min=1),
        make_field("unit_price", "money", required=True, currency="EUR"),
        make_field("amount", "computed", expression="quantity * unit_price"),
        permissions=Permissions(read=("owner", "r_mechanic")),
    )


def _pages(machine: Entity, repair: Entity, line: Entity) -> tuple[Page, ...]:
    listed, detail, form = usual_pages(repair)
    board = Page(**dict(listed) | {"layout": "board", "views": ("table", "calendar")})
    typed = [field.id for field in repair.typed_fields]
    steps = (WizardStep(title="What", fields=tuple(typed[:3])), WizardStep(title="When", fields=tuple(typed[3:])))
    wizard = Page(**dict(form) | {"layout": "wizard", "steps": steps})
    home = content_page(
        "p_home",
        "Home",
        "landing",
        "",
        blocks=(
            Hero(
                kind="hero", title="We mend machines", text="Bring yours.", action="All machines", page="p_machine_list"
            ),
            Items(kind="items", items=(Item(title="Fast", text="Within a week."),)),
            Entries(kind="entries", title="Machines", entity="e_machine", limit=3),
            EntryForm(kind="form", title="Tell us", entity="e_repair"),
        ),
    )
    about = content_page(
        "p_about",
        "About us",
        "page",
        "about",
        blocks=(
            Text(kind="text", text="Since 1974."),
            Items(kind="items", layout="questions", items=(Item(title="How?", text="So."),)),
        ),
    )
    overview = content_page(
        "p_overview",
        "Overview",
        "dashboard",
        "overview",
        blocks=tuple(ReportBlock(kind="report", report=report.id) for report in _reports()),
    )
    return (home, *usual_pages(machine), board, detail, wizard, *usual_pages(line), about, overview)


def _reports() -> tuple[Report, ...]:
    return (
        Report(id="q_states", title="Repairs by state", entity="e_repair", kind="count", by="f_state", display="bar"),
        Report(id="q_all", title="All repairs", entity="e_repair", kind="count", display="number"),
        Report(
            id="q_months",
            title="By month",
            entity="e_repair",
            kind="count",
            by="created_at",
            period="month",
            display="line",
        ),
        Report(
            id="q_best",
            title="Most lines",
            entity="e_line",
            kind="sum",
            field="f_amount",
            by="owner",
            display="table",
            limit=5,
        ),
        Report(id="q_kinds", title="Kinds", entity="e_machine", kind="count", by="f_kind", display="pie"),
    )
