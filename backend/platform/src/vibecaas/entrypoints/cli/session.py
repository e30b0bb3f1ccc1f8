"""The session that the command line keeps between calls: one file, readable by its owner alone."""

import json
import os
import secrets
from dataclasses import asdict, dataclass, replace
from pathlib import Path

DEFAULT_BASE_URL = "http://127.0.0.1:8420"
FILE_NAME = "session.json"


@dataclass(frozen=True)
class Session:
    """Where the API is, and the two tokens of who is signed in; empty tokens mean nobody is."""

    base_url: str = DEFAULT_BASE_URL
    access_token: str = ""
    refresh_token: str = ""

    @property
    def signed_in(self) -> bool:
        """Whether there is anything to sign requests with."""
        return bool(self.access_token)

    def with_tokens(self, access_token: str, refresh_token: str) -> "Session":
        """Return the same session after its tokens were exchanged."""
        return replace(self, access_token=access_token, refresh_token=refresh_token)


def session_file() -> Path:
    """Return where the session lies: the data folder if one is named, else the user's configuration."""
    home = os.environ.get("VIBECAAS_HOME")
    if home:
        return Path(home) / FILE_NAME
    configuration = os.environ.get("XDG_CONFIG_HOME") or str(Path.home() / ".config")
    return Path(configuration) / "vibecaas" / FILE_NAME


def load_session() -> Session:
    """Read the session; a missing or unreadable file is nobody at the default address."""
    try:
        stored = json.loads(session_file().read_text())
        return Session(
            base_url=str(stored["base_url"]).rstrip("/"),
            access_token=str(stored["access_token"]),
            refresh_token=str(stored["refresh_token"]),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return Session()


def save_session(base_url: str, access: str, refresh: str) -> Path:
    """Write the session with mode 0600, all or nothing; returns its path."""
    target = session_file()
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = target.with_name(f".{FILE_NAME}.{secrets.token_hex(4)}")
    content = json.dumps(asdict(Session(base_url.rstrip("/"), access, refresh)))
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(content + "\n")
    draft.replace(target)
    return target


def clear_session() -> None:
    """Forget the tokens; the address of the API stays known."""
    target = session_file()
    if target.exists():
        save_session(load_session().base_url, "", "")
