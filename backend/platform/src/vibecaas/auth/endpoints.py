"""Sign-in over HTTP."""

from typing import Annotated

from fastapi import Depends, Request, Response

from vibecaas.auth.errors import (
    InvalidCredentials,
    OneTimeTokenInvalid,
    PasswordTooWeak,
    RefreshTokenReused,
    RegistrationClosed,
    SessionRevoked,
    TokenInvalid,
)
from vibecaas.auth.schemas import Login, Refresh, Register, Session, SignedIn, Transport, Welcome, WelcomeLink
from vibecaas.auth.service import AuthService
from vibecaas.kit.errors import AlreadyExists, RateLimited
from vibecaas.kit.ratelimit import Bucket, RateLimiter
from vibecaas.kit.web import Subject, SystemUnit, describe_errors, require, room_router, use
from vibecaas.kit.web.route import refuse_foreign_write

router = room_router("auth")

ACCESS_COOKIE = "__Host-vibecaas_access"
REFRESH_COOKIE = "__Host-vibecaas_refresh"
PER_ACCOUNT = Bucket("sign-in-account", 10, 5)
PER_ADDRESS = Bucket("sign-in-address", 10, 5)
ALL_TOGETHER = Bucket("sign-in", 1000, 5)

Auth = Annotated[AuthService, use(AuthService)]
Anyone = Annotated[Subject | None, require("public")]
Self = Annotated[Subject, require("self")]


class SignInGuard:
    """Throttles sign-in per account, per address and altogether; answers with tokens or cookies as wished."""

    def __init__(self, request: Request, response: Response) -> None:
        self._request = request
        self._response = response

    async def throttle(self, account: str) -> None:
        """Count an attempt; RateLimited with Retry-After beyond the limits."""
        limiter: RateLimiter = self._request.app.state.rate_limiter
        client = self._request.client.host if self._request.client else "local"
        await limiter.hit(ALL_TOGETHER, "all")
        await limiter.hit(PER_ADDRESS, client)
        await limiter.hit(PER_ACCOUNT, account.casefold())

    def refresh_token(self, wanted: Refresh) -> str:
        """Return the token of the body, or of the cookie when our own page sent it; TokenInvalid without one."""
        if wanted.refresh_token is not None:
            return wanted.refresh_token.get_secret_value()
        token = self._request.cookies.get(REFRESH_COOKIE)
        if token is None:
            raise TokenInvalid("Send the refresh token, or sign in.")
        refuse_foreign_write(self._request)
        return token

    def give(self, signed: SignedIn, transport: Transport, auth: AuthService) -> Session:
        """Answer with the session; its tokens travel in cookies if that is wished."""
        by_cookie = transport == "cookie"
        if by_cookie:
            self._cookie(ACCESS_COOKIE, signed.access_token, auth.access_seconds, "lax")
            self._cookie(REFRESH_COOKIE, signed.refresh_token, auth.session_seconds, "strict")
        return Session(
            object="session",
            user=signed.user,
            organization=signed.organization,
            access_token=None if by_cookie else signed.access_token,
            refresh_token=None if by_cookie else signed.refresh_token,
            expires_in_seconds=auth.access_seconds,
        )

    def forget(self) -> None:
        """Take the cookies away."""
        self._cookie(ACCESS_COOKIE, "", 0, "lax")
        self._cookie(REFRESH_COOKIE, "", 0, "strict")

    def _cookie(self, name: str, value: str, age_seconds: int, same_site: str) -> None:
        attributes = f"Path=/; Max-Age={age_seconds}; Secure; HttpOnly; SameSite={same_site.capitalize()}"
        self._response.headers.append("Set-Cookie", f"{name}={value}; {attributes}")


Guard = Annotated[SignInGuard, Depends()]
ONCE = {"x-idempotent": "no"}


@router.post(
    "/auth/register",
    operation_id="auth_register",
    status_code=201,
    responses=describe_errors(AlreadyExists, PasswordTooWeak, RegistrationClosed, RateLimited),
    openapi_extra={"x-audit-event": "user.registered", **ONCE},
)
async def register(body: Register, unit: SystemUnit, _: Anyone, auth: Auth, guard: Guard) -> Session:
    """Make an account with an organization of its own, and sign in."""
    await guard.throttle(body.email)
    return guard.give(await auth.register(unit, wanted=body), body.session, auth)


@router.post(
    "/auth/login",
    operation_id="auth_login",
    responses=describe_errors(InvalidCredentials, RateLimited),
    openapi_extra={"x-audit-event": "auth.logged_in", **ONCE},
)
async def login(body: Login, unit: SystemUnit, _: Anyone, auth: Auth, guard: Guard) -> Session:
    """Sign in by password."""
    await guard.throttle(body.email)
    return guard.give(await auth.login(unit, wanted=body), body.session, auth)


@router.post(
    "/auth/refresh",
    operation_id="auth_refresh",
    responses=describe_errors(TokenInvalid, RefreshTokenReused, SessionRevoked, RateLimited),
    openapi_extra={"x-audit-event": "none", **ONCE},
)
async def refresh(body: Refresh, unit: SystemUnit, _: Anyone, auth: Auth, guard: Guard) -> Session:
    """Renew a session; each refresh token works once, and again only while its answer may have been lost."""
    return guard.give(await auth.refresh(unit, token=guard.refresh_token(body)), body.session, auth)


@router.post(
    "/auth/welcome",
    operation_id="auth_welcome",
    responses=describe_errors(OneTimeTokenInvalid, RateLimited),
    openapi_extra={"x-audit-event": "auth.logged_in", **ONCE},
)
async def welcome(body: Welcome, unit: SystemUnit, _: Anyone, auth: Auth, guard: Guard) -> Session:
    """Sign in with the link that `up` and `open` print."""
    signed = await auth.welcome(unit, token=body.token.get_secret_value(), transport=body.session)
    return guard.give(signed, body.session, auth)


@router.post(
    "/auth/logout",
    operation_id="auth_logout",
    status_code=204,
    openapi_extra={"x-audit-event": "auth.logged_out"},
)
async def logout(unit: SystemUnit, subject: Self, auth: Auth, guard: Guard) -> None:
    """End this session at once."""
    await auth.logout(unit, session_id=subject.session_id)
    guard.forget()


@router.post(
    "/auth/welcome-links",
    operation_id="auth_create_welcome_link",
    status_code=201,
    openapi_extra={"x-audit-event": "auth.welcome_link_made"},
)
async def create_welcome_link(unit: SystemUnit, subject: Self, auth: Auth) -> WelcomeLink:
    """Make a link that signs you in once on another device or browser, within 15 minutes."""
    return await auth.welcome_link(unit, user_id=subject.user_id)
