"""Read what the app is: its name, "an expense tracker", "a website for a sports club"."""
# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re

from appbuilder.planner.inflect import is_plural, plural, singular
from appbuilder.planner.lexicon.actions import FEATURES, KEEPING
from appbuilder.planner.lexicon.apps import APPS, GUESSED, KINDS, ORGANIZATIONS, UNNAMING_KINDS, WRAPPERS
from appbuilder.planner.lexicon.nouns import NOUNS
from appbuilder.planner.lexicon.speech import (
    ADJECTIVES,
    FILLER,
    LEADS,
    NOT_THINGS,
    PEOPLE,
)
from appbuilder.planner.reading.facts import AppFact, Reading, ThingFact
from appbuilder.planner.reading.features import thing_of
from appbuilder.planner.reading.people import is_people
from appbuilder.planner.reading.words import (
    PHRASE,
    bare,
    is_verb,
    known_noun,
    last_known_noun,
)
from appbuilder.planner.text import Span

_NAMED = re.compile(
    r"\b(?:called|named|titled|with the name|app name is|name it|call it)\s+(?:[\"'](?P<quoted>[^\"\n]{1,60}?)[\"']|(?P<name>[\w&'-]+(?: (?!(?:for|with|where|that|which|to|and|in|on|so|who|of my|it|sells|offers|shows|lets|helps|keeps|has|is|lists)\b)[\w&'-]+){0,3}))",
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
_MODALS = frozenset({"can", "should", "may", "must", "will", "could"})
_NO_SUBJECT = frozenset({"landing", "home", "single", "static", "one", "main", "simple", "start"})


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
        reading.note(AppFact(span, _name_of(words), APPS[app], is_guess=app in GUESSED))
        reading.app_nouns |= {phrase, app}
        return True
    if not kind_words or words[-1] not in KINDS or set(words) & _MODALS:
        return False
    subject = [word for word in words if word not in KINDS and word not in WRAPPERS and word not in FILLER]
    if not subject and known_noun(" ".join(words[:-1])):  # "book" is a kind of app, in "book collection" a thing
        subject = words[:-1]
    if not subject:
        return False
    if set(subject) <= _NO_SUBJECT:
        return False
    runner = next(
        (" ".join(subject[size:]) for size in range(len(subject)) if " ".join(subject[size:]) in ORGANIZATIONS), None
    )
    if runner is not None:
        reading.note(AppFact(span, phrase, ORGANIZATIONS[runner], is_guess=True))
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
    kept = [word for word in words if word not in UNNAMING_KINDS and word not in ADJECTIVES]
    if kept and kept[-1] in WRAPPERS and len(kept) > 1:
        kept = kept[:-1] if kept[-1] in {"management", "tracking", "information", "record", "records", "data"} else kept
    is_noun = " ".join(kept) in NOUNS and len(kept) < len(words) and words[-1] in UNNAMING_KINDS
    return plural(" ".join(kept)) if is_noun else " ".join(kept)


def _is_title(reading: Reading, end: int) -> bool:
    """Tell what only leads to the records: "for my bees: hives, inspections"."""
    first = re.match(r":\s*(\w+)", reading.text[end : end + 40])
    return first is not None and is_plural(first[1]) and not is_people(first[1])


def _take_purpose(reading: Reading, match: re.Match[str]) -> None:
    words = bare(match["what"].split())
    phrase = " ".join(words)
    span = Span(match.start("what"), match.end("what"))
    app = _app_name_in(phrase)
    operator = next(
        (" ".join(words[size:]) for size in range(len(words)) if " ".join(words[size:]) in ORGANIZATIONS), None
    )
    if operator is not None and not is_plural(phrase):
        reading.note(AppFact(span, phrase, ORGANIZATIONS[operator], is_guess=True))
        reading.app_nouns |= {phrase, operator}
    elif app is not None:
        reading.note(AppFact(span, phrase, APPS[app], is_guess=app in GUESSED))
        reading.app_nouns.add(phrase)
    elif "of" in words[1:-1]:
        reading.note(AppFact(span, phrase))
        for part in (words[: words.index("of")], words[words.index("of") + 1 :]):
            if noun := known_noun(" ".join(bare(part))) or last_known_noun(" ".join(bare(part))):
                reading.note(ThingFact(span, noun))
    elif words and words[-1] in KEEPING | FEATURES and (noun := thing_of(phrase, is_kept=True)):
        reading.note(AppFact(span, phrase))
        reading.note(ThingFact(span, noun))
    elif (
        words
        and not is_verb(words[0])
        and (known_noun(phrase) or not words[0].endswith("ing"))
        and singular(phrase) not in NOT_THINGS
        and (known_noun(phrase) or (is_plural(phrase) and phrase not in PEOPLE and not is_people(words[-1])))
        and phrase not in PEOPLE | KINDS
    ):
        reading.note(AppFact(span, phrase))
        reading.note(ThingFact(span, known_noun(phrase) or singular(phrase), is_weak=_is_title(reading, match.end())))
        reading.app_nouns.add(phrase)
    elif words and not is_verb(words[0]) and not words[0].endswith("ing") and phrase not in PEOPLE | KINDS:
        reading.note(AppFact(span, phrase))
