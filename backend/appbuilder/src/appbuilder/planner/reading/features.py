"""Read what an app is for or should offer: "features such as A, B and C", "room booking", "inventory tracking"."""
# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re

from appbuilder.planner.inflect import is_plural, singular, verb_bases
from appbuilder.planner.lexicon.actions import (
    ABSTRACT_ENDINGS,
    DEED_ENDINGS,
    DOING,
    FEATURES,
    GROUPS,
    KEEPING,
    PERSONAL,
    SCHEDULED,
    SHOWN,
)
from appbuilder.planner.lexicon.fields import FIELD_NAMES
from appbuilder.planner.lexicon.generic import GENERIC_HEADS
from appbuilder.planner.lexicon.kinship import PARENTS
from appbuilder.planner.lexicon.limits import BOOKINGS
from appbuilder.planner.lexicon.nouns import NOUNS
from appbuilder.planner.lexicon.speech import (
    ADJECTIVES,
    CHANGE_VERBS,
    MAKE_VERBS,
    MANAGE_VERBS,
    NOT_THINGS,
    PEOPLE,
    READ_VERBS,
    STOPS,
)
from appbuilder.planner.reading.before import without_doer
from appbuilder.planner.reading.facts import AppFact, Item, Reading, RelationFact, ThingFact
from appbuilder.planner.reading.people import is_people, is_people_noun
from appbuilder.planner.reading.words import bare, is_verb, known_noun, last_known_noun, read_items
from appbuilder.planner.text import MASK, Span, mask

_INTRO = re.compile(
    r"\b(?:(?:should|must|will|shall|needs? to|can)\s+)?(?:also\s+)?(?:have|has|include|includes|provide|provides|offer|offers|with|support|supports|contain|contains|need|needs|be equipped with)\s+"
    r"(?:(?:the|a|an|some|several|various|all|these|following|main|core|key|basic|necessary|different)\s+)*(?:features?|functionalit(?:y|ies)|functions?|capabilit(?:y|ies)|modules)\b(?:\s+(?:such as|like|including|for|to|of|are|that|as follows))*\s*:?|"
    r"\b(?:features?|functionalit(?:y|ies)|functions)(?:\s+(?:include|are|such as|like|should include))*\s*:\s*|"
    r"\b(?:features?|functionalit(?:y|ies)|functions|modules) (?:include|includes|should include|are)\s+(?=[a-z]+ [a-z]+)",
)
_OFFERS = re.compile(
    r"(?<![\w-])(?:it|(?:the|our|this) (?:web ?site|site|web ?app|app|application|system|platform|portal|tool|software|page)|(?:web ?site|site|web ?app|app|application|system|platform|portal|tool|software|page) (?:that|which)) (?:(?:should|must|will|shall|can|needs to) )?(?:also )?(?P<verb>offers?|supports?|provides?|have|has|includes?|contains?|features?) (?:(?:an?|the) )?"
)
_BULLET = re.compile(r"(?:^|\n) ?(?:[-;>]|\d{1,2}[.)]) ?(?P<line>[a-z][^\n.:;]{3,60})(?=[.;]? ?(?:\n|$))")
_NOMINAL = re.compile(
    r"(?<![\w-])(?P<what>(?:(?!and\b|or\b|with\b|for\b|to\b)[a-z][a-z'-]* ){0,2}(?!and\b|or\b|with\b|for\b|to\b)[a-z][a-z'-]*) (?P<deed>management|tracking|scheduling|booking|registration|posting|submission|browsing|enrollment|enrolment|ordering|administration|cataloging|record keeping|publishing|recruitment|adoption|borrowing|lending|directory|catalog|catalogue|listings?|profiles|schedules|database)(?= ?(?:[,.;:()]|$|\x1f|and\b|or\b|for\b|with\b|features?\b|functions?\b|functionality\b|systems?\b|pages?\b|process\b|module\b|forms?\b))"
)

_REST = re.compile(rf" {MASK}+(?: {MASK}+)*,(?= )")
_OF_EVERY_APP = frozenset({"user", "users", "account", "accounts"})
_NAME_WORDS = 3
_ACTS = MAKE_VERBS | MANAGE_VERBS | READ_VERBS | CHANGE_VERBS


