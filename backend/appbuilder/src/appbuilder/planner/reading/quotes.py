"""Read text in quotation marks that pages shall show as it is: a headline, what the about page says."""
# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re
from bisect import bisect_left

from appbuilder.planner.lexicon.pages import LISTED
from appbuilder.planner.reading.facts import Reading
from appbuilder.planner.reading.wishes import QuoteFact
from appbuilder.planner.text import Span, mask

_QUOTE = re.compile(r"[\"\u201c\u201e\u00ab](?P<inside>[^\"\u201c\u201d\u00ab\u00bb\n]{2,2000})[\"\u201d\u00bb]")
_HEADLINE = re.compile(
    r"(?:(?:with|and|has|have|shows?|under|the|an?|its|our|big|as|main|whose) )*(?:headline|heading|slogan|claim|motto|tagline|welcome (?:text|message|line)|greeting|banner|(?<=page )title)(?: (?:of|on|for) (?:the |our )?[a-z ]{3,20}?)?(?: (?:is|says|saying|reads|reading|should (?:be|say|read)))?[ :,]*$"
)
_SAYS = re.compile(
    r"(?:(?:that|which|where it|it|should|and|must|just) )*(?:says|say|saying|reads|read|reading|tells|telling|with (?:the|this) text|with|stating|states)[ :,]*$"
)
_PAGE = re.compile(
    rf"(?<![\w-])(?P<page>{'|'.join(sorted(map(re.escape, LISTED), key=len, reverse=True))})(?: pages?| sections?| texts?)?(?: [a-z]+){{0,3}}\s*$"
)
_BEFORE = 90


def read_quotes(reading: Reading) -> None:
    """Take each quotation that a page shall show, with the words that lead to it."""
    for match in _QUOTE.finditer(reading.request):
        start, end = bisect_left(reading.places, match.start()), bisect_left(reading.places, match.end())
        before = reading.text[max(0, start - _BEFORE) : start]
        words = " ".join(match["inside"].split())
        if lead := _HEADLINE.search(before):
            _take(reading, Span(start - len(lead.group()), end), "home", words)
        elif (lead := _SAYS.search(before)) and (page := _PAGE.search(before[: lead.start()])):
            _take(reading, Span(start - len(lead.group()), end), LISTED[page["page"]], words)


def _take(reading: Reading, span: Span, page: str, words: str) -> None:
    reading.note(QuoteFact(span, page, words))
    reading.open = mask(reading.open, span)
