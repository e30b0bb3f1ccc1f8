"""Read who does what with which record: "which driver took which car", "an invoice for each order", "nurses write reports"."""
# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re

from appbuilder.planner.building.types import field_type
from appbuilder.planner.inflect import is_plural, plural, singular, verb_bases
from appbuilder.planner.lexicon.generic import OF_THE_HOUSE
from appbuilder.planner.lexicon.limits import MEETINGS
from appbuilder.planner.lexicon.nouns import NOUNS
from appbuilder.planner.lexicon.ownership import MADE_BY_PEOPLE
from appbuilder.planner.lexicon.reports import FIGURES
from appbuilder.planner.lexicon.speech import DEEDS, DONE_TO, LOOKS_AFTER, MAKE_VERBS, MANAGE_VERBS, PEOPLE, READ_VERBS
from appbuilder.planner.lexicon.telling import TELLS
from appbuilder.planner.reading.facts import FieldsFact, Item, Reading, RelationFact, ThingFact, is_feature
from appbuilder.planner.reading.people import is_people, is_people_noun
from appbuilder.planner.reading.pieces import read_pieces
from appbuilder.planner.reading.records import record_noun
from appbuilder.planner.reading.words import known_noun
from appbuilder.planner.text import Span, mask

_NOUN = r"[a-z]+(?: [a-z]+)?"
_WHICH = re.compile(
    rf"(?:^|(?<=[.!;,\n] )|(?<=\band ))(?:(?:we |i |and |also )*(?:record|note|track|keep track of|want to know|need to know|know|see|log|store|show|write down) )?which (?P<who>{_NOUN}?) (?:is |was |has |will )?(?P<verb>[a-z]+) (?:in |at |for |on |to |up |with |out )?(?:which|what) (?P<what>{_NOUN}?)(?: (?:in|at|on|for|to|during) (?:which|what) (?P<where>{_NOUN}?))?(?=\s*(?:[,.;]|$|\band\b|\bwith\b|\bfrom when\b|\bwhen\b))"
)
_MORE = re.compile(r"\s*(?:,\s*)?(?:and |with |together with )?")
_PARTY = re.compile(
    r"(?:^|(?<=[.;:,!?\n] )|(?<=\band )|(?<=\bwhere )|(?<=\bthat )|(?<=\bwhile ))(?:the |our |all )?(?P<who>[a-z]+)(?: (?:can|may|should|must|will|could|then|also|be able to|to|want to|need to))* (?P<verb>[a-z]+)(?= )"
)
_PER = re.compile(
    rf"(?:^|(?<=[.;:\n] )|(?<=[.;:\n]))(?:the |an? )?(?P<field>{_NOUN}) per (?P<owner>{_NOUN})(?=\s*(?:[.;\n]|$))"
)
_ROW = re.compile(
    rf"\s*(?:and )?(?P<noun>{_NOUN}?)(?: [a-z]+(?:ed|en|wn|ld|de) (?:in|at|by|for|to|on|of) (?:the|an?|each|every|one) (?P<parent>{_NOUN}))?\s*"
)
_THAT = re.compile(
    rf"(?<![\w-])(?P<what>{_NOUN}?s) (?:that |which )(?P<who>[a-z]+) (?:can |may |could )?(?P<verb>{'|'.join(sorted(verb for verb in DEEDS if ' ' not in verb))})(?=\s*(?:[,.;]|$|and\b))"
)
_OBJECT = re.compile(r" (?:the |their |our |all )?(?P<what>[a-z]+s)(?![\w-])")
_ASKS = frozenset({"request", "submit", "apply", "book"})
_NEAR = 40


def read_which(reading: Reading) -> None:
    """Take "which tent went to which camp" as a record of its own, or as the link that it tells."""
    for match in list(_WHICH.finditer(reading.open)):
        found = [record_noun(reading, match[key]) for key in ("who", "what", "where")]
        who, what, where = found
        if who is None or what is None or who == what:
            continue
        start, end = match.start("who"), match.end()
        pieces = read_pieces(reading.open, _behind(reading, match), reading.sentence_at(start).end)
        end = pieces[-1].span.end if pieces else end
        record = _record_of(match["verb"], who, what, where, is_told=bool(pieces))
        span = Span(match.start(), end)
        for noun in filter(None, [*found, record]):
            reading.note(ThingFact(span, noun))
        if record is None:
            reading.note(RelationFact(span, who, what, many=True))
        for parent in filter(None, found):
            if record is not None and parent != record:
                is_maker = parent == who and is_people_noun(parent)
                reading.note(RelationFact(span, record, parent, is_maker=is_maker))
        if pieces:
            reading.note(FieldsFact(span, record, tuple(item for piece in pieces for item in piece.items)))
        reading.open = mask(reading.open, span)


