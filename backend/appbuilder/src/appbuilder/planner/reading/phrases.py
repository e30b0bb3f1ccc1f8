"""Read one noun phrase of a list: its name, unit, bounds, choices in brackets, and "that is unique"."""
# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re
from dataclasses import dataclass, field

from appbuilder.planner.building.types import field_type, is_known
from appbuilder.planner.inflect import is_plural, verb_bases
from appbuilder.planner.lexicon.access import MOVES
from appbuilder.planner.lexicon.fields import FIELD_NAMES, SECRETS
from appbuilder.planner.lexicon.limits import ROOM_WORDS
from appbuilder.planner.lexicon.speech import CHANGE_VERBS, DEEDS, DETERMINERS, READ_VERBS, STOPS
from appbuilder.planner.lexicon.telling import AMOUNTS, MEASURES
from appbuilder.planner.reading.acting import is_clause
from appbuilder.planner.reading.choices import split_choices
from appbuilder.planner.reading.facts import Item
from appbuilder.planner.reading.people import is_people
from appbuilder.planner.reading.words import bare, is_verb, without_of
from appbuilder.planner.text import Span
from appbuilder.spec import FieldType

NAME_WORDS = 4

_UNIT = re.compile(rf"\s*\(?(?:\bin |\bof )(?P<unit>{MEASURES})\)?(?![\w-])")

_RANGE_WORDS = r"(?:\bfrom\b|\bbetween\b)?\s*-?\d[\d.]*\s*(?:to|and|-|through)\s*-?\d[\d.]*(?: stars)?"

_BOUNDS = re.compile(
    rf"\s*(?P<all>(?:{_RANGE_WORDS}|\b(?:of |with )?(?:at most|at least|max(?:imum)?(?: of)?|min(?:imum)?(?: of)?|no more than|not more than|up to|limited to|less than|not before|no earlier than|not after|greater than|more than) -?\d[\d.,]*(?: (?:characters|chars|letters|words|stars))?|\bout of \d+))(?![\w-])"
)

_UNIQUE = re.compile(
    r",?\s*(?:\b(?:that|which) )?(?:\b(?:is|are|must be|has to be|should be) )?\b(?:unique|(?:taken|used|given|there|given out|assigned) only once|only once|(?:nobody|no one|no other \w+|nothing) else has|of its own|not (?:used|given|taken) twice|(?:may|must|can) (?:only )?(?:exist|appear|occur|be there|be used|be taken|be given)(?: only)? once)\b"
)

_REQUIRED = re.compile(r"\s*\b(?:(?:that|which) (?:is|must be) )?(?P<all>required|mandatory|optional)\b")

_MONEY = re.compile(
    r"\s+(?P<all>in (?:euros?|eur|dollars?|usd|pounds?|gbp|yen|chf|swiss francs|francs|rupees|minutes|days|weeks|months))\b"
)
_QUALIFIERS = ((_UNIQUE, "unique"), (_REQUIRED, ""), (_BOUNDS, ""), (_MONEY, ""))
_SENTENCE = re.compile(
    r" (?:(?:must|may|might|can|cannot|can't|should|shall|has to|have to|mustn't) |(?:is|are|comes?) (?:shown|displayed|visible|listed)\b|(?:is|are|comes?) (?:always |never |not )*(?:after|before|later|earlier|at least|at most|higher|lower)\b)"
)
_MANY = re.compile(
    r"(?:many|several|multiple|one or more|any number of|a number of(?= \w+s$)|a list of|some|\d+ or more|zero or more|various|different) "
)
_FIRST_STOP = re.compile(
    r"\s(?:that|which|who|whom|whose|where|when|while|we|i|it|they|he|she|you|to|for|about|describing|showing|from|by|with|at|on|in|as|so|if|because|is|are|was|were|has|have|can|should|must|may|will)\b"
)

_FIELDS_ONLY = frozenset(
    {"name", "title", "date", "description", "price", "quantity", "e-mail", "email", "phone", "address"}
)
_OF_TYPES = re.compile(r" of (?:several|different|various|two|three) (?:types|kinds)$")
_NUMBER_OF = re.compile(rf"(?:an? |the )number of (?P<what>{'|'.join(sorted(ROOM_WORDS))})")
_POSSESSIVE = re.compile(r"(\w)'s\b|(?<=s)'(?=\s)")


@dataclass(slots=True)
class _Phrase:
    """A noun phrase while what belongs to it is taken off."""

    words: str
    qualifiers: list[str] = field(default_factory=list)
    options: tuple[str, ...] = ()
    kind: FieldType | None = None
    label: str = ""

    def cut(self, match: re.Match[str]) -> None:
        """Take what is understood out of the words."""
        self.words = (self.words[: match.start()] + self.words[match.end() :]).strip()


