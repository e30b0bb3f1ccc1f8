"""Data: who people are in a request, and what they do with entries, in everyday words."""
# ruff: noqa: E501, SIM905 - a pattern or a row of words reads best on one line

INSIDERS = frozenset(
    """
    member members user users family families colleague colleagues coworker coworkers co-worker co-workers flatmate
    flatmates roommate roommates housemate housemates friend friends relative relatives wife husband partner kids
    classmate classmates teammate teammates team teams club crew choir class household association society
    neighbours neighbors insiders
    """.split()
)
"""Those for whom an app is, when nobody else is let in: whoever signed in."""

WORKERS = frozenset("staff employee employees worker workers personnel".split())
"""Those for whom an app of a firm is, unless it is for others too."""

OUTSIDERS = r"(?:(?:people|those|anyone|anybody|everyone|everybody) who (?:don't|do not|doesn't|does not|aren't|are not|isn't|is not) [a-z ]{2,30}?|(?:all |the |any )?(?:outsiders?|strangers?|non-?members?|outside people|the outside world|unauthori[sz]ed (?:people|users|persons)|(?:people|anyone|anybody|everyone|everybody|nobody|no one|visitors|users) (?:who (?:is|are) not (?:logged|signed) in|(?:from )?outside(?: of)?(?: (?:the |our |of )*[a-z]+)?|without (?:an account|(?:a )?login))|unregistered (?:users|visitors|people)|the public|guests|visitors))"
"""Those who are not let in."""

GUESTS = frozenset(
    "guest guests visitor visitors people person public anyone anybody everyone everybody passers-by".split()
)
"""Those who need no account."""

PUBLIC = r"(?<![\w-])(?:guests?|visitors?|the public|publicly|anyone|anybody|everyone (?:can|may|sees|reads)|everybody (?:can|may|sees|reads)|customers?|clients?|patients?|citizens|readers|tenants|shoppers)(?![\w-])"
"""Words of an app that is for others than those who run it."""

OURSELVES = frozenset("i me myself we us ourselves couple".split())

AUTHORS = frozenset(
    "author creator poster writer reporter requester sender uploader submitter asker originator".split()
)
"""Whoever added the entry, in the singular."""

AUTHORED = r"(?:whoever|the (?:one|person|user|member|colleague|client|customer|employee) (?:who|that)|(?:those|people) who|who) (?:has |have )?(?:wrote|written|added|created|asked|posted|submitted|made|requested|reported|uploaded|entered|sent|started|opened|suggested|proposed|offered|applied|booked|ordered|handed (?:it|them) in)"
"""The same, in a clause."""

GROUPS = frozenset(
    """
    board committee hr housekeeping management reception council jury office administration leadership bookkeeping
    secretariat treasury headquarters kitchen warehouse security support
    """.split()
)
"""Groups that alone do something, as roles."""

OFFICIALS = frozenset(
    """
    treasurer caretaker curator janitor guard captain warden tester pharmacist vet veterinarian midwife pastor conductor
    referee clerk bookkeeper director president mayor superintendent foreman inspector auditor head chief baker
    dean chef priest tutor mentor dentist keeper cook lifeguard sexton organist headmaster headmistress chairman chairwoman chairperson housekeeper groundskeeper quartermaster archivist registrar
    """.split()
)
"""Jobs that are roles, beside those of the access lexicon."""

SIGNING_IN = r"(?:sign(?:s|ing)? in|log(?:s|ging)? in|log(?:s|ging)? on|sign(?:s|ing)? up|register(?:s|ing)?|login|having an account|(?:a |an |any )?(?:account|login|registration|sign-?up|sign-?in)s?)"
WITHOUT = (
    rf"(?:by a form |with a form |via a form )?without (?:having to |the need to |needing to |needing |any |a |an |being )*(?:{SIGNING_IN}|(?:logged|signed) in|registered)(?: (?:or|and) (?:{SIGNING_IN}))?",
    rf"(?:that |which |and )?(?:needs?|requires?) no (?:{SIGNING_IN})",
    rf"(?:no|without) (?:{SIGNING_IN})(?: (?:is |are )?(?:needed|required|necessary))?(?= ?(?:[.,;)]|$|and\b|for\b|to\b))",
    r"(?:(?:they|people|guests|visitors|you) )?(?:do not|don't|does not|doesn't|need not|should not|shouldn't) (?:need|have|want|be required)? ?(?:to )?(?:an account|a login|sign in|log in|register|sign up)(?: (?:for (?:that|this|it)|to do (?:so|that|this|it)))?",
    r"anonymously|as (?:a )?guests?(?= ?(?:[.,;(]|$))",
)
"""What says that guests do it too."""

