"""What a supervisor is told: its parts, how each is started, when it counts as ready and how it is ended."""

from __future__ import annotations

import json
import signal
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Ready:
    """When a part counts as ready: all that are set must hold. tcp_port on 127.0.0.1; http_path needs 200."""

    tcp_port: int | None = None
    unix_socket: str | None = None
    http_path: str | None = None


@dataclass(frozen=True)
class PartSpec:
    """One program. once: it runs to its end before the parts that need it; needs: names of parts of this supervisor."""

    name: str
    argv: list[str]
    env: dict[str, str]
    cwd: str
    needs: list[str] = field(default_factory=list)
    ready: Ready = field(default_factory=Ready)
    once: bool = False
    stop_signal: int = int(signal.SIGTERM)
    stop_seconds: float = 15.0


@dataclass(frozen=True)
class SupervisorSpec:
    """All parts that run as one user. socket: where it listens for commands; release: what it was started from."""

    name: str
    socket: str
    logs: str
    release: str
    parts: list[PartSpec]

    def to_json(self) -> str:
        """The text that `read` understands; it holds passwords, so its file must be closed to others."""
        return json.dumps(asdict(self), indent=1)

    @staticmethod
    def read(path: Path) -> SupervisorSpec:
        """Read what `to_json` made."""
        raw: dict[str, Any] = json.loads(path.read_text())
        parts = [PartSpec(**{**part, "ready": Ready(**part["ready"])}) for part in raw.pop("parts")]
        return SupervisorSpec(parts=parts, **raw)
