"""What is sent and answered about accounts."""

from typing import Annotated, Self

from pydantic import AfterValidator, BaseModel, Field

from app.account.accounts import is_demo
from app.account.roles import ROLES
from app.core.models import Email, Input
from app.core.person import Person


def _role(name: str) -> str:
    if name not in {role.name for role in ROLES}:
        raise ValueError("Choose one of the roles.")
    return name


Address = Annotated[Email, Field(max_length=254)]
Name = Annotated[str, Field(max_length=80)]
Password = Annotated[str, Field(max_length=200)]
RoleName = Annotated[str, AfterValidator(_role)]


class Registration(Input):
    name: Name
    email: Address
    password: Password


class SignIn(Input):
    email: Annotated[str, Field(max_length=254)]
    password: Password


class Demo(Input):
    role: RoleName


class NameChange(Input):
    name: Name


class PasswordChange(Input):
    current: Password
    password: Password


class Confirmation(Input):
    password: Password


class NewPerson(Registration):
    role: RoleName


class RoleChange(Input):
    role: RoleName


class PersonOut(BaseModel):
    """A person as they see themselves, and as admins see them."""

    id: int
    name: str
    email: str
    role: str
    is_demo: bool

    @classmethod
    def of(cls, person: Person) -> Self:
        return cls(
            id=person.id, name=person.name, email=person.email, role=person.role, is_demo=is_demo(person.email)
        )


class PersonList(BaseModel):
    items: list[PersonOut]
    total: int


class RoleOut(BaseModel):
    name: str
    label: str
    is_admin: bool


class AccountOut(BaseModel):
    """Who is signed in, and how others can come in. ``demo_roles`` are there in a preview only."""

    person: PersonOut | None
    registration_is_open: bool
    roles: list[RoleOut]
    demo_roles: list[RoleOut]
