"""Who may do what with entries. Routes and SQL ask the same function."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from app.core.person import Person

Action = Literal["create", "read", "update", "delete"]


@dataclass(frozen=True)
class Access:
    # if named
    """Lists of roles; besides them ``anyone``, ``signed_in``, ``owner``, who added the entry, and ``named:`` with the
    column of whom the entry names."""
    # else
    """Lists of roles; besides them ``anyone``, ``signed_in``, and ``owner``, who added the entry."""
    # end if

    create: tuple[str, ...]
    read: tuple[str, ...]
    update: tuple[str, ...]
    delete: tuple[str, ...]

    def of(self, action: Action) -> tuple[str, ...]:
        who: tuple[str, ...] = getattr(self, action)
        return who


PUBLIC = Access(create=("anyone",), read=("anyone",), update=("anyone",), delete=("anyone",))


def allows(who: Collection[str], person: Person | None, owner: int | None) -> bool:
    """Whether the person is one of those who may; ``owner`` is the number of who added the entry."""
    if "anyone" in who:
        return True
    if person is None:
        return False
    return "signed_in" in who or person.role in who or ("owner" in who and owner == person.id)


# if named
def named_in(who: Collection[str]) -> list[str]:
    """The columns whose people may."""
    return [each.removeprefix("named:") for each in who if each.startswith("named:")]


# end if
def sql_allows(who: Collection[str], alias: str = "t") -> str:
    """The same as SQL about entries; database.py lends it the function."""
    # if named
    if "anyone" in who:
        return "1"
    allowed = f"""allows('{" ".join(who)}', {alias}.created_by_id)"""
    named = ", ".join(f"{alias}.{column}" for column in named_in(who))
    return f"({allowed} OR coalesce(person_id() IN ({named}), 0))" if named else allowed
    # else
    return "1" if "anyone" in who else f"""allows('{" ".join(who)}', {alias}.created_by_id)"""
    # end if
