"""What can go wrong with sign-in."""

from vibecaas.kit.errors import VibecaasError


class InvalidCredentials(VibecaasError):
    """Address or password is wrong; which of them is not told."""

    code = "invalid_credentials"
    status = 401
    title = "The address or the password is not right."


class TokenInvalid(VibecaasError):
    """A token that is not ours, or not for this."""

    code = "token_invalid"
    status = 401
    title = "The token is not valid."


class TokenExpired(VibecaasError):
    """A token whose time is over."""

    code = "token_expired"
    status = 401
    title = "The token has expired; renew it or sign in again."


class SessionRevoked(VibecaasError):
    """A session that has ended."""

    code = "session_revoked"
    status = 401
    title = "This session has ended; sign in again."


class RefreshTokenReused(VibecaasError):
    """An old refresh token came again: the whole session is ended, since somebody may have stolen it."""

    code = "refresh_token_reused"
    status = 401
    title = "This refresh token was used before, so its session was ended; sign in again."


class OneTimeTokenInvalid(VibecaasError):
    """A welcome link that was used, is too old, or was never ours."""

    code = "one_time_token_invalid"
    status = 401
    title = "This link was used already or is too old; './vibecaas open' prints a new one."


class PasswordTooWeak(VibecaasError):
    """A password that is too easy to guess."""

    code = "password_too_weak"
    status = 422
    title = "Choose a password that is harder to guess."


class RegistrationClosed(VibecaasError):
    """The operator lets nobody make an account."""

    code = "permission_denied"
    status = 403
    title = "Registration is closed on this installation; ask its operator."
