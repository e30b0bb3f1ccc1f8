"""Specs about what entries hold and which rules they obey."""

from appbuilder.spec import (
    Adjust,
    AppSpec,
    Behaviours,
    Entity,
    Job,
    NoOverlap,
    Quota,
    Report,
    Sequence,
    Total,
    Transition,
    UniqueTogether,
    Webhook,
    make_app,
    make_entity,
    make_field,
)


def bookings() -> AppSpec:
    """Rooms that are booked and events with seats and stock: every rule, and a workflow, without accounts."""
    jobs = (
        Job(
            id="j_over",
            title="Mark as over",
            entity="e_booking",
            field="f_ends",
            days=1,
            action="set_status",
            status="over",
        ),
        Job(id="j_close", title="Close", entity="e_event", field="f_day", days=1, action="set_status", status="past"),
        Job(id="j_forget", title="Put away", entity="e_event", field="updated_at", days=90, action="archive"),
    )
    hooks = (
        Webhook(id="w_guests", entity="e_guest", events=("created", "deleted"), url_variable="GUESTS_WEBHOOK_URL"),
        Webhook(id="w_events", entity="e_event", events=("updated",), url_variable="EVENTS_WEBHOOK_URL"),
    )
    parts = (_guest(), *_event(), _booking())
    return make_app("Bookings", "Rooms, events and who comes.", *parts, jobs=jobs, webhooks=hooks)


def _booking() -> Entity:
    return make_entity(
        "booking",
        "bookings",
        make_field("title", "text", required=True),
        make_field("room", "reference", reference="e_room", required=True),
        make_field("begins", "datetime", required=True),
        make_field("ends", "datetime", required=True),
        make_field("state", "enum", options=["Asked", "Agreed", "Over", "Refused"], required=True),
        make_field("from_age", "integer", min=0),
        make_field("to_age", "integer", min=0),
        status_field="f_state",
        workflow=(
            Transition(source="asked", target="agreed"),
            Transition(source="asked", target="refused"),
            Transition(source="agreed", target="over"),
        ),
        rules=(
            Sequence(id="u_ends", kind="sequence", earlier="f_begins", later="f_ends"),
            Sequence(id="u_ages", kind="sequence", earlier="f_from_age", later="f_to_age"),
            NoOverlap(id="u_free", kind="no_overlap", start="f_begins", end="f_ends", scope=("f_room",)),
            UniqueTogether(id="u_once", kind="unique_together", fields=("f_title", "f_room")),
        ),
        samples=(
            {
                "title": "Choir",
                "room": 1,
                "begins": "2026-11-24T18:00",
                "ends": "2026-11-24T20:00",
                "state": "over",
            },
        ),
    )


def _event() -> tuple[Entity, Entity]:
    room = make_entity(
        "room",
        "rooms",
        make_field("name", "text", required=True, unique=True),
        samples=({"name": "Blue room"}, {"name": "Red room"}),
    )
    event = make_entity(
        "event",
        "events",
        make_field("name", "text", required=True),
        make_field("day", "date", required=True),
        make_field("seats", "integer", min=1),
        make_field("leaflets", "integer", min=0, default=100),
        make_field("income", "money", min=None, default=0),
        make_field("rooms", "reference", reference="e_room", many=True, filterable=True),
        make_field("stage", "enum", options=["Planned", "Past"], default="planned"),
        status_field="f_stage",
        behaviours=Behaviours(archive=True),
        rules=(Quota(id="u_day", kind="quota", scope=("f_day",), limit=3),),
        samples=({"name": "Summer party", "day": "2027-07-03", "rooms": [1, 2]},),
    )
    return room, event


def _guest() -> Entity:
    return make_entity(
        "guest",
        "guests",
        make_field("name", "text", required=True),
        make_field("event", "reference", reference="e_event", required=True),
        make_field("leaflets", "integer", min=0, default=1),
        make_field("paid", "money", default=0),
        rules=(
            Quota(id="u_seats", kind="quota", scope=("f_event",), limit_field="f_seats"),
            Adjust(
                id="u_leaflets",
                kind="adjust",
                reference="f_event",
                target="f_leaflets",
                amount="f_leaflets",
                direction="subtract",
            ),
            Adjust(
                id="u_income", kind="adjust", reference="f_event", target="f_income", amount="f_paid", direction="add"
            ),
        ),
    )


def filing() -> AppSpec:
    """What was put away is not counted: in totals, in reports, in what others are worked out from."""
    box = make_entity(
        "box",
        "boxes",
        make_field("name", "text", required=True),
        make_field("papers", "computed", expression="count(papers)"),
        make_field("weight", "computed", expression="sum(papers.pages) * 5"),
        behaviours=Behaviours(archive=True),
    )
    paper = make_entity(
        "paper",
        "papers",
        make_field("title", "text", required=True),
        make_field("pages", "integer", required=True, min=1),
        make_field("box", "reference", reference="e_box", required=True),
        behaviours=Behaviours(archive=True),
        totals=(
            Total(kind="count", label="Papers"),
            Total(kind="sum", field="f_pages", label="Pages"),
            Total(kind="count", by="f_box", label="By box"),
        ),
    )
    reports = (
        Report(id="r_pages", title="Pages", entity="e_paper", kind="sum", field="f_pages", display="number"),
        Report(id="r_boxes", title="Papers by box", entity="e_paper", kind="count", by="f_box", display="table"),
    )
    return make_app("Filing", "Boxes and the papers in them.", box, paper, reports=reports)
