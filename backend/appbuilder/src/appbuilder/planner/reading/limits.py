"""Read rules between fields and entries: no double bookings, at most 3 per member, total = quantity x price."""
# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re

from appbuilder.planner.reading.behaviours import OBJECT_END, object_noun
from appbuilder.planner.reading.facts import Reading
from appbuilder.planner.reading.wishes import ComputedFact, OnceFact, OverlapFact, QuotaFact
from appbuilder.planner.reading.words import PHRASE, bare
from appbuilder.planner.text import Span

_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "twelve": 12, "twenty": 20}  # fmt: skip
_N = rf"\d{{1,6}}|{'|'.join(_NUMBERS)}"
_MOST = r"(?:at most|no more than|not more than|up to|a maximum of|maximum(?: of)?|max\.?|only|limited to|a limit of)"
_OVERLAP = re.compile(
    rf"(?:(?:the |a |an |same |each |every |no |two |that |so |and |, )*(?P<what>{PHRASE}?) (?:cannot|can't|must not|may not|should not|can not|never) (?:be )?(?:double[- ]?booked|overlap\w*|booked (?:twice|by two \w+)(?: (?:at|for|on) (?:the same|one) (?:time|day|slot|date|period))?)(?: (?:for|in|on|with) (?:the same|each|a) \w+)?)"
    rf"|no (?P<no>{PHRASE}?) (?:is|can be|may be) (?:rented|booked|reserved|lent|used|assigned) (?:out )?twice(?: (?:at|in|for|on) (?:the same|one) (?:time|day|slot|period))?"
    rf"|(?:no )?two (?P<two>{PHRASE}?) (?:(?:cannot|can't|can not|can|may|may not|must not|must never|can never|should not|should never|never|are never)(?: be| take place| happen| run| occur| start| be planned| be held)?|are|take place|happen) at the same (?:time|hour)(?: in the same \w+)?"
    r"|(?:(?:with|and|that|it|to|should|must|the system|app|prevents?|preventing|avoids?|avoiding|no|without|detects?|detecting|checks? for|warns? about|handles?) )*(?:double[- ]?book(?:ings?|ed)|overlap(?:s|ping)?(?: (?:bookings|reservations|appointments|times|dates|shifts|events|slots|rentals))?|(?:scheduling|booking|time|date) conflicts)(?: (?:are|is) (?:not allowed|prevented|refused|impossible|forbidden|avoided))?(?: (?:of|for|in|on) (?:the |same |a |each )*(?P<scope>\w+))?"
    r"|(?:check|checks|checking|show|shows|view|viewing|see|display|real-time) (?:room |table |car |time |slot |the |real-time )*availability(?: (?:of|for) (?:the |a )?(?P<of>\w+))?"
)
_QUOTA = re.compile(
    rf"(?:(?:each|every|an?|the|one) (?P<who>{PHRASE}?) (?:can|may|should|is allowed to|must|cannot|will)? ?(?:only )?(?:have|hold|borrow|book|reserve|take|accept|add|create|make|submit|register for|join|rent|contain|include|host|enrol(?:l)? in|at once|be)?s? ?{_MOST} (?P<n>{_N}) (?:active |open |current |more |of )*(?P<what>{PHRASE}?){OBJECT_END})"
    rf"|(?:{_MOST} (?P<n2>{_N}) (?P<what2>{PHRASE}?) (?:per|for each|for every|in each|a) (?P<who2>(?!day\b|week\b|month\b|hour\b|year\b){PHRASE}?){OBJECT_END})"
)
_CAPACITY = re.compile(
    r"(?:(?:until|if|when|as long as|while|unless) (?:the |an? |it |there )*(?:\w+ )?(?:is|are|has|have)? ?(?:full|sold out|fully booked|(?:free |available )?(?:places?|seats?|spots?) (?:are )?(?:left|available))|(?:limited|maximum|max) (?:number of )?(?:places|seats|spots|capacity|participants|attendees|registrations)|(?:capacity|seat|place) limits?|(?:registrations?|bookings?|enrollments?) (?:stops?|closes?|are closed) when[^,.;]*full)"
)
_ONCE = re.compile(
    rf"(?:(?:each|every|an?|the|one) (?P<who>{PHRASE}?) (?:can|may|should|must) (?:only )?(?:vote|register|enrol(?:l)?|apply|sign up|review|rate|book|answer|respond|submit|join|rsvp|bid|donate) (?:for |in |to |on |at )?(?:only )?(?:once|one time|one \w+)(?: (?:per|for each|for every|for|in|to|on) (?:the same |each |every |an? |one |this |the )?(?P<what>{PHRASE}?))?{OBJECT_END})"
    rf"|(?:(?:only )?one (?P<record>{PHRASE}?) per (?P<who2>{PHRASE}?)(?: (?:and|per|for each|for) (?:each )?(?P<what2>{PHRASE}?))?{OBJECT_END})"
    rf"|(?:(?:the same|a|an|no) (?P<who3>{PHRASE}?) (?:cannot|can't|may not|must not|can) (?:vote|register|enrol(?:l)?|apply|sign up|review|rate|book|be \w+|join|attend)(?: (?:for|in|to|on))? ?(?:twice|more than once|two times)(?: (?:for|in|to|on) (?:the same |an? |one |each )?(?P<what3>{PHRASE}?))?{OBJECT_END})"
)
_WORD = r"[a-z]+(?: [a-z]+)?"
_COMPUTED = re.compile(
    rf"(?:(?:the|each|its|an?|and) )*(?P<name>{_WORD}) (?:is |are |should be |must be |will be |gets )?(?:=|equals?|(?:automatically )?(?:calculated|computed|worked out|derived)(?: automatically)? (?:as|from|by)|the product of|(?:quantity|price|hours|rate|amount) ?$|is) (?:the )?(?P<left>{_WORD}?) (?P<operator>times|multiplied by|x|plus|minus|divided by|less|[*/+-]) (?:the )?(?P<right>{_WORD}?){OBJECT_END}"
)
_OPERATORS = {"times": "*", "multiplied by": "*", "x": "*", "plus": "+", "minus": "-", "less": "-", "divided by": "/"}


