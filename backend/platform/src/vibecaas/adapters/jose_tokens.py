"""Signs tokens: access tokens as JWT (HS256, RFC 7519), refresh tokens as HMAC over session and number."""

import hashlib
import hmac
from pathlib import Path
from uuid import UUID

from joserfc import jwt
from joserfc.errors import ExpiredTokenError, JoseError
from joserfc.jwk import OctKey

from vibecaas.auth.errors import TokenExpired, TokenInvalid
from vibecaas.auth.schemas import Identity
from vibecaas.kit import clock, ids

ISSUER = "vibecaas"
AUDIENCE = "vibecaas-api"
TYPE = "at+jwt"
ALGORITHM = "HS256"
ACCESS_SECONDS = 600
REFRESH_PREFIX = "vcr_"


class JoseTokens:
    """Fills `auth.ports.TokenSigner`. Every token read is checked for algorithm, type, issuer, audience and time."""

    def __init__(self, key: bytes) -> None:
        self._key = OctKey.import_key(hashlib.sha256(b"access" + key).digest())
        self._refresh_key = hashlib.sha256(b"refresh" + key).digest()

    @classmethod
    def from_file(cls, path: Path | None) -> "JoseTokens":
        """Read the installation's key; without a file a key that lives as long as this process."""
        return cls(path.read_bytes() if path is not None else ids.secret_token().encode())

    @property
    def access_seconds(self) -> int:
        """How long an access token is good for."""
        return ACCESS_SECONDS

    def access_token(self, *, user_id: UUID, session_id: UUID) -> str:
        """Return a signed access token."""
        now = int(clock.now().timestamp())
        claims = {
            "iss": ISSUER,
            "aud": AUDIENCE,
            "sub": ids.encode("usr", user_id),
            "sid": ids.encode("ses", session_id),
            "iat": now,
            "exp": now + ACCESS_SECONDS,
        }
        return jwt.encode({"alg": ALGORITHM, "typ": TYPE}, claims, self._key)

    def read_access_token(self, token: str) -> Identity:
        """Return what a token says."""
        rules = jwt.JWTClaimsRegistry(
            now=int(clock.now().timestamp()),
            iss={"essential": True, "value": ISSUER},
            aud={"essential": True, "value": AUDIENCE},
            exp={"essential": True},
            sub={"essential": True},
        )
        try:
            read = jwt.decode(token, self._key, algorithms=[ALGORITHM])
            if read.header.get("typ") != TYPE or set(read.header) != {"alg", "typ"}:
                raise TokenInvalid
            rules.validate(read.claims)
            user_id = ids.decode("usr", str(read.claims["sub"]))
            session_id = ids.decode("ses", str(read.claims["sid"]))
        except ExpiredTokenError as error:
            raise TokenExpired from error
        except (JoseError, ValueError, KeyError, TypeError) as error:
            raise TokenInvalid(private=repr(error)) from error
        return Identity(user_id=user_id, session_id=session_id)

    def refresh_token(self, *, session_id: UUID, counter: int) -> str:
        """Return the refresh token of this number."""
        body = f"{ids.encode('ses', session_id)}.{counter}"
        return f"{REFRESH_PREFIX}{body}.{self._seal(body)}"

    def read_refresh_token(self, token: str) -> tuple[UUID, int]:
        """Return session and number."""
        body, _, seal = token.removeprefix(REFRESH_PREFIX).rpartition(".")
        session, _, counter = body.rpartition(".")
        if not hmac.compare_digest(seal.encode(), self._seal(body).encode()) or not counter.isdecimal():
            raise TokenInvalid
        try:
            return ids.decode("ses", session), int(counter)
        except ValueError as error:
            raise TokenInvalid from error

    def _seal(self, body: str) -> str:
        return hmac.new(self._refresh_key, body.encode(), hashlib.sha256).hexdigest()
