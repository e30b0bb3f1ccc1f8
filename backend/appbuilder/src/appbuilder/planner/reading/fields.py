"""Read lists of fields and relations: "each book has a title and an author", "customers with orders"."""
# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re

from appbuilder.planner.building.types import field_type
from appbuilder.planner.inflect import is_plural, singular
from appbuilder.planner.lexicon.apps import KINDS, ORGANIZATIONS
from appbuilder.planner.lexicon.fields import FIELD_NAMES
from appbuilder.planner.lexicon.kinship import PARENTS
from appbuilder.planner.lexicon.limits import MEETINGS
from appbuilder.planner.lexicon.nouns import NOUNS
from appbuilder.planner.lexicon.speech import (
    NOUN_VERBS,
    PEOPLE,
    UNCOUNTED,
)
from appbuilder.planner.reading.before import noun_before, without_doer
from appbuilder.planner.reading.facts import AppFact, FieldsFact, Item, Reading, RelationFact, ThingFact
from appbuilder.planner.reading.gluing import unglued
from appbuilder.planner.reading.lists import (
    are_fields,
    holds_many,
    is_child,
    is_plain_field,
    is_title,
    of_app,
    stands_alone,
    until_records,
)
from appbuilder.planner.reading.owners import (
    deed_before,
    is_described,
    is_for,
    may_own,
    relations,
    without_next,
    without_own_list,
    without_parts,
)
from appbuilder.planner.reading.people import is_people
from appbuilder.planner.reading.relations import noun_of
from appbuilder.planner.reading.words import PHRASE, bare, is_verb, known_noun, read_items
from appbuilder.planner.text import MASK, Span
from appbuilder.spec.fields import UPLOAD_TYPES

_HAVE = (
    r"has|have|having|with|contains?|containing|includes?|including|consists? of|needs|stores?|"
    r"should have|must have|should contain|should include|can have|may have|will have|comes? with|is described by|made (?:up )?of|shows"
)
_OWNED = re.compile(
    rf"\b(?:each|every|an?|all|the|for each|for every|per) (?P<owner>{PHRASE}?) (?:can |should |must |may |will |also |only )*(?:{_HAVE})\b:?\s*(?:(?:fields?|the following|following fields|attributes|details)[: ]+(?:like |such as )?)?",
)
_HAVING = re.compile(rf"\b(?:{_HAVE})\b:?\s*(?=\S)")
_LISTED = re.compile(
    r"\b(?:fields?|columns|attributes|properties|details)(?! of\b(?![^.,;]*:))(?: (?:are|such as|like|include|including|for (?:each|every|the) \w+|of (?:each|every|the) \w+))*\s*:?\s+(?=\S)|\bsuch as\b"
)
_FOREACH = re.compile(
    rf"\b(?:for (?:each|every) (?P<owner>{PHRASE}?),?\s+|of each (?P<owner2>{PHRASE}?),?\s+)(?:i |we |they |you |people |users |it )?(?:can |want to |should |would like to |need to |must )*"
    r"(?:records?|stores?|tracks?|keeps?|saves?|enters?|notes?|logs?|need|want|have|know|show|add|see)?:?\s*",
)
_ACTOR = re.compile(
    rf"\b(?:{'|'.join(sorted(PEOPLE, key=len, reverse=True))})\s+(?:can |could |should |must |may |will |want to |be able to |just |simply |then |have to |need to |are able to |is able to )*"
    r"(?:leave|enter|write|give|submit|provide|type|type in|fill in|fill out|record|log|save|store|note|keep|add|post|put|"
    r"leaves|enters|writes|gives|submits|provides|types|records|logs|saves|stores|notes|keeps|adds|posts|sign with)\b(?: in| down)?\s+",
)
_IMPERATIVE = re.compile(
    r"(?:^|[.;\n]\s*|\b(?:to|and|that|should|can|i|it)\s+|,\s*)(?:record|log|note|save|store|capture|enter|fill in|records|saves|stores|keeps|leave|recording|logging|saving|storing|noting)\s+"
)
_COLON = re.compile(r":\s*")
_BRACKET = re.compile(r"\((?P<inside>[^()]{3,400})\)")
_TAIL_OWNER = re.compile(
    rf"\s*\b(?:for|of|about|on) (?:each|every|an?|the|all|my|our) (?P<owner>{PHRASE}?)(?=\s*(?:[,.;:()]|$|\band\b))"
)
_WHETHER = re.compile(
    r"\b(?:whether|if) (?:it|they|he|she|(?:the|each|an?) \w+) (?:is|are|was|were|has been|have been|can be) (?P<what>(?:already )?\w+(?: \w+)?)(?P<tail> or not)?(?=\s*(?:[,.;)]|$|\band\b))",
)
_WHETHER_DONE = re.compile(
    r"\b(?:whether|if) (?:i|we|they|he|she|someone|somebody) (?:have |has |had |already )*(?P<what>[a-z]+(?:ed|en|nt|ught|ld|ead|aid))(?: (?:it|them|this))?(?: (?:to|from|by|with) (?:someone|somebody|anyone|a friend|friends))?(?=\s*(?:[,.;)]|$|\band\b))",
)
_YES_OR_NO = re.compile(r"(?P<what>(?<=[a-z]['\"])|(?<=[a-z])),? (?:yes or no|yes/no|y/n)(?=\s*(?:[,.;)]|$|\band\b))")
_NAMES_OF_KINDS = frozenset({"book", "list", "log", "form", "service", "website", "site", "shop", "store", "page"})
_NO_FIELDS = frozenset({"information", "data", "everything", "all", "progress bar", "chart", "graph"})
_AND_IT = re.compile(rf"[\s,{MASK}]*+(?:and\b)?\s*+(?:it\b|which\b|that\b|also\b)?\s*+")


