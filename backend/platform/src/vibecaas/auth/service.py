"""What auth can do: register, sign in, renew, sign out, tell who somebody is."""

import hashlib
from datetime import timedelta
from uuid import UUID

from vibecaas.audit.service import AuditService
from vibecaas.auth.errors import (
    InvalidCredentials,
    OneTimeTokenInvalid,
    PasswordTooWeak,
    RefreshTokenReused,
    RegistrationClosed,
    SessionRevoked,
)
from vibecaas.auth.events import SessionBegun, UserRegistered
from vibecaas.auth.models import SessionRow, UserRow
from vibecaas.auth.ports import PasswordHasher, TokenSigner
from vibecaas.auth.repository import AuthRepository
from vibecaas.auth.schemas import Identity, Login, Organization, Register, SignedIn, User, WelcomeLink
from vibecaas.kit import clock, ids
from vibecaas.kit.db import Actor, Unit, Units
from vibecaas.kit.errors import AlreadyExists, FieldError
from vibecaas.kit.events import Events

LOCAL_OWNER_EMAIL = "owner@localhost"
WELCOME_MINUTES = 15
LOCAL_OWNER_NAME = "Owner"
_WEAK = frozenset(
    word
    for line in (
        "password passwort qwerty letmein welcome iloveyou abc123 111111 123123 123456 1234567 12345678 123456789",
        "1234567890 0123456789 987654321 administrator vibecoding changeme trustno1 monkey dragon",
    )
    for word in line.split()
)
_OURS = ("vibecaas",)
_LONG = 32


