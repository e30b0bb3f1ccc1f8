"""Read what the app is and what it keeps: "an expense tracker", "manage books and members", "apply for jobs"."""
# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re

from appbuilder.planner.inflect import is_plural, plural, singular, verb_bases
from appbuilder.planner.lexicon.actions import FEATURES, KEEPING
from appbuilder.planner.lexicon.apps import APPS, KINDS, ORGANIZATIONS, WRAPPERS
from appbuilder.planner.lexicon.kinship import PARENTS
from appbuilder.planner.lexicon.limits import BOOKINGS
from appbuilder.planner.lexicon.nouns import NOUNS
from appbuilder.planner.lexicon.speech import (
    ADJECTIVES,
    CHANGE_VERBS,
    DEEDS,
    DETERMINERS,
    FIELD_LIKE,
    FILLER,
    LEADS,
    MAKE_VERBS,
    MANAGE_VERBS,
    NOT_THINGS,
    PEOPLE,
    READ_VERBS,
    STOPS,
    UNCOUNTED,
)
from appbuilder.planner.reading.facts import AppFact, FieldsFact, Item, Reading, RelationFact, ThingFact
from appbuilder.planner.reading.features import thing_of
from appbuilder.planner.reading.people import is_people
from appbuilder.planner.reading.words import (
    PHRASE,
    Token,
    bare,
    is_verb,
    known_noun,
    last_known_noun,
    noun_before,
    read_items,
    tokens,
)
from appbuilder.planner.text import Span

_NAMED = re.compile(
    r"\b(?:called|named|titled|with the name|app name is|name it|call it)\s+(?:[\"'](?P<quoted>[^\"\n]{1,60}?)[\"']|(?P<name>[\w&'-]+(?: (?!(?:for|with|where|that|which|to|and|in|on|so|who|of my|it)\b)[\w&'-]+){0,3}))",
)
_HEAD = re.compile(
    r"(?:^|[.;\n]\s*|\b(?:build|create|make|implement|develop|design|need|want|like|give me|write|have|is|generate)\s+(?:me |us |myself )?)"
    rf"\s*(?:(?:an?|the|my|our|some)\b)?\s*(?P<head>{PHRASE}?(?: [\w&'/-]+){{0,3}}?)"
    r"(?=\s*(?:[,.:;()!?]|-\s|$|\x1f|\b(?:where|that|for|to|with|which|in|so|who|using|as|of|and|on|by|showing|containing|including|called|named)\b))",
    re.MULTILINE,
)
_FOR = re.compile(
    rf"\b(?:app|application|website|webpage|web page|site|tool|system|platform|portal|hub|service|software|tracker|web app|page|program|database|list|collection|directory|catalog|register|overview|board)\s+(?:for|about|on|of)\s+(?:a |an |the |my |our |tracking |managing )*(?P<what>{PHRASE}?)(?=\s*(?:[,.:;()!?]|$|\x1f|\b(?:where|that|to|with|which|in|so|who|and|using|for)\b))"
)
_GENERIC = KINDS | {"calendar", "library", "gallery", "checklist", "planner", "catalog", "store", "inventory"}
_RATE = re.compile(
    rf"\brat(?:e|es|ed|ing) (?:(?:the|each|every|their|my|an?|other|all)\b ?)*(?P<what>{PHRASE}?)(?P<rule> (?:from |between )\d+ (?:to|and) \d+| out of \d+| with (?:\d to )?\d+ stars?)?(?=\s*(?:[,.:;()!?]|$|\x1f|\b(?:and|with|by|on|in|that|where|to)\b))",
)
_DEED = re.compile(
    rf"\b(?P<verb>{'|'.join(sorted(map(re.escape, DEEDS), key=len, reverse=True))})(?:s|ing|ed)? (?:for )?(?:(?:an?|the|their|his|my|some|other)\b)?\s*(?P<what>{PHRASE}?)(?=\s*(?:[,.:;()!?]|$|\x1f|\b(?:and|with|for|by|on|in|from|online|that|where|of|to|at)\b))",
)


_PARTS = frozenset({"status", "statuses", "details", "progress", "page", "pages", "feature", "features", "results"})


def read_app(reading: Reading) -> None:
    """Find the app's name and kind; its words stay open for the other rules."""
    if match := _NAMED.search(reading.text):
        group = "quoted" if match["quoted"] else "name"
        name = reading.original(Span(*match.span(group))).strip(" \"'")
        reading.take(AppFact(Span(match.start(), match.end()), name, is_given_name=True))
    for match in _HEAD.finditer(reading.open):
        if _take_head(reading, match["head"], Span(match.start("head"), match.end("head"))):
            break
    for match in _FOR.finditer(reading.open):
        _take_purpose(reading, match)


