"""Tell what the entries of a list are: records of their own, fields, pages, or wishes."""

import re

from appbuilder.planner.inflect import is_plural, singular
from appbuilder.planner.lexicon.actions import DOING
from appbuilder.planner.lexicon.apps import APPS
from appbuilder.planner.lexicon.fields import FIELD_NAMES, KNOWN_CHOICES, MEASURES, PLURAL_FIELDS
from appbuilder.planner.lexicon.kinship import IN_CONTEXT, PARENTS, SHARED, SYNONYMS
from appbuilder.planner.lexicon.limits import BOOKINGS, HEADCOUNTS, JOININGS, TAKEN_PART
from appbuilder.planner.lexicon.nouns import NOUNS
from appbuilder.planner.lexicon.pages import LISTED, PAGES
from appbuilder.planner.lexicon.speech import UNCOUNTED
from appbuilder.planner.reading.facts import AppFact, FieldsFact, Item, Reading, ThingFact
from appbuilder.planner.reading.features import is_part, take_wish
from appbuilder.planner.reading.people import is_people_noun
from appbuilder.planner.reading.wishes import PageFact
from appbuilder.planner.reading.words import known_noun, last_known_noun
from appbuilder.planner.text import MASK, Span

_SOME = 2
EACH = ("each ", "every ", "for each ", "for every ")
_LEADS_TO_TITLE = re.compile(r"(?:^|\b(?:for|about|keep|track|manage|organi[sz]e|record)(?: (?:our|my|the|an?))?)\s*$")
_PAGES = frozenset({"team", "our team", "pricing", "about us", "mission", "faq", "privacy policy", "terms"})


def are_fields(items: list[Item]) -> bool:
    """Tell a list of fields from one of choices."""
    return sum(is_field_name(item.words) for item in items) > 1


def until_records(reading: Reading, items: list[Item]) -> list[Item]:
    """End a list where other records follow: "vehicles with plate and mileage, drivers, trips"."""
    for place in range(1, len(items) - 1):
        between = reading.open[items[place - 1].span.end : items[place].span.start]
        noun = known_noun(items[place + 1].words)
        if re.search(r"\band\b", between) and noun in NOUNS and is_plural(items[place + 1].words):
            for item in items[place + 1 :]:
                if is_plural(item.words) and not is_field_name(item.words):
                    reading.note(ThingFact(item.span, known_noun(item.words) or singular(item.words)))
            return items[: place + 1]
    return items


def is_plain_field(words: str) -> bool:
    """Tell whether a plural is the usual name of one field."""
    return words in PLURAL_FIELDS


def stands_alone(reading: Reading, item: Item, owner: str | None) -> bool:
    """Tell records in a list of fields from one more field: "name, phone and skills" are three fields."""
    noun = known_noun(item.words) or singular(item.words)
    told = any(isinstance(fact, FieldsFact | ThingFact) and _told(fact) == noun for fact in reading.facts)
    meant = {noun, *(other for holder, other in IN_CONTEXT.get(noun, ()) if holder == owner)}
    return item.is_many or told or any(owner in PARENTS.get(each, ()) for each in meant)


def _told(fact: FieldsFact | ThingFact) -> str | None:
    return fact.owner if isinstance(fact, FieldsFact) else fact.noun


def is_title(reading: Reading, items: list[Item], span: Span, noun: str) -> bool:
    """Tell a title before a colon from a record: "Football league: teams, players and matches"."""
    said = reading.text[span.start : span.end]
    many = [item for item in items if is_plural(item.words) and not item.qualifier and not is_plain_field(item.words)]
    starts = _LEADS_TO_TITLE.search(reading.text[reading.sentence_at(span.start).start : span.start])
    is_title = ":" in said and not said.startswith(EACH) and starts is not None
    is_told = noun in reading.nouns() or is_plural(said.partition(":")[0])
    is_only = len(many) == len(items) and noun not in NOUNS and not is_told
    if is_title and noun not in NOUNS and not is_told and MASK in reading.open[span.start : span.end]:
        return True  # records of the list were read before: "Vehicle fleet: vehicles with a plate, drivers, costs"
    return is_title and (len(many) > 1 or is_only) and len(many) > (len(items) - 1 if is_told else len(items) / 2)


def of_app(reading: Reading, children: list[Item], items: list[Item]) -> tuple[list[Item], list[Item]]:
    """Take pages and wishes out of what an app shall have; what is left are its records and their fields."""
    if len(children) > 1:
        children = [item for item in items if item in children or item.words == "notes"]
    if sum(item.words in LISTED for item in items) > 1:
        for item in items:
            if item.words in LISTED and known_noun(item.words) not in {"service", "faq entry"}:
                reading.take(PageFact(item.span, LISTED[item.words], PAGES[LISTED[item.words]].title))
        items = [item for item in items if item.words not in LISTED or item.words == "services"]
    left = [item for item in items if item in children or not _take_wish(reading, item)]
    if len(left) == len(items) and len(children) < _SOME:
        return children, left
    return children, [item for item in left if item in children or not _take_beside_wishes(reading, item)]