def read_features(reading: Reading) -> None:
    """Blank the introduction and take the wishes behind it, then nominalised deeds anywhere."""
    for match in list(_INTRO.finditer(reading.open)):
        sentence = reading.sentence_at(match.start())
        reading.open = mask(reading.open, Span(match.start(), match.end()))
        reading.quiet.append(Span(match.start(), match.end()))
        for item in read_items(reading.open, match.end(), max(sentence.end, match.end())):
            take_wish(reading, item)
    _read_offers(reading)
    _read_rest(reading)
    for match in list(_BULLET.finditer(reading.open)):
        for item in read_items(reading.open, match.start("line"), match.end("line")):
            first = item.words.split()[0]
            if known_noun(item.words) or first not in MAKE_VERBS | MANAGE_VERBS | READ_VERBS | CHANGE_VERBS:
                take_wish(reading, item)
    names = [fact.span for fact in reading.facts if isinstance(fact, AppFact)]
    for match in list(_NOMINAL.finditer(reading.open)):
        if any(span.start <= match.start("deed") < span.end for span in names):
            continue
        kept = _without_verbs(match["what"])
        if kept:
            start = match.start() + match.group().index(kept.split()[0])
            take_wish(reading, Item(f"{kept} {match['deed']}", "", Span(start, match.end())))


def _read_offers(reading: Reading) -> None:
    """Take the list in "the system should support A, B and C"; one thing alone is read elsewhere."""
    for match in list(_OFFERS.finditer(reading.open)):
        sentence = reading.sentence_at(match.start())
        items = read_items(reading.open, match.end(), max(sentence.end, match.end()))
        is_offer = match["verb"].rstrip("s") in {"offer", "support", "provide"} or any(_is_deed(item) for item in items)
        if len(items) > 1 and is_offer:
            reading.open = mask(reading.open, Span(match.start(), match.end()))
            reading.quiet.append(Span(match.start(), match.end()))
            for item in items:
                take_wish(reading, item)


def _read_rest(reading: Reading) -> None:
    """Take what is left of an app's list whose start is understood already: "a site with profiles, news and events"."""
    names = [fact.span for fact in reading.facts if isinstance(fact, AppFact) and not fact.is_given_name]
    for match in list(_REST.finditer(reading.open)):
        sentence = reading.sentence_at(match.start())
        if any(sentence.start <= span.start and span.end == match.start() for span in names):
            for item in read_items(reading.open, match.end(), sentence.end):
                take_wish(reading, item)


def _is_deed(item: Item) -> bool:
    """Tell "board rental" and "class schedules" from fields."""
    before, _, last = item.words.rpartition(" ")
    return bool(before) and (last in DOING or is_part(last)) and item.words not in FIELD_NAMES


def _without_verbs(words: str) -> str:
    """Drop what only leads to the noun: "supports course" in "supports course management"."""
    kept = without_doer(words).split()
    while kept and (
        kept[0] in STOPS | ADJECTIVES | {"and", "or", "the", "a", "an"}
        or (is_verb(kept[0]) and known_noun(" ".join(kept)) is None)
    ):
        kept.pop(0)
    is_act = len(kept) > 1 and is_people(kept[0]) and is_verb(kept[-1])  # "agents publish listings"
    return "" if is_act else " ".join(bare(kept))


def take_wish(reading: Reading, item: Item) -> None:
    """Take one wish of a list: a record, or a deed that leaves records."""
    words = item.words.split()
    if singular(words[-1]) == "gallery" and (len(words) == 1 or known_noun(words[0]) == "photo"):
        reading.take(ThingFact(item.span, "photo"))
        return
    shorter = _without_parts(words)
    is_known = known_noun(item.words) is not None or (
        len(shorter) < len(words) and known_noun(" ".join(shorter)) in NOUNS
    )
    is_kept_so = len(shorter) > 1 and words[-1] in KEEPING and not _acts(words[0])
    if len(words) > 1 and (words[0].endswith("ing") or is_verb(words[0])) and not is_known and not is_kept_so:
        return  # "posting jobs" is read with the other verbs and their objects
    if len(words) > 1 and known_noun(item.words) is None and {words[-1], singular(words[-1])} & SHOWN:
        return
    deed = words[-1] if len(words) > 1 else ""
    if deed == "generation" and words[-2] in FEATURES:
        return  # "report generation" keeps no reports
    before = " ".join(words[:-1])
    if len(words) > 1 and singular(deed) in GROUPS and _take_groups(reading, item, before, singular(deed)):
        return
    if (
        deed in DOING
        and not before.endswith(" of")
        and (known_noun(item.words) is None or thing_of(before, is_kept=True))
    ):
        _take_deed(reading, item, before, deed)
        return
    is_deed = len(words) > 1 and words[-1].endswith(DEED_ENDINGS) and words[-1] in NOUNS
    is_kept = len(shorter) < len(words) or known_noun(item.words) is not None or is_deed
    noun = thing_of(" ".join(shorter), is_kept=is_kept) or (thing_of(item.words) if is_kept else None)
    if noun is not None:
        reading.take(ThingFact(item.span, noun))