def _take_head(reading: Reading, head: str, span: Span) -> bool:
    words = bare(_without_lead(head.split()))
    phrase = " ".join(words)
    kind_words = [word for word in words if word in KINDS]
    app = _app_name_in(phrase)
    if app is not None:
        reading.note(AppFact(span, _name_of(words), APPS[app]))
        reading.app_nouns |= {phrase, app}
        return True
    if not kind_words or words[-1] not in KINDS:
        return False
    subject = [word for word in words if word not in KINDS and word not in WRAPPERS and word not in FILLER]
    if not subject and known_noun(" ".join(words[:-1])):  # "book" is a kind of app, in "book collection" a thing
        subject = words[:-1]
    if not subject:
        return False
    if " ".join(subject) in ORGANIZATIONS:
        reading.note(AppFact(span, phrase, ORGANIZATIONS[" ".join(subject)]))
        reading.app_nouns |= {phrase, " ".join(subject)}
        return True
    noun = last_known_noun(" ".join(subject))
    known = noun is not None
    reading.note(AppFact(span, _name_of(words), (noun or singular(" ".join(subject)),) if known else ()))
    if not known:
        reading.note(ThingFact(span, singular(" ".join(subject)), is_weak=True))
    reading.app_nouns |= {phrase, " ".join(kind_words)}
    return True


def _without_lead(words: list[str]) -> list[str]:
    """Drop what only leads to the app: "please build me a"."""
    leads = [place for place, word in enumerate(words) if word in LEADS]
    return words[leads[-1] + 1 :] if leads else words


def _app_name_in(phrase: str) -> str | None:
    """Return the longest name of an app at the end or the start of the phrase."""
    words = [word for word in phrase.split() if word not in {"app", "application", "website", "site", "web"}]
    while words and words[-1] in WRAPPERS | {"system", "platform", "tool", "page", "portal", "software", "program"}:
        if " ".join(words) in APPS:
            break
        words = words[:-1]
    for size in range(len(words), 0, -1):
        for part in (" ".join(words[-size:]), " ".join(words[:size])):
            if part in APPS and not (part in _GENERIC and known_noun(phrase[: -len(part)].strip())):
                return part
    return None


def _name_of(words: list[str]) -> str:
    generic = {
        "app",
        "application",
        "website",
        "site",
        "web",
        "system",
        "platform",
        "tool",
        "page",
        "software",
        "program",
        "web-app",
        "webapp",
    }
    kept = [word for word in words if word not in generic and word not in ADJECTIVES]
    if kept and kept[-1] in WRAPPERS and len(kept) > 1:
        kept = kept[:-1] if kept[-1] in {"management", "tracking", "information", "record", "records", "data"} else kept
    is_noun = " ".join(kept) in NOUNS and len(kept) < len(words) and words[-1] in generic
    return plural(" ".join(kept)) if is_noun else " ".join(kept)


def _take_purpose(reading: Reading, match: re.Match[str]) -> None:
    words = bare(match["what"].split())
    phrase = " ".join(words)
    span = Span(match.start("what"), match.end("what"))
    app = _app_name_in(phrase)
    operator = next(
        (" ".join(words[size:]) for size in range(len(words)) if " ".join(words[size:]) in ORGANIZATIONS), None
    )
    if operator is not None and not is_plural(phrase):
        reading.note(AppFact(span, phrase, ORGANIZATIONS[operator]))
        reading.app_nouns |= {phrase, operator}
    elif app is not None:
        reading.note(AppFact(span, phrase, APPS[app]))
        reading.app_nouns.add(phrase)
    elif words and words[-1] in KEEPING | FEATURES and (noun := thing_of(phrase, is_kept=True)):
        reading.note(AppFact(span, phrase))
        reading.note(ThingFact(span, noun))
    elif (
        words
        and not is_verb(words[0])
        and not words[0].endswith("ing")
        and singular(phrase) not in NOT_THINGS
        and (known_noun(phrase) or (is_plural(phrase) and phrase not in PEOPLE))
        and phrase not in PEOPLE | KINDS
    ):
        reading.note(AppFact(span, phrase))
        reading.note(ThingFact(span, known_noun(phrase) or singular(phrase)))


