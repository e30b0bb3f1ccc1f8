"""What crosses the door of the microvms room."""

from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import Field

from vibecaas.kit.ids import Typed
from vibecaas.kit.shapes import Input, Output, Reason, Time
from vibecaas.projects.schemas import Preview, PreviewId, ProjectId, TemplateId

__all__ = ["Preview", "PreviewId", "ProjectId"]

MicroVmId = Annotated[UUID, Typed("vm")]
MachineStatus = Literal["creating", "starting", "running", "suspended", "stopping", "stopped", "failed", "deleted"]
Isolation = Literal["process", "tcg-vm", "kvm-vm", "firecracker"]
Visibility = Literal["public", "private"]
PreviewStatus = Literal["starting", "ready", "stopped", "failed"]

DEFAULT_VCPUS = 1
DEFAULT_MEMORY_MIB = 768
# The development server of Next.js keeps every page that it prepared.
MEMORY_MIB: dict[str, int] = {"nextjs": 1536}
APP_PORT = 5173
SUPERSEDED = "superseded"  # the code of a reason: a later call stopped or restarted the app


class MicroVmCreate(Input):
    """A machine for a project; a project has one for development. Its template is the project's.

    Without `memory_mib` it gets what its template needs: 768, with `nextjs` 1536.
    """

    project_id: ProjectId
    vcpus: Annotated[int, Field(ge=1, le=8)] = DEFAULT_VCPUS
    memory_mib: Annotated[int, Field(ge=256, le=16_384)] | None = None

    def sized(self, template: str) -> dict[str, Any]:
        """The same as values of a machine of this template, none missing."""
        memory = self.memory_mib or MEMORY_MIB.get(template, DEFAULT_MEMORY_MIB)
        return self.model_dump() | {"memory_mib": memory}


class MicroVM(Output):
    """A machine; `driver` and `isolation` are what it really runs under, null before its first start."""

    object: Literal["microvm"]
    id: MicroVmId
    project_id: ProjectId
    template: TemplateId
    status: MachineStatus
    driver: str | None
    isolation: Isolation | None
    vcpus: int
    memory_mib: int
    reason: Reason | None
    dev_urls: list[str]
    created_at: Time
    updated_at: Time


class PreviewUpdate(Input):
    """Who may open a preview."""

    visibility: Visibility


class PreviewTicket(Output):
    """Lets its holder into a private preview, once, within a minute."""

    object: Literal["preview_ticket"]
    preview_id: PreviewId
    ticket: str
    url: str
    expires_at: Time


class MachineWish(Output):
    """What a host shall run; `volume` outlives the machine."""

    template: str
    volume: str
    vcpus: int
    memory_mib: int


class HostMachine(Output):
    """A machine as its host sees it; `upstream` is where the edge reaches the app."""

    name: str
    status: MachineStatus
    app_answers: bool
    upstream: str | None
    driver: str
    isolation: Isolation
    reason: Reason | None
    last_lines: tuple[str, ...]


class HostFacts(Output):
    """What a host offers."""

    driver: str
    isolation: Isolation
    available: bool
    reason: str | None


class CommandResult(Output):
    """How a command ended; without exit code it was ended for the reason given."""

    exit_code: int | None
    output: str
    reason: Literal["timeout", "output_limit", "cancelled"] | None


class CheckTarget(Output):
    """Where a running app is checked: dial this address, name this host, show this cookie (`name=value`)."""

    host: str
    address: str
    port: int
    cookie: str | None


class EdgeAddress(Output):
    """Where previews are opened on this installation."""

    scheme: Literal["http", "https"]
    port: int
    suffix: str
    dial_address: str
    dial_port: int


class EdgeDecision(Output):
    """What the edge does with a request: `status` 204, 401 or 403, and for how long it may remember that."""

    status: Literal[204, 401, 403]
    upstream: str
    reason: Literal["", "unknown_host", "starting", "stopped", "forbidden"]
    expires_seconds: int


class EdgeEntry(Output):
    """A ticket that was good: the cookie for this host."""

    cookie_name: str
    cookie_value: str
    max_age_seconds: int
