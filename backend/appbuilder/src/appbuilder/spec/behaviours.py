"""What people may do with the entries of an entity, beyond filling in fields."""

from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, model_validator
from pydantic import Field as Setting

from appbuilder.spec.access import Who


class Behaviours(BaseModel):
    """What can be done with the entries; search and filters follow from the fields.

    | name | people can |
    |---|---|
    | create, read, update, delete | add, see, change, delete entries |
    | comments | discuss an entry, with answers to comments |
    | votes | vote ``up``, ``up_down``, or choose ``one`` of the entries that share a parent (a poll) |
    | ratings | give 1 to 5 stars, once each |
    | favourites | keep entries as favourites of their own |
    | follow | be told when an entry changes or is commented (needs accounts) |
    | tags | put words on an entry and filter by them |
    | attachments | add files to an entry |
    | share | make a link that shows one entry to whoever has it |
    | archive | put entries away without deleting them |
    | ordering | put the entries in an order of their own |
    | export_csv, import_csv | take the entries out as, and bring them in from, a CSV file |
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    create: bool = True
    read: bool = True
    update: bool = True
    delete: bool = True
    comments: bool = False
    votes: Literal["off", "up", "up_down", "one"] = "off"
    ratings: bool = False
    favourites: bool = False
    follow: bool = False
    tags: bool = False
    attachments: bool = False
    share: bool = False
    archive: bool = False
    ordering: bool = False
    export_csv: bool = False
    import_csv: bool = False

    @model_validator(mode="after")
    def _is_consistent(self) -> Self:
        if self.import_csv and not self.create:
            raise ValueError("Entries can be imported only where they can be created.")
        return self

    @property
    def keys(self) -> frozenset[str]:
        """The keys that these behaviours add to an entry's JSON; no field may have such a name."""
        return frozenset(
            key for name, keys in _KEYS.items() if getattr(self, name) not in {False, "off"} for key in keys
        )


_KEYS = {
    "comments": ("comment_count",),
    "votes": ("vote_count", "my_vote"),
    "ratings": ("rating_average", "rating_count", "my_rating"),
    "favourites": ("is_favourite", "favourites"),
    "follow": ("is_followed",),
    "tags": ("tags", "tag"),
    "attachments": ("attachment_count",),
    "archive": ("archived",),
    "ordering": ("position",),
}


class Transition(BaseModel):
    """A change of status that is allowed, from one option's value to another's.

    ``who`` lists who may make it; empty means everybody who may change the entry.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    source: Annotated[str, Setting(max_length=40)]
    target: Annotated[str, Setting(max_length=40)]
    who: tuple[Who, ...] = ()
