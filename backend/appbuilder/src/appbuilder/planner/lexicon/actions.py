"""Data: nominalised deeds ("event registration", "inventory tracking") and what each says about the noun before it."""
# ruff: noqa: SIM905 - a pattern or a row of words reads best on one line

KEEPING = frozenset(
    """
    management tracking posting postings listing listings administration maintenance storage recording entry
    submission submissions collection publishing publication browsing viewing display displaying presentation
    showcase directory database catalog catalogue catalogues record records history information info details data
    content introduction introductions overview profiles handling organization organisation cataloging cataloguing
    sharing creation editing updates archive exploration announcement planning monitoring control distribution
    release retrieval query querying inquiry searching filing keeping logging logs registry list lists processing
    issuance recruitment recruiting hiring matching assignment allocation adding removal exhibition section page
    module portal area system center centre schedule schedules screening evaluation evaluations selection rankings
    statuses stats statistics forms generation onboarding issuing
    summaries summary counting picking packing inventory timetable timetables
    """.split()
)
"""The app keeps records of the noun: "volunteer management", "donation records"."""

DOING: dict[str, str] = {
    "registration": "registration",
    "registrations": "registration",
    "sign-up": "registration",
    "signup": "registration",
    "booking": "booking",
    "bookings": "booking",
    "reservation": "reservation",
    "reservations": "reservation",
    "maintenance": "maintenance record",
    "scheduling": "appointment",
    "ordering": "order",
    "purchasing": "order",
    "purchase": "order",
    "enrollment": "enrollment",
    "enrolment": "enrollment",
    "scoring": "score",
    "grading": "grade",
    "rental": "rental",
    "rentals": "rental",
    "adoption": "adoption request",
    "borrowing": "loan",
    "lending": "loan",
    "application": "application",
    "applications": "application",
    "rsvp": "rsvp",
    "reviews": "review",
    "selling": "sale",
    "sales": "sale",
    "delivery": "delivery",
    "inspection": "inspection",
    "inspections": "inspection",
    "bidding": "bid",
    "consultation": "consultation",
    "consultations": "consultation",
}
"""A record of its own that belongs to the noun: "room booking" keeps bookings of rooms."""

SHOWN = frozenset(
    """
    alert notification reminder chat map analysis analytics chart report recommendation insight trend integration
    security privacy performance interface design experience support help message search filter login
    """.split()
)
"""Parts that keep no records of the noun before them: "low stock alerts", "sales charts"."""

PERSONAL = frozenset({"registration", "registrations", "enrollment", "recruitment", "sign-up", "signup"})
"""Deeds that, with people before them, only keep the people: "volunteer registration"."""

FEATURES = frozenset(
    """
    search filter filtering sorting login logout register profile account chart dashboard notification notifications
    comment rating ratings map maps feature functionality interface ui ux design layout navigation menu footer header
    button form page homepage section link view mode theme color colour animation analysis analytics report statistic
    tool tools option options setting settings preference preferences support help access security privacy performance
    user users experience platform website site app system service-desk database integration api backend frontend
    upload download export import reminder alert chat messaging communication interaction engagement community
    collaboration feedback-loop update updates insight insights trend trends recommendation recommendations suggestion
    result-page detail details information info data content progress status step steps process processes way ways
    thing things operation operations action actions functions function capability capabilities need needs requirement
    requirements condition conditions criterion criteria keyword keywords time period format screen
    language languages history activity-log role roles permission permissions right rights password token session-login
    number numbers amount amounts total totals average count sum value values name names title titles date dates price
    prices quality quantity quantities category categories tag tags type types field fields column columns row rows
    table tables card cards grid list lists gallery calendar board news-feed feed best-practice kind kinds
    everyone everything anything something others other both each it them changes change availability popularity
    location-based convenience efficiency ease variety range aspect aspects area areas goal-setting component components
    bar progress-bar element elements background style styling image-quality performance-data accuracy transparency
    """.split()
)
"""Words that are parts of an app, never records of it, unless the lexicon knows them and the request describes them."""

ABSTRACT_ENDINGS = ("ness", "ability", "ibility", "ization", "isation", "ism", "ology", "ity", "ance", "ence")
"""Endings of nouns that nobody keeps a list of."""

DEED_ENDINGS = ("ment", "tion", "sion")
"""Endings of deeds that leave records, where the lexicon knows them: "disease treatment", "soil observation"."""

GROUPING = frozenset(
    """
    category department topic subject brand branch region supplier team building instrument product machine room class
    project campaign warehouse shop store site area zone line employee customer course vehicle driver player teacher
    doctor trainer coach client student crop country city district ward office neighbourhood province
    """.split()
)
"""Fields by which people group entries; their values are kept as records."""

GROUPS = frozenset({"category", "topic", "genre", "tag"})
"""What groups entries, as a thing of its own: "photo categories"."""

SCHEDULED = frozenset(
    """
    interview event meeting shift class task session viewing course exam appointment job project delivery match visit
    """.split()
)
"""What has a date of its own: scheduling it makes no appointment."""