def read_fields(reading: Reading) -> None:
    """Take the lists of fields of each sentence."""
    for pattern in (_WHETHER, _WHETHER_DONE, _YES_OR_NO):
        reading.open = pattern.sub(_yes_or_no, reading.open)
    for sentence in reading.sentences:
        _read_brackets(reading, sentence, of_many=True)
        _read_lists(reading, sentence, _FOREACH)
        _read_lists(reading, sentence, _OWNED)
        _read_lists(reading, sentence, _ACTOR)
        _read_lists(reading, sentence, _LISTED)
        _read_lists(reading, sentence, _HAVING)
        _read_brackets(reading, sentence)
        _read_lists(reading, sentence, _COLON)
        _read_lists(reading, sentence, _IMPERATIVE)


def _yes_or_no(match: re.Match[str]) -> str:
    """Turn "whether it is sacred or not" into an entry of a list, without moving what follows."""
    return f"{match['what']} (yes/no)".ljust(len(match.group()))


def _read_brackets(reading: Reading, sentence: Span, *, of_many: bool = False) -> None:
    """Take "trips (driver, start, end)"; with `of_many` only behind a plural, which is read before other lists."""
    for match in list(_BRACKET.finditer(reading.open, sentence.start, sentence.end)):
        owner = noun_before(reading.open, sentence.start, match.start())
        items = read_items(reading.open, match.start("inside"), match.end("inside"))
        is_meant = not of_many or (
            owner and _is_listed(reading, owner[1]) and is_plural(owner[0]) and are_fields(items)
        )
        if owner and items and is_meant:
            _take_list(reading, owner[0], items, Span(owner[1].start, match.end()))


def _read_lists(reading: Reading, sentence: Span, anchor: re.Pattern[str]) -> None:
    position = sentence.start
    while match := anchor.search(reading.open, position, sentence.end):
        position = max(match.end(), position + 1)
        items = read_items(reading.open, match.end(), sentence.end)
        if not items or not items[0].span.start - match.end() < 40:  # noqa: PLR2004 - a list stands near its anchor
            continue
        if anchor is _LISTED and match.group().startswith("properties") and "property" in reading.nouns():
            continue
        owner, start = _owner(reading, match, sentence, anchor)
        if (owner and not may_own(owner)) or (anchor is _HAVING and _is_app(reading, items[0].span)):
            continue
        if anchor is _COLON and _is_told(reading.open, match.end()):
            continue
        items = _of_anchor(reading, anchor, items)
        items = without_own_list(reading, items)
        if not items:
            continue
        end = items[-1].span.end
        tail = _TAIL_OWNER.match(reading.open, end, sentence.end)
        if tail and owner is None and may_own(tail["owner"]):
            owner, end = " ".join(bare(tail["owner"].split())), tail.end()
        if _take_list(reading, owner, items, Span(start, end)):
            position = end


def _of_anchor(reading: Reading, anchor: re.Pattern[str], items: list[Item]) -> list[Item]:
    if anchor in (_ACTOR, _IMPERATIVE):
        # "log my climbing" names what the app is about, not a field.
        return [item for item in _as_fields(items) if not item.words.endswith("ing") or item.words in FIELD_NAMES]
    return until_records(reading, items) if anchor in (_HAVING, _OWNED) else items


def _is_listed(reading: Reading, owner: Span) -> bool:
    """Tell a record of its own from a part of another: "drivers, trips (...)", but not "orders with lines (...)"."""
    return re.search(r"(?:^|[,:;.]|\band) *$", reading.open[: owner.start]) is not None


