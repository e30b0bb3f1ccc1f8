"""What crosses the door of vm-control: frozen shapes shared by its daemon and its client."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, field_validator

Identifier = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$")]
"""A machine, volume or template name: it becomes a directory name on the host."""

EnvName = Annotated[str, StringConstraints(pattern=r"^[A-Za-z_][A-Za-z0-9_]{0,127}$")]

State = Literal[
    "requested", "provisioning", "starting", "running", "stopping", "stopped", "destroying", "destroyed", "failed"
]
DesiredState = Literal["running", "stopped", "destroyed"]
Isolation = Literal["process", "tcg-vm", "kvm-vm", "firecracker"]

ENV_LIMIT_BYTES = 32_768
"""All names and values of one environment together: they travel through one pipe."""


class Shape(BaseModel):
    """Base of all shapes: immutable, unknown fields refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Reason(Shape):
    """Why something is not as wanted: a stable code and a sentence for people."""

    code: str
    message: str


def _check_env(env: dict[str, str]) -> dict[str, str]:
    """Refuse what no process could be given: NUL, or more than ENV_LIMIT_BYTES."""
    if any("\0" in value for value in env.values()):
        raise ValueError("environment values may not contain NUL")
    if sum(len(name.encode()) + len(value.encode()) for name, value in env.items()) > ENV_LIMIT_BYTES:
        raise ValueError(f"the environment may have {ENV_LIMIT_BYTES} bytes at most")
    return env


def _check_argv(argv: tuple[str, ...] | None) -> tuple[str, ...] | None:
    """Refuse NUL: no argument can carry it."""
    if argv is not None and any("\0" in part for part in argv):
        raise ValueError("arguments may not contain NUL")
    return argv


class MachineSpec(Shape):
    """What a machine shall be. None means the daemon's or the template's default."""

    template: Identifier
    volume_id: Identifier
    memory_mib: Annotated[int, Field(ge=64, le=1_048_576)] | None = None
    vcpus: Annotated[int, Field(ge=1, le=256)] | None = None
    env: dict[EnvName, str] = {}
    start_command: Annotated[tuple[str, ...], Field(min_length=1, max_length=256)] | None = None

    _env = field_validator("env")(_check_env)
    _argv = field_validator("start_command")(_check_argv)


class Conditions(Shape):
    """ready: the guest agent answers. port_open: something listens on the template's port."""

    ready: bool
    port_open: bool


class BootStep(Shape):
    """One named step of the last start and how long it took."""

    name: str
    duration_ms: float


class Machine(Shape):
    """A machine as it is now. `upstream` is nginx's form, `unix:<path>:`, while it runs."""

    id: str
    template: str
    volume_id: str
    state: State
    desired_state: DesiredState
    conditions: Conditions
    upstream: str | None
    driver: str
    isolation: Isolation
    reason: Reason | None
    generation: int
    ports: tuple[int, ...]
    last_lines: tuple[str, ...]
    boot: tuple[BootStep, ...]


class MachineList(Shape):
    """All machines of this host."""

    data: tuple[Machine, ...]


class RestartApp(Shape):
    """Restart the app process only; wait until it answers or the time is over."""

    timeout_seconds: Annotated[float, Field(gt=0, le=600)] = 30.0


class StopMachine(Shape):
    """How long the app may take to end by itself."""

    grace_seconds: Annotated[float, Field(ge=0, le=60)] = 2.0


class Exec(Shape):
    """A command inside a machine. `cwd` is relative to the workspace, or absolute inside."""

    argv: Annotated[tuple[str, ...], Field(min_length=1, max_length=1024)]
    cwd: str = "."
    env: dict[EnvName, str] = {}
    timeout_seconds: Annotated[float, Field(gt=0, le=3600)] = 60.0
    output_limit_bytes: Annotated[int, Field(ge=1, le=67_108_864)] = 1_048_576

    _env = field_validator("env")(_check_env)
    _argv = field_validator("argv")(_check_argv)


class ExecOutput(Shape):
    """Some output, decoded as UTF-8 with replacement characters."""

    stream: Literal["stdout", "stderr"]
    data: str


class ExecEnd(Shape):
    """Always the last event. exit_code is null when the command was killed for the reason given."""

    exit_code: int | None
    reason: Literal["timeout", "output_limit", "cancelled"] | None


class Logs(Shape):
    """The last lines the app wrote, oldest first."""

    lines: tuple[str, ...]


class Health(Shape):
    """The daemon answers."""

    status: Literal["ok"]
    machines_running: int


class MissingCapability(Shape):
    """Something this host cannot do, why, and what would change it."""

    name: str
    reason: str


class TemplateStatus(Shape):
    """Whether machines of this template can start here; `runtimes` are versions read inside a sandbox."""

    name: str
    available: bool
    reason: str | None
    runtimes: dict[str, str]


class Capabilities(Shape):
    """What the driver offers here, found by running a real sandbox."""

    driver: str
    isolation: Isolation
    available: bool
    unavailable_reason: str | None
    features: tuple[str, ...]
    limits_enforced: tuple[str, ...]
    missing: tuple[MissingCapability, ...]
    templates: tuple[TemplateStatus, ...]
    max_memory_mib: int
    max_vcpus: int
    probe_ms: float


class Problem(BaseModel):
    """An error answer (application/problem+json)."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    code: str
    detail: str
    retryable: bool
    state: State | None = None
