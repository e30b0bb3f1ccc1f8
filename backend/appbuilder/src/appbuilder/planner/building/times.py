"""Give bookings the times that they usually have, by what is booked."""

from appbuilder.planner.building.draft import DraftEntity, DraftField
from appbuilder.planner.building.state import Draft
from appbuilder.planner.building.types import field_type
from appbuilder.planner.lexicon.limits import BOOKING_TIMES, MEETINGS
from appbuilder.planner.reading.facts import FieldsFact
from appbuilder.planner.reading.wishes import OverlapFact, SequenceFact
from appbuilder.spec.fields import DATE_TYPES

_OTHERWISE = "date and time"
_TIMES = ("start time", "end time")
_DAYS = frozenset({"date", "day", "weekday", "day of the week", "days"})
_EVENTS = frozenset({"event", "meeting", "shift", "class", "course", "rehearsal", "training", "workshop", "service"})


def put_times(draft: Draft) -> None:
    """Give bookings without a time the usual one, unless the request lists what they hold."""
    told = {id(draft.entity(fact.owner)) for fact in draft.reading.facts if isinstance(fact, FieldsFact) and fact.owner}
    for entity in draft.entities:
        is_timed = any(each.type in DATE_TYPES for each in entity.fields)
        if entity.noun.rpartition(" ")[2] != "booking" or is_timed or id(entity) in told:
            continue
        names = [name for name in _usual_times(entity).split(", ") if name]
        place = 1 + max((place for place, each in enumerate(entity.fields) if each.required), default=0)
        entity.fields[place:place] = [DraftField(name, field_type(name)) for name in names]


def put_moments(draft: Draft) -> None:
    """Let a start and an end time be moments where they are compared, or where nothing else says the day."""
    facts = draft.reading.facts
    is_compared = any(isinstance(fact, SequenceFact | OverlapFact) for fact in facts)
    for entity in draft.entities:
        edges = [each for each in entity.fields if each.words in _TIMES and each.type == "text"]
        others = {each.words for each in entity.fields} & _DAYS
        is_timed = {entity.noun, entity.noun.rpartition(" ")[2]} & (MEETINGS | _EVENTS)
        if len(edges) == len(_TIMES) and (is_compared or (is_timed and not others)):
            for each in edges:
                each.type = "datetime"


def _usual_times(entity: DraftEntity) -> str:
    booked = [each.target for each in entity.fields if each.target]
    times = (BOOKING_TIMES.get(noun, BOOKING_TIMES.get(noun.rpartition(" ")[2])) for noun in booked)
    return next((each for each in times if each is not None), _OTHERWISE)
