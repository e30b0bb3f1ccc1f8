"""Read content pages: "an about page", "pages such as home, jobs and contact", "information on best practices"."""
# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re

from appbuilder.planner.inflect import is_plural, sentence_case
from appbuilder.planner.lexicon.pages import LISTED, PAGES, PHRASES
from appbuilder.planner.reading.behaviours import object_noun
from appbuilder.planner.reading.facts import Reading, ThingFact
from appbuilder.planner.reading.wishes import PageFact
from appbuilder.planner.reading.words import known_noun
from appbuilder.planner.text import Span, mask

_KINDS = [(kind, re.compile(rf"(?<![\w-])(?P<act>{pattern})(?![\w-])")) for kind, pattern in PHRASES]
_LIST = re.compile(
    r"(?:(?:the |following |main |several |different |web ?site |static |navigation |menu )*(?:pages|sections|menu items|tabs)(?: (?:such as|like|including|for|called|named|are|on))*:?|(?:navigation|nav|menu)(?: ?(?:bar|menu))? (?:with|for|to|containing|linking to|links to|items)(?: (?:the|links to|pages))*:?)\s+"
)
_SEPARATOR = re.compile(r",? and |, ?| & |,? plus ")
_BEFORE = re.compile(r"(?:[a-z'-]+(?: [a-z'-]+){0,2}, )*[a-z'-]+(?: [a-z'-]+){0,2},? and [a-z'-]+(?: [a-z'-]+)?$")
_LISTED_BEFORE = 80
_INTRODUCE = re.compile(
    r"(?<![\w-])(?P<verb>introductions? (?:to|of)|introduc(?:e|es|ing)|learn(?:ing)? (?:more )?about|information (?:on|about|pages? (?:on|about))(?! (?:each|every|the (?:book|user|order)))|explain(?:s|ing)?|advice on|tips (?:on|for|about)|guidance on|educational content (?:on|about)|promot(?:e|es|ing)) (?:(?:the|our|its|their|your|basic) )*(?P<what>[a-z][\w' -]{2,60}?)(?=\s*(?:[,.;:()]|$|\x1f|\band\b|\bwith\b|\bto\b|\bby\b|\bfor\b|\bthrough\b))"
)
_PRACTICE = re.compile(
    r"(?<![\w-])(?:(?:information|content|articles?|pages?) (?:on|about) )?(?P<what>(?:best practices?(?: for [a-z][\w' -]{2,40}?)?|(?!(?:on|of|for|and|with|about|the|share|provide|show|a|an|give|get|some|their|his|her|my|our|legal|medical) )[a-z]+ (?:tips|advice|guidelines|best practices|know-how|basics|education)))(?: pages?| sections?)?(?=\s*(?:[,.;:()]|$|\x1f|\band\b))"
)

_SITE = re.compile(r"\b(?:web ?site|site|landing|page|pages|shop|app|it|contact)\b")
_FIELDS_BEFORE = re.compile(r"\b(?:each|every|has|have|fields?|[a-z]+s with)\b")
_SECTION = re.compile(
    r"(?<![\w-])(?P<what>(?!(?:an?|the|with|and|or)\b)(?:[a-z]+ )??(?:tips|advice|guides?|guidelines|resources|knowledge|education|information)(?: and [a-z]+)?) (?:sections?|pages?|cent(?:er|re)s?|columns?|modules?)(?![\w-])|"
    r"(?<![\w-])(?:an? |the )(?P<guide>[a-z]+ (?:guide|guidelines|tips))(?=\s*(?:[,.;]|$|\band\b))"
)
_BARE_INTRODUCTION = re.compile(
    r"(?<![\w-])(?:an? |the |short |brief )+(?:introduction|self-introduction)(?: (?:page|section|text))?(?=\s*(?:[,.;]|$|\band\b|\x1f))"
)
_OF_SITE = re.compile(r"introductions? (?:to|of)")

_NAME_WORDS, _TITLE_WORDS, _TOPIC_WORDS = 3, 4, 6


