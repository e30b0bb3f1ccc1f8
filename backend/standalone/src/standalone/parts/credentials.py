"""Passwords and keys of one installation: generated once, kept in files that only their user can read."""

from __future__ import annotations

import json
import os
import secrets
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from standalone.accounts import Account, give
from standalone.layout import Layout
from standalone.problems import Problem


@dataclass(frozen=True)
class Credentials:
    """Database passwords per role, the queue's password and the token of vm-control."""

    database_admin: str
    database_owner: str
    database_app: str
    database_system: str
    redis: str
    vm_token: str


def ensure(layout: Layout) -> Credentials:
    """The installation's credentials, generated at the first call."""
    layout.secrets.mkdir(parents=True, exist_ok=True)
    layout.secrets.chmod(0o711)
    path = layout.secrets / "credentials.json"
    if not path.exists():
        made = Credentials(**{field.name: secrets.token_urlsafe(24) for field in fields(Credentials)})
        write_secret(path, json.dumps(asdict(made)).encode())
    try:
        return Credentials(**json.loads(path.read_bytes()))
    except (ValueError, TypeError) as error:
        raise Problem(
            f"{path} is damaged",
            why="it must hold the passwords that the database was made with",
            remedy="restore it from a backup; './vibecaas reset' deletes everything and begins anew",
        ) from error


def write_for(path: Path, content: bytes, owner: Account) -> Path:
    """Write a secret that only `owner` can read; kept if it has this content already."""
    if not path.exists() or path.read_bytes() != content:
        write_secret(path, content)
    give(path, owner, 0o600)
    return path


def write_secret(path: Path, content: bytes) -> None:
    """Write with mode 0600 from the first moment, all or nothing."""
    draft = path.with_name(f"{path.name}.new")
    draft.unlink(missing_ok=True)
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    draft.rename(path)


def ensure_random(path: Path, owner: Account, size_bytes: int = 48) -> Path:
    """A file of random text for `owner`, made once."""
    if not path.exists():
        write_secret(path, secrets.token_urlsafe(size_bytes).encode())
    give(path, owner, 0o600)
    return path
