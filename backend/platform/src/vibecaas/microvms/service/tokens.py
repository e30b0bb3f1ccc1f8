"""Tickets and cookies of private previews."""

import hashlib
import hmac
from uuid import UUID

from vibecaas.kit import clock, ids

COOKIE_NAME = "__Host-vibecaas_preview"
COOKIE_SECONDS = 3600
TICKET_SECONDS = 60
CHECKER = UUID(int=0)
"""The platform itself, when it checks an app; a user of its own would need a membership."""


def new_ticket() -> str:
    """Return an unguessable ticket."""
    return ids.secret_token(24)


def ticket_hash(ticket: str) -> str:
    """Return what is stored of a ticket."""
    return hashlib.sha256(ticket.encode(errors="replace")).hexdigest()


class CookieSigner:
    """Signs preview cookies: bound to a host and a user, good for an hour."""

    def __init__(self, key: bytes) -> None:
        self._key = hashlib.sha256(b"vibecaas preview cookie\0" + key).digest()

    def sign(self, *, host: str, user_id: UUID) -> str:
        """Return a cookie value; its characters are those of the edge's pattern `[A-Za-z0-9.]+`."""
        expires_at = int(clock.now().timestamp()) + COOKIE_SECONDS
        return f"{expires_at}.{user_id.hex}.{self._mac(host, user_id.hex, expires_at)}"

    def verify(self, value: str, *, host: str) -> UUID | None:
        """Return the user of a cookie that is ours, for this host, and not too old; None otherwise."""
        parts = value.split(".")
        if len(parts) != 3 or not (parts[0].isascii() and parts[0].isdigit()) or len(parts[0]) > 12:  # noqa: PLR2004
            return None
        expires_at, user, mac = int(parts[0]), parts[1], parts[2]
        good = hmac.compare_digest(mac.encode(errors="replace"), self._mac(host, user, expires_at).encode())
        if not good or expires_at < clock.now().timestamp():
            return None
        return UUID(hex=user)

    def _mac(self, host: str, user: str, expires_at: int) -> str:
        text = f"{host}\0{user}\0{expires_at}".encode(errors="replace")
        return hmac.new(self._key, text, hashlib.sha256).hexdigest()
