"""How tables are described. Ids never change, names may: so a rename keeps what was stored."""

from dataclasses import dataclass
from typing import Literal

# if accounts
from app.core.access import PUBLIC, Access, Action, sql_allows

# end if
Kind = Literal[
    "text",
    "choice",
    "integer",
    "decimal",
    "money",
    "boolean",
    "date",
    "datetime",
    "duration",
    "tags",
    "image",
    "file",
]
SQL_TYPES = {"integer": "INTEGER", "money": "INTEGER", "boolean": "INTEGER", "duration": "INTEGER", "decimal": "REAL"}


@dataclass(frozen=True)
class Link:
    """Where a column points to, and which column of that table names the entry."""

    table: str
    title: str
    # if accounts
    # Who may read the entry it points to; others neither see its title nor point to it.
    readers: tuple[str, ...] = ("anyone",)

    def readable(self, alias: str) -> str:
        """SQL: whether whoever asks may read the entry."""
        return sql_allows(self.readers, alias)
    # end if


@dataclass(frozen=True)
class Column:
    """One value of an entry. With ``expression`` (SQL about the entry ``t``) it is worked out, and never stored."""

    id: str
    name: str
    kind: Kind = "text"
    default: str | int | float | None = None
    unique: bool = False
    search: bool = False
    link: Link | None = None
    expression: str | None = None

    @property
    def sql(self) -> str:
        """The value in a query about entries ``t``."""
        return f"({self.expression})" if self.expression else f't."{self.name}"'

    @property
    def sql_type(self) -> str:
        return SQL_TYPES.get(self.kind, "TEXT")


# if many
class Many:
    """The entries that an entry is linked with.

    ``table`` keeps the pairs; ``name`` and ``column`` are keys of the entry.
    """

    def __init__(self, identifier: str, kept_in: str, name: str, link: Link) -> None:
        self.name, self.column, self.link = name, f"{name}_ids", link
        columns = tuple(Column(id=each, name=each, kind="integer") for each in ("entry_id", "target_id"))
        self.table = Table(identifier, kept_in, name, columns, indexes=(Index(("entry_id",)), Index(("target_id",))))

    @property
    def sql(self) -> str:
        """The linked entries of ``t`` as a JSON list of ids and titles."""
        return (
            "(SELECT json_group_array(json_object('id', id, 'title', title)) FROM ("
            f'SELECT o.id, coalesce(CAST(o."{self.link.title}" AS TEXT), \'\') AS title FROM "{self.table.name}" AS m '
            f'JOIN "{self.link.table}" AS o ON o.id = m.target_id WHERE m.entry_id = t.id '
            # if accounts
            f"AND {self.link.readable('o')} "
            # end if
            "ORDER BY m.id))"
        )

    @property
    def filter(self) -> "Filter":
        """Narrows a list to those that are linked with one entry."""
        pairs = f'SELECT 1 FROM "{self.table.name}" AS m WHERE m.entry_id = t.id AND m.target_id = ?'
        return Filter(self.column, f"EXISTS ({pairs})")


# end if
@dataclass(frozen=True)
class Use:
    """Another table whose entries point to this one."""

    table: str
    column: str
    one: str
    many: str


@dataclass(frozen=True)
class Total:
    """A number about all entries, for all or for each value of the column ``by``."""

    key: str
    kind: Literal["count", "sum", "average"]
    column: str | None = None
    by: str | None = None


@dataclass(frozen=True)
class Filter:
    """A filter that is no column: SQL about the entry ``t``, with one ``?`` for what is asked."""

    name: str
    condition: str


@dataclass(frozen=True)
class Index:
    """Columns that entries are looked up by; with ``unique`` no two entries have the same values in all of them."""

    columns: tuple[str, ...]
    unique: bool = False


@dataclass(frozen=True)
class Table:
    id: str
    name: str
    label: str
    columns: tuple[Column, ...]
    used_by: tuple[Use, ...] = ()
    # if totals
    totals: tuple[Total, ...] = ()
    # end if
    filters: tuple[Filter, ...] = ()
    indexes: tuple[Index, ...] = ()
    # if many
    many: tuple[Many, ...] = ()
    # end if
    # if accounts
    access: Access = PUBLIC
    # end if

    @property
    def stored(self) -> tuple[Column, ...]:
        """The columns that the database keeps."""
        return tuple(column for column in self.columns if column.expression is None)

    # if accounts
    @property
    def readable(self) -> str:
        """SQL: whether whoever asks may read the entry ``t``."""
        return sql_allows(self.access.read)

    # end if
    # if archive
    @property
    def counted(self) -> str:
        """SQL: whether totals and reports count the entry ``t``; they leave out what was put away."""
        # if accounts
        return f"{self.readable} AND NOT t.archived" if self.column("archived") else self.readable
        # else
        return "NOT t.archived" if self.column("archived") else "1"
        # end if

    # end if
    def column(self, name: str) -> Column | None:
        return next((column for column in self.columns if column.name == name), None)


CREATED_AT = Column(id="created_at", name="created_at", kind="datetime")
UPDATED_AT = Column(id="updated_at", name="updated_at", kind="datetime")
# if accounts
CREATED_BY = Column(id="created_by", name="created_by_id", kind="integer", link=Link("app_accounts", "name"))


def may(action: Action, access: Access) -> Column:
    """Whether whoever asks may do it with the entry."""
    return Column(id=f"may_{action}", name=f"may_{action}", kind="boolean", expression=sql_allows(access.of(action)))


def mine(*people: str) -> Column:
    """Whether whoever asks added the entry, or is named in one of the columns."""
    columns = ", ".join(f"t.{name}" for name in (CREATED_BY.name, *people))
    return Column(id="mine", name="mine", kind="boolean", expression=f"coalesce(person_id() IN ({columns}), 0)")
# end if
