"""Who may do what: accounts, roles, and permissions of an entity."""

from collections.abc import Collection
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, model_validator
from pydantic import Field as Setting

from appbuilder.spec.fields import Identifier, Label
from appbuilder.spec.names import NAME, NAME_LENGTH

ROLES_LIMIT = 8
ANYONE, SIGNED_IN, OWNER = "anyone", "signed_in", "owner"
GROUPS = (ANYONE, SIGNED_IN, OWNER)
Action = Literal["create", "read", "update", "delete"]
Who = Annotated[str, Setting(pattern=r"^(anyone|signed_in|owner|[rf]_[a-z0-9_]+)$", max_length=60)]
"""``anyone``, ``signed_in``, ``owner`` (who added the entry), the id of a role, or that of a person field of the
entity: whom the entry names there."""


class Role(BaseModel):
    """A kind of account. ``name`` is snake_case and may change, ``id`` never does.

    An admin may do everything with every entry and gives people their roles.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Identifier
    name: Annotated[str, Setting(pattern=f"^{NAME.pattern}$", max_length=NAME_LENGTH)]
    label: Label
    is_admin: bool = False


class Access(BaseModel):
    """How people come in. ``open``: no accounts. ``accounts``: people register and sign in.

    ``roles`` are there with accounts only; people who register themselves get ``default_role``.
    ``registration`` is closed when only admins add people.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    mode: Literal["open", "accounts"] = "open"
    registration: Literal["open", "closed"] = "open"
    roles: Annotated[tuple[Role, ...], Setting(max_length=ROLES_LIMIT)] = ()
    default_role: Identifier | None = None

    @model_validator(mode="after")
    def _is_consistent(self) -> Self:
        problem = self._problem()
        if problem:
            raise ValueError(f"Access: {problem}")
        return self

    def _problem(self) -> str | None:
        if not self.has_accounts:
            return "roles need accounts; set the mode to accounts." if self.roles or self.default_role else None
        for part in ("id", "name"):
            values = [getattr(role, part) for role in self.roles]
            if len(set(values)) < len(values):
                return f"two roles have the same {part}."
        if any(role.name in GROUPS for role in self.roles):
            return f"no role can be called {', '.join(GROUPS)}; these are groups of people."
        if not any(role.is_admin for role in self.roles):
            return "one role must be an admin, who gives people their roles."
        usual = next((role for role in self.roles if role.id == self.default_role), None)
        if usual is None:
            return "name the role of people who register (default_role), one of the roles."
        return (
            "people who register themselves cannot be admins; choose another default_role." if usual.is_admin else None
        )

    @property
    def has_accounts(self) -> bool:
        """Whether people sign in."""
        return self.mode == "accounts"

    @property
    def admins(self) -> tuple[Role, ...]:
        """The roles that may do everything."""
        return tuple(role for role in self.roles if role.is_admin)

    def role(self, role_id: str) -> Role:
        """The role with the id; raises KeyError."""
        for role in self.roles:
            if role.id == role_id:
                return role
        raise KeyError(f"The app has no role with the id {role_id!r}.")


def usual_access(*others: Role, registration: Literal["open", "closed"] = "open") -> Access:
    """Accounts with the roles member (who registers) and admin, and others that the app needs."""
    member = Role(id="r_member", name="member", label="Member")
    admin = Role(id="r_admin", name="admin", label="Admin", is_admin=True)
    roles = (member, *(role for role in others if role.id not in {"r_member", "r_admin"}), admin)
    return Access(mode="accounts", registration=registration, roles=roles, default_role=member.id)


class Permissions(BaseModel):
    """Who may do what with the entries of an entity; admins always may.

    The usual ones: everybody reads, people who signed in add, and each changes and deletes their own.
    ``read`` for ``owner`` makes entries private: others do not find them.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    create: Annotated[tuple[Who, ...], Setting(max_length=10)] = (SIGNED_IN,)
    read: Annotated[tuple[Who, ...], Setting(max_length=10)] = (ANYONE,)
    update: Annotated[tuple[Who, ...], Setting(max_length=10)] = (OWNER,)
    delete: Annotated[tuple[Who, ...], Setting(max_length=10)] = (OWNER,)

    def of(self, action: Action) -> tuple[Who, ...]:
        """Who may do the action."""
        who: tuple[Who, ...] = getattr(self, action)
        return who


def check_who(
    who: Collection[str], access: Access, *, may_be_owner: bool = True, named: Collection[str] = ()
) -> str | None:
    """What is wrong with a list of people of this app, or None; ``named`` are the person fields it may name."""
    roles = {role.id for role in access.roles}
    for each in who:
        if each.startswith("f_"):
            if each not in named:
                return f"{each!r} is no field of the entity that names one person, or cannot be named here."
        elif each not in GROUPS and each not in roles:
            return f"there is no role {each!r}."
        if each == OWNER and not may_be_owner:
            return "a new entry has no owner yet; use signed_in."
    return None
