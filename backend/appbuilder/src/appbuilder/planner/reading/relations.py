"""Read relations and pairs: "each order belongs to a customer", "pets and their owners", "check-in and check-out dates"."""
# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re

from appbuilder.planner.inflect import is_plural, singular
from appbuilder.planner.lexicon.kinship import PARENTS, SHARED
from appbuilder.planner.lexicon.limits import BOOKINGS
from appbuilder.planner.lexicon.nouns import NOUNS
from appbuilder.planner.lexicon.speech import DEEDS, PEOPLE
from appbuilder.planner.reading.facts import FieldsFact, Item, Reading, RelationFact, ThingFact
from appbuilder.planner.reading.people import is_people_noun
from appbuilder.planner.reading.words import PHRASE, bare, known_noun, last_known_noun, without_of
from appbuilder.planner.text import Span, mask

_BELONGS = re.compile(
    rf"\b(?:each |every |an? |the |all )?(?P<child>{PHRASE}?) (?:can |must |should |always |may )*(?:belongs? to|is linked to|are linked to|is assigned to|are assigned to|be assigned to|be linked to|is part of|are part of|is attached to|refers? to|is for|are for|is related to|are related to)"
    rf" (?:exactly |only )?(?:(?P<many>several|many|multiple|one or more) |one |an? |the |each |single |their |its |a single )*(?P<parent>{PHRASE}?)(?: and (?:to )?(?:an?|one|the) (?P<other>{PHRASE}?))?(?=\s*(?:[,.;:()]|$|\band\b|\bwith\b|\bso\b|\bfrom\b|\bon\b|\bat\b))",
)
_FROM_TO = re.compile(
    r"(?<![\w-])(?:from|between) an? (?P<one>[a-z]+(?: [a-z]+)?) (?:to|until|till|and) an? (?P<two>[a-z]+(?: (?!with\b)[a-z]+)?)(?=\s*(?:[,.;:()]|$|\band\b|\bwith\b))"
)
_SUBJECT = re.compile(rf"\s*(?:an?|each|every|one) (?P<owner>{PHRASE}?) (?:is|has|goes|lasts|runs)\b")
_EDGES = {"date": ("start date", "end date"), "day": ("start day", "end day"), "time": ("start time", "end time")}
_DATES = re.compile(
    r"(?<![\w-])(?:(?P<owner>[a-z]+) with )?(?:an? |the )?(?P<one>start|begin|check-in|check in|arrival|pickup|pick-up|from|opening|issue|departure)(?: date)? and (?P<two>end|finish|check-out|check out|departure|return|drop-off|to|closing|due|arrival) (?P<kind>dates?|times?)(?![\w-])"
)
_CATEGORIZE = re.compile(
    rf"(?<![\w-])(?:categori[sz](?:e|es|ed|ing)|classify(?:ing)?|organi[sz](?:e|es|ed|ing)(?= [a-z ]+ (?:by|into) categor)|group(?:ing)?(?= [a-z ]+ (?:by|into) categor))(?: (?:the |their |all )?(?P<what>{PHRASE}?))?(?: (?:by|into) (?:categor(?:y|ies)|types?))?(?=\s*(?:[,.;:()]|$|\band\b|\bby\b|\binto\b))"
)
_OF = re.compile(
    r"(?<![\w-])(?P<child>[a-z]+(?: [a-z]+)?) (?:of|for|in|within|inside) (?:an? |each |every |the |specific |different |all |their )+(?P<parent>[a-z]+(?: [a-z]+)?)(?![\w-])"
)
_BY_GROUP = re.compile(
    r"(?<![\w-])(?:(?:organi[sz]e|group|arrange|classify|sort)(?:s|ing)? (?:the |their |all )?(?P<what>[a-z]+s) (?:by|into|in)|(?:share|post|discuss|exchange)(?:s|ing)? (?P<what2>[a-z]+s) (?:in|within)) (?:different |their |the |private )?(?P<group>topics|genres|subjects|folders|collections|albums|themes|groups|communities|circles)(?![\w-])"
)
_EACH = re.compile(r"\b(?:for|of|in) (?:each|every)\b")
_ASSIGN = re.compile(
    rf"(?<![\w-])(?:assign|allocate|link|attach)(?:s|ed|ing|es)? (?:(?P<many>several|many|multiple|one or more) |an? |the |new |each |their )*(?P<what>{PHRASE}?) to (?:(?P<each>several|many|multiple|one or more) |an? |the |each |their |every |one )*(?P<whom>{PHRASE}?)(?=\s*(?:[,.;:()]|$|\x1f|\b(?:and|with|by|so|for|when|in)\b))"
)
PARENTS_ONLY_BY_WORD = frozenset(
    {"user", "day", "month", "person", "year", "report", "list", "page", "city", "country", "place", "location"}
)
_THEIR = re.compile(
    rf"\b(?P<one>{PHRASE}?) and (?:all )?(?:their|its|his|her) (?P<two>{PHRASE}?)(?=\s*(?:[,.;:()]|$|\x1f|\band\b|\bwith\b|\bin\b|\bfor\b))"
)


