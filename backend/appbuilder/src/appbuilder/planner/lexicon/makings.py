"""Data: what people do that leaves a record of its own, where the record is named by the act.

Each row is a noun (`{noun}` stands for what the pattern names so) and a pattern over the cleaned request; what the
pattern calls `what` and `other` are records that the new one points to.
"""
# ruff: noqa: E501 - a pattern reads best on one line

THING = r"[a-z]+(?: [a-z]+)?"
_LEAD = r"(?:(?:a|an|the|their|his|her|my|your|our|any|each|every) )?"
_END = r"(?=\s*(?:[,.;:()]|$|\x1f|\b(?:and|or|with|by|via|through|online|to|from|in|when|so|as|for|after|before)\b))"

_START = r"(?:(?<=^)|(?<=, )|(?<=: )|(?<=for )|(?<=and )|(?<=with )|(?<=as )|(?<=of )|(?<=support )|(?<=include )|(?<=including )|(?<=provide )|(?<=offer )|(?<=like ))"
"""Where a wish begins: no other noun stands before it."""

MAKINGS: tuple[tuple[str, str], ...] = (
    ("payment", rf"(?:pay|pays|paying) (?:for )?{_LEAD}(?:monthly |outstanding )?(?:rent|fees?|bills?|tuition|dues|fines?|deposits?){_END}"),
    ("payment", rf"(?:pay|pays|paying) for {_LEAD}(?P<what>{THING}?){_END}"),
    ("payment", r"(?:rent|fee|tuition) payments?(?: tracking| collection| management)?"),
    ("time entry", rf"(?:log|logs|logging|track|tracking|record|recording|enter|register|report|reporting) {_LEAD}(?:working |volunteer |billable |worked )?(?:hours|working time|time spent)(?: (?:worked )?(?:on|for) {_LEAD}(?P<what>{THING}?){_END})?"),
    ("time entry", r"(?:working |volunteer |billable )?hours (?:are|get) (?:logged|tracked|recorded|entered)"),
    ("{noun}", rf"report(?:s|ing)? {_LEAD}(?:new |technical |[a-z]+ )?(?P<noun>problem|fault|issue|defect|damage|breakdown|incident|hazard|bug|accident)s?(?: (?:with|on|in|of|about) {_LEAD}(?P<what>{THING}?){_END})?"),
    ("{noun}", r"(?P<noun>problem|fault|issue|defect|damage|breakdown|incident|hazard|bug|accident) reporting"),
    ("{noun} request", rf"request(?:s|ing)? (?:a|an) (?P<noun>(?!quote|quotation|refund|appointment|new )[a-z]+(?: [a-z]+)?){_END}"),
    ("{noun}", r"(?P<noun>[a-z]+(?: [a-z]+)?s) are (?:recorded|logged|planned|tracked|registered|scheduled|documented|generated|issued|created|prepared)(?= (?:from|by|for|out of|with|when|in|on|at)\b|\s*(?:[,.;]|$|and\b))"),
    ("{noun}", r"(?P<noun>bookings|reservations|rentals|loans|orders|appointments|registrations|sign-ups) (?:for|of) (?:(?:our|my|the|all|two|three|four|five|six|seven|eight|ten|\d+) )*(?P<what>[a-z]+(?: [a-z]+)?s)(?=\s*(?:[,.;:()]|$|\b(?:and|with|by|in|at|where|so)\b))"),
    ("{noun}", r"(?P<noun>[a-z]+s) of (?:an?|the|one|each) (?P<what>[a-z]+(?: [a-z]+)?) to (?:an?|the|one|each) (?P<other>[a-z]+(?: [a-z]+)?)(?=\s*(?:[,.;:()]|$|\b(?:and|with|by)\b))"),
    ("stock movement", r"(?:(?:record|log|track|register|enter|manage)(?:s|ing)? )?(?:incoming|inbound) (?:stock |goods |items |inventory )?(?:and|or) (?:outgoing|outbound) (?:stock|goods|items|inventory|deliveries)"),
    ("stock movement", _START + r"(?:stock|inventory) (?:tracking|movements?|changes|in and (?:stock )?out)(?= ?(?:[,.;:()]|$|and\b|or\b))"),
    ("loan", rf"(?:take|takes|taking|check|checks|checking|sign|signs) {_LEAD}(?P<what>[a-z]+(?: [a-z]+)?) out(?! of)(?= |[,.;]|$)"),
    ("inquiry", rf"(?:send|sends|sending|write|writes|writing|submit|leave|leaves) (?:us (?:an? )?(?:short |quick )?(?:messages?|enquir(?:y|ies)|inquir(?:y|ies)|questions?|e-?mails?)|(?:an? )?(?:messages?|enquir(?:y|ies)|inquir(?:y|ies)|questions?) to us){_END}"),
    ("sale", r"sales (?:reduce|decrease|lower|are taken from) (?:the )?(?:stock|inventory|quantit(?:y|ies))(?: levels?)?"),
    ("{what} usage", rf"(?P<what>[a-z]+) (?:that (?:are|were) )?used (?:in|for|on|during) (?:each|every|a|the) (?P<other>{THING}?){_END}(?: with (?:their |its )?(?:quantity|quantities|amount))?"),
    ("registration", r"(?P<what>(?!user|account|member|newsletter|volunteer|online|easy|free|email|e-mail)[a-z]+) (?:sign-?ups)(?=\s*(?:[,.;:()]|$|\b(?:and|with|for)\b))"),
    ("question", r"ask(?:s|ing)? for (?:advice|help|tips)"),
    ("transfer", r"(?:warehouse|stock|inventory|goods|material|equipment) transfers?|transfer(?:s|ring)? (?P<what>goods|items|products|stock|materials|equipment) (?:between|from one|to (?:another|other)) (?P<other>[a-z]+s?)"),
    ("playlist", r"(?:save|add|put|collect)(?:s|ing)? (?P<what>[a-z]+s) (?:to|into|in) (?:their |own |personal |a |my )*playlists?"),
    ("leave request", r"(?:request|requests|requesting|apply for|applies for|ask for) (?:a |an |their |paid |annual )?(?:leave|time off|vacations?|holidays?|days off)(?=\s*(?:[,.;:()]|$|\b(?:and|with|from|online|by)\b))"),
    ("progress update", r"(?:post|publish|share|write)(?:s|ing)? (?:project |progress |regular |status )?updates(?: (?:on|about) (?:their |the )?(?P<what>[a-z]+s))?"),
    ("pledge", r"pledg(?:e|es|ing) (?:money|support|funds|an amount)"),
    ("{what} request", r"(?<=s )request (?P<what>(?!quotes|quotations|refunds|appointments|changes|information|access|help|support|leave|payments)[a-z]+s)(?=\s*(?:[,.;:()]|$|\b(?:and|with|from|online|by|for)\b))"),
    ("enrollment", r"(?:take|takes|taking|attend) (?:online |our |the )?(?P<what>courses|classes|trainings)(?=\s*(?:[,.;:()]|$|\b(?:and|with|online|to|from)\b))"),
    ("{what} attempt", r"(?:take|takes|taking|complete|completes|completing|sit|attempt) (?:online |the |their )?(?P<what>exams|quizzes|tests|mock exams|practice tests)(?=\s*(?:[,.;:()]|$|\b(?:and|with|online|to|from)\b))"),
    ("progress entry", _START + r"(?:(?:learning|training|study|student|reading|course|treatment|fitness|workout) )?progress (?:tracking|monitoring|recording|records?)"),
    ("prescription", r"prescrib(?:e|es|ing) (?:[a-z]+ )?(?:medications?|medicines?|drugs|treatments?)"),
    ("seating table", r"(?:plan|plans|planning|arrange|arranging|manage|managing) (?:the |their )?(?:table )?seating|seating (?:arrangements?|plans?|charts?)(?: management)?"),
    ("bid", r"(?:auction |online )?bidding(?: on (?P<what>[a-z]+s))?|(?:place|places|placing|make|submit) bids(?: (?:on|for) (?P<other>[a-z]+s))?"),
    ("order", r"(?:purchase|purchases|purchasing|buy|buys|buying) (?P<what>(?!tickets|memberships|subscriptions|plans|orders|requests|invoices|requisitions|records|lists|histories)[a-z]+(?: [a-z]+)?s)(?=\s*(?:[,.;:()]|$|\b(?:and|with|online|from|through|via)\b))"),
    ("{noun}", r"sign(?:s|ing)? (?:the |an? |their )?(?P<noun>(?:rental |lease |employment |service )?(?:leases?|contracts?|agreements?))"),
    ("loan", r"(?:submit|send|make|manage|view|handle|process|approve)(?:s|ing)? (?:their |the )?(?:borrowing|lending|loan) (?:requests?|records?|histor(?:y|ies))"),
    ("{noun}", r"(?P<noun>(?:energy|water|power|electricity|fuel|material|food|minibar|resource) (?:consumption|usage))(?: (?:data|statistics|records?|tracking|monitoring|logs?|reports?|analysis))?(?=\s*(?:[,.;:()]|$|\b(?:and|with|by|per|of|for)\b))"),
)  # fmt: skip
