"""Read deeds that leave a record: "book rooms", "apply for jobs", "rate movies"."""
# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re

from appbuilder.planner.inflect import is_plural, plural, singular, verb_bases
from appbuilder.planner.lexicon.kinship import PARENTS
from appbuilder.planner.lexicon.limits import BOOKINGS
from appbuilder.planner.lexicon.nouns import NOUNS
from appbuilder.planner.lexicon.speech import (
    DEEDS,
    PEOPLE,
    SEATS,
    STOPS,
)
from appbuilder.planner.reading.facts import FieldsFact, Item, Reading, RelationFact, ThingFact
from appbuilder.planner.reading.people import is_people, is_people_noun
from appbuilder.planner.reading.wishes import BehaviourFact
from appbuilder.planner.reading.words import (
    PHRASE,
    bare,
    known_noun,
    last_known_noun,
    read_items,
    tokens,
)
from appbuilder.planner.text import Span

_RATE = re.compile(
    rf"\b(?:rat(?:e|es|ed|ing)|(?:scor|grad)(?:e|es|ed|ing)(?= [a-z ]+ (?:from |between )\d)) (?!(?:and|or|from|of|by|is|as)\b)(?:(?:the|each|every|their|my|an?|other|all)\b ?)*(?P<what>{PHRASE}?)(?P<rule> (?:from |between )\d+ (?:to|and) \d+| out of \d+| with (?:\d to )?\d+ stars?)?(?=\s*(?:[,.:;()!?]|$|\x1f|\b(?:and|with|by|on|in|that|where|to)\b))",
)


def _forms(deed: str) -> str:
    """Return the pattern of a deed in all its forms: "apply for" -> applies for, applying for."""
    verb, space, rest = deed.partition(" ")
    stem = verb[:-1] if verb.endswith(("e", "y")) else verb
    endings = {"e": "e|es|ed|ing", "y": "y|ies|ied|ying"}.get(verb[-1], "|s|es|ed|ing|led|ling")
    return rf"{re.escape(stem)}(?:{endings}){space}{re.escape(rest)}"


def _base(words: str) -> str:
    """Return the deed that a form of it means."""
    verb, _, rest = words.partition(" ")
    forms = verb_bases(verb)
    return next(
        deed
        for deed in DEEDS
        if deed.partition(" ")[2] == rest and (deed.partition(" ")[0] in forms or re.fullmatch(_forms(deed), words))
    )


_DEED = re.compile(
    rf"\b(?P<verb>{'|'.join(sorted(map(_forms, DEEDS), key=len, reverse=True))}) (?:for )?(?:(?:an?|the|their|his|my|some|other)\b)?\s*(?P<what>{PHRASE}?)(?=\s*(?:[,.:;()!?]|$|\x1f|\b(?:and|with|for|by|on|in|from|online|that|where|of|to|at)\b))",
)


_WITH = re.compile(
    r" with (?:an? |the |their |your |one of the )(?P<who>[a-z]+(?: [a-z]+)?)(?=\s*(?:[,.;:()]|$|\band\b))"
)
_BEGINS = re.compile(r"(?:^|[.;:!?\n] )(?:the |our )?[a-z]+s $")
_EXACT = frozenset({"book", "reserve", "rent", "borrow", "lend", "evaluate", "assess", "inspect", "join"})
_BARE_DEED = re.compile(
    r"(?<![\w-])(?:(?P<who>[a-z]+) (?:can |may |should |must |could |will |to )?(?:also )?|(?<=, )(?:and )?)(?P<verb>register|enroll|enrol|apply|sign up|rsvp|order|reserve|donate)(?: online)?(?= ?(?:[,.;]|$|and\b|with\b|by\b))"
)

