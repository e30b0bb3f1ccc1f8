"""Rows as the shapes that leave the room, and names that the outside uses."""

from uuid import UUID

from vibecaas.kit import ids
from vibecaas.microvms.models import MicroVmRow, PreviewRow
from vibecaas.microvms.schemas import EdgeAddress, HostMachine, MicroVM, Preview

HOST_LABEL_LIMIT = 63
_RANDOM_CHARACTERS = 4
_SHOWN_LINES = 12


def machine_name(project_id: UUID) -> str:
    """Return how a project's machine and its data volume are called on their host."""
    return ids.encode("prj", project_id)


def preview_host(slug: str, suffix: str) -> str:
    """Return a new host name for a preview: `<slug>-<4 random characters><suffix>`, its first label short enough."""
    label_end = suffix.partition(".")[0]
    room = HOST_LABEL_LIMIT - len(label_end) - _RANDOM_CHARACTERS - 1
    chance = ids.encode("x", ids.new_uuid())[-_RANDOM_CHARACTERS:]
    return f"{slug[:room].strip('-') or 'app'}-{chance}{suffix}"


def url_of(host: str, edge: EdgeAddress) -> str:
    """Return the address under which a host is opened."""
    usual = {"http": 80, "https": 443}[edge.scheme]
    port = "" if edge.port == usual else f":{edge.port}"
    return f"{edge.scheme}://{host}{port}/"


def preview(row: PreviewRow, edge: EdgeAddress) -> Preview:
    """Return a preview."""
    return Preview.model_validate(
        {
            "object": "preview",
            "id": row.id,
            "project_id": row.project_id,
            "url": url_of(row.host, edge),
            "host": row.host,
            "visibility": row.visibility,
            "status": row.status,
            "reason": row.reason,
        }
    )


def machine(row: MicroVmRow, host: str | None, edge: EdgeAddress) -> MicroVM:
    """Return a machine."""
    values = {name: getattr(row, name) for name in MicroVM.model_fields if name not in {"object", "dev_urls"}}
    return MicroVM.model_validate(values | {"object": "microvm", "dev_urls": [url_of(host, edge)] if host else []})


def app_state(machine: HostMachine) -> tuple[str, dict[str, str] | None]:
    """Return how a preview stands by its machine."""
    if machine.app_answers and machine.upstream is not None:
        return "ready", None
    if machine.reason is not None:
        return "failed", machine.reason.model_dump()
    if machine.status == "running" and machine.last_lines:
        lines = "\n".join(machine.last_lines[-_SHOWN_LINES:])
        return "failed", {"code": "start_failed", "message": f"The app does not answer. Its last lines:\n{lines}"}
    return "stopped", None
