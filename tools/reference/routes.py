"""docs/reference/api.md, from the committed OpenAPI document."""

import json
from pathlib import Path
from typing import Any

HEADER = """# HTTP API

<!-- Made by tools/reference from openapi.json; do not edit. -->

The machine-readable contract is `openapi.json` at the root of the repository and `/openapi.json` of a running
installation. Errors are explained in [errors.md](errors.md). `self` means any signed-in person, `public`
anyone; other words are permissions of the caller's role in the organization.
"""


def load(document: Path) -> dict[str, Any]:
    """Read the OpenAPI document."""
    loaded: dict[str, Any] = json.loads(document.read_text())
    return loaded


def operations(document: dict[str, Any]) -> list[tuple[str, str, dict[str, Any]]]:
    """Return (METHOD, path, operation) for every operation, in the order of the paths."""
    return [
        (method.upper(), path, operation)
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
        if isinstance(operation, dict)
    ]


def _row(method: str, path: str, operation: dict[str, Any]) -> str:
    sentence = (operation.get("description") or operation.get("summary") or "").strip().split("\n")[0]
    permission = operation.get("x-permission", "-")
    statuses = ", ".join(code for code in operation.get("responses", {}) if code.isdigit())
    return f"| {method} | `{path}` | {permission} | {statuses} | {sentence} |"


def render_page(document: dict[str, Any]) -> str:
    """Write the page: one table per tag."""
    groups: dict[str, list[str]] = {}
    for method, path, operation in operations(document):
        tag = (operation.get("tags") or ["other"])[0]
        groups.setdefault(tag, []).append(_row(method, path, operation))
    parts = [HEADER]
    for tag, rows in groups.items():
        table = "\n".join(["| method | path | permission | answers | what it does |", "|---|---|---|---|---|", *rows])
        parts.append(f"\n## {tag}\n\n{table}\n")
    return "".join(parts)
