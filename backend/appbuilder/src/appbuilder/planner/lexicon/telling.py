"""Data: how people tell, in whole sentences, what a record holds, where it stands and what must hold for it."""
# ruff: noqa: E501, SIM905 - a pattern or a row of words reads best on one line

from appbuilder.spec import FieldType

PARTICIPLES: dict[str, str] = {
    "wrote": "written", "writes": "written", "took": "taken", "takes": "taken", "brings": "brought", "gave": "given",
    "gives": "given", "buys": "bought", "sells": "sold", "does": "done", "did": "done", "makes": "made",
    "catches": "caught", "finds": "found", "saw": "seen", "sees": "seen", "drove": "driven", "drives": "driven",
    "leads": "led", "wins": "won", "lends": "lent", "pays": "paid", "teaches": "taught", "keeps": "kept",
    "holds": "held", "sings": "sung", "sang": "sung", "said": "said", "says": "said", "built": "built", "builds": "built", "runs": "run", "ran": "run",
    "reads": "read", "sends": "sent", "speaks": "held", "spoke": "held", "drew": "drawn", "draws": "drawn",
    "grew": "grown", "grows": "grown", "broke": "broken", "breaks": "broken", "rode": "ridden", "rides": "ridden",
    "flew": "flown", "flies": "flown", "bakes": "baked", "lost": "lost", "loses": "lost", "left": "left", "met": "met",
    "put": "put", "set": "set", "got": "got", "gets": "got", "won": "won", "led": "led", "lent": "lent", "found": "found",
    "sold": "sold", "bought": "bought", "brought": "brought", "made": "made", "caught": "caught", "paid": "paid",
    "taught": "taught", "kept": "kept", "held": "held", "sent": "sent", "done": "done", "seen": "seen", "taken": "taken",
    "given": "given", "written": "written", "born": "born", "sown": "sown", "shown": "shown", "hung": "hung",
}  # fmt: skip
"""What was done, for verbs that do not just take "-ed"."""

DUE_DATES: dict[str, str] = {"back": "due date", "returned": "due date", "brought back": "due date", "paid": "due date"}
"""What must be done -> the date by which it must."""

QUANTITIES: dict[str, tuple[str, FieldType]] = {
    "long": ("duration", "duration"),
    "old": ("age", "integer"),
    "tall": ("height", "decimal"),
    "high": ("height", "decimal"),
    "heavy": ("weight", "decimal"),
    "far": ("distance", "decimal"),
    "deep": ("depth", "decimal"),
    "wide": ("width", "decimal"),
    "big": ("size", "decimal"),
    "large": ("size", "decimal"),
    "hot": ("temperature", "decimal"),
    "warm": ("temperature", "decimal"),
    "fast": ("speed", "decimal"),
    "often": ("frequency", "text"),
}
"""What "how long", "how heavy" asks for."""

LENGTHS = frozenset("metres meters cm centimetres centimeters mm feet inches m".split())
MEASURES = (
    r"grams?|kilograms?|kilos?|kg|g|mg|tonnes?|tons?|lbs|ounces?|litres?|liters?|l|ml|cl|millilitres?|milliliters?|metres?|meters?|m|cm|mm|centimetres?|centimeters?|millimetres?|millimeters?|"
    r"km|kilometres?|kilometers?|miles?|feet|inches|square (?:metres?|meters?|feet)|m2|m²|sqm|hectares?|acres?|cubic (?:metres?|meters?)|m3|hours?|degrees(?: celsius)?|celsius|watts?|kw|kwh|volts?|amps?|bars?|hl|"
    r"hectolitres?|knots|[kmg]?hz|percent|%"
)
"""Units of what is measured, with decimals."""

AMOUNTS = frozenset(
    "kilograms kilos grams litres liters tonnes tons metres meters hectares hours kilometres kilometers miles".split()
)
"""Units that name a measured field by themselves: "kilograms of honey"."""

TELLS = (
    "has|have|needs?|comes? with|come with|carries|carry|contains?|includes?|gets?|consists? of|is described by|shows|takes (?=from \\d|between)|lasts (?=from \\d|between)|"
    "says|tells|states|names|records|lists|stores|holds|must have|should have|will have"
)
"""Verbs between a record and what it holds."""

WRITES = (
    "write down|writes down|wrote down|note down|notes down|put down|jot down|fill in|fills in|take down|write|writes|note|notes|keep track of|keep|keeps|record|records|log|logs|store|"
    "stores|plan|order|serve|enter|enters|save|saves|track|tracks|register|registers|need to know|want to know|want to see|need|collect|collects|list"
)
"""Verbs between those who write and what they write down."""

ADDS = (
    "enters?|reports?|leaves?|gives?|records?|adds?|submits?|sends?(?: in)?|writes?|files?|pays?|registers?|logs?|makes?|creates?|posts?|hands? in|"
    "there is|there's|there are|there are several|notes?|keeps?|lists?"
)
"""Verbs by which people add the record that is described behind a colon."""

