"""What a request can say, as plain facts; every fact keeps the place in the request that says it."""

import dataclasses
from dataclasses import dataclass
from typing import Literal

from appbuilder.planner.lexicon.actions import FEATURES
from appbuilder.planner.lexicon.fields import FIELD_NAMES
from appbuilder.planner.lexicon.nouns import NOUNS
from appbuilder.planner.lexicon.speech import READ_VERBS
from appbuilder.planner.reading.gluing import unglued
from appbuilder.planner.text import Span, clean, mask, sentences
from appbuilder.spec import FieldType


@dataclass(frozen=True, slots=True)
class Fact:
    """Something the request says, at `span`."""

    span: Span


@dataclass(frozen=True, slots=True)
class BeyondFact(Fact):
    """Something that cannot be built yet; `group` is its name in the lexicon, `reason` is for people."""

    group: str
    reason: str


@dataclass(frozen=True, slots=True)
class ThemeFact(Fact):
    """Colours and mode; `part` is one of mode, background, surface, accent, text."""

    part: str
    value: str


@dataclass(frozen=True, slots=True)
class AppFact(Fact):
    """What the app is called or what kind it is; `nouns` are what such an app usually keeps.

    With `is_guess` they count only if the request names none: the name is who runs it, or says little.
    """

    name: str
    nouns: tuple[str, ...] = ()
    is_given_name: bool = False
    is_guess: bool = False


@dataclass(frozen=True, slots=True)
class ThingFact(Fact):
    """The app keeps records of this noun (singular).

    `is_weak` ones count only if nothing else is known; `is_kept` ones are no fields, since people add them.
    """

    noun: str
    is_weak: bool = False
    is_kept: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a list of fields: its words, what qualifies it, and where it stands.

    `kind`, `options`, `label` and `default` are what the request says itself; `is_linked` ones ("for which job") name
    a record of another kind, where there is one.
    """

    words: str
    qualifier: str
    span: Span
    is_many: bool = False
    kind: FieldType | None = None
    options: tuple[str, ...] = ()
    label: str = ""
    default: int | None = None
    is_linked: bool = False


@dataclass(frozen=True, slots=True)
class FieldsFact(Fact):
    """A record of `owner` (a noun; None: the one spoken of) has these fields; extra ones come on top of the usual."""

    owner: str | None
    items: tuple[Item, ...]
    is_extra: bool = False


@dataclass(frozen=True, slots=True)
class RelationFact(Fact):
    """Each `child` belongs to one `parent`, or has `many` of them; `is_said` is false for what we conclude.

    With `is_maker` the parent is who makes the child: "patients book appointments".
    """

    child: str
    parent: str
    is_said: bool = True
    many: bool = False
    is_maker: bool = False


@dataclass(frozen=True, slots=True)
class ChoicesFact(Fact):
    """A field with a closed list of values; without values the usual ones. `is_status` marks a workflow."""

    owner: str | None
    field: str
    values: tuple[str, ...]
    is_status: bool


@dataclass(frozen=True, slots=True)
class RuleFact(Fact):
    """What must hold for a field: settings of `Field` such as required, unique, min, max, max_length."""

    owner: str | None
    field: str
    settings: dict[str, bool | int | float] = dataclasses.field(hash=False)


@dataclass(frozen=True, slots=True)
class FindFact(Fact):
    """Search or filter, by these fields (none: all that fit)."""

    way: Literal["search", "filter"]
    owner: str | None
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SortFact(Fact):
    """The order of a list; no field means the time of entry."""

    owner: str | None
    field: str | None
    descending: bool | None


@dataclass(frozen=True, slots=True)
class TotalFact(Fact):
    """A number above the list. `what` is a field or a noun; `by` a field or a noun."""

    kind: Literal["count", "sum", "average"]
    what: str | None
    by: str | None


@dataclass(frozen=True, slots=True)
class ActFact(Fact):
    """What people may do with records; `allowed` is false for "cannot be deleted"."""

    act: Literal["create", "read", "update", "delete"]
    allowed: bool


def is_feature(noun: str) -> bool:
    """Tell parts of every app ("login", "chart") and names of fields ("weight") from what an app keeps."""
    return (noun in FEATURES or noun in FIELD_NAMES) and noun not in NOUNS


@dataclass(slots=True)
class Reading:
    """A request while it is read: `open` is the part that no rule has understood yet."""

    request: str
    text: str
    open: str
    places: list[int]
    sentences: list[Span]
    facts: list[Fact]
    app_nouns: set[str]
    quiet: list[Span]
    """Places that only lead to something else."""

    @classmethod
    def of(cls, request: str) -> "Reading":
        """Begin to read a request."""
        text, places = clean(request)
        return cls(request, text, text, places, sentences(text), [], set(), [])

    def original(self, span: Span) -> str:
        """Return what the request itself says at a place of the text."""
        return self.request[self.places[span.start] : self.places[span.end - 1] + 1] if span.end > span.start else ""

    def sentence_at(self, place: int) -> Span:
        """Return the sentence that a place belongs to."""
        return max(
            (each for each in self.sentences if each.start <= place),
            key=lambda each: each.start,
            default=Span(0, len(self.text)),
        )

    def take(self, fact: Fact) -> None:
        """Keep a fact and blank out its words."""
        self.note(fact)
        self.open = mask(self.open, fact.span)

    def note(self, fact: Fact) -> None:
        """Keep a fact whose words may mean more."""
        if isinstance(fact, ThingFact):
            fact = dataclasses.replace(fact, noun=unglued(fact.noun))
        elif isinstance(fact, RelationFact):
            fact = dataclasses.replace(fact, child=unglued(fact.child), parent=unglued(fact.parent))
        elif isinstance(fact, FieldsFact) and fact.owner is not None:
            fact = dataclasses.replace(fact, owner=unglued(fact.owner))
        self.facts.append(fact)

    def lister(self, place: int) -> str | None:
        """Return the noun whose list of fields holds the place, or None."""
        lists = (fact for fact in self.facts if isinstance(fact, FieldsFact) and fact.owner)
        return next((fact.owner for fact in lists if fact.span.start <= place < fact.span.end), None)

    def nouns(self) -> list[str]:
        """Return the nouns that are records of this app, in the order of the request."""
        things = sorted((fact for fact in self.facts if isinstance(fact, ThingFact)), key=lambda fact: fact.span.start)
        described = {fact.owner for fact in self.facts if isinstance(fact, FieldsFact)}
        things = [
            fact
            for fact in things
            if not is_feature(fact.noun) or fact.is_kept or (fact.noun in described and fact.noun not in READ_VERBS)
        ]
        strong = [fact.noun for fact in things if not fact.is_weak]
        weak = [fact.noun for fact in things if fact.is_weak]
        return list(dict.fromkeys(strong or weak))
