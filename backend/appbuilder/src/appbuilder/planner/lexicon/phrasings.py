"""Everyday phrasings, as patterns, and what they say in plain words, which are never longer."""
# ruff: noqa: E501 - a pattern reads best on one line

PHRASINGS: tuple[tuple[str, str], ...] = (
    (
        r"(?:the )?\w+ with (?:the )?(?:most|highest|best) (?P<what>votes|likes|ratings?|stars) (?:(?:comes?|is|are|goes|stands?|(?:is |are )?shown|(?:is |are )?listed) )?(?:first|on top|at the top)\b",
        r"highest \g<what> first",
    ),
    (r"(?:keep|keeping|keeps) (?:a |an )?(?:track|records?|account|inventory) of\b(?: all\b)?", "track"),
    (
        r"(?P<who>i|we|(?:the )?[a-z]+) (?:am|is|are) the only (?:one|ones|person|people) (?:who|that) (?:can |may )?(?=[a-z])",
        r"only \g<who> ",
    ),
    (r"(?P<who>the [a-z]+) alone (?=(?:can|may)\b|[a-z]+s\b)", r"only \g<who> "),
    (r"(?P<who>i|we) (?:want|would like|need) to (?=(?:log|sign) in\b)", r"\g<who> "),
    (r"split (?:the |all )?(?:costs|expenses|bills) (?:between|with|among)\b", "track expenses with"),
    (
        r"from (?P<one>check-in|pickup|arrival|start) to (?P<two>check-out|return|departure|end)\b(?! (?:date|time))",
        r"with \g<one>, \g<two>",
    ),
    (r"(?:for )?(?:each|every) (?:day|evening|morning|night)(?: of the week)?\b", "with day"),
    (r"(?:write|note|jot|put) down\b", "note"),
    (
        r"(?P<lead>^|[.\n] ?|\ban? |\bthe |\bmy |\bour )(?:log|record|logbook) of (?=(?:\w+ )?\w+s (?:with|that|including)\b)",
        r"\g<lead>",
    ),
    (
        r"(?P<who>\w+s) (?:can )?have (?:their own |an? |own |detailed |personal |public )*(?:profile |own )?(?:profiles?|pages?) (?:with|showing|that shows?|including)\b",
        r"\g<who> have",
    ),
    (r"for (?:\w+ ){0,2}(?:lovers|fans|enthusiasts|hobbyists) to\b", "to"),
    (r"(?:i|we) need (?=\w+(?: \w+)?,)", "record "),
)
