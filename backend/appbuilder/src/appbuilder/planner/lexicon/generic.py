"""Data: what is known about a noun that is not in the lexicon, from its last word or its ending."""
# ruff: noqa: SIM905 - a pattern or a row of words reads best on one line

HEADS: dict[str, str] = {
    "record": "title!, date!, notes",
    "entry": "title!, date!, notes",
    "log": "title!, date!, notes",
    "request": "title!, description!, name, email, date",
    "usage": "quantity!, date, notes",
    "consumption": "quantity:decimal!, unit, date, notes",
    "attempt": "name!, date, score:decimal, passed",
    "fault": "title!, description!, date, severity(low|medium|high)",
    "defect": "title!, description!, date, severity(low|medium|high)",
    "damage": "title!, description!, date, photo",
    "breakdown": "title!, description!, date",
    "accident": "title!, description!, date!, location",
    "hazard": "title!, description!, location, severity(low|medium|high)",
    "scheme": "name!, description",
    "form": "name!, email!, message",
    "order": "name!, quantity, date, notes",
    "plan": "title!, description, start date, end date",
    "session": "title!, date and time!, notes",
    "program": "name!, description, start date, end date",
    "programme": "name!, description, start date, end date",
    "list": "name!, description",
    "type": "name!, description",
    "group": "name!, description",
    "test": "title!, date!, result, notes",
    "result": "title!, date!, result, notes",
    "plot": "name!, location, area, notes",
    "site": "name!, address, description",
    "centre": "name!, address, phone",
    "center": "name!, address, phone",
    "kit": "name!, description, quantity",
    "set": "name!, description, quantity",
    "class": "name!, teacher, date, location, capacity",
    "card": "title!, description",
    "system": "name!, description",
    "activity": "title!, date, location, description",
    "initiative": "title!, description, start date",
    "method": "name!, description",
    "technique": "name!, description",
    "story": "title!, content!, author",
    "tip": "title!, content!",
    "fee": "title!, amount!, due date",
    "cost": "title!, amount!, date!",
    "collection": "name!, description, image",
    "model": "name!, description, price, image",
    "piece": "title!, description, price, image",
}
"""Last word of a noun -> the usual fields."""

GENERIC_HEADS = frozenset(HEADS) | {"request", "session", "resource", "sample", "visit", "document", "file", "form"}
"""Nouns that say little without the word before them: "zoning requests" keep their name."""

PEOPLE_ENDINGS = ("er", "or", "ist", "ian", "ant", "ee", "eur", "man", "woman", "person", "holder", "keeper", "mate")
NO_PEOPLE = frozenset(
    """
    setlist checklist playlist wishlist shortlist
    folder order number paper letter chapter newsletter computer printer router server tracker calendar matter weather
    water center counter container trailer scooter boiler filter sensor monitor motor tractor reactor generator color
    error flavor factor sector vector indicator elevator calculator radiator plant restaurant fragrance
    variant descriptor debtor tower flower river layer buffer header footer banner poster answer offer transfer
    register parameter semester winter summer dinner power shower planner reminder reader timer charger locker
    sticker marker roster dessert coffee tree fee employee-benefit degree committee guarantee toffee bee referee-report
    brewer roller cooler heater burger cover driver-license volunteer-shift after other quarter character disorder
    cancer fever newspaper helicopter cluster adapter controller amplifier speaker-system mixer blender toaster
    instrument antique medication consonant croissant pendant elephant collar hamster gear barrier trigger
    plier spider tiger beer cider folder hanger dryer washer cleaner-product ladder feeder plugin
    """.split()
)
"""Words with such an ending that are no people."""

DEPARTMENTS = frozenset(
    {"finance", "accounting", "hr", "reception", "dispatch", "procurement", "logistics", "marketing", "groups", "clubs"}
)
"""Parts of a company, and groups of people, that do something: "finance exports a report", "groups book the hall"."""

PEOPLE_FIELDS = "name!, email, phone, notes"
THING_FIELDS = "name!, description"

SAYS_IT = frozenset({"message"})
"""What an entry would say nothing without, even where the request names none of its fields."""

OF_THE_HOUSE = frozenset({"staff member", "employee", "manager", "team member"})
"""Who runs the app: what they record does not say who did."""

ON_FILE = frozenset(
    {"patient", "doctor", "lawyer", "vet", "dentist", "therapist", "tenant", "donor", "tutor", "landlord"}
)
"""People of whom a file is kept, whether they sign in or not."""
