"""Read that people write to each other, are told something, or subscribe: "message sellers", "an inbox"."""
# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re

from appbuilder.planner.inflect import singular
from appbuilder.planner.lexicon.talk import (
    BETWEEN,
    BOXES,
    CONTACTS,
    EACH_OTHER,
    NEWSLETTERS,
    RECEIVED,
    REMINDED,
    US,
    WRITES,
)
from appbuilder.planner.reading.facts import Reading, ThingFact
from appbuilder.planner.reading.ownership import people_before
from appbuilder.planner.reading.people import is_people
from appbuilder.planner.reading.wishes import OwnFact, PageFact, TalkFact
from appbuilder.planner.text import Span

_WHO = rf"(?:(?!each other|one another)(?:the|their|other|an?|each|any|all|our|fellow|its|my|that|this|individual|specific|potential) )*(?P<who>{EACH_OTHER}|[a-z][a-z'-]*(?: [a-z][a-z'-]*)?)"
_END = (
    r"(?=\s*(?:[,.;:()!?]|$|\x1f|\b(?:and|or|with|by|on|in|at|about|to|for|from|via|through|who|of|directly|when)\b))"
)
_LEAD = r"(?:(?:and|also|can|could|should|may|to|be able to|both) )*"
_WRITES = re.compile(rf"(?<![\w-]){_LEAD}(?:{WRITES})(?: {_WHO}{_END})?")
_CONTACTS = re.compile(rf"(?<![\w-])(?<!a )(?<!the ){_LEAD}(?:{CONTACTS}) {_WHO}{_END}")
_BOXES = re.compile(
    rf"(?<![\w-])(?:(?:and|an?|the|with) )*(?:{BOXES})(?=\s*(?:[,.;:()]|$|\x1f|\band\b|\bor\b|\bto\b|\bfor\b|\bso\b|\bwhere\b|\bbetween\b))"
)
_BETWEEN = re.compile(rf"(?<![\w-])(?:(?:and|for|the|facilitate|support|enable|provide) )*(?:{BETWEEN})(?![\w-])")
_NEWSLETTER = re.compile(rf"(?<![\w-])(?:(?:and|an?|the|with|can|to) )*(?:{NEWSLETTERS})(?![\w-])")
_RECEIVED = re.compile(rf"(?<![\w-]){RECEIVED}(?![\w-])")
_REMINDED = re.compile(rf"(?<![\w-]){REMINDED}(?![\w-])")


def read_talk(reading: Reading) -> None:
    """Take messages between people before what cannot be built, and subscriptions before what is sent outside."""
    for match in list(_NEWSLETTER.finditer(reading.open)):
        reading.take(ThingFact(_span(match), "newsletter subscription"))
    for match in list(_RECEIVED.finditer(reading.open)):
        reading.note(ThingFact(_span(match), "news item" if match["what"] == "news" else "announcement"))
    for match in _REMINDED.finditer(reading.open):
        if who := people_before(reading, match.start()):
            reading.note(OwnFact(_span(match), None, who))
    for match in list(_WRITES.finditer(reading.open)):
        _take_writing(reading, match)
    for match in list(_CONTACTS.finditer(reading.open)):
        _take_contact(reading, match)
    for pattern in (_BOXES, _BETWEEN):
        for match in list(pattern.finditer(reading.open)):
            kind = match.groupdict().get("kind")
            if kind is None or is_people(kind):
                _take(reading, match, singular(kind) if kind else None, needs_accounts=True)


def _take_writing(reading: Reading, match: re.Match[str]) -> None:
    who = match["who"] or ""
    if who and not _is_people(who):
        return
    if not who and not _is_plain(reading, match):
        return
    is_mutual = people_before(reading, match.start()) is not None or _is_mutual(who)
    if is_mutual or re.search(r"communicat|chat|talk", match.group()):
        _take(reading, match, singular(who) if who and not _is_mutual(who) else None, needs_accounts=True)


def _is_plain(reading: Reading, match: re.Match[str]) -> bool:
    """Tell "users send messages" from a record with more said of it: "send messages in groups"."""
    behind = reading.open[match.end() : match.end() + 6].lstrip()
    is_sent = re.search(r"send|exchang|receiv|repl", match.group()) is not None
    return is_sent and not behind.startswith(("us", "with", "(", "in "))


def _take_contact(reading: Reading, match: re.Match[str]) -> None:
    """Take writing to whoever stands behind an entry; a firm is written to on its contact page."""
    who = match["who"] or ""
    if who.split()[-1:] and who.split()[-1] in US:
        reading.note(ThingFact(_span(match), "inquiry"))
        reading.take(PageFact(_span(match), "contact", "Contact"))
    elif _is_people(who):
        _take(reading, match, None if _is_mutual(who) else singular(who), needs_accounts=_is_mutual(who))


def _take(reading: Reading, match: re.Match[str], who: str | None, *, needs_accounts: bool) -> None:
    span = _span(match)
    if needs_accounts:
        reading.note(OwnFact(span, None))
    reading.note(ThingFact(span, "message"))
    reading.take(TalkFact(span, who))


def _is_people(who: str) -> bool:
    last = who.rsplit(maxsplit=1)[-1]
    return _is_mutual(who) or is_people(last) or is_people(singular(last))


def _is_mutual(who: str) -> bool:
    return re.fullmatch(rf"{EACH_OTHER}|users?|members?|people", who) is not None


def _span(match: re.Match[str]) -> Span:
    return Span(match.start(), match.end())
