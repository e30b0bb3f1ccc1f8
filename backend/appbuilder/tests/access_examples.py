"""An app with accounts: what everybody reads, what belongs to people, what is private, and what only staff sees."""

from appbuilder.spec import (
    AppSpec,
    Behaviours,
    Permissions,
    Role,
    Total,
    make_app,
    make_entity,
    make_field,
    usual_access,
)

STAFF = Role(id="r_staff", name="staff", label="Staff")


def desk() -> AppSpec:
    """A help desk with a knowledge base and private notebooks."""
    return make_app(
        "Help desk",
        "Tickets, and notes of one's own.",
        make_entity(
            "topic",
            "topics",
            make_field("name", "text", required=True),
            permissions=Permissions(create=(), update=(), delete=()),
        ),
        make_entity(
            "ticket",
            "tickets",
            make_field("title", "text", required=True),
            make_field("topic", "reference", reference="e_topic"),
            make_field("state", "enum", options=["Open", "Closed"], default="open", required=True),
            make_field("helper", "person"),
            status_field="f_state",
            permissions=Permissions(read=("signed_in",), update=("owner", "r_staff"), delete=()),
            behaviours=Behaviours(comments=True, votes="up"),
            totals=(Total(kind="count", label="Tickets"), Total(kind="count", by="f_state", label="By state")),
        ),
        make_entity(
            "notebook",
            "notebooks",
            make_field("name", "text", required=True),
            make_field("ticket", "reference", reference="e_ticket"),
            permissions=Permissions(read=("owner",)),
            totals=(Total(kind="count", label="Notebooks"),),
        ),
        make_entity(
            "note",
            "notes",
            make_field("text", "text", required=True),
            make_field("notebook", "reference", reference="e_notebook", required=True),
            permissions=Permissions(read=("owner",)),
            totals=(Total(kind="count", by="f_notebook", label="By notebook"),),
        ),
        make_entity(
            "message",
            "messages",
            make_field("text", "text", required=True),
            permissions=Permissions(create=("anyone",), read=("r_staff",), update=(), delete=()),
        ),
        access=usual_access(STAFF),
    )


def letters() -> AppSpec:
    """Messages between two people, who alone see them; whom one is for is told."""
    return make_app(
        "Letters",
        "What people write to each other.",
        make_entity(
            "letter",
            "letters",
            make_field("subject", "text", required=True),
            make_field("recipient", "person", required=True),
            make_field("text", "long_text", required=True),
            make_field("status", "enum", options=["Sent", "Read"], default="sent", required=True),
            status_field="f_status",
            permissions=Permissions(read=("owner", "f_recipient"), update=("owner", "f_recipient")),
            behaviours=Behaviours(follow=True),
        ),
        access=usual_access(),
    )
