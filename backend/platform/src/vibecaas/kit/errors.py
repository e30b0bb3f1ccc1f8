"""The base of all errors that a caller may see; rooms subclass it in their `errors.py`."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True)
class FieldError:
    """One field that is wrong: a JSON pointer to it, a code of the closed list, a sentence."""

    pointer: str
    code: str
    detail: str


class VibecaasError(Exception):
    """An error with a code of the closed list, an HTTP status and words for people.

    `detail` is public; `private` goes to the log only.
    """

    code: ClassVar[str] = "internal_error"
    status: ClassVar[int] = 500
    title: ClassVar[str] = "Something went wrong on our side."
    retryable: ClassVar[bool] = False

    def __init__(
        self,
        detail: str = "",
        *,
        private: str = "",
        fields: tuple[FieldError, ...] = (),
        headers: dict[str, str] | None = None,
        extra: dict[str, object] | None = None,
    ) -> None:
        super().__init__(detail or self.title)
        self.detail = detail or self.title
        self.private = private
        self.fields = fields
        self.headers = headers or {}
        self.extra = extra or {}


class NotFound(VibecaasError):
    """No such thing, or none that the caller may know of."""

    code = "not_found"
    status = 404
    title = "There is nothing here."


class ValidationFailed(VibecaasError):
    """What was sent does not fit the contract."""

    code = "validation_failed"
    status = 422
    title = "The request is not valid."


class MalformedRequest(VibecaasError):
    """What was sent cannot be read at all."""

    code = "malformed_request"
    status = 400
    title = "The request could not be read."


class Unauthenticated(VibecaasError):
    """Nobody is signed in."""

    code = "unauthenticated"
    status = 401
    title = "Sign in first."


class PermissionDenied(VibecaasError):
    """Signed in, but not allowed to do this."""

    code = "permission_denied"
    status = 403
    title = "You are not allowed to do this."


class AlreadyExists(VibecaasError):
    """There is one already."""

    code = "already_exists"
    status = 409
    title = "This exists already."


class StateConflict(VibecaasError):
    """It cannot be done in the state in which the object is."""

    code = "state_conflict"
    status = 409
    title = "This does not fit the present state."


class PreconditionFailed(VibecaasError):
    """Somebody else changed the object in the meantime."""

    code = "precondition_failed"
    status = 412
    title = "The object has changed since you read it."


class PreconditionRequired(VibecaasError):
    """A change of this object must say which state it was based on."""

    code = "precondition_required"
    status = 428
    title = "Say which version your change is based on."


class RateLimited(VibecaasError):
    """Too many requests in too short a time."""

    code = "rate_limited"
    status = 429
    title = "Too many requests."
    retryable = True


class DependencyUnavailable(VibecaasError):
    """A part that this needs does not answer; `extra["dependency"]` names it."""

    code = "dependency_unavailable"
    status = 503
    title = "A part that this needs does not answer."
    retryable = True

    def __init__(self, dependency: str, detail: str = "", *, private: str = "") -> None:
        super().__init__(detail, private=private, extra={"dependency": dependency}, headers={"Retry-After": "2"})


class FeatureDisabled(VibecaasError):
    """The operator has switched this part off."""

    code = "feature_disabled"
    status = 404
    title = "This part is switched off on this installation."
