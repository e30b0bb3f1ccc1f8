"""The app while it is planned: entities and fields that may still change, and the trace of the request."""

from dataclasses import dataclass, field
from typing import Literal, get_args

from appbuilder.planner.building.types import field_type
from appbuilder.planner.inflect import plural, singular
from appbuilder.planner.lexicon.fields import KNOWN_CHOICES
from appbuilder.planner.lexicon.generic import HEADS, NO_PEOPLE, PEOPLE_ENDINGS, PEOPLE_FIELDS, SAYS_IT, THING_FIELDS
from appbuilder.planner.lexicon.kinship import SYNONYMS
from appbuilder.planner.lexicon.nouns import NOUNS
from appbuilder.spec import FieldType, safe_field_name

FIELD_KINDS: dict[str, FieldType] = {kind: kind for kind in get_args(FieldType)}


@dataclass(slots=True)
class DraftField:
    """A field: `words` name it; `target` is the noun a reference points to; None means not decided."""

    words: str
    type: FieldType
    required: bool = False
    unique: bool = False
    low: int | float | None = None
    high: int | float | None = None
    max_length: int | None = None
    options: tuple[str, ...] = ()
    target: str | None = None
    currency: str | None = None
    searchable: bool | None = None
    filterable: bool | None = None
    sortable: bool | None = None
    expression: str | None = None
    many: bool = False
    default: int | str | None = None
    label: str = ""

    @property
    def name(self) -> str:
        """The name in code."""
        return safe_field_name(self.words)


@dataclass(slots=True)
class DraftTotal:
    """A total; `field` and `by` are names of fields of the same entity."""

    kind: Literal["count", "sum", "average"]
    field: str | None
    by: str | None
    label: str


@dataclass(slots=True)
class DraftEntity:
    """An entity: `noun` is its name in the singular."""

    noun: str
    fields: list[DraftField] = field(default_factory=list)
    status: str | None = None
    sort: tuple[str | None, bool] | None = None
    totals: list[DraftTotal] = field(default_factory=list)
    forbidden: set[str] = field(default_factory=set)

    @property
    def plural(self) -> str:
        """The noun in the plural; always different from the singular."""
        made = plural(self.noun)
        return made if made != self.noun else f"{self.noun} items"

    def find(self, words: str) -> DraftField | None:
        """Return the field that the words mean: its name, its plural, or the only one whose last word fits."""
        wanted = {words, singular(words)}
        for each in self.fields:
            if each.words in wanted or each.name in {safe_field_name(word) for word in wanted}:
                return each
        near = [each for each in self.fields if wanted & {each.words.split()[-1], each.words.split()[0]}]
        near = near or [each for each in self.fields if words.rsplit(maxsplit=1)[-1] == each.words]
        return near[0] if near else None

    def find_money(self) -> DraftField | None:
        """Return the first amount of money: what is cheap or dear by it."""
        return next((each for each in self.fields if each.type == "money"), None)

    def find_exactly(self, words: str) -> DraftField | None:
        """Return the field of exactly this name, or None."""
        return next((each for each in self.fields if each.name == safe_field_name(words)), None)

    def put(self, new: DraftField) -> DraftField:
        """Add a field, or let it take the place of the one with the same name."""
        for place, each in enumerate(self.fields):
            if each.name == new.name:
                self.fields[place] = new
                return new
        self.fields.append(new)
        return new

    def reference_to(self, noun: str) -> DraftField | None:
        """Return the field that points to records of the noun, or None."""
        return next((each for each in self.fields if each.target == noun), None)


def default_fields(noun: str) -> list[DraftField]:
    """Return the fields that records of the noun usually have: its own, or those its last word or ending tells.

    Nobody asked for them, so none of them is required but the title and what a message says.
    """
    made = _usual(noun)
    told_by = next((each for each in made if each.required), None)
    for each in made:
        each.required = each is told_by or (each.required and each.words in SAYS_IT)
    return made


def _usual(noun: str) -> list[DraftField]:
    listed = _listed(noun)
    depth, start, parts = 0, 0, []
    for place, character in enumerate(listed):
        depth += {"(": 1, ")": -1}.get(character, 0)
        if character == "," and depth == 0:
            parts.append(listed[start:place])
            start = place + 1
    return [_parse(part.strip()) for part in [*parts, listed[start:]]]


def _listed(noun: str) -> str:
    if noun in NOUNS:
        return NOUNS[noun]
    last = noun.rsplit(maxsplit=1)[-1]
    known = HEADS.get(last) or NOUNS.get(SYNONYMS.get(last, last))
    if known:
        return known
    is_person = last.endswith(PEOPLE_ENDINGS) and last not in NO_PEOPLE
    return PEOPLE_FIELDS if is_person else THING_FIELDS


def _parse(code: str) -> DraftField:
    code, _, expression = code.partition(" = ")
    words, _, choices = code.replace("!", "").rstrip(")").partition("(")
    name, _, told = words.partition(":")
    if expression:
        return DraftField(name, "computed", expression=expression)
    options = tuple(choices.split("|")) if choices else KNOWN_CHOICES.get(name, ())
    kind = FIELD_KINDS[told] if told else "enum" if options else field_type(name)
    return DraftField(name, kind, required="!" in code, options=options)


def is_usually_required(noun: str, words: str) -> bool:
    """Tell whether records of the noun say little without this field, so that it is required where it is named."""
    return any(each.words == words and each.required for each in _usual(noun))
