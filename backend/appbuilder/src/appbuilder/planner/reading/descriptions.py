"""Read sentences that tell what a record holds: "each boat has ...", "for every find I note ...", "it comes with ..."."""
# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from appbuilder.planner.building.types import is_known
from appbuilder.planner.inflect import is_plural, singular, verb_bases
from appbuilder.planner.lexicon.apps import KINDS, ORGANIZATIONS
from appbuilder.planner.lexicon.fields import FIELD_NAMES
from appbuilder.planner.lexicon.kinship import PARENTS
from appbuilder.planner.lexicon.nouns import NOUNS
from appbuilder.planner.lexicon.speech import DEEDS, NOT_THINGS, PEOPLE
from appbuilder.planner.lexicon.telling import DEED_RECORDS, PERIOD_RECORDS, TOLD_BEHAVIOURS
from appbuilder.planner.reading.facts import FieldsFact, Item, Reading, RelationFact, ThingFact
from appbuilder.planner.reading.heads import HEADS
from appbuilder.planner.reading.linking import is_between_records
from appbuilder.planner.reading.lists import holds_many
from appbuilder.planner.reading.people import is_people
from appbuilder.planner.reading.pieces import TELLS_ON, Piece, read_pieces
from appbuilder.planner.reading.records import record_noun
from appbuilder.planner.reading.wishes import BehaviourFact
from appbuilder.planner.reading.words import known_noun
from appbuilder.planner.text import MASK, Span, mask

_CLAUSE = re.compile(
    r"(?:^|(?<=[.;:,\n(])|(?<=\band)|(?<=\bwhere)|(?<=\bin which)|(?<=\bso that)|(?<=\bthat)|(?<=\bbut))\s*"
)
_WH = re.compile(
    r"(?:who|when|where|which|what|how|whether|with or without|if|on which|at which|for which|since|until|from)\b"
)
_USES = re.compile(r"\buses? (?:several|many|multiple|one or more)\b")
_OWNS = re.compile(r"(?:an? |the |our )?[a-z]+(?: [a-z]+){0,2} with\b")  # "Customer feedback with a rating, ..."
_FEW = 2
_SENTENCE_LIMIT = 1_000


@dataclass(frozen=True, slots=True)
class _Told:
    """A record that a sentence describes: `owner` is its noun (None: the one spoken of), `parent` what it belongs to."""

    owner: str | None
    parent: str | None
    span: Span
    pieces: tuple[Piece, ...]
    otherwise: str | None = None


def read_descriptions(reading: Reading) -> None:
    """Take sentences that describe a record, from the first to the last, since later ones speak of earlier ones."""
    last: str | None = None
    for sentence in reading.sentences:
        if sentence.end - sentence.start > _SENTENCE_LIMIT:
            continue  # nobody describes a record in a sentence that long, and it would be read for minutes
        position = sentence.start
        while told := _next(reading, Span(position, sentence.end), last):
            owner = _take(reading, told, last)
            last = owner or last
            position = max(told.span.end, position + 1)
        last = _named_in(reading, sentence) or last


def _next(reading: Reading, rest: Span, last: str | None) -> _Told | None:
    text = reading.open
    for start in _starts(text, rest):
        for pattern in HEADS:
            match = pattern.match(text, start, rest.end)
            if match is None:
                continue
            told = _told(reading, match, start, rest.end, last)
            if told is not None:
                return told
    return None


def _starts(text: str, rest: Span) -> Iterator[int]:
    """Return where a clause may begin."""
    yield rest.start + len(text[rest.start : rest.end]) - len(text[rest.start : rest.end].lstrip())
    for match in _CLAUSE.finditer(text, rest.start + 1, rest.end):
        yield match.end()


def _told(reading: Reading, match: re.Match[str], start: int, end: int, last: str | None) -> _Told | None:
    groups = match.groupdict()
    before = reading.text[reading.sentence_at(start).start : start].strip()
    is_start = not before or ("plain" not in groups and before.endswith(":") and match.end() < end)
    if (("start" in groups or "plain" in groups) and not is_start) or not _may_tell(
        reading, groups, last, is_inside=MASK in reading.open[reading.sentence_at(start).start : start]
    ):
        return None
    words = groups.get("owner") or groups.get("object") or groups.get("many")
    owner = record_noun(reading, words)
    parent = last if "nested" in groups else record_noun(reading, groups.get("parent") or groups.get("daily"))
    if words is not None and (owner is None or not _is_kept(owner, words, match)):
        return None
    if groups.get("does") and not is_between_records(reading, groups["does"] or "", owner, parent):
        return None
    pieces = read_pieces(reading.open, match.end(), end)
    is_colon = match.group().rstrip().endswith(":")
    is_whole = bool(pieces) and not reading.open[pieces[-1].span.end : end].strip(" .!")
    if not _is_list(pieces, is_colon=is_colon, is_bare=words is None, is_whole=is_whole, match=match):
        return None
    if is_colon and _is_about_records(reading.open[match.end() : end], pieces):
        return None
    if words is None:
        owner, parent = _implied(reading, match, start, (last, parent))
    is_said = re.search(r"\b(?:tells?|says?|answers?)\b", match.group()) is not None and "actor" in groups
    span = Span(start, pieces[-1].span.end)
    return _Told(owner, parent, span, tuple(pieces), otherwise="answer" if is_said else None)


