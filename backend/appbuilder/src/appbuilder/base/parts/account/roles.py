"""The kinds of accounts, and who may come in. Ids stay for ever; names may change."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Role:
    """An admin may do everything, and looks after people."""

    id: str
    name: str
    label: str
    is_admin: bool = False


ROLES = (
    <<roles>>
)
ADMIN = next(role for role in ROLES if role.is_admin)
ADMINS = {role.name for role in ROLES if role.is_admin}
REGISTRATION_IS_OPEN = <<registration_is_open>>


def role_called(name: str) -> Role:
    return next(role for role in ROLES if role.name == name)


# What people are who register.
USUAL = role_called("<<usual>>")


def role_with(role_id: str) -> Role:
    """The role that is stored with an account; one that the app no longer has counts as the usual one."""
    return next((role for role in ROLES if role.id == role_id), USUAL)