def read_noun(words: str, span: Span, *, is_first: bool) -> Item | None:
    """Return the field that a noun phrase tells, or None."""
    if number := _NUMBER_OF.fullmatch(words):
        return Item(f"number of {number['what']}", "", span, kind="integer")
    phrase = _Phrase(words)
    _take_bracket(phrase)
    for pattern, qualifier in _QUALIFIERS:
        if found := pattern.search(phrase.words, 1 if phrase.words else 0):
            phrase.qualifiers.append(qualifier or found["all"].strip())
            phrase.cut(found)
    _take_unit(phrase)
    name = None if _SENTENCE.search(phrase.words) else field_name(phrase.words)
    if name is None or _is_deed(name, is_first=is_first):
        return None
    if phrase.options:
        phrase.kind = "enum"
    elif phrase.kind is None and name.split(maxsplit=1)[0] in AMOUNTS and " of " in name:
        phrase.kind = "decimal"
    elif phrase.kind == "decimal" and field_type(name) in {"duration", "date", "datetime"}:
        phrase.kind = None
    is_many = (_MANY.match(phrase.words) or _OF_TYPES.search(phrase.words)) is not None and is_plural(name)
    qualifier = " ".join(phrase.qualifiers)
    return Item(name, qualifier, span, is_many, phrase.kind, phrase.options, phrase.label)


def _is_deed(name: str, *, is_first: bool) -> bool:
    """Whether a verb begins what looks like a name: "record their mood and see trends"."""
    first, _, rest = name.partition(" ")
    is_act = is_verb(first) if is_first else bool(rest) and first in READ_VERBS | CHANGE_VERBS and is_verb(first)
    return is_act and not is_known(name)


def _take_bracket(phrase: _Phrase) -> None:
    """Take "(red, white)", "(unique)", "(in kg)" or "(at most 10 characters, only once)"."""
    bracket = re.search(r"\s*\((?P<inside>[^()]*)\)", phrase.words)
    if bracket is None:
        return
    inside = _UNIQUE.sub(" unique", bracket["inside"])
    phrase.cut(bracket)
    if unit := re.fullmatch(rf"(?:in )?(?P<unit>{MEASURES})", inside):
        phrase.words = f"{phrase.words} in {unit['unit']}"
        return
    phrase.options = () if _names_fields(inside) else split_choices(inside)
    phrase.qualifiers += [] if phrase.options else [inside]


def _names_fields(inside: str) -> bool:
    """Tell the fields of a record in brackets from choices: "prop (name, era, size)"."""
    return any(part.strip() in _FIELDS_ONLY for part in inside.split(","))


def _take_unit(phrase: _Phrase) -> None:
    """Take "in metres": the field has decimals, and its label says the unit."""
    unit = _UNIT.search(phrase.words)
    name = phrase.words[: unit.start()].strip() if unit else ""
    if unit is not None and name and len(name.split()) <= NAME_WORDS and unit.group().strip().startswith(("in ", "(")):
        phrase.label = f"{field_name(name) or name} in {unit['unit']}"
        phrase.kind = "decimal"
        phrase.words = name + phrase.words[unit.end() :]


def field_name(words: str) -> str | None:
    """Return what a field is called: the noun phrase without articles and without what only explains it."""
    words = _POSSESSIVE.sub(r"\1", words.strip(" '\":")).removesuffix(" itself")
    words = _MANY.sub("", words, 1)
    plain = " ".join(bare(words.split()))
    if plain in FIELD_NAMES:
        return plain
    if not plain or plain in SECRETS or plain.split(maxsplit=1)[0] in STOPS - {"on"} | _NO_NAMES:
        return None
    if plain.rpartition(" ")[2] in _LAST_WORDS and len(plain.split()) <= NAME_WORDS:
        return plain
    lead = _LONGER.match(plain)
    stop = _FIRST_STOP.search(plain, lead.end() if lead else 0)
    parts = without_of(plain[: stop.start() if stop else len(plain)].split())
    while len(parts) > 1 and parts[0] in DETERMINERS:
        parts = parts[1:]
    if any(part in {"a", "an", "the"} for part in parts[1:]) or is_act(" ".join(parts)) or is_clause(" ".join(parts)):
        return None
    is_name = 0 < len(parts) <= NAME_WORDS + 1 and all(_NAME_WORD.fullmatch(part) for part in parts)
    name = " ".join(parts)
    return name if is_name and re.search(r"[a-z]", name) else None


def is_act(words: str) -> bool:
    """Whether people do something: "donors donate", "managers approve"."""
    who, _, rest = words.partition(" ")
    if not rest or not who.endswith("s") or not is_people(who):
        return False
    done = rest.split(maxsplit=1)[0]
    return is_verb(done) or any(base in _DONE for base in verb_bases(done))


_DONE = frozenset(deed.split(maxsplit=1)[0] for deed in DEEDS) | MOVES.keys() | {"fill"}
_LAST_WORDS = frozenset({"for", "by", "from", "at", "on"})
_LONGER = re.compile(r"(?:number|amount|date|kilograms|litres|day|year|years|minutes|proof|place|link) (?:of|to) ")
_NAME_WORD = re.compile(r"[a-z0-9][\w&/'.-]*")
_NO_NAMES = frozenset(
    {
        "show",
        "shows",
        "i'd",
        "please",
        "newest",
        "oldest",
        "people",
        "everybody",
        "everyone",
        "nobody",
        "so",
        "no",
        "then",
        "therefore",
        "most",
        "warn",
        "notify",
        "remind",
        "alert",
    }
) | frozenset(
    {
        "would",
        "want",
        "let",
        "make",
        "add",
        "allow",
        "allows",
        "sorted",
        "sort",
        "filter",
        "search",
        "searchable",
        "display",
    }
)
