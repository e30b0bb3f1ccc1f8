"""Data: what people do that leaves a record of its own, where the record is named by the act.

Each row is a noun (`{noun}` stands for what the pattern names so) and a pattern over the cleaned request; what the
pattern calls `what` and `other` are records that the new one points to.
"""
# ruff: noqa: E501 - a pattern reads best on one line

THING = r"[a-z]+(?: [a-z]+)?"
_LEAD = r"(?:(?:a|an|the|their|his|her|my|your|our|any|each|every) )?"
_END = r"(?=\s*(?:[,.;:()]|$|\x1f|\b(?:and|or|with|by|via|through|online|to|from|in|when|so|as|for|after|before)\b))"

MAKINGS: tuple[tuple[str, str], ...] = (
    ("payment", rf"(?:pay|pays|paying) (?:for )?{_LEAD}(?:monthly |outstanding )?(?:rent|fees?|bills?|tuition|dues|fines?|deposits?){_END}"),
    ("payment", rf"(?:pay|pays|paying) for {_LEAD}(?P<what>{THING}?){_END}"),
    ("payment", r"(?:rent|fee|tuition) payments?(?: tracking| collection| management)?"),
    ("time entry", rf"(?:log|logs|logging|track|tracking|record|recording|enter|register|report|reporting) {_LEAD}(?:working |volunteer |billable |worked )?(?:hours|working time|time spent)(?: (?:worked )?(?:on|for) {_LEAD}(?P<what>{THING}?){_END})?"),
    ("time entry", r"(?:working |volunteer |billable )?hours (?:are|get) (?:logged|tracked|recorded|entered)"),
    ("{noun}", rf"report(?:s|ing)? {_LEAD}(?:new |technical )?(?P<noun>problem|fault|issue|defect|damage|breakdown|incident|hazard|bug|accident)s?(?: (?:with|on|in|of|about) {_LEAD}(?P<what>{THING}?){_END})?"),
    ("{noun}", r"(?P<noun>problem|fault|issue|defect|damage|breakdown|incident|hazard|bug|accident) reporting"),
    ("{noun} request", rf"request(?:s|ing)? (?:a|an) (?P<noun>(?!quote|quotation|refund|appointment|new )[a-z]+(?: [a-z]+)?){_END}"),
    ("{noun}", r"(?P<noun>[a-z]+(?: [a-z]+)?s) are (?:recorded|logged|planned|tracked|registered|scheduled|documented|generated|issued|created|prepared)(?= (?:from|by|for|out of|with|when|in|on|at)\b|\s*(?:[,.;]|$|and\b))"),
    ("{noun}", r"(?P<noun>bookings|reservations|rentals|loans|orders|appointments|registrations|sign-ups) (?:for|of) (?:(?:our|my|the|all|two|three|four|five|six|seven|eight|ten|\d+) )*(?P<what>[a-z]+(?: [a-z]+)?s)(?=\s*(?:[,.;:()]|$|\b(?:and|with|by|in|at|where|so)\b))"),
    ("{noun}", r"(?P<noun>[a-z]+s) of (?:an?|the|one|each) (?P<what>[a-z]+(?: [a-z]+)?) to (?:an?|the|one|each) (?P<other>[a-z]+(?: [a-z]+)?)(?=\s*(?:[,.;:()]|$|\b(?:and|with|by)\b))"),
    ("stock movement", r"(?:(?:record|log|track|register|enter|manage)(?:s|ing)? )?(?:incoming|inbound) (?:stock |goods |items |inventory )?(?:and|or) (?:outgoing|outbound) (?:stock|goods|items|inventory|deliveries)"),
    ("stock movement", r"(?:stock|inventory) (?:tracking|movements?|changes|in and (?:stock )?out)(?= ?(?:[,.;:()]|$|and\b|or\b))"),
    ("loan", rf"(?:take|takes|taking|check|checks|checking|sign|signs) {_LEAD}(?P<what>[a-z]+(?: [a-z]+)?) out(?! of)(?= |[,.;]|$)"),
    ("inquiry", rf"(?:send|sends|sending|write|writes|writing|submit|leave|leaves) (?:us (?:an? )?(?:short |quick )?(?:messages?|enquir(?:y|ies)|inquir(?:y|ies)|questions?|e-?mails?)|(?:an? )?(?:messages?|enquir(?:y|ies)|inquir(?:y|ies)|questions?) to us){_END}"),
    ("sale", r"sales (?:reduce|decrease|lower|are taken from) (?:the )?(?:stock|inventory|quantit(?:y|ies))(?: levels?)?"),
    ("{what} usage", rf"(?P<what>[a-z]+) (?:that (?:are|were) )?used (?:in|for|on|during) (?:each|every|a|the) (?P<other>{THING}?){_END}(?: with (?:their |its )?(?:quantity|quantities|amount))?"),
)  # fmt: skip
