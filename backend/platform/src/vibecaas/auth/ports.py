"""What auth needs from outside: somebody who hashes passwords, somebody who signs tokens."""

from typing import Protocol
from uuid import UUID

from vibecaas.auth.schemas import Identity


class PasswordHasher(Protocol):
    """Hashes passwords slowly, away from the event loop."""

    async def hash(self, password: str) -> str:
        """Return a hash to be stored."""
        ...

    async def verify(self, password: str, stored: str | None) -> bool:
        """Tell whether the password is right; without a stored hash the work is done all the same."""
        ...


class TokenSigner(Protocol):
    """Signs and checks tokens with the installation's key."""

    @property
    def access_seconds(self) -> int:
        """How long an access token is good for."""
        ...

    def access_token(self, *, user_id: UUID, session_id: UUID) -> str:
        """Return a signed access token."""
        ...

    def read_access_token(self, token: str) -> Identity:
        """Return what a token says; TokenInvalid or TokenExpired if it is not good."""
        ...

    def refresh_token(self, *, session_id: UUID, counter: int) -> str:
        """Return the refresh token of this number: always the same text for the same number."""
        ...

    def read_refresh_token(self, token: str) -> tuple[UUID, int]:
        """Return session and number; TokenInvalid if it is not ours."""
        ...
