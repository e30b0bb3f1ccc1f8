"""Give bookings the times that they usually have, by what is booked."""

from appbuilder.planner.building.draft import DraftEntity, DraftField
from appbuilder.planner.building.state import Draft
from appbuilder.planner.building.types import field_type
from appbuilder.planner.lexicon.limits import BOOKING_TIMES
from appbuilder.planner.reading.facts import FieldsFact
from appbuilder.spec.fields import DATE_TYPES

_OTHERWISE = "date and time"


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


def _usual_times(entity: DraftEntity) -> str:
    booked = [each.target for each in entity.fields if each.target]
    times = (BOOKING_TIMES.get(noun, BOOKING_TIMES.get(noun.rpartition(" ")[2])) for noun in booked)
    return next((each for each in times if each is not None), _OTHERWISE)
