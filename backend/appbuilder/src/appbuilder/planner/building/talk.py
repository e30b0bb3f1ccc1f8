"""Shape messages between people: who gets them, what they are about, and whether they were read."""

from appbuilder.planner.building.draft import DraftEntity, DraftField
from appbuilder.planner.building.state import Draft
from appbuilder.planner.reading.facts import FieldsFact
from appbuilder.planner.reading.ownership import signs_in
from appbuilder.planner.reading.people import is_people_noun
from appbuilder.planner.reading.wishes import TalkFact

STATES = ("sent", "read")
_NOT_WRITTEN_ABOUT = frozenset(
    {"message", "inquiry", "notification", "announcement", "category", "newsletter subscription", "feedback"}
)


def shape_messages(draft: Draft) -> None:
    """Give messages their fields, unless the request lists them; each may be about an entry of the main list."""
    facts = [fact for fact in draft.reading.facts if isinstance(fact, TalkFact)]
    entity = draft.entity("message")
    if not facts or entity is None:
        return
    told = any(isinstance(fact, FieldsFact) and draft.entity(fact.owner) is entity for fact in draft.reading.facts)
    if not told:
        entity.fields = _fields(has_accounts=signs_in(draft.reading))
        entity.status = "status"
    about = _about(draft, facts)
    if about is not None and entity.reference_to(about.noun) is None and entity.find_exactly(about.noun) is None:
        entity.fields.append(DraftField(about.noun, "reference", target=about.noun))
    for fact in facts:
        draft.trace.append((fact.span, "Messages: written inside the app, with whether they were read"))


def _fields(*, has_accounts: bool) -> list[DraftField]:
    writer = [DraftField("name", "text", required=True), DraftField("email", "email")]
    return [
        DraftField("subject", "text", required=True),
        *([DraftField("recipient", "text", required=True)] if has_accounts else writer),
        DraftField("message", "long_text", required=True),
        DraftField("status", "enum", required=True, options=STATES),
    ]


def _about(draft: Draft, facts: list[TalkFact]) -> DraftEntity | None:
    """What messages are about: the people written to when the app lists them, else the main list of things."""
    named = [found for fact in facts if (found := draft.entity(fact.to)) is not None and found.noun != "message"]
    things = [each for each in draft.entities if each.noun not in _NOT_WRITTEN_ABOUT and not is_people_noun(each.noun)]
    return next(iter([*named, *things]), None)