def read_pages(reading: Reading) -> None:
    """Take lists of pages, then single ones, then what the app introduces or explains."""
    for match in list(_LIST.finditer(reading.open)):
        _take_list(reading, match)
    for match in list(re.finditer(r" pages\b", reading.open)):
        _take_list_before(reading, match)
    for kind, pattern in _KINDS:
        for match in list(pattern.finditer(reading.open)):
            if kind != "hours" or _is_of_site(reading, match.start()):
                _take_kind(reading, kind, _span(match))
    for match in list(_BARE_INTRODUCTION.finditer(reading.open)):
        _take_kind(reading, "about", _span(match))
    _read_sections(reading)
    for pattern in (_INTRODUCE, _PRACTICE):
        for match in list(pattern.finditer(reading.open)):
            _take_topic(reading, match)


def _read_sections(reading: Reading) -> None:
    """Take "a tips section" and "a brewing guide", unless records are called so."""
    for match in list(_SECTION.finditer(reading.open)):
        what = match["what"] or match["guide"]
        if known_noun(what) is None or what in {"tips", "advice", "resources"}:
            reading.take(PageFact(_span(match), "guide", sentence_case(what)[:60]))


def _take_kind(reading: Reading, kind: str, span: Span) -> None:
    if kind == "contact":
        reading.note(ThingFact(span, "inquiry"))
    reading.take(PageFact(span, kind, PAGES[kind].title))


def _span(match: re.Match[str]) -> Span:
    return Span(match.start(), match.end())


def _is_of_site(reading: Reading, place: int) -> bool:
    """Tell our opening hours from a field of each shop or museum."""
    sentence = reading.sentence_at(place)
    said = reading.text[sentence.start : sentence.end]
    listed = _FIELDS_BEFORE.search(reading.text[sentence.start : place])
    return _SITE.search(said) is not None and listed is None


def _take_list_before(reading: Reading, match: re.Match[str]) -> None:
    """Take "home, about and contact pages"."""
    start = max(match.start() - _LISTED_BEFORE, reading.sentence_at(match.start()).start)
    listed = _BEFORE.search(reading.open[start : match.start()])
    names = [part.strip() for part in re.split(r",? and |, ", listed.group())] if listed else []
    if sum(_kind(name) is not None for name in names) >= 2:  # noqa: PLR2004 - one page is no list
        span = Span(start + (listed.start() if listed else 0), match.end())
        for name in names:
            _note(reading, name, span)
        reading.open = mask(reading.open, span)


def _kind(words: str) -> str | None:
    plain = re.sub(r" (?:pages?|sections?)$", "", words.removeprefix("the ").removeprefix("a ").removeprefix("an "))
    return LISTED.get(plain)


def _take_list(reading: Reading, match: re.Match[str]) -> None:
    sentence = reading.sentence_at(match.start())
    names, place = [], match.end()
    for part in _SEPARATOR.split(reading.open[match.end() : sentence.end]):
        start = reading.open.index(part, place) if part else place
        place = start + len(part)
        words = part.strip()
        if not words or len(words.split()) > _TITLE_WORDS:
            break
        names.append((words, Span(start, place)))
    if not any(_kind(words) for words, _ in names):
        return
    for words, span in names:
        _note(reading, words, span)
    reading.open = mask(reading.open, Span(match.start(), names[-1][1].end))


def _note(reading: Reading, words: str, span: Span) -> None:
    kind = _kind(words)
    if kind == "contact":
        reading.note(ThingFact(span, "inquiry"))
    if kind is not None:
        reading.note(PageFact(span, kind, PAGES[kind].title))
        return
    noun = object_noun(re.sub(r" (?:pages?|sections?)$", "", words))
    if noun is not None:
        reading.note(ThingFact(span, noun))


def _take_topic(reading: Reading, match: re.Match[str]) -> None:
    what = " ".join(match["what"].split())
    span = Span(match.start(), match.end())
    verb = match.groupdict().get("verb") or ""
    noun = object_noun(what)
    if _OF_SITE.fullmatch(verb) and not is_plural(what):
        reading.take(PageFact(span, "about", PAGES["about"].title))
    elif verb and noun is not None and not verb.startswith(("learn", "information", "explain", "advice", "tips")):
        reading.take(ThingFact(span, noun))
    elif what in {"services", "service", "our services"}:
        reading.take(PageFact(span, "services", PAGES["services"].title))
    elif len(what.split()) <= (_NAME_WORDS if verb.startswith(("introduc", "promot")) else _TOPIC_WORDS):
        reading.take(PageFact(span, "guide", sentence_case(what)[:60]))
