"""Read what a follow-up commands: add, rename, remove."""
# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re
from dataclasses import dataclass

from appbuilder.planner.inflect import is_plural, singular
from appbuilder.planner.lexicon.nouns import NOUNS
from appbuilder.planner.reading.facts import Fact, FieldsFact, Item, Reading, RelationFact, ThingFact
from appbuilder.planner.reading.lists import is_plain_field
from appbuilder.planner.reading.words import PHRASE, bare, known_noun, read_items
from appbuilder.planner.text import Span

_END = r"(?=\s*(?:[,.;:()!]|$|\x1f|\band\b|\bfrom\b|\bin\b|\bof\b|\bon\b))"
_KIND = r"(?: (?:field|column|entity|table|attribute|property|list|page|section|feature))?"
_RENAME = re.compile(
    rf"\b(?:please )?(?:rename|change the name of|relabel) (?:the |a |my )?(?P<old>{PHRASE}?){_KIND}(?: (?:of|in|on) (?:the |each )?(?P<owner>{PHRASE}?))? (?:to|into|as) [\"']?(?:a |the |be )?(?P<new>{PHRASE}?)[\"']?{_END}",
)
_CHANGE = re.compile(
    rf"\b(?:change|turn) (?:the )?(?P<old>{PHRASE}?){_KIND} (?:to|into) [\"']?(?P<new>{PHRASE}?)[\"']?{_END}"
)
_CALL = re.compile(rf"\bcall (?:the )?(?P<old>{PHRASE}?){_KIND} [\"']?(?P<new>{PHRASE}?)[\"']? instead\b")
_REMOVE = re.compile(
    r"\b(?:please )?(?:remove|delete|drop|get rid of|take out|take away|hide|i don't need|we don't need|no longer need|no more)\s+"
)
_SEARCH = re.compile(r"(?:the )?search(?:ing)?(?: (?:box|field|bar|function))?\b")
_FROM = re.compile(
    rf"\s*(?:field|column|entity|table|fields|columns|list|page)?\s*(?:from|of|in|on) (?:the |each |every |all |my )?(?P<owner>{PHRASE}?){_END}"
)
_ADD = re.compile(
    r"\b(?:please |also |and |can you |could you )*(?:add|include|insert|introduce|append|i (?:also )?(?:need|want)|we (?:also )?(?:need|want)|"
    r"(?:it|there) (?:also )?(?:needs|should have)|also (?:track|record|store|keep|note|ask for|save)|track|record|store|ask for)\s+",
)
_FIELD_FOR = re.compile(
    r"(?:an? |the |another |new )*(?:fields?|columns?|attributes?|inputs?) (?:for|called|named|to (?:store|keep|record))(?: the| an?)? "
)
_TO = re.compile(
    rf"\s*(?:fields?|columns?)?\s*(?:to|for|on|in|of) (?:the |each |every |all |an? |my )?(?P<owner>{PHRASE}?)(?: (?:form|list|page|entity|table|records?))?{_END}",
)
_ENTITY_WORDS = re.compile(r"\b(?:entity|table|section|page|list)$")


@dataclass(frozen=True, slots=True)
class RenameFact(Fact):
    """`old` (a field, an entity or "app") gets the name `new`; a field may be named with its `owner`."""

    old: str
    new: str
    owner: str | None


@dataclass(frozen=True, slots=True)
class RemoveFact(Fact):
    """`what` (a field, an entity, or search) goes."""

    what: str
    owner: str | None


def read_renames(reading: Reading) -> None:
    """Take every rename."""
    for pattern in (_RENAME, _CALL, _CHANGE):
        for match in list(pattern.finditer(reading.open)):
            owner = match.groupdict().get("owner")
            old, new = _noun(match["old"]), " ".join(match["new"].split())
            if old and new:
                reading.take(RenameFact(Span(match.start(), match.end()), old, new, _noun(owner) if owner else None))


def read_removals(reading: Reading) -> None:
    """Take every removal: "remove the phone and the address from contacts"."""
    for sentence in reading.sentences:
        while match := _REMOVE.search(reading.open, sentence.start, sentence.end):
            items = read_items(reading.open, match.end(), sentence.end) or _search_item(reading.open, match.end())
            end = items[-1].span.end if items else match.end()
            tail = _FROM.match(reading.open, end, sentence.end)
            owner = _noun(tail["owner"]) if tail else None
            whole = Span(match.start(), tail.end() if tail else end)
            for item in items:
                reading.note(RemoveFact(whole, re.sub(_KIND.strip("?") + "$", "", item.words).strip(), owner))
            reading.take(Fact(whole))
            reading.facts.pop()


def _search_item(text: str, start: int) -> list[Item]:
    """Return the search as an item: "remove the search box"."""
    match = _SEARCH.match(text, start)
    return [Item("search", "", Span(match.start(), match.end()))] if match else []


def read_additions(reading: Reading) -> None:
    """Take what is added: fields, or a new kind of record when it stands in the plural or is called a list."""
    for sentence in reading.sentences:
        position = sentence.start
        while match := _ADD.search(reading.open, position, sentence.end):
            led = _FIELD_FOR.match(reading.open, match.end(), sentence.end)
            position = led.end() if led else match.end()
            items = read_items(reading.open, position, sentence.end)
            if not items or items[0].span.start - position > 12:  # noqa: PLR2004 - only small words between
                continue
            end = items[-1].span.end
            tail = _TO.match(reading.open, end, sentence.end)
            owner = _noun(tail["owner"]) if tail else None
            span = Span(match.start(), tail.end() if tail else end)
            things = [item for item in items if _is_entity(item.words, reading)]
            fields = tuple(item for item in items if item not in things)
            for item in things:
                noun = _entity_noun(item.words)
                reading.note(ThingFact(span, noun))
                if owner:
                    reading.note(RelationFact(span, noun, owner))
            if fields:
                reading.take(FieldsFact(span, owner, fields))


def _is_entity(words: str, reading: Reading) -> bool:
    if _ENTITY_WORDS.search(words):
        return True
    if not is_plural(words) or is_plain_field(words):
        return False
    noun = singular(words)
    return known_noun(words) in NOUNS or noun in reading.app_nouns


def _entity_noun(words: str) -> str:
    plain = re.sub(r" (?:entity|table|section|page|list)$", "", words)
    return known_noun(plain) or singular(plain)


def _noun(words: str) -> str | None:
    plain = bare(re.sub(r" (?:field|column|entity|table|list|page|form)$", "", words).split())
    return " ".join(plain) or None
