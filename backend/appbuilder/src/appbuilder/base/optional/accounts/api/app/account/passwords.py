"""Passwords: which are good enough, and how they are kept. Only a hash is stored, and it is slow to try out."""

import hashlib
import hmac
import os
import secrets
from threading import BoundedSemaphore

N, R, P = 2**14, 8, 5
SHORTEST = 8
# One for each processor at a time, so that signing in never crowds out everything else.
TURNS = BoundedSemaphore(os.cpu_count() or 2)
# Fits no password. It is tried where there is no account, so that the time of an answer tells nothing.
UNKNOWN = f"scrypt${N}${R}${P}${'00' * 16}${'00' * 64}"


def problem_of(password: str, email: str) -> str | None:
    """What is wrong with a new password, or None."""
    if len(password) < SHORTEST:
        return f"Use at least {SHORTEST} characters."
    return "Use something else than your e-mail address." if password.casefold() == email.casefold() else None


def hashed(password: str) -> str:
    salt = secrets.token_bytes(16)
    return f"scrypt${N}${R}${P}${salt.hex()}${_scrypt(password, salt, N, R, P).hex()}"


def fits(password: str, stored: str) -> bool:
    """Whether it is the password of the hash; takes equally long when there is no hash."""
    _, n, r, p, salt, expected = (stored or UNKNOWN).split("$")
    actual = _scrypt(password, bytes.fromhex(salt), int(n), int(r), int(p))
    return hmac.compare_digest(actual, bytes.fromhex(expected)) and stored != ""


def _scrypt(password: str, salt: bytes, n: int, r: int, p: int) -> bytes:
    with TURNS:
        return hashlib.scrypt(password.encode(), salt=salt, n=n, r=r, p=p, dklen=64)