def read_pairs(reading: Reading) -> None:
    """Take "check-in and check-out dates" and "from a start date to an end date" as two fields."""
    for match in list(_FROM_TO.finditer(reading.open)):
        before = reading.open[reading.sentence_at(match.start()).start : match.start()]
        deeds = [verb for verb in ("book", "rent", "reserve", "borrow") if re.search(rf"\b{verb}\b", before)]
        subject = _SUBJECT.match(before)
        owner = DEEDS[deeds[0]] if deeds else subject["owner"] if subject else None
        is_same = match["one"] == match["two"]
        one, two = _EDGES.get(match["one"], (match["one"], match["two"])) if is_same else (match["one"], match["two"])
        _take_pair_of_fields(reading, match, one, two, owner)
    for match in list(_DATES.finditer(reading.open)):
        kind = singular(match["kind"])
        _take_pair_of_fields(reading, match, f"{match['one']} {kind}", f"{match['two']} {kind}", match["owner"])


def _take_pair_of_fields(reading: Reading, match: re.Match[str], one: str, two: str, owner: str | None) -> None:
    span = Span(match.start(), match.end())
    noun = known_noun(owner) if owner else None
    if noun is not None:
        reading.note(ThingFact(span, noun))
    reading.take(FieldsFact(span, noun, (Item(one, "", span), Item(two, "", span)), is_extra=True))


def read_categories(reading: Reading) -> None:
    """Take "categorize products" as categories of products."""
    for match in list(_CATEGORIZE.finditer(reading.open)):
        what = " ".join(bare((match["what"] or "").split()))
        child = known_noun(what) or (_last_named(reading, match.start()) if what in {"them", "it"} else None)
        span = Span(match.start(), match.end())
        reading.note(ThingFact(span, "category"))
        if child is not None:
            reading.note(ThingFact(span, child))
            reading.note(RelationFact(span, child, "category", is_said=False))
        reading.open = mask(reading.open, span) if child is None else reading.open
    for match in _BY_GROUP.finditer(reading.open):
        child, group = (
            known_noun(match["what"] or match["what2"]),
            known_noun(match["group"]) or singular(match["group"]),
        )
        if child is not None and child != group:
            span = Span(match.start(), match.end())
            for noun in (child, group):
                reading.note(ThingFact(span, noun))
            reading.note(RelationFact(span, child, group, is_said=False))
    for match in list(_OF.finditer(reading.open)):
        child = known_noun(match["child"]) or known_noun(match["child"].rpartition(" ")[2])
        one = singular(match["parent"])
        parent = known_noun(match["parent"]) or (one if one in reading.nouns() else None)
        if (
            child
            and parent
            and child != parent
            and parent not in PARENTS_ONLY_BY_WORD
            and _is_kept(reading, child, match)
        ):
            span = Span(match.start(), match.end())
            for noun in (child, parent):
                reading.note(ThingFact(span, noun))
            reading.note(RelationFact(span, child, parent, is_said=_is_each(match, child)))