_AS = re.compile(
    r"(?<![\w-])(?:apply|register|sign up|join|help|work)(?:ing|s)? as (?:an? )?(?P<what>[a-z]+(?: [a-z]+)?)(?=\s*(?:[,.;:()]|$|\band\b|\bfor\b))"
)
_SUGGESTS = re.compile(
    rf"(?<![\w-])(?:suggest|propose|nominate)s? (?P<what>{PHRASE}?)(?=\s*(?:[,.;:()]|$|\band\b|\bwith\b|\bto\b|\bfor\b|\bthat\b))"
)
_SELLS = re.compile(
    rf"(?<![\w-])(?:that|which|who|we|i|it) (?:sells?|make and sell|offers? for sale) (?P<what>{PHRASE}?)(?=\s*(?:[,.;:()]|$|\band\b|\bwith\b|\bto\b|\bin\b|\bonline\b))"
)
_DIARY = re.compile(
    r"(?<![\w-])(?:keep|write|maintain|have)(?:ing|s)? (?:an? |the |their |my )?(?:own |personal |daily )?(?:[a-z]+ )?(?P<log>diary|journal)(?! entr)(?=\s*(?:[,.;:()]|$|\band\b|\bof\b|\bwith\b))"
)
_OF_WHAT = re.compile(r" of (?:(?:my|our|the|their|all) )*(?P<what>[a-z]+)")


def read_deeds(reading: Reading) -> None:
    """Find deeds that leave a record: "book rooms" keeps bookings of rooms."""
    for match in _DEED.finditer(reading.open):
        what = " ".join(bare(match["what"].split()))
        verb, noun = _base(match["verb"]), last_known_noun(what) if what else None
        noun = _described(reading, what) or (noun if noun and _is_of(what, noun) else None)
        if what in {"them", "it"} | SEATS and reading.nouns():
            known = reading.nouns()
            what = noun = next((each for each in known if each in PARENTS.get(DEEDS[verb], ())), known[0])
        if not what or what in PEOPLE or (not is_plural(what) and noun is None) or not _acts(reading, match):
            continue
        record = _record_of(verb, noun)
        parent = noun or singular(what)
        if record is None:
            continue
        span = Span(match.start(), match.end())
        if parent == record or (
            verb in {"book", "reserve", "review", "borrow", "rent"} and parent in BOOKINGS.union(DEEDS.values())
        ):
            reading.note(ThingFact(span, parent))
            continue
        if record == "review" and (verb == "rate" or parent not in PARENTS["review"]):
            continue
        if holder := _WITH.match(reading.open, match.end()):
            _note_holder(reading, Span(match.end(), holder.end()), parent, holder["who"])
        others, end = _more_parents(reading, match, record)
        span = Span(span.start, max(span.end, end))
        for noun in (parent, record, *others):
            reading.note(ThingFact(span, noun))
        for noun in (parent, *others):
            reading.note(RelationFact(span, record, noun, is_said=not others))


def _record_of(verb: str, noun: str | None) -> str | None:
    """Return the record that the deed leaves of the noun; None when the two do not go together."""
    record = DEEDS[verb]
    if noun not in NOUNS or verb not in _EXACT or noun in PARENTS.get(record, ()) or noun in BOOKINGS:
        return record
    return "registration" if verb == "join" and noun in PARENTS["registration"] else None


def _is_of(what: str, noun: str) -> bool:
    """Tell what the whole phrase means from its first word: a photo shoot is no photo."""
    return known_noun(what) is not None or known_noun(what.rpartition(" ")[2]) == noun


def _described(reading: Reading, what: str) -> str | None:
    """Return the noun of the request that a phrase in the singular means: "a training slot" where slots have a start."""
    last = what.rpartition(" ")[2]
    forms = rf"(?:each|every|an?|the) {re.escape(last)} (?:has|have)|{re.escape(plural(last))}|{re.escape(last)} (?:rental|booking|hire)"
    is_described = last and not is_plural(last) and re.search(rf"(?<![\w-])(?:{forms})\b", reading.text)
    return last if is_described else None


def _note_holder(reading: Reading, span: Span, thing: str, words: str) -> None:
    """Note whose the booked thing is: "book a slot with a coach"."""
    holder = known_noun(words)
    if holder is not None and holder != thing and is_people_noun(holder):
        reading.note(RelationFact(span, thing, holder, is_said=False))
        reading.take(ThingFact(span, holder))


def _more_parents(reading: Reading, match: re.Match[str], record: str) -> tuple[list[str], int]:
    """Return what else the deed is done to, and where that ends: "book hotels, flights and tours"."""
    if not reading.open[match.end() : match.end() + 5].startswith((",", " and ")):
        return [], 0
    items = read_items(reading.open, match.end(), reading.sentence_at(match.start()).end)
    found = [(known_noun(item.words), item.span.end) for item in items if is_plural(item.words)]
    told = [(noun, end) for noun, end in found if noun and noun in PARENTS.get(record, ())][:2]
    return [noun for noun, _ in told], max((end for _, end in told), default=0)


