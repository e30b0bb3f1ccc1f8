"""What the matrix needs to know: which thing a parameter names, and a body that an operation would accept."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from vibecaas.kit import ids

from ..fixtures.house import House, Member

PROMPT = "A guestbook where visitors leave a name and a message, newest first, with search"
METHODS = ("get", "post", "put", "patch", "delete")
PREFIXES = {
    "project_id": "prj",
    "run_id": "run",
    "check_id": "chk",
    "version_id": "ver",
    "preview_id": "prv",
    "microvm_id": "vm",
    "template_id": "tpl",
}
"""Which kind of id each parameter holds; a new parameter must be added, else the matrix fails."""

COMMON = {"tpl": "fullstack"}
"""What belongs to the installation, the same for everybody."""

QUERY_PREFIXES = {"project_id": "prj", "version": "ver", "base": "ver", "starting_after": None}
"""Query parameters that hold ids; a cursor's kind depends on its list."""

CURSORS = {
    "audit_list": "evt",
    "messages_list": "msg",
    "microvms_list": "vm",
    "projects_list": "prj",
    "runs_list": "run",
    "versions_list": "ver",
}

BODIES: dict[str, Any] = {
    "previews_update": {"visibility": "private"},
    "projects_update": {"name": "Mine now", "description": ""},
    "runs_create": {"prompt": "add a rating from 1 to 5"},
    "messages_create": {"text": "hello"},
    "plans_update": {"spec": {}},
    "plans_reject": {"reason": "no"},
    "files_put": b"mine now",
}
"""A body for each operation that wants one beside ids in its path."""

BODY_IDS: dict[str, tuple[str, str]] = {"microvms_create": ("project_id", "prj")}
"""Operations whose body holds an id: its field and kind."""


@dataclass(frozen=True)
class Operation:
    """One operation of the API's description."""

    method: str
    path: str
    id: str
    permission: str
    parameters: tuple[tuple[str, str], ...]
    has_body: bool

    def names(self, where: str) -> list[str]:
        """Return the parameters in path or query."""
        return [name for place, name in self.parameters if place == where]


def operations(document: dict[str, Any]) -> Iterator[Operation]:
    """Yield every operation that the description names."""
    for path, item in document["paths"].items():
        for method in METHODS:
            if method in item:
                found = item[method]
                parameters = tuple((one["in"], one["name"]) for one in found.get("parameters", []))
                yield Operation(
                    method, path, found["operationId"], found["x-permission"], parameters, "requestBody" in found
                )


async def seed(house: House, owner: Member) -> dict[str, str]:
    """Build an app for somebody; returns one id of each kind, by its prefix."""
    run = await house.build(owner, PROMPT)
    client = owner.client

    async def first(path: str) -> dict[str, Any]:
        found: dict[str, Any] = (await client.get(f"/api/v1{path}")).json()["data"][0]
        return found

    project = f"/projects/{run['project_id']}"
    checks = (await client.get(f"/api/v1/runs/{run['id']}/checks")).json()["data"]
    return {
        "prj": run["project_id"],
        "run": run["id"],
        "chk": next(check["id"] for check in checks if check["evidence_url"]),
        "ver": (await first(f"{project}/versions"))["id"],
        "prv": (await first(f"{project}/previews"))["id"],
        "vm": (await first("/microvms"))["id"],
        "msg": (await first(f"{project}/messages"))["id"],
        "evt": (await first("/audit/events"))["id"],
    }


def ghosts() -> dict[str, str]:
    """Return well-formed ids of things that never were."""
    prefixes = ("prj", "run", "chk", "ver", "prv", "vm", "msg", "evt")
    return {prefix: ids.encode(prefix, ids.new_uuid()) for prefix in prefixes}