STATE_WORDS = frozenset(
    """
    new open draft drafts active inactive pending ready free full empty waiting working broken dead alive lost done idle
    available unavailable unread late missing due over overdue live offline online upcoming past running out current
    """.split()
)
"""Single words that tell where something stands; those of other lists, "under ...", "in ..." and participles do too."""

GREETINGS = r"(?:hi|hello|hey|dear \w+|good (?:morning|day|evening|afternoon)|thanks?(?: you)?(?: a lot| very much| in advance)?|many thanks|cheers|please help(?: us| me)?|best regards|kind regards|that's it|that is all|that's all|(?:no|without) (?:other|more|further) (?:details|fields|data|information|things)(?: please)?|nothing else(?: please)?)"
SCENES = (
    r"(?:hi |hello |hey )?(?:we|i) (?:are|am|were) (?:just |also |only )?(?:an? |the |about |some |two |three |four |five |six )",
    r"(?:i'm|we're|im) (?:just |also |only )?(?:an? |the |about |some |two |three |four |five )",
    r"(?:i|we) (?:run|own|lead|teach|repair|sell|breed|grow|bake|fix|live|work|have been|started|organi[sz]e|look after|go|love|like|do|play|restore|train|raise|make|rent out|collect)\b(?! (?:to|it|them)\b)",
    r"(?:i|we) (?!note\b|keep\b|write\b|record\b|track\b|enter\b|log\b|store\b|put\b|save\b|never\b|may\b|only\b)[a-z]+ (?:[a-z]+ ){0,7}?[a-z]+\s*$",
    r"(?:our|my) (?:[a-z-]+ ){0,3}(?:sells?|lends?|gives?|helps?|offers?|makes?|runs?|rents?(?: out)?|has grown|is (?:an?|the|about|run)|lies|meets?|produces?|works?|trains?|teaches|was founded)\b",
    r"(?:i|we) have (?:an?|some|about|two|three|four|five|six|seven|eight|ten|twelve|twenty|many|several|\d+) ",
    r"(?:our|my) (?:[a-z-]+ ){1,3}has (?:several|many|some|two|three|four|five|six|ten|twelve|\d+) ",
    r"(?:until|up to|till) now\b",
    r"(?:in|at) (?:our|my) [a-z]+ (?:we|people|everybody|everyone) ",
    r"(?:so far|at the moment|at present|currently|right now|nowadays|in the past)\b",
    r"(?:it|this|that) (?:is|was|has become|became|gets|got) (?:a mess|messy|chaotic|too much|confusing|tedious|annoying|a nightmare|hard|no longer|not)\b",
    r"(?:an?|the) (?:[a-z-]+ ){1,3}(?:sells?|gives? out|takes?|needs?|wants?|would like|offers?|rents? out|looks? after|holds?|plans?)\b(?= )",
    r"(?:everything|all) (?:is|was) (?:on|in) (?:paper|a spreadsheet|excel|notebooks?)",
)
"""How people set the scene before they say what they want: who they are and how they did it until now."""

TOLD_BEHAVIOURS: dict[str, tuple[str, bool | str]] = {
    "tags": ("tags", True), "labels": ("tags", True), "comments": ("comments", True), "ratings": ("ratings", True),
    "votes": ("votes", "up"), "likes": ("votes", "up"), "attachments": ("attachments", True),
    "attached files": ("attachments", True), "files": ("attachments", True),
}  # fmt: skip
"""What a list of fields may hold that is a behaviour."""

AS_SAID: dict[str, frozenset[str]] = {
    "position": frozenset({"order", "orders", "invoice", "invoices", "quote", "bill", "offer", "delivery"}),
    "line": frozenset({"order", "orders", "invoice", "invoices", "quote", "bill", "offer", "delivery"}),
}
"""Nouns that mean themselves where one of these words is said, and not what the lexicon knows them for."""

READS_AS: dict[str, str] = {
    "application": "apply applied applies applicant applicants candidate candidates job jobs adopt adoption adopting"
}
"""Kinds of apps that are records where one of these words is said."""

NO_RECORDS = frozenset(
    """
    colour color background theme design look style feature function page requirement role admin field title
    example hint accent text font headline date time day place number amount
    """.split()
)
"""Words before a colon or "has" that are no records: "Colours: white and green"."""

PERIOD_RECORDS: dict[str, str] = {
    "day": "daily entry",
    "daily": "daily entry",
    "week": "weekly entry",
    "month": "monthly entry",
}
"""How often somebody writes down what -> the record of it."""

DEED_RECORDS: dict[str, str] = {
    "book": "booking",
    "register": "registration",
    "sign": "registration",
    "apply": "application",
    "reserve": "reservation",
    "join": "registration",
}
"""What somebody does with a thing spoken of -> the record that it leaves."""