def _take_beside_wishes(reading: Reading, item: Item) -> bool:
    """Take what stands in a list of wishes as one more: records the lexicon knows, or a deed that is not understood."""
    noun = known_noun(item.words)
    if item.qualifier or is_field_name(item.words):
        return False
    if noun in NOUNS:
        reading.take(ThingFact(item.span, noun))
    last = item.words.rpartition(" ")[2]
    return noun in NOUNS or " " in item.words or item.words.endswith("ing") or is_part(last) or last in DOING


def _take_wish(reading: Reading, item: Item) -> bool:
    """Take what an app shall have, not its records: "with class schedules, trainer profiles and an agent directory"."""
    if item.qualifier:
        return False
    noun = "inquiry" if item.words in {"contact", "contact us"} else _wished_noun(reading, item.words)
    if noun is not None:
        reading.take(ThingFact(item.span, noun))
        return True
    if item.words in _PAGES:
        reading.take(PageFact(item.span, LISTED[item.words], PAGES[LISTED[item.words]].title))
        return True
    last = item.words.rpartition(" ")[2]
    if is_plural(item.words) and not is_field_name(item.words) and last == item.words and not is_part(last):
        reading.take(ThingFact(item.span, singular(last)))
        return True
    is_name = item.words in FIELD_NAMES or last in MEASURES or is_plain_field(item.words) or last == item.words
    is_wish = last in DOING or is_part(last) or (is_plural(item.words) and last_known_noun(last))
    if is_name or not is_wish:
        return False
    before = len(reading.facts)
    take_wish(reading, item)
    return len(reading.facts) > before or is_part(last)


def is_field_name(words: str) -> bool:
    """Tell whether the words, in either number, are a usual name of a field."""
    names = {words, singular(words)}
    return bool(names & FIELD_NAMES.keys() or names & KNOWN_CHOICES.keys()) or is_plain_field(words)


def _wished_noun(reading: Reading, words: str) -> str | None:
    """Return the record that an item of an app's list surely means: "news", "categories", "a guestbook"."""
    usual = {noun for fact in reading.facts if isinstance(fact, AppFact) for noun in fact.nouns}
    one = known_noun(words)
    is_deed = " " in words and words.rpartition(" ")[2] in DOING
    is_said = one in DOING.values() or words in UNCOUNTED or words in SYNONYMS or words == "categories"
    if singular(words) in usual:
        return singular(words)
    if words.rpartition(" ")[2] == "guestbook":
        return "guestbook entry"
    if words in {"menu", "shop", "store", "gallery", "calendar of events"} or words in DOING:
        return DOING.get(words) or APPS.get(words, ("event",))[0]
    is_said = is_said or (one is not None and " " in words)
    if one is None and " " in words and words.rpartition(" ")[2] in BOOKINGS | JOININGS and words not in FIELD_NAMES:
        return words  # "donation appointment"
    return one if is_said and not is_deed and words not in FIELD_NAMES else None


def is_child(reading: Reading, item: Item, owner: str | None) -> bool:
    """Tell a list of records ("customers with orders") from a field ("recipes with ingredients")."""
    if not is_plural(item.words) or item.qualifier:
        return False
    noun = known_noun(item.words) or singular(item.words)
    if (item.words == "notes" or (noun == "photo" and "photo" not in reading.nouns())) and not item.is_many:
        return False
    if owner and owner.rpartition(" ")[2] in BOOKINGS | TAKEN_PART and noun in HEADCOUNTS and not item.is_many:
        return False  # a booking's guests are so many
    if item.is_many or (owner and owner in PARENTS.get(noun, ()) and noun != "ingredient"):
        return True
    if is_plain_field(item.words) or noun in {"tag", "category", "date", "price"}:
        return False
    return noun in NOUNS or noun in reading.nouns()


def is_shared(noun: str, owner: str) -> bool:
    """Tell what several owners have in common, such as speakers and skills, from what belongs to one of them."""
    return noun in SHARED or (is_people_noun(noun) and owner not in PARENTS.get(noun, ()))


def holds_many(reading: Reading, item: Item, noun: str, owner: str) -> bool:
    """Tell links to many from records that belong to one: "several speakers", "the songs we practise"."""
    is_many = item.is_many or (noun in SHARED and owner not in PARENTS.get(noun, ()))
    if is_many and is_shared(noun, owner):
        return True
    is_named = reading.text[item.span.start : item.span.end].lstrip().startswith("the ") and noun in reading.nouns()
    return is_named and owner not in PARENTS.get(noun, ())