def _is_app(reading: Reading, place: Span) -> bool:
    """Tell the app itself from what its records have: "my band needs a setlist manager"."""
    names = [fact.span for fact in reading.facts if isinstance(fact, AppFact) and not fact.is_given_name]
    return any(span.start < place.start and place.end == span.end for span in names)


def _is_told(text: str, place: int) -> bool:
    """Tell a sentence behind a colon from a list: "a service: customers search cars"."""
    words = re.match(
        r"\s*(?:(?:several|many|all|some|the|our|my|different) )*([a-z]+) ([a-z]+)", text[place : place + 60]
    )
    is_act = words is not None and (
        words[2] in NOUN_VERBS
        or is_verb(words[2])
        or words[2] in {"can", "should", "request", "deliver", "take", "book", "share", "suggest"}
    )
    return is_act and words is not None and is_people(words[1])


def _owner(reading: Reading, match: re.Match[str], sentence: Span, anchor: re.Pattern[str]) -> tuple[str | None, int]:
    named = next((value for key, value in match.groupdict().items() if key.startswith("owner") and value), None)
    if named:
        deed = deed_before(reading, Span(*match.span("owner"))) if match.group().rstrip().endswith(" with") else None
        return deed or " ".join(bare(without_doer(named).split())) or None, match.start()
    if anchor is _HAVING:
        told = [fact for fact in relations(reading) if fact.is_said]
        near = [fact.child for fact in told if _AND_IT.fullmatch(reading.open, fact.span.end, match.start())]
        if near:
            return near[0], match.start()
    if anchor in (_HAVING, _COLON, _LISTED):
        before = noun_before(reading.open, sentence.start, match.start())
        if before:
            return deed_before(reading, before[1]) or before[0], before[1].start
    return None, match.start()


def _as_fields(items: list[Item]) -> list[Item]:
    """After "visitors leave": what stands in the singular are fields; "people add books" is about records."""
    kept = []
    for item in items:
        is_record = known_noun(item.words) and (is_plural(item.words) or item.words in UNCOUNTED)
        if is_record and not is_plain_field(item.words):
            break
        kept.append(item)
    return kept if any(not is_plural(item.words) or is_plain_field(item.words) for item in kept) else []


def _take_list(reading: Reading, owner: str | None, items: list[Item], span: Span) -> bool:
    is_kind = (owner or "").rpartition(" ")[2] in KINDS and (owner or "") not in reading.nouns()
    said_app = owner in reading.app_nouns or is_kind
    owner = without_parts(unglued(owner)) if owner else None
    noun = noun_of(owner) if owner else None
    is_runner = (noun or "").rpartition(" ")[2] in ORGANIZATIONS and noun not in reading.nouns()
    is_runner &= not is_plural(owner or "")
    items = [item for item in items if item.words not in _NO_FIELDS]
    is_app = (
        noun is None
        or is_runner
        or (noun not in NOUNS and is_for(reading, span))
        or said_app
        or is_title(reading, items, span, noun)
    )
    items = items if is_app else without_next(reading, items, noun)
    children = [item for item in items if is_child(reading, item, None if is_app else noun)]
    if not is_app and len(items) - len(children) > 1 and len(children) == 1:
        children = [item for item in children if stands_alone(reading, item, noun)]
    if is_app:
        children, items = of_app(reading, children, items)
    fields = tuple(item for item in items if item not in children and item.words not in KINDS - _NAMES_OF_KINDS)
    for child in children:
        _take_child(reading, child, span, None if is_app else noun)
    if fields and not is_app and (noun not in PEOPLE or (noun in NOUNS and is_described(reading, span, noun or ""))):
        reading.note(ThingFact(span, noun or ""))
    if fields:
        is_extra = len(fields) == 1 and field_type(fields[0].words) in UPLOAD_TYPES and not is_app
        reading.take(FieldsFact(span, None if is_app else noun, fields, is_extra=is_extra))
    elif children:
        reading.take(ThingFact(span, known_noun(children[0].words) or singular(children[0].words)))
    return bool(children or fields)


def _take_child(reading: Reading, child: Item, span: Span, owner: str | None) -> None:
    """Note records in the list of others, and which of the two points to the other."""
    noun = known_noun(child.words) or singular(child.words)
    is_many = owner is not None and holds_many(reading, child, noun, owner)
    reading.note(ThingFact(child.span, noun))
    if owner is None:
        return
    reading.note(ThingFact(span, owner))
    if is_many:
        reading.note(RelationFact(span, owner, noun, many=True))
        return
    upwards = noun in PARENTS.get(owner, ()) and owner not in PARENTS.get(noun, ())
    upwards = upwards or (owner.split()[-1] in MEETINGS and is_people(noun))
    reading.note(RelationFact(span, *((owner, noun) if upwards else (noun, owner))))