def _may_tell(reading: Reading, groups: dict[str, str | None], last: str | None, *, is_inside: bool) -> bool:
    """Whether "it" means a record that was described, and those who act are people."""
    if "nested" in groups:
        return last is not None and is_inside
    if groups.get("again") in {"it", "they", "this"}:
        return _is_described(reading, last)
    if "speaker" in groups:
        return is_people((groups["speaker"] or "").split()[-1])
    return not ("actor" in groups or "deed" in groups) or is_people(groups["who"] or "")


def _is_kept(owner: str, words: str, match: re.Match[str]) -> bool:
    """Tell a record from who runs the app: "each workshop has", but not "a workshop has"."""
    is_runner = owner.rpartition(" ")[2] in ORGANIZATIONS and not is_plural(words)
    return not is_runner or match.group().startswith(("each ", "every ", "for each ", "for every "))


def _implied(
    reading: Reading, match: re.Match[str], start: int, known: tuple[str | None, str | None]
) -> tuple[str | None, str | None]:
    """Return the record that a head without one means, and what it belongs to."""
    groups, (last, parent) = match.groupdict(), known
    if "form" in groups:
        return "application", None
    if "daily" in groups:
        return PERIOD_RECORDS.get(re.sub(r"^(?:every|each|once an?) ", "", groups["period"] or ""), "entry"), parent
    if "bare" in groups:
        return _deed_told(reading, start)
    if "deed" in groups:
        base = next((verb for verb in verb_bases((groups["verb"] or "").split()[0]) if verb in DEED_RECORDS), "book")
        return DEED_RECORDS[base], last
    return ("answer", parent) if "speaker" in groups else (None, parent)


def _is_about_records(behind: str, pieces: list[Piece]) -> bool:
    """Tell a list of records behind a colon from fields: "a lab inventory: chemicals with name and number"."""
    first = pieces[0].items[0]
    if TELLS_ON.match(behind):
        return True
    is_record = (
        is_plural(first.words)
        and first.kind is None
        and first.words not in FIELD_NAMES
        and known_noun(first.words) is not None
    )
    return is_record or re.match(r"[a-z ]+ with ", behind.split(",", maxsplit=1)[0]) is not None


def _is_described(reading: Reading, noun: str | None) -> bool:
    return any(isinstance(fact, FieldsFact) and fact.owner == noun for fact in reading.facts)


def _deed_told(reading: Reading, place: int) -> tuple[str | None, str | None]:
    """Return the record of the deed told right before: "leaders borrow tents; we note who" is about loans of tents."""
    before = reading.text[max(0, place - 60) : place]
    found = list(_BORROWS.finditer(before))
    if not found:
        return None, None
    return DEEDS[found[-1]["verb"]], record_noun(reading, found[-1]["what"])


_BORROWS = re.compile(
    r"\b(?<!guest )(?P<verb>borrow|lend|book|rent|reserve)s?(?: each other)? (?:the |our |an? )?(?P<what>[a-z]+)"
)


def _is_list(pieces: list[Piece], *, is_colon: bool, is_bare: bool, is_whole: bool, match: re.Match[str]) -> bool:
    """Tell a list of fields from what only looks like one."""
    items = [item for piece in pieces for item in piece.items]
    if not items:
        return False
    sure = [item for item in items if _is_sure(item)]
    if match.groupdict().get("plain") is not None:
        asked = [piece for piece in pieces if _WH.match(piece.words.strip())]
        is_row = len(items) > _FEW and len(sure) == len(items) and not is_plural(items[0].words)
        if _OWNS.match(pieces[0].words.strip()):
            return False
        return (len(items) >= _FEW and len(asked) >= _FEW) or (is_row and is_whole)
    if is_colon or is_bare or match.groupdict().get("object"):
        return len(items) >= _FEW and len(sure) * 2 >= len(items)
    return bool(sure) or len(items) >= _FEW or all(not is_plural(item.words) for item in items)


def _is_sure(item: Item) -> bool:
    return (
        item.kind is not None
        or is_known(item.words)
        or item.words in FIELD_NAMES
        or bool(item.qualifier)
        or item.is_linked
    )