def read_limits(reading: Reading) -> None:
    """Take computed fields, overlaps, quotas, and what happens once only."""
    for match in list(_COMPUTED.finditer(reading.open)):
        operator = _OPERATORS.get(match["operator"], match["operator"])
        reading.take(
            ComputedFact(_span(match), match["name"].strip(), match["left"].strip(), operator, match["right"].strip())
        )
    for match in list(_OVERLAP.finditer(reading.open)):
        noun = object_noun(_bare(match["what"] or match["two"])) or object_noun(_bare(match["scope"] or match["of"]))
        reading.take(OverlapFact(_span(match), noun))
    for match in list(_ONCE.finditer(reading.open)):
        who = match["who"] or match["who2"] or match["who3"]
        what = match["what"] or match["what2"] or match["what3"] or match["record"]
        reading.take(OnceFact(_span(match), _bare(who) or None, object_noun(_bare(what)) or _bare(what) or None))
    for match in list(_QUOTA.finditer(reading.open)):
        what, who = _bare(match["what"] or match["what2"]), _bare(match["who"] or match["who2"])
        number = _number(match["n"] or match["n2"])
        if (
            number
            and "and" not in who.split()
            and not set(what.split())
            & {
                "character",
                "characters",
                "letters",
                "words",
                "stars",
                "minutes",
                "hours",
                "euros",
                "dollars",
                "mb",
            }
        ):
            reading.take(QuotaFact(_span(match), what or None, who or None, number))
    for match in list(_CAPACITY.finditer(reading.open)):
        reading.take(QuotaFact(_span(match), None, None, None))


def _bare(words: str | None) -> str:
    return " ".join(bare((words or "").split()))


def _number(word: str) -> int:
    return _NUMBERS.get(word) or int(word or 0)


def _span(match: re.Match[str]) -> Span:
    return Span(match.start(), match.end())