def read_attached(reading: Reading) -> None:
    """Take "hourly rate per project" as a field of projects, and "tours that visitors book" as bookings of tours."""
    for match in list(_PER.finditer(reading.open)):
        owner = record_noun(reading, match["owner"])
        is_total = match["field"].split()[0] in FIGURES
        if (
            owner is not None
            and not is_total
            and field_type(match["field"]) in {"money", "decimal"}
            and _is_named(reading, owner)
        ):
            span = Span(match.start(), match.end())
            reading.take(FieldsFact(span, owner, (Item(match["field"], "", span),), is_extra=True))
    for match in list(_THAT.finditer(reading.open)):
        what = record_noun(reading, match["what"])
        if what is not None and is_people(match["who"]):
            span = Span(match.start(), match.end())
            for noun in (what, DEEDS[match["verb"]]):
                reading.note(ThingFact(span, noun))
            reading.take(RelationFact(span, DEEDS[match["verb"]], what))


def read_rows(reading: Reading) -> None:
    """Take sentences that only name records: "Drivers.", "objects shown in the exhibition;"."""
    for sentence in reading.sentences[1:]:
        match = _ROW.fullmatch(reading.open, sentence.start, sentence.end)
        noun = record_noun(reading, match["noun"]) if match and is_plural(match["noun"]) else None
        if match is None or noun is None or is_feature(noun):
            continue
        is_row = reading.text[: sentence.start].rstrip().endswith(";") or known_noun(match["noun"]) is not None
        if " " in match["noun"] and not is_row:
            continue  # "Bookmark recipes." is a wish
        span = Span(match.start("noun"), match.end())
        parent = record_noun(reading, match["parent"]) if match["parent"] else None
        if parent is not None:
            reading.note(RelationFact(span, noun, parent, is_said=False))
        reading.take(ThingFact(span, noun))


def _behind(reading: Reading, match: re.Match[str]) -> int:
    more = _MORE.match(reading.open, match.end())
    return more.end() if more else match.end()


def _record_of(verb: str, who: str, what: str, where: str | None, *, is_told: bool) -> str | None:
    """Return the record that the deed leaves; None when all that is told is that the two belong together."""
    if verb in DONE_TO:
        return DONE_TO[verb]
    base = next((base for base in verb_bases(verb) if base in DEEDS), None)
    if base is not None:
        return DEEDS[base]
    if where is not None:
        return what
    return f"{who} usage" if is_told else None


def read_parties(reading: Reading) -> None:
    """Note who does it as what the record of the deed points to: "gardeners rent plots", "nurses write reports"."""
    for match in _PARTY.finditer(reading.text):
        who = singular(match["who"])
        if not is_plural(match["who"]) or not _is_party(who, match["verb"]):
            continue
        if match["verb"] in LOOKS_AFTER:
            _note_looked_after(reading, match, who)
        for fact in [each for each in reading.facts if isinstance(each, ThingFact)]:
            if any(
                isinstance(each, RelationFact) and (each.span, each.parent) == (fact.span, fact.noun)
                for each in reading.facts
            ):
                continue  # it is done on this, and leaves something else: "log hours on projects"
            is_near = match.start() <= fact.span.start <= match.end() + _NEAR
            if (
                is_near
                and fact.span.end <= reading.sentence_at(match.start()).end
                and _is_made(fact.noun, match["verb"])
            ):
                reading.note(
                    RelationFact(Span(match.start(), fact.span.end), fact.noun, who, is_said=False, is_maker=True)
                )
                break


def _note_looked_after(reading: Reading, match: re.Match[str], who: str) -> None:
    """Note what people look after: "lawyers handle cases" points each case to its lawyer."""
    what = _OBJECT.match(reading.text, match.end())
    noun = known_noun(what["what"]) if what else None
    if what is not None and noun is not None and noun in NOUNS and noun not in PEOPLE:
        span = Span(match.start(), what.end())
        reading.note(ThingFact(span, noun))
        reading.note(RelationFact(span, noun, who, is_said=False))


def _is_party(who: str, verb: str) -> bool:
    is_kept = known_noun(who) == who and is_people_noun(who) and who not in PEOPLE - {"employee"}
    return is_kept and (who not in OF_THE_HOUSE or verb in _ASKS)


def _is_made(noun: str, verb: str) -> bool:
    """Tell what somebody makes from what they only look after: "write reports", but not "manage rooms"."""
    if noun.rpartition(" ")[2] in MADE_BY_PEOPLE | MEETINGS:
        return True
    return verb in MAKE_VERBS | {"sign"} and noun in NOUNS and not is_people_noun(noun)


def is_between_records(reading: Reading, verb: str, owner: str | None, parent: str | None) -> bool:
    """Tell what a record does to another from what people do: "a sponsor supports a runner", "a member books a room"."""
    if owner is None or parent is None or not (_is_named(reading, owner) and _is_named(reading, parent)):
        return False
    is_deed = {*verb_bases(verb)} & (DEEDS.keys() | MAKE_VERBS | MANAGE_VERBS | READ_VERBS)
    return not is_deed and re.fullmatch(TELLS, verb) is None


def _is_named(reading: Reading, noun: str) -> bool:
    """Tell a record from any word: it is one of the lexicon's, or the request speaks of many."""
    said = re.search(rf"(?<![\w-]){re.escape(plural(noun))}(?![\w-])", reading.text)
    return said is not None or noun in reading.nouns()