def _take(reading: Reading, told: _Told, last: str | None) -> str | None:
    """Keep what is told; words for behaviours, such as "comments", stay for the rules that read them."""
    owner = told.owner or last or _named_before(reading, told.span) or told.otherwise
    items = [item for piece in told.pieces for item in piece.items]
    for item in [item for item in items if item.words in TOLD_BEHAVIOURS and item.kind is None]:
        name, value = TOLD_BEHAVIOURS[item.words]
        reading.note(BehaviourFact(item.span, name, value, owner))
        items.remove(item)
    if owner is not None:
        _note_thing(reading, told.span, owner)
    if told.parent is not None and owner is not None and told.parent != owner:
        _note_thing(reading, told.span, told.parent)
        reading.note(RelationFact(told.span, owner, told.parent))
    is_whole = (
        re.search(r"\b(?:consists? of|contains?|is made of)\b", reading.text[told.span.start : told.span.end])
        is not None
    )
    children = [item for item in items if owner and _is_child(reading, item, owner, is_whole=is_whole)]
    for item in children:
        child = _child_noun(reading, item)
        is_used = _USES.search(reading.text[item.span.start : item.span.end]) is not None
        is_many = owner is not None and (is_used or holds_many(reading, item, child, owner))
        reading.note(ThingFact(item.span, child))
        if item.options:
            reading.note(FieldsFact(item.span, child, (replace(item, words="type"),)))
        if owner is not None and child != owner and is_many:
            reading.note(RelationFact(item.span, owner, child, many=True))
        elif owner is not None and child != owner:
            reading.note(RelationFact(item.span, child, owner))
    fields = tuple(item for item in items if item not in children)
    if fields:
        reading.note(FieldsFact(told.span, owner, fields))
    reading.open = mask(reading.open, told.span)
    return owner


def _note_thing(reading: Reading, span: Span, noun: str) -> None:
    reading.note(ThingFact(span, noun))


def _is_child(reading: Reading, item: Item, owner: str, *, is_whole: bool) -> bool:
    """Tell records of their own from fields: "an order has several positions", not "a child has allergies"."""
    if item.is_linked or not is_plural(item.words):
        return False
    noun = _child_noun(reading, item)
    if item.kind is not None or item.options:  # "questions of several types (text, choice)"
        return bool(item.options) and item.is_many and owner in PARENTS.get(noun, ())
    if item.is_many or is_whole or noun in reading.nouns() or (owner in PARENTS.get(noun, ()) and noun != "ingredient"):
        return True
    return noun in NOUNS and item.words not in FIELD_NAMES


def _child_noun(reading: Reading, item: Item) -> str:
    return record_noun(reading, item.words) or known_noun(item.words) or singular(item.words)


def _named_before(reading: Reading, span: Span) -> str | None:
    """Return the last record named before the place."""
    before = [sentence for sentence in reading.sentences if sentence.start <= span.start]
    for sentence in reversed(before):
        if noun := _named_in(reading, Span(sentence.start, min(sentence.end, span.start))):
            return noun
    return None


_KEPT = re.compile(
    r"(?:\b(?:my|our) (?=[a-z]+s\b)|(?:^|(?<=[.!;\n] ))(?:i|we) (?!are|was|were|have|had|need|want|would|always|also)[a-z]+ (?=[a-z]+s\b)|\b(?:keep(?:s|ing)?(?: track of)?|track(?:s|ing)?|manag(?:e|es|ing)|lists?(?: of)?|list(?:s|ing)|collect(?:s|ing)?|log(?:s|ging)?|record(?:s|ing)?|register(?: of|s)?|plan(?:s|ning)?|offers?|reports?|submits?|sells?|books?|organi[sz]es?|suggests?|app for|tool for|site for|overview of|website for|page for|system for|database of|about|sets up) (?:(?:a|an|the|our|my|all|its|their|new|of|its own) )*)(?P<what>[a-z]+(?: [a-z]+)?)(?=\s*(?:[,.;:!?]|$|\b(?:for|and|with|in|of|on|at|to|from|which|that|where|who|so|we|i)\b))"
)


def _named_in(reading: Reading, sentence: Span) -> str | None:
    """Return the record that a sentence names as what is kept: "we need to keep track of applicants"."""
    found = None
    for match in _KEPT.finditer(reading.text, sentence.start, sentence.end):
        words = match["what"]
        noun = known_noun(words) or known_noun(words.split()[0])
        if noun is None and is_plural(words.split()[0]):
            noun = singular(words if is_plural(words) else words.split()[0])
        if (
            noun is not None
            and noun not in NOT_THINGS
            and words not in KINDS | PEOPLE
            and noun not in PEOPLE - NOUNS.keys()
            and noun not in KINDS
        ):
            found = noun
    return found


def spoken_of(reading: Reading, place: int) -> str | None:
    """Return the record that "it" means at a place: the one described last, else the one named last."""
    told = [fact for fact in reading.facts if isinstance(fact, FieldsFact) and fact.owner and fact.span.start < place]
    if told:
        return max(told, key=lambda fact: fact.span.start).owner
    return _named_before(reading, Span(place, place))