def read_deeds(reading: Reading) -> None:
    """Find deeds that leave a record: "book rooms" keeps bookings of rooms."""
    for match in _DEED.finditer(reading.open):
        what = " ".join(bare(match["what"].split()))
        verb, noun = match["verb"], last_known_noun(what) if what else None
        if what in {"them", "it"} and reading.nouns():
            what = noun = reading.nouns()[0]
        if not what or what in PEOPLE or (not is_plural(what) and noun is None) or not _acts(reading, match):
            continue
        record = DEEDS[verb]
        parent = noun or singular(what)
        span = Span(match.start(), match.end())
        if parent == record or (
            verb in {"book", "reserve", "review", "borrow", "rent"} and parent in BOOKINGS.union(DEEDS.values())
        ):
            reading.note(ThingFact(span, parent))
            continue
        if record == "review" and (verb == "rate" or parent not in PARENTS["review"]):
            continue
        reading.note(ThingFact(span, parent))
        reading.note(ThingFact(span, record))
        reading.note(RelationFact(span, record, parent))


def _acts(reading: Reading, match: re.Match[str]) -> bool:
    """Tell the deed "people book rooms" from the noun in "books and rooms"."""
    if match["what"].split()[0] in STOPS | {"and", "or"}:
        return False
    before = tokens(reading.open, max(0, match.start() - 30), match.start())[-1:]
    word = before[0].text if before else ""
    if re.match(rf"{match['verb']}s ", match.group()):
        return word in PEOPLE
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
        items = (Item("rating", match["rule"] or "", span),)
        if noun is not None and noun not in PEOPLE:
            reading.note(ThingFact(span, noun))
        reading.take(FieldsFact(span, noun, items, is_extra=True))


def read_objects(reading: Reading) -> None:
    """Find the objects of verbs: plural nouns, or nouns we know, after add, manage, browse, track and the like."""
    names = [fact.span for fact in reading.facts if isinstance(fact, AppFact)]
    for sentence in reading.sentences:
        found = tokens(reading.open, sentence.start, sentence.end)
        for place, token in enumerate(found):
            in_name = any(span.start <= token.span.start < span.end for span in names)
            if _verb_kind(token.text) and not in_name and _may_be_verb(found, place):
                _take_objects(reading, token, sentence)


def _verb_kind(word: str) -> str | None:
    for kind, verbs in (("make", MAKE_VERBS), ("manage", MANAGE_VERBS), ("read", READ_VERBS), ("change", CHANGE_VERBS)):
        if any(base in verbs for base in verb_bases(word)):
            return kind
    return None


def _may_be_verb(found: list[Token], place: int) -> bool:
    """Rule out nouns: "the list", "a record", "book list"."""
    if place == 0:
        return True
    before = found[place - 1].text
    return before not in DETERMINERS and (
        before in STOPS
        or is_people(before)
        or not before.isalpha()
        or before in FILLER
        or _verb_kind(before) is not None
    )


def _take_objects(reading: Reading, verb: Token, sentence: Span) -> None:
    colon = reading.open.find(":", verb.span.end, sentence.end)
    named = colon > 0 and noun_before(reading.open, verb.span.end, colon) is not None
    for item in read_items(reading.open, verb.span.end, colon if named else sentence.end):
        words = item.words.split()
        while len(words) > 1 and (words[-1] in WRAPPERS | KEEPING | _PARTS) and known_noun(" ".join(words)) is None:
            words.pop()
        phrase = " ".join(words)
        if phrase in PEOPLE | FILLER and phrase not in NOUNS and singular(phrase) not in NOUNS:
            continue
        if singular(phrase) in NOT_THINGS or singular(words[-1]) in NOT_THINGS or is_verb(words[0]):
            continue
        is_many = is_plural(phrase) or phrase in UNCOUNTED
        noun = known_noun(phrase) or (last_known_noun(phrase) if is_many or words != item.words.split() else None)
        if noun is None and (
            not is_many
            or phrase in FILLER | KINDS
            or words[-1] in {"options", "features", "functions", "functionalities", "conditions", "criteria"}
        ):
            continue
        if not is_many and words == item.words.split() and not _is_record(phrase, noun):
            continue
        reading.note(
            ThingFact(Span(verb.span.start, item.span.end), noun if noun and _close(noun, phrase) else singular(phrase))
        )


def _is_record(phrase: str, noun: str | None) -> bool:
    from_lexicon = noun is not None and known_noun(phrase) is not None
    return from_lexicon and phrase not in FIELD_LIKE


def _close(noun: str, phrase: str) -> bool:
    """Keep a longer phrase of the user unless the lexicon's noun is its last word: "sales leads" is a lead."""
    return phrase.endswith((noun, noun + "s")) or known_noun(phrase) is not None or last_known_noun(phrase) == noun
