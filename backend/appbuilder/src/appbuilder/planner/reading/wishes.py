"""What a request can wish beyond records and fields: people, behaviours, limits, reports, pages, automation.

Like the other facts, each keeps the place that says it. `owner` is the noun it is about; None is the one spoken of.
"""

from dataclasses import dataclass
from typing import Literal

from appbuilder.planner.reading.facts import Fact


@dataclass(frozen=True, slots=True)
class AccessFact(Fact):
    """People sign in (`accounts`), and nobody else sees anything (`inside`); only admins add people (`closed`).

    `open`: nobody signs in, or guests do what the sentence is about where others sign in.
    """

    way: Literal["accounts", "inside", "closed", "open"]


@dataclass(frozen=True, slots=True)
class RoleFact(Fact):
    """There is such a kind of account."""

    name: str


@dataclass(frozen=True, slots=True)
class OwnFact(Fact):
    """People have something of their own, which they need an account for.

    `owner` is the noun they have (None: their past, their progress); `who` are the people that the sentence names.
    """

    owner: str | None
    who: str | None = None


@dataclass(frozen=True, slots=True)
class PermissionFact(Fact):
    """`who` (role nouns, "owner", "signed_in" or "anyone") may do `acts` to `owners`; with `only` nobody else may.

    Acts are create, read, update, delete, or a status that entries are moved to. `for_all` says that they may do it to
    all entries, so that others may not.
    """

    who: tuple[str, ...]
    acts: tuple[str, ...]
    owners: tuple[str, ...]
    only: bool
    for_all: bool = False


@dataclass(frozen=True, slots=True)
class BehaviourFact(Fact):
    """Entries can be commented, voted for, kept as favourites, ...; `value` is a setting of Behaviours."""

    name: str
    value: bool | str
    owner: str | None


@dataclass(frozen=True, slots=True)
class FlowFact(Fact):
    """Entries move along these states, each to the next; `branches` are the last ones to choose from.

    `back` are moves against the order, such as that of a case that is opened again.
    """

    owner: str | None
    states: tuple[str, ...]
    branches: tuple[str, ...] = ()
    who: tuple[str, ...] = ()
    back: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class OverlapFact(Fact):
    """No two entries cover the same time."""

    owner: str | None


@dataclass(frozen=True, slots=True)
class QuotaFact(Fact):
    """At most `limit` entries of `owner` for each `scope` (a noun, or "owner" for a person)."""

    owner: str | None
    scope: str | None
    limit: int | None


@dataclass(frozen=True, slots=True)
class OnceFact(Fact):
    """Each `who` (a noun, or None for a person) has at most one entry for each `owner`."""

    who: str | None
    owner: str | None


@dataclass(frozen=True, slots=True)
class ComputedFact(Fact):
    """The field `name` is worked out from two others."""

    name: str
    left: str
    operator: str
    right: str


@dataclass(frozen=True, slots=True)
class FormulaFact(Fact):
    """The field `name` of `owner` (None: of whoever has the parts) is worked out; parts are terms and operators."""

    owner: str | None
    name: str
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GatherFact(Fact):
    """`owner` shows the sum, average or number of its `child` records; `parts` is what is added up of each."""

    owner: str | None
    name: str | None
    kind: Literal["sum", "average", "count"]
    parts: tuple[str, ...]
    child: str


@dataclass(frozen=True, slots=True)
class SequenceFact(Fact):
    """The field `later` does not come before `earlier`, or is not smaller."""

    earlier: str
    later: str


@dataclass(frozen=True, slots=True)
class CapacityFact(Fact):
    """`parent` takes no more than it has room for; `amount` is what is counted ("seats"), None: entries."""

    parent: str | None
    amount: str | None


@dataclass(frozen=True, slots=True)
class ReportFact(Fact):
    """A number, table or chart about `what` (a noun or a number field), split by `by` or per `period`."""

    kind: Literal["count", "sum", "average"] | None
    what: str | None
    by: str | None
    period: Literal["day", "week", "month", "year"] | None
    display: Literal["table", "bar", "line", "pie"] | None
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class ViewFact(Fact):
    """A list is laid out as a board, calendar, gallery, table or cards."""

    layout: Literal["board", "calendar", "gallery", "table", "cards"]
    owner: str | None


@dataclass(frozen=True, slots=True)
class WizardFact(Fact):
    """A form is filled in step by step."""

    owner: str | None


@dataclass(frozen=True, slots=True)
class PageFact(Fact):
    """A content page: `kind` is a key of lexicon/pages.py, `title` what people call it."""

    kind: str
    title: str


@dataclass(frozen=True, slots=True)
class QuoteFact(Fact):
    """The page of this kind shows `words` as they are; on the home page they are the headline."""

    page: str
    words: str


@dataclass(frozen=True, slots=True)
class JobFact(Fact):
    """`action` happens `days` after (negative: before) a date of the entries."""

    action: Literal["remind", "archive", "set_status"]
    owner: str | None
    days: int
    field: str | None = None
    status: str | None = None


@dataclass(frozen=True, slots=True)
class WebhookFact(Fact):
    """Another system is called when entries are added, changed or deleted."""

    owner: str | None
    events: tuple[Literal["created", "updated", "deleted"], ...]


@dataclass(frozen=True, slots=True)
class MessageFact(Fact):
    """Messages are written to people; they wait in the app, since nothing is delivered outside."""

    recipient: str | None


@dataclass(frozen=True, slots=True)
class TalkFact(Fact):
    """People write to each other inside the app, or to `to` (a noun for people) behind an entry."""

    to: str | None


@dataclass(frozen=True, slots=True)
class AbsentFact(Fact):
    """The app shall not have this: a behaviour of the spec, or something it would not have anyway."""

    name: str
    owner: str | None = None
