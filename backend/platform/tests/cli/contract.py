"""Holds what the command line sent against openapi.json: operations, query parameters, fields of bodies."""

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from .server import Request

DOCUMENT: dict[str, Any] = json.loads((Path(__file__).resolve().parents[4] / "openapi.json").read_text())


def violations(request: Request) -> list[str]:
    """Say what the API would not have understood of a request."""
    address = urlsplit(request.path)
    operation = _operation(request.method, address.path)
    if operation is None:
        return [f"{request.method} {address.path} is no operation of the API"]
    known = {item["name"] for item in map(_resolved, operation.get("parameters", ())) if item["in"] == "query"}
    found = [f"{address.path} has no query parameter {name}" for name in set(parse_qs(address.query)) - known]
    if request.headers.get("Content-Type") == "application/json":
        fields = _fields(operation)
        found += [f"{address.path} has no body field {name}" for name in set(request.json) - fields]
    return found


def _operation(method: str, path: str) -> dict[str, Any] | None:
    for template, methods in sorted(DOCUMENT["paths"].items(), key=lambda item: "{" in item[0]):
        pattern = re.sub(r"\\\{path\\\}", ".+", re.escape(template))
        pattern = re.sub(r"\\\{[a-z_]+\\\}", "[^/]+", pattern)
        if re.fullmatch(pattern, path) and method.lower() in methods:
            operation: dict[str, Any] = methods[method.lower()]
            return operation
    return None


def _fields(operation: dict[str, Any]) -> set[str]:
    body = _resolved(operation.get("requestBody", {}))
    schema = _resolved(body.get("content", {}).get("application/json", {}).get("schema", {}))
    return set(schema.get("properties", ()))


def _resolved(node: dict[str, Any]) -> dict[str, Any]:
    """Follow a reference into the document."""
    while "$ref" in node:
        found: Any = DOCUMENT
        for part in node["$ref"].removeprefix("#/").split("/"):
            found = found[part]
        node = found
    return node