def _acts(word: str) -> bool:
    return any(base in _ACTS for base in verb_bases(word))


def _take_groups(reading: Reading, item: Item, before: str, group: str) -> bool:
    """Take "photo categories" as categories that photos belong to."""
    noun = known_noun(before)
    if noun is None or known_noun(item.words) is not None:
        return False
    for each in (noun, group):
        reading.note(ThingFact(item.span, each))
    reading.take(RelationFact(item.span, noun, group, is_said=False))
    return True


def _take_deed(reading: Reading, item: Item, before: str, deed: str) -> None:
    """Take "event registration" as registrations of events, "volunteer registration" as volunteers."""
    if before in {"online", "easy", "quick", "convenient", "advance", "user", "account"} | ADJECTIVES:
        if before not in {"user", "account"}:
            reading.take(ThingFact(item.span, DOING[deed]))
        return
    noun = thing_of(before, is_kept=True)
    if noun is None:
        return
    record = known_noun(item.words) or DOING[deed]
    is_person = noun in PEOPLE or is_people_noun(noun)
    if record == noun or noun.endswith(f" {record}") or (record == "appointment" and noun in SCHEDULED):
        reading.take(ThingFact(item.span, noun))
        return
    if is_person and deed in PERSONAL:
        reading.take(ThingFact(item.span, noun))
        return
    if noun in BOOKINGS or is_person:
        reading.take(ThingFact(item.span, noun if noun in BOOKINGS else record))
        return
    if record in {"sale", "registration", "appointment"} and noun not in PARENTS[record]:
        reading.take(ThingFact(item.span, "sale" if record == "sale" else noun))
        return
    reading.note(ThingFact(item.span, noun))
    reading.note(ThingFact(item.span, record))
    reading.take(RelationFact(item.span, record, noun))


def thing_of(words: str, *, is_kept: bool = False) -> str | None:
    """Return the record that a noun phrase of a wish means, or None for what is no record.

    Words that the lexicon does not know count when they stand in the plural, or when records of them are kept.
    """
    phrase = " ".join(_without_parts(bare(words.split())) if is_kept else bare(words.split()))
    known = known_noun(phrase) if phrase else None
    if known is not None and (is_plural(phrase) or is_kept) and phrase not in _OF_EVERY_APP:
        return known
    if not phrase or not _may_be_name(phrase):
        return None
    last = phrase.rsplit(maxsplit=1)[-1]
    if is_plural(phrase):
        found = last_known_noun(last)
        return found if found and " " not in phrase else _named(phrase)
    is_vague = last.endswith(("ing", *ABSTRACT_ENDINGS)) or is_verb(last) or last in ADJECTIVES
    return _named(phrase) if is_kept and not is_vague else None


def is_part(word: str) -> bool:
    """Tell a word that adds nothing to the noun before it: "product catalog", "order details"."""
    return bool({word, singular(word)} & (KEEPING | FEATURES))


def _without_parts(words: list[str]) -> list[str]:
    kept = list(words)
    while len(kept) > 1 and is_part(kept[-1]) and known_noun(" ".join(kept)) is None:
        if kept[-1] == "record" and kept[0].endswith("ing"):
            break  # "planting record management" keeps planting records
        if kept[-1] == "inventory" and known_noun(" ".join(kept[:-1])) is None:
            break  # "blood inventory tracking"
        kept.pop()
    return kept


def _may_be_name(phrase: str) -> bool:
    """Rule out parts of an app, small words, numbers and whole clauses."""
    words = phrase.split()
    last = {words[-1], singular(words[-1])}
    is_feature = last & (FEATURES | NOT_THINGS) or singular(phrase) in NOT_THINGS
    is_doing = words[0].endswith("ing") and last_known_noun(words[0]) is None and words[-1] not in GENERIC_HEADS
    is_feature = is_feature or (len(words) > 1 and is_doing)
    return not is_feature and len(words) <= _NAME_WORDS and not any(word in STOPS or word.isdigit() for word in words)


def _named(phrase: str) -> str:
    """Keep the words of the request: "sales leads" is a lead, "soil samples" stay soil samples."""
    noun = last_known_noun(phrase)
    return noun if noun is not None and known_noun(phrase) else singular(phrase)