DOES: dict[str, tuple[str, ...]] = {
    "create": ("add", "create", "post", "submit", "publish", "enter", "record", "write", "upload", "schedule", "insert", "import", "leave", "send", "send in", "hand in", "drop", "drop in", "file", "report", "put", "note", "log", "offer", "ask", "fill in", "put in", "suggest", "propose", "set up", "start", "write down", "register"),
    "read": ("see", "view", "read", "access", "browse", "list", "open", "download", "export", "look at", "look through", "look up", "look into", "go through", "get to see", "know", "check", "look", "review"),
    "update": ("edit", "update", "change", "modify", "correct", "assign", "moderate", "tick off", "cross off", "answer", "rename", "amend", "maintain", "touch", "grade", "review", "tick", "cross", "take", "take over", "process", "work on", "write", "lock", "pin", "hide", "block", "ban", "restore"),
    "delete": ("delete", "remove", "erase", "moderate", "take down", "throw away", "discard"),
}  # fmt: skip
"""What people do with entries, by the right that they need for it."""

BELONGS = r"(?:(?:an?|the|each|every) [a-z]+ )?belongs? to (?:the (?:person|user|member|neighbour|neighbor|colleague|one|customer|student|employee)|whoever|those) (?:who |that )?(?:has |have )?(?:added|posted|created|uploaded|entered|wrote|offered)(?: (?:it|them))?"
"""Whoever added an entry has it."""

OF_OTHERS = r"(?:nobody|no one|none)(?: else)? (?:can |may |should |must |shall )?(?:(?:see|read|view|access|look at|find|know)s?) (?:the )?(?P<what>[a-z]+(?: [a-z]+)?) of (?:the )?(?:others|other [a-z]+|another|each other|anyone else|somebody else)|(?:nobody|no one)(?: else)? (?:can |may |should |must )?(?:see|read|view|access)s? (?:other people's|others'|anyone else's|each other's|another [a-z]+'s) (?P<other>[a-z]+(?: [a-z]+)?)"
"""What others added is hidden from everybody."""

PASSIVES: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("visible", "seen", "read", "viewed", "accessible", "accessed"), ("read",)),
    **dict.fromkeys(("edited", "changed", "updated"), ("update",)),
    **dict.fromkeys(("deleted", "removed"), ("delete",)),
    **dict.fromkeys(("added", "created", "written"), ("create",)),
    "managed": ("create", "update", "delete"),
    **{state: (state,) for state in "approved rejected accepted declined refused closed confirmed cancelled published resolved completed reopened".split()},
}  # fmt: skip
"""The same, done by somebody."""

SEEING = r"\b(?:see|view|read|access)s?\b"

SETS = frozenset("set mark move put bring turn change update flag switch".split())
"""Verbs before "it to done", "them as paid"."""

THAT = frozenset(
    """
    it them this that these those one ones all everything anything something entries entry record records data list
    lists thing things content others mine theirs any
    """.split()
)
"""Objects that mean the entries spoken of."""

OWN_LISTS = r"(?:each|every|all|any|everyone|everybody)(?: of (?:them|us|the [a-z]+))?(?: (?P<who>[a-z]+(?: [a-z]+)?))? (?:has|have|gets|get|keeps|keep|sees|see|manages|manage) (?:only )?(?:their|his|her|his or her|our|an|a) own (?:(?:private|personal|little) )*(?:(?:list|collection|log|set|library|inventory|register|page|board)s? (?:of|with) )?"
"""Everybody has a list of their own."""

SAMPLES = r"(?:(?:and )?(?:with|include|includes|including|add|adds|contains?|has|some|comes? with|start(?:s)? with|fill(?:ed)? with|use|needs?) )+(?:(?:some|a few|realistic|a little|several|the) )*(?:sample|example|demo|dummy|seed|test|fake|placeholder) (?:data|entries|records|content|users|rows|items)"
"""Entries to begin with, which every app has."""

ACTED = r"(?:they|he|she|one|people|users|members)(?: themselves)? (?:have |has )?(?:themselves |himself |herself )?(?:wrote|written|added|created|asked|posted|submitted|made|reported|uploaded|entered|sent|started|opened)"