def _is_kept(reading: Reading, child: str, match: re.Match[str]) -> bool:
    """Tell a record from a part of another: "a ticket for each fault" keeps tickets."""
    is_one = match.group().startswith(("a ", "an ", "one ")) and _EACH.search(match.group()) is not None
    return child in reading.nouns() or (is_one and child in NOUNS)


def _is_each(match: re.Match[str], child: str) -> bool:
    """Tell what must belong to one: "a ticket for each fault", "viewings for a flat"."""
    is_booking = child.rpartition(" ")[2] in BOOKINGS and re.search(r" (?:for|of) an? ", match.group()) is not None
    return is_booking or _EACH.search(match.group()) is not None


def _last_named(reading: Reading, place: int) -> str | None:
    """Return what the request spoke of last before a place."""
    named = [fact for fact in reading.facts if isinstance(fact, ThingFact) and fact.span.start < place]
    return max(named, key=lambda fact: fact.span.start).noun if named else None


def read_assignments(reading: Reading) -> None:
    """Take "assign translators to orders": what people are put to points to them, other things to where they go."""
    for match in list(_ASSIGN.finditer(reading.open)):
        what, whom = _last_noun(match["what"]), _last_noun(match["whom"])
        if what is None or whom is None or what == whom:
            continue
        span = Span(match.start(), match.end())
        is_pointed_at = is_people_noun(what) or what in SHARED
        child, parent, many = (whom, what, "many") if is_pointed_at else (what, whom, "each")
        reading.note(RelationFact(span, child, parent, is_said=False, many=match[many] is not None))
        for noun in (what, whom):
            if not is_people_noun(noun):
                reading.note(ThingFact(span, noun))


def read_relations(reading: Reading) -> None:
    """Take "each order belongs to a customer" and "pets and their owners"."""
    for sentence in reading.sentences:
        for match in list(_BELONGS.finditer(reading.open, sentence.start, sentence.end)):
            child, parent = noun_of(match["child"]), noun_of(match["parent"])
            span = Span(match.start(), match.end())
            is_put = "assigned" in match.group() and child in NOUNS and parent not in PEOPLE
            if is_put and child and parent and is_people_noun(child):
                for noun in (parent, child):
                    reading.note(ThingFact(span, noun))
                reading.take(RelationFact(span, parent, child, is_said=False, many=match["many"] is not None))
            elif child and parent and child != parent and _is_thing(reading, child) and child not in PEOPLE:
                reading.note(ThingFact(span, child))
                if match["other"] and (other := noun_of(match["other"])) and _is_thing(reading, other):
                    reading.note(ThingFact(span, other))
                    reading.note(RelationFact(span, child, other))
                if parent not in PEOPLE or parent in NOUNS:
                    reading.note(ThingFact(span, parent))
                reading.take(RelationFact(span, child, parent, many=match["many"] is not None))
        for match in list(_THEIR.finditer(reading.open, sentence.start, sentence.end)):
            _take_pair(reading, match)


def _take_pair(reading: Reading, match: re.Match[str]) -> None:
    one, two = _last_noun(match["one"]), _last_noun(match["two"])
    if not one or not two or one == two or not is_plural(match["two"]):
        return
    child, parent = (one, two) if two in PARENTS.get(one, ()) else (two, one)
    span = Span(match.start(), match.end())
    reading.note(ThingFact(span, one))
    reading.note(ThingFact(span, two))
    reading.take(RelationFact(span, child, parent))


def _last_noun(words: str) -> str | None:
    return last_known_noun(" ".join(bare(words.split()))) or (
        noun_of(words.rsplit(maxsplit=1)[-1]) if is_plural(words) else None
    )


def noun_of(words: str) -> str | None:
    """Return the noun that a phrase means, in the singular."""
    phrase = " ".join(without_of(bare(words.removeprefix("no ").split())))
    return (known_noun(phrase) or singular(phrase)) if phrase else None


def _is_thing(reading: Reading, noun: str) -> bool:
    return noun in NOUNS or noun in reading.nouns() or " " not in noun
