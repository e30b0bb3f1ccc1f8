"""Who may do what with entries. Routes and SQL ask the same function."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from app.core.person import Person

Action = Literal["create", "read", "update", "delete"]


@dataclass(frozen=True)
class Access:
    """Lists of roles; besides them ``anyone``, ``signed_in``, and ``owner``, who added the entry."""

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


def sql_allows(who: Collection[str], alias: str = "t") -> str:
    """The same as SQL about entries; database.py lends it the function."""
    return "1" if "anyone" in who else f"""allows('{" ".join(who)}', {alias}.created_by_id)"""