INTERNAL = r"(?:(?:an? |our |the |for )?(?:purely |strictly |company-)?(?:internal|in-house|members-only|staff-only|family-only) (?:[a-z]+ )?(?:tool|app|application|site|website|wiki|system|portal|list|board|directory|register|platform|planner|tracker|database|page|use)|(?:an? |our |the )?intranet|(?:for )?(?:our )?(?:members|family|staff|residents|employees) only|not (?:for|open to|visible to) (?:the public|outsiders|strangers|others|guests)|(?:it|this|the (?:site|app|page|website|list|directory)) (?:must|should) not be (?:public|(?:open|visible|accessible) to (?:everyone|everybody|the public|outsiders|strangers)))"
"""Nobody comes in from outside."""

ACCOUNTS = r"(?:after|once|when) (?:you are |they are |one is )?(?:signing in|logging in|signed in|logged in)|(?:may|can|should) only (?:look(?: at (?:it|them))?|read(?: (?:it|them))?|view(?: (?:it|them))?)(?= ?(?:[.,;]|$))|(?:but )?(?:you|people|users|they|visitors|one|everyone|everybody) (?:have to|has to|must|need to|needs to|should) (?:first )?(?:be (?:signed|logged) in|(?:sign|log) in|have an account)(?: (?:first|before))?(?: (?:to|before|for|in order to) [^.,;]{2,60})?|(?:(?:with|has|have|uses|wants?|needs?|requires?|including|and with|there are) (?:user |member |personal |separate |own )?(?:accounts|logins)(?: (?:for (?:everyone|everybody|all|users|members|each [a-z]+)|and (?:with )?(?=sample|demo|example|roles)))?(?=\s*(?:[.,;]|$|and with\b|and\b(?! [a-z]+s\b)|\()))|(?:you|people|users|visitors|readers|they|one|everyone|everybody|members|(?:each|every) [a-z]+|[a-z]+s) (?:need|needs|must have|should have|has|have|gets|get) (?:an|their own|his own|her own|a personal|a) (?:own )?(?:account|login)(?: (?:to [^,.;]{2,40}))?"
"""That people have accounts, where accounts are no records of money."""

MONEY = (
    r"\b(?:balances?|banks?|transactions?|finances?|budgets?|ledgers?|bookkeeping|accounting|debit|credit|savings)\b"
)

NO_ACCESS = r"(?:have|has|get|gets) no access(?: (?:to|at) [a-z ]{2,20})?|(?:are|is) not (?:let|allowed) in|(?:see|sees) nothing(?: of (?:it|this|that))?|(?:do not|don't|may not|must not|cannot|can't) (?:get|come) in"
"""What shuts people out, whoever they are."""

SEES = r"(?:(?:can|may|should|must|shall|will) (?:ever )?)?(?:see|access|read|enter|find|get|view|open|look)s? (?:in|at |into )?(?:it|them|anything|any of (?:it|this|them)|this|that|in|the [a-z]+)?"
"""What nobody from outside does."""

SHUT_OUT = r"(?:(?:can |may |should |must |shall |will |get to )?(?:see|access|read|enter|find|get|view|do)s? (?:nothing|no [a-z]+)|(?:cannot|can't|can not|may not|must not|mustn't|should not|shouldn't|don't|do not|have no|has no|has no business|are not allowed to|is not allowed to|may|can|should|must|is allowed to|gets?)(?: be able to)?(?: (?:see|access|read|enter|get|view|look|come|find|have|write|add|use|open|change|delete|do|edit|cancel|close|approve))?(?: (?:in|at|into|to))?(?: (?:anything|any of (?:it|this|them)|it|them|this|everything|access|in|the (?:site|app|page|list|data)))?)"
"""What those who are not let in may not do."""

DECISIONS = frozenset("approved accepted confirmed granted rejected declined refused denied hired invited".split())
"""What is decided about entries that wait for it."""

REFUSALS = frozenset("rejected declined refused denied cancelled withdrawn dropped failed".split())
"""Ends that an entry comes to from anywhere."""

HANDED_IN = frozenset(
    """
    message inquiry feedback suggestion complaint request rsvp application booking reservation appointment registration
    order report entry signature answer enquiry idea submission tip donation
    """.split()
)
"""Last words of what people leave for those who run an app."""

LEFT_BY_GUESTS = frozenset("feedback inquiry enquiry rsvp signature suggestion complaint testimonial".split())
"""What anybody leaves, unless the request says that people sign in for it."""

FOR_US = HANDED_IN - frozenset("feedback suggestion signature idea answer tip donation entry report".split())
"""Those that carry names and addresses, which others do not read."""
