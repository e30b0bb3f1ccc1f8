"""The daemon's configuration: one JSON file, read once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import Field, field_validator

from vmcontrol.schemas import EnvName, Identifier, Shape

SOCKET_PATH_LIMIT_BYTES = 107
_LONGEST_SOCKET = "/12345678/port-65535.sock"


class TemplateConfig(Shape):
    """What machines of one template share, read-only: paths on this host, and how the app is started."""

    node_modules: Path | None = None
    python_venv: Path | None = None
    extra_binds: tuple[Path, ...] = ()
    env: dict[EnvName, str] = Field(default_factory=dict)
    start_command: Annotated[tuple[str, ...], Field(min_length=1)]
    port: Annotated[int, Field(ge=1, le=65535)] | None = None
    health_path: Annotated[str, Field(pattern=r"^/[!-~]*$")] | None = None


class Limits(Shape):
    """Limits of a machine. Memory, processes and CPU need a cgroup; the rest holds everywhere."""

    memory_mib: Annotated[int, Field(ge=64)] = 1024
    vcpus: Annotated[int, Field(ge=1)] = 2
    processes: Annotated[int, Field(ge=16)] = 512
    open_files: Annotated[int, Field(ge=64)] = 4096
    file_mib: Annotated[int, Field(ge=1)] = 1024
    memory_disk_mib: Annotated[int, Field(ge=1)] = 256


class DaemonConfig(Shape):
    """All settings. Directories are made when missing; see `vmcontrol.daemon.storage` for who may read them."""

    home: Path
    sockets_dir: Path
    socket: Path
    token_file: Path
    templates: dict[Identifier, TemplateConfig] = Field(default_factory=dict)
    node_dir: Path | None = None
    limits: Limits = Limits()
    cgroup: Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9_./-]*$")] | None = None
    """Name of a cgroup made for this daemon's user below each hierarchy (v1), or below the root (v2)."""

    @field_validator("home", "sockets_dir", "socket", "token_file")
    @classmethod
    def _absolute(cls, path: Path) -> Path:
        if not path.is_absolute():
            raise ValueError(f"{path} must be an absolute path")
        return path

    @field_validator("sockets_dir", "socket")
    @classmethod
    def _short(cls, path: Path) -> Path:
        longest = len(str(path).encode()) + (0 if path.suffix == ".sock" else len(_LONGEST_SOCKET))
        if longest > SOCKET_PATH_LIMIT_BYTES:
            raise ValueError(f"{path} is too long: a socket's path may have {SOCKET_PATH_LIMIT_BYTES} bytes")
        return path


def read_config(path: Path) -> DaemonConfig:
    """Read and check the file. Raises OSError or pydantic's ValidationError."""
    return DaemonConfig.model_validate_json(path.read_bytes())


def read_token(path: Path) -> str:
    """The bearer token of all callers. Raises ValueError when it is too short to be one."""
    token = path.read_text().strip()
    if len(token) < 16:  # noqa: PLR2004 - 16 characters
        raise ValueError(f"the token in {path} has fewer than 16 characters")
    return token