class AuthService:
    """Users and their sessions; every method works on the system role."""

    def __init__(
        self,
        *,
        passwords: PasswordHasher,
        tokens: TokenSigner,
        audit: AuditService,
        events: Events,
        system_units: Units,
        public_url: str,
        min_length: int,
        open_to_all: bool,
        session_days: int,
    ) -> None:
        self._passwords = passwords
        self._tokens = tokens
        self._audit = audit
        self._events = events
        self._system_units = system_units
        self._public_url = public_url.rstrip("/")
        self._min_length = min_length
        self._open_to_all = open_to_all
        self._session_days = session_days

    @property
    def access_seconds(self) -> int:
        """How long an access token is good for."""
        return self._tokens.access_seconds

    @property
    def session_seconds(self) -> int:
        """How long a session lives at most."""
        return self._session_days * 86_400

    async def register(self, unit: Unit, *, wanted: Register) -> SignedIn:
        """Make an account with an organization of its own, and sign it in; AlreadyExists for a known address."""
        if not self._open_to_all:
            raise RegistrationClosed
        password = wanted.password.get_secret_value()
        refuse_weak(password, email=wanted.email, name=wanted.name, min_length=self._min_length)
        if await _repository(unit).user_by_email(wanted.email) is not None:
            raise AlreadyExists("There is an account with this address; sign in instead.")
        hashed = await self._passwords.hash(password)
        user = await self._new_user(unit, email=wanted.email, name=wanted.name, password_hash=hashed)
        return await self._sign_in(unit, user, wanted.session, caused_by="user.registered")

    async def login(self, unit: Unit, *, wanted: Login) -> SignedIn:
        """Sign in by password; InvalidCredentials does not say what was wrong."""
        user = await _repository(unit).user_by_email(wanted.email)
        stored = user.password_hash if user else None
        right = await self._passwords.verify(wanted.password.get_secret_value(), stored)
        if user is None or not right:
            await self._note_failure(unit, user)
            raise InvalidCredentials
        return await self._sign_in(unit, user, wanted.session)

    async def refresh(self, unit: Unit, *, token: str) -> SignedIn:
        """Renew a session. A token that was just replaced gets the same successor: the answer may have been lost."""
        session_id, counter = self._tokens.read_refresh_token(token)
        repository = _repository(unit)
        session = await repository.session(session_id, lock=True)
        if session is None or not _goes_on(session):
            raise SessionRevoked
        if counter < session.counter - 1 or counter > session.counter:
            user_id = session.user_id
            await unit.session.rollback()  # house: allow no_commit, because ending the session needs the lock it holds
            await self._end_stolen(session_id, user_id)
            raise RefreshTokenReused
        if counter == session.counter:
            session.counter += 1
        user = await repository.user(session.user_id)
        if user is None:
            raise SessionRevoked
        return await self._enter(unit, user, session_id, session.counter)

    async def logout(self, unit: Unit, *, session_id: UUID) -> None:
        """End a session at once."""
        await _repository(unit).end_session(session_id)
        await self._audit.record(unit, action="auth.logged_out", target_type="session", target_id=session_id)

    async def authenticate(self, unit: Unit, *, access_token: str) -> Identity:
        """Return whose token this is; the session is looked at every time, so that ending it works at once."""
        identity = self._tokens.read_access_token(access_token)
        session = await _repository(unit).session(identity.session_id)
        if session is None or not _goes_on(session) or session.user_id != identity.user_id:
            raise SessionRevoked
        return identity

    async def is_signed_in(self, unit: Unit, *, session_id: UUID) -> bool:
        """Tell whether a session still goes on."""
        session = await _repository(unit).session(session_id)
        return session is not None and _goes_on(session)

    async def user(self, unit: Unit, *, user_id: UUID) -> User:
        """Return a user who is signed in."""
        row = await _repository(unit).user(user_id)
        if row is None:
            raise SessionRevoked
        return _shape(row)

    async def ensure_local_owner(self, unit: Unit) -> User:
        """Return the owner of this machine, made at the first call; he has no password."""
        row = await _repository(unit).user_by_email(LOCAL_OWNER_EMAIL)
        if row is None:
            row = await self._new_user(unit, email=LOCAL_OWNER_EMAIL, name=LOCAL_OWNER_NAME, password_hash=None)
        return _shape(row)

    async def issue_welcome_token(self, unit: Unit, *, user_id: UUID) -> str:
        """Return the token of a link that signs in once, within 15 minutes."""
        token = ids.secret_token()
        expires_at = clock.now() + timedelta(minutes=WELCOME_MINUTES)
        await _repository(unit).add_welcome_link(user_id, token_hash=_digest(token), expires_at=expires_at)
        return token

    async def welcome_link(self, unit: Unit, *, user_id: UUID) -> WelcomeLink:
        """Return a new welcome link for somebody who is signed in."""
        token = await self.issue_welcome_token(unit, user_id=user_id)
        await self._audit.record(unit, action="auth.welcome_link_made", target_type="user", target_id=user_id)
        return WelcomeLink(
            object="welcome_link",
            token=token,
            url=f"{self._public_url}/welcome#token={token}",
            expires_at=clock.now() + timedelta(minutes=WELCOME_MINUTES),
        )

    async def welcome(self, unit: Unit, *, token: str, transport: str) -> SignedIn:
        """Sign in by a link; OneTimeTokenInvalid if it was used, is too old or unknown."""
        repository = _repository(unit)
        user_id = await repository.use_welcome_link(_digest(token))
        user = await repository.user(user_id) if user_id else None
        if user is None:
            raise OneTimeTokenInvalid
        return await self._sign_in(unit, user, transport)

    async def _new_user(self, unit: Unit, *, email: str, name: str, password_hash: str | None) -> UserRow:
        user = await _repository(unit).add_user(email=email, name=name, password_hash=password_hash)
        await self._events.announce(unit, UserRegistered(user_id=user.id, name=name))
        await self._audit.record(unit, action="user.registered", target_type="user", target_id=user.id)
        return user

    async def _sign_in(self, unit: Unit, user: UserRow, transport: str, *, caused_by: str | None = None) -> SignedIn:
        expires_at = clock.now() + timedelta(days=self._session_days)
        session = await _repository(unit).add_session(user.id, transport=transport, expires_at=expires_at)
        actor = Actor(type="user", id=user.id, via="session")
        await self._audit.record(
            unit,
            action="auth.logged_in",
            target_type="session",
            target_id=session.id,
            actor=actor,
            caused_by=caused_by,
        )
        return await self._enter(unit, user, session.id, 0)

    async def _enter(self, unit: Unit, user: UserRow, session_id: UUID, counter: int) -> SignedIn:
        answers = await self._events.announce(unit, SessionBegun(user_id=user.id))
        return SignedIn(
            user=_shape(user),
            organization=next(one for one in answers if isinstance(one, Organization)),
            access_token=self._tokens.access_token(user_id=user.id, session_id=session_id),
            refresh_token=self._tokens.refresh_token(session_id=session_id, counter=counter),
        )

    async def _note_failure(self, unit: Unit, user: UserRow | None) -> None:
        """Written in a transaction of its own, since the refusal rolls this one back."""
        user_id = user.id if user else None
        await unit.session.rollback()  # house: allow no_commit, because many refusals would wait for connections
        async with self._system_units.begin(None, request_id=unit.request_id) as separate:
            await self._audit.record(
                separate,
                action="auth.login_failed",
                target_type="user",
                target_id=user_id,
                result="deny",
            )

    async def _end_stolen(self, session_id: UUID, user_id: UUID) -> None:
        async with self._system_units.begin(None) as separate:
            await _repository(separate).end_session(session_id)
            await self._audit.record(
                separate, action="auth.refresh_reuse", target_type="user", target_id=user_id, result="deny"
            )


def refuse_weak(password: str, *, email: str, name: str, min_length: int) -> None:
    """Refuse what is easily guessed: too short, among the common ones, or made of the account's own words."""
    plain = password.casefold()
    if len(password) < min_length:
        raise _weak("too_short", f"at least {min_length} characters")
    core = plain.rstrip("0123456789!.?-_ ")
    own = {email.casefold(), email.split("@", maxsplit=1)[0].casefold(), name.casefold(), *_OURS}
    if plain in _WEAK or core in _WEAK or plain in own or core in own or _is_monotonous(plain):
        raise _weak("not_allowed", "this one is among the first that are tried")


def _is_monotonous(plain: str) -> bool:
    """Tell "aaaaaaaaaaaa" and "abababababab" from what is at least long."""
    return len(plain) < _LONG and len(set(plain)) <= 2  # noqa: PLR2004 - one or two characters


def _weak(code: str, detail: str) -> PasswordTooWeak:
    return PasswordTooWeak(f"The password: {detail}.", fields=(FieldError("/password", code, detail),))


def _goes_on(session: SessionRow) -> bool:
    """Tell whether a session was neither ended nor has lived as long as sessions may."""
    return session.ended_at is None and session.expires_at > clock.now()


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _shape(row: UserRow) -> User:
    return User(object="user", id=row.id, email=row.email, name=row.name, created_at=row.created_at)


def _repository(unit: Unit) -> AuthRepository:
    return AuthRepository(unit.session, organization_id=unit.organization_id)
