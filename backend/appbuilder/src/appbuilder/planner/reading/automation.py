"""Read what happens by itself: "remind me a day before", "archive after 30 days", webhooks, messages to people."""
# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re
from typing import Any

from appbuilder.planner.inflect import singular
from appbuilder.planner.lexicon.access import MOVES
from appbuilder.planner.reading.behaviours import OBJECT_END, object_noun
from appbuilder.planner.reading.facts import Reading, ThingFact
from appbuilder.planner.reading.wishes import JobFact, MessageFact, WebhookFact
from appbuilder.planner.reading.words import PHRASE, bare
from appbuilder.planner.text import Span

_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "seven": 7, "ten": 10, "fourteen": 14, "thirty": 30}  # fmt: skip
_DAYS = {"day": 1, "days": 1, "week": 7, "weeks": 7, "month": 30, "months": 30, "year": 365, "years": 365}
_SPAN = rf"(?P<n>\d{{1,4}}|{'|'.join(_NUMBERS)}) (?P<unit>{'|'.join(_DAYS)})"
_LEAD = r"(?:(?:and|it|the app|the system|should|must|will|can|automatically|also|to|send|sends|get|gets|receive|receives|a|an|the|users?|members?|owners?|people|i|we|want|be|is|are|they) )*"
_REMIND = re.compile(
    rf"(?<![\w-]){_LEAD}(?:remind(?:s|ed|ers?)?|notif(?:y|ies|ied)|alert(?:s|ed)?)(?: (?!before\b|after\b)[\w' -]{{1,50}}?)?? {_SPAN} (?P<when>before|after|ahead of|in advance of|prior to)(?: (?:(?:the|an?|each|every|their|its) )*(?P<what>{PHRASE}?))??(?: (?:is|are|starts?|begins?|ends?|expires?) ?(?:due)?)?{OBJECT_END}"
)
_REMINDERS = re.compile(
    rf"(?<![\w-]){_LEAD}(?:(?:due date|deadline|appointment|booking|payment|event|task|automatic|email|e-mail) )*reminders?(?: (?:for|about|of|before|when|on) (?:(?:the|an?|each|every|their|its|upcoming|overdue) )*(?P<what>{PHRASE}?))?(?: (?:is|are) due)?{OBJECT_END}"
)
_AFTER = re.compile(
    rf"(?<![\w-]){_LEAD}(?:(?P<what>{PHRASE}?) )??(?:(?:are|is|be|get|gets) )?(?:automatically )?(?P<act>archiv(?:e|es|ed)|clos(?:e|es|ed)|mark(?:s|ed)?|set|expir(?:e|es|ed)|cancel(?:s|led|ed)?|complet(?:e|es|ed))(?: (?P<object>(?:the |all |every |old |an? )?{PHRASE}?))??(?: (?:as|to) (?P<status>\w+))?(?: automatically)? (?P<when>after|before) {_SPAN}(?: (?:of|after|from|since|without)(?: \w+){{1,3}})?{OBJECT_END}"
)
_WEBHOOK = re.compile(
    rf"(?<![\w-])(?:(?:call|calls|send|sends|trigger|triggers|post|fire|and|with|a|an|the|outgoing|to|support|add|it|should|via) )*(?:web ?hooks?|an external (?:url|system|api)|another system|external (?:url|endpoint|system))(?: (?:when(?:ever)?|if|for|on|about|after) (?:(?:an?|the|each|every|new) )*(?P<what>{PHRASE}?)(?: (?:is|are|gets?|was) (?P<event>added|created|changed|updated|deleted|removed)(?:(?:,| or| and|,? or) (?P<event2>changed|updated|deleted|removed))?)?)?{OBJECT_END}"
)
_MESSAGE = re.compile(
    rf"(?<![\w-])(?:(?:can|should|may|to|able to|and|also) )?(?:send|sends|sending|write|writing) (?:(?:automated|automatic|bulk|personal|custom|individual|the|a|an|group) )*(?:messages?|notifications?|announcements?|reminders?|alerts?|invitations?|notices?) to (?:(?:the|all|their|our|specific|selected|individual) )*(?P<who>{PHRASE}?)(?: (?:by|via|through|per) (?:e-?mail|sms|text|whatsapp|push)[^,.;]*)?{OBJECT_END}"
)
_NOTICE = re.compile(r"notif|announce|remind|alert|invit|notice")
_EVENTS: dict[str, Any] = {"added": "created", "created": "created", "changed": "updated", "updated": "updated", "deleted": "deleted", "removed": "deleted"}  # fmt: skip


def read_automation(reading: Reading) -> None:
    """Take reminders, jobs, webhooks and messages."""
    for match in list(_WEBHOOK.finditer(reading.open)):
        events = tuple(_EVENTS[word] for word in (match["event"], match["event2"]) if word) or (
            "created",
            "updated",
            "deleted",
        )
        reading.take(
            WebhookFact(_span(match), object_noun(_bare(match["what"])) or _bare(match["what"]) or None, events)
        )
    for match in list(_REMIND.finditer(reading.open)):
        sign = 1 if match["when"] == "after" else -1
        field = _bare(match["what"])
        reading.take(JobFact(_span(match), "remind", object_noun(field), sign * _days(match), field or None))
    for match in list(_AFTER.finditer(reading.open)):
        _take_after(reading, match)
    for match in list(_MESSAGE.finditer(reading.open)):
        who = _bare(match["who"])
        noun = "notification" if _NOTICE.search(match.group()) else "outgoing message"
        reading.note(ThingFact(_span(match), noun))
        reading.take(MessageFact(_span(match), singular(who) if who else None))
    for match in list(_REMINDERS.finditer(reading.open)):
        behind = reading.open[match.end() : match.end() + 12].strip()
        if not behind.startswith(("with", "have", "has", "(")) and not match.group().strip().endswith("reminder"):
            field = _bare(match["what"])
            reading.take(JobFact(_span(match), "remind", object_noun(field), -1, field or None))


def _take_after(reading: Reading, match: re.Match[str]) -> None:
    what = object_noun(_bare(match["object"])) or object_noun(_bare(match["what"]))
    days = _days(match) * (1 if match["when"] == "after" else -1)
    act = match["act"]
    if act.startswith("archiv"):
        reading.take(JobFact(_span(match), "archive", what, days))
        return
    status = match["status"] or next((state for verb, state in MOVES.items() if act.startswith(verb[:5])), None)
    status = status or ("expired" if act.startswith("expir") else None)
    if status:
        reading.take(JobFact(_span(match), "set_status", what, days, None, status))


def _days(match: re.Match[str]) -> int:
    number = _NUMBERS.get(match["n"]) or int(match["n"])
    return min(3650, number * _DAYS[match["unit"]])


def _bare(words: str | None) -> str:
    return " ".join(bare((words or "").split()))


def _span(match: re.Match[str]) -> Span:
    return Span(match.start(), match.end())
