"""What crosses the door of auth."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, Field, SecretStr, StringConstraints

from vibecaas.kit.ids import Typed
from vibecaas.kit.shapes import Input, Output, Text, Time


def _encodable(value: SecretStr) -> SecretStr:
    if any("\ud800" <= character <= "\udfff" for character in value.get_secret_value()):
        raise ValueError("must not contain half of a surrogate pair")
    return value


UserId = Annotated[UUID, Typed("usr")]
OrganizationId = Annotated[UUID, Typed("org")]
Transport = Literal["cookie", "token"]
Email = Annotated[
    Text,
    StringConstraints(strip_whitespace=True, min_length=3, max_length=254, pattern=r"^[^@\s<>\"',;]+@[^@\s<>\"',;]+$"),
    Field(examples=["ada@example.org"]),
]
Password = Annotated[
    SecretStr, AfterValidator(_encodable), Field(min_length=1, max_length=256, examples=["a long sentence is best"])
]
Token = Annotated[SecretStr, AfterValidator(_encodable), Field(min_length=1, max_length=512)]


class Register(Input):
    """Make an account."""

    email: Email
    password: Password
    name: Annotated[Text, StringConstraints(strip_whitespace=True, min_length=1, max_length=80)]
    session: Transport = "token"


class Login(Input):
    """Sign in."""

    email: Email
    password: Password
    session: Transport = "token"


class Refresh(Input):
    """Renew a session; with cookies the token is in one of them."""

    refresh_token: Token | None = None
    session: Transport = "token"


class Welcome(Input):
    """Sign in with a one-time link."""

    token: Token
    session: Transport = "token"


class User(Output):
    """A person."""

    object: Literal["user"]
    id: UserId
    email: str
    name: str
    created_at: Time


class Identity(Output):
    """What a good access token says, checked against the session."""

    user_id: UUID
    session_id: UUID


class Organization(Output):
    """An organization; owned by the room above, described here because a session's answer shows it."""

    object: Literal["organization"]
    id: OrganizationId
    name: str
    personal: bool
    created_at: Time


class Session(Output):
    """A session: who signed in and where he works; with cookies the tokens are in them and null here."""

    object: Literal["session"]
    user: User
    organization: Organization
    access_token: str | None
    refresh_token: str | None
    expires_in_seconds: int


class SignedIn(Output):
    """A session with its tokens; inside only, endpoints decide how they travel."""

    user: User
    organization: Organization
    access_token: str
    refresh_token: str


class WelcomeLink(Output):
    """A link that signs in once, within 15 minutes; its token stands in the fragment, which no log sees."""

    object: Literal["welcome_link"]
    token: str
    url: str
    expires_at: Time
