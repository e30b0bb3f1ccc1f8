"""Data: which fields hang together, and what is booked so that nobody else may have it at the same time."""
# ruff: noqa: E501 - a pattern or a row of words reads best on one line

STARTS = ("start date", "start", "starts at", "from date", "check-in date", "check in date", "departure date", "begin date", "valid from", "start time", "arrival date", "loan date", "opening date", "begins at", "from")  # fmt: skip
ENDS = ("end date", "end", "ends at", "to date", "check-out date", "check out date", "return date", "finish date", "valid until", "end time", "departure date", "return date", "closing date", "finishes at", "until", "due date")  # fmt: skip
LIMIT_PAIRS = (("minimum price", "maximum price"), ("min price", "max price"), ("issue date", "due date"), ("departure date", "arrival date"), ("departure time", "arrival time"))  # fmt: skip
"""Fields of which one comes before the other."""

BOOKINGS = frozenset(
    {"booking", "reservation", "appointment", "rental", "viewing", "test drive", "consultation", "shift"}
)
"""Records that take a time."""

MEETINGS = BOOKINGS | {"lesson", "session", "interview", "slot", "visit", "checkup"}
"""What people come to: "lessons with instructors" belong to an instructor each."""

EXCLUSIVE = frozenset(
    """
    room|meeting room|hall|venue|table|car|vehicle|truck|bike|boat|motorcycle|desk|court|studio|apartment|house|property|
    barber|stylist|doctor|dentist|therapist|lawyer|trainer|tutor|coach|photographer|equipment|tool|parking spot|
    charging station|facility|machine|campsite|garment|device|consultant|expert|mentor|lab|resource|field|instrument
    """.replace("\n", "")
    .replace("    ", "")
    .split("|")
)
"""What only one can have at a time."""

CAPACITIES = ("capacity", "seats", "places", "spots", "max participants", "maximum participants", "available seats", "available spots", "number of seats", "number of places", "class size", "participant limit", "limit", "max attendees")  # fmt: skip
ROOM_WORDS = frozenset({"capacity", "seats", "places", "spots", "participants", "attendees", "beds", "players"})
"""Words in the name of a whole number that says how many may come."""
BED = frozenset({"beds", "bunks", "berths"})
"""Places of a room that are taken one by one, so that several bookings share it."""
AMOUNTS = ("number of places", "places", "seats", "number of seats", "number of people", "number of persons", "people", "persons", "number of guests", "guests", "party size", "tickets", "number of tickets", "participants", "number of participants", "spots", "heads")  # fmt: skip
"""What one entry takes of the places."""
JOININGS = frozenset(
    {
        "registration",
        "enrollment",
        "booking",
        "rsvp",
        "attendee",
        "participant",
        "reservation",
        "ticket sale",
        "application",
    }
)
"""Records by which people take a place."""

STOCKS = (
    "stock",
    "quantity",
    "stock quantity",
    "quantity in stock",
    "stock level",
    "in stock",
    "items in stock",
    "units",
)
TAKING = frozenset(
    {"sale", "order", "order item", "usage", "issue", "withdrawal", "goods issue", "food distribution", "distribution"}
)
GIVING = frozenset({"purchase", "return", "restock", "goods receipt", "stock receipt", "harvest", "food donation"})
"""Records that take from a stock, or add to it."""

BOOKING_TIMES: dict[str, str] = {
    "hotel": "check-in date, check-out date",
    "hostel": "check-in date, check-out date",
    "campsite": "check-in date, check-out date",
    "apartment": "check-in date, check-out date",
    "house": "check-in date, check-out date",
    "property": "check-in date, check-out date",
    "room": "start date, end date",
    "car": "start date, end date",
    "vehicle": "start date, end date",
    "bike": "start date, end date",
    "boat": "start date, end date",
    "equipment": "start date, end date",
    "meeting room": "start, end",
    "desk": "date",
    "court": "start, end",
    "studio": "start, end",
    "hall": "start, end",
    "venue": "start date, end date",
    "facility": "start, end",
    "tour": "date",
    "travel package": "date",
    "attraction": "date",
    "museum": "date",
    "event": "",
    "class": "",
    "course": "",
    "workshop": "",
    "session": "",
    "flight": "",
    "screening": "",
    "concert": "",
    "performance": "",
    "ride": "",
    "cruise": "",
}
"""What is booked -> the times a booking has where the request names none; anything else has a date and time."""

DECIDED = frozenset(
    [
        "application",
        "request",
        "booking",
        "reservation",
        "registration",
        "enrollment",
        "order",
        "claim",
        "submission",
        "proposal",
        "quote",
        "appointment",
        "consultation",
        "leave",
        "absence",
        "idea",
        "suggestion",
        "nomination",
    ]
)
"""What somebody accepts or rejects, by the last word of its noun."""

TAKEN_PART = frozenset({"trip", "tour", "excursion", "ride", "hike", "visit", "party", "dinner"})
HEADCOUNTS = frozenset(
    {"guest", "participant", "attendee", "passenger", "visitor", "adult", "child", "person", "player"}
)
"""What bookings and outings have so many of."""