def read_bare_deeds(reading: Reading) -> None:
    """Find deeds without an object: "learners enroll", "guests register with name and email"."""
    for match in list(_BARE_DEED.finditer(reading.open)):
        verb = match["verb"]
        usual = verb if verb in NOUNS else "registration"
        record = next((made for deed, made in DEEDS.items() if f"{deed} ".startswith(f"{verb} ")), usual)
        parent = next((noun for noun in reading.nouns() if noun in PARENTS[record]), None)
        # In a list of deeds nobody is named again: "browse courses, enroll online".
        is_told = match["who"] is not None and is_people(match["who"])
        span = Span(match.start(), match.end())
        if parent is not None and (match["who"] is None or is_told):
            reading.note(ThingFact(span, record))
            reading.take(RelationFact(span, record, parent))
        elif is_told and verb in {"order", "rsvp", "donate", "apply", "reserve"}:
            reading.take(ThingFact(span, record))


def read_parts_taken(reading: Reading) -> None:
    """Find what people become or write for themselves: "apply as a volunteer", "keep a training diary"."""
    for match in list(_AS.finditer(reading.open)):
        noun = known_noun(match["what"])
        if noun is not None:
            reading.take(ThingFact(Span(match.start(), match.end()), noun))
    for match in list(_DIARY.finditer(reading.open)):
        of = _OF_WHAT.match(reading.open, match.end())
        noun = known_noun(of["what"]) if of else None
        noun = noun or ("journal entry" if match["log"] == "journal" else "diary entry")
        reading.take(ThingFact(Span(match.start(), match.end()), noun))


def read_offered(reading: Reading) -> None:
    """Find what people name in the singular too: "a bakery that sells bread", "suggest a place"."""
    for match in [*_SELLS.finditer(reading.open), *_SUGGESTS.finditer(reading.open)]:
        words = " ".join(bare(match["what"].split()))
        if words and words not in PEOPLE:
            reading.note(ThingFact(Span(*match.span("what")), known_noun(words) or singular(words)))


def _acts(reading: Reading, match: re.Match[str]) -> bool:
    """Tell the deed "people book rooms" from the noun in "books and rooms"."""
    if match["what"].split()[0] in (STOPS | {"and", "or"}) - {"them", "it"}:
        return False
    before = tokens(reading.open, max(0, match.start() - 30), match.start())[-1:]
    word = before[0].text if before else ""
    if match["verb"].endswith("s") and not match["verb"].endswith("ss"):
        return word in PEOPLE
    if _BEGINS.search(reading.open, max(0, match.start() - 40), match.start()):
        return True
    return (
        not word.isalpha()
        or is_people(word)
        or word in {"others", "everyone", "anyone", "someone"}
        or word in STOPS - {"with", "of", "by", "in", "on", "for"}
        or word in {"and", "or"}
    )


def read_ratings(reading: Reading) -> None:
    """Understand "rate movies from 1 to 10" as a rating of each movie."""
    for match in list(_RATE.finditer(reading.open)):
        if match["what"].split()[0] in STOPS:  # "a rating from 1 to 10" is a field
            continue
        what = " ".join(bare(match["what"].split()))
        noun = last_known_noun(what) or (singular(what) if is_plural(what) else None)
        span = Span(match.start(), match.end())
        by_many = any(
            is_people(token.text) and token.text not in {"i", "we"}
            for token in tokens(reading.text, reading.sentence_at(match.start()).start, match.start())
        )
        if by_many and match["rule"] in {
            None,
            " from 1 to 5",
            " from 1 to 5 stars",
            " with 5 stars",
            " with 1 to 5 stars",
            " between 1 and 5",
        }:
            if noun is not None and noun not in PEOPLE:
                reading.note(ThingFact(span, noun))
            reading.take(BehaviourFact(span, "ratings", True, noun))
            continue
        items = (Item("rating", match["rule"] or "", span),)
        if noun is not None and noun not in PEOPLE:
            reading.note(ThingFact(span, noun))
        reading.take(FieldsFact(span, noun, items, is_extra=True))
