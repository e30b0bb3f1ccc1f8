"""What the API can do, for people: a page made from its OpenAPI document, without scripts or anything from elsewhere."""

from collections.abc import Iterator
from html import escape
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from app.wiring import NAME

router = APIRouter(include_in_schema=False)

STYLE = """
:root { color-scheme: light dark; }
body { max-width: 56rem; margin: 0 auto; padding: 2rem 1rem 4rem; font: 1rem/1.6 system-ui, sans-serif; }
h2 { margin-top: 3rem; }
h3 { margin: 2rem 0 0.5rem; font: 600 1rem/1.5 ui-monospace, monospace; overflow-wrap: anywhere; }
p { margin: 0.25rem 0; }
table { width: 100%; margin: 0.5rem 0; border-collapse: collapse; font-size: 0.875rem; }
th, td { padding: 0.375rem 1rem 0.375rem 0; border-bottom: 1px solid rgb(128 128 128 / 0.35); text-align: left; }
th:first-child { width: 30%; }
th:last-child { width: 20%; }
td:first-child { font-family: ui-monospace, monospace; }
"""


@router.get("/")
def start() -> dict[str, str]:
    """Where to go on from here."""
    return {"name": NAME, "docs": "/api/docs", "openapi": "/api/openapi.json", "health": "/api/health"}


@router.get("/api/docs")
def docs(request: Request) -> HTMLResponse:
    """The page."""
    return HTMLResponse(page(request.app.openapi()))


@router.get("/api/docs.css")
def style() -> Response:
    """The look of the page; a file of its own, because pages may not hold styles."""
    return Response(STYLE, media_type="text/css")


def page(document: dict[str, Any]) -> str:
    """The whole description as HTML."""
    schemas = document.get("components", {}).get("schemas", {})
    return "\n".join(
        [
            '<!doctype html><html lang="en"><head><meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f'<title>{escape(NAME)}</title><link rel="stylesheet" href="/api/docs.css"></head><body>',
            f"<h1>{escape(NAME)}</h1>",
            '<p>For programs: <a href="/api/openapi.json">/api/openapi.json</a></p>',
            *(line for tag, operations in by_tag(document).items() for line in section(tag, operations, schemas)),
            "</body></html>",
        ]
    )


def by_tag(document: dict[str, Any]) -> dict[str, list[tuple[str, str, dict[str, Any]]]]:
    """Method, path and description of each operation, under its tag."""
    found: dict[str, list[tuple[str, str, dict[str, Any]]]] = {}
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            found.setdefault(operation.get("tags", ["other"])[0], []).append((method.upper(), path, operation))
    return found


def section(tag: str, operations: list[tuple[str, str, dict[str, Any]]], schemas: dict[str, Any]) -> Iterator[str]:
    """What belongs together, under one heading."""
    yield f"<h2>{escape(tag.replace('-', ' ').capitalize())}</h2>"
    for method, path, operation in operations:
        yield f"<h3>{method} {escape(path)}</h3><p>{escape(operation.get('summary', ''))}</p>"
        parameters = operation.get("parameters", [])
        yield from table("parameter", {each["name"]: each["schema"] for each in parameters}, required(parameters))
        for content in operation.get("requestBody", {}).get("content", {}).values():
            body = named(content.get("schema", {}), schemas)
            yield from table("sent", body.get("properties", {}), set(body.get("required", [])))
        good = (each for status, each in operation["responses"].items() if status.startswith("2"))
        for content in (each for answer in good for each in answer.get("content", {}).values()):
            yield from table("answered", named(content.get("schema", {}), schemas).get("properties", {}), set())


def required(parameters: list[dict[str, Any]]) -> set[str]:
    """The names of those that must be there."""
    return {each["name"] for each in parameters if each.get("required")}


def named(schema: dict[str, Any], schemas: dict[str, Any]) -> dict[str, Any]:
    """The schema itself, or the one that it refers to."""
    found: dict[str, Any] = schemas.get(schema.get("$ref", "").rpartition("/")[2], schema)
    return found


def table(heading: str, properties: dict[str, Any], needed: set[str]) -> Iterator[str]:
    """Names with their types; nothing when there are none."""
    if not properties:
        return
    yield f"<table><thead><tr><th>{heading}</th><th>type</th><th></th></tr></thead><tbody>"
    for name, schema in properties.items():
        note = "required" if name in needed else ""
        yield f"<tr><td>{escape(name)}</td><td>{escape(kind(schema))}</td><td>{note}</td></tr>"
    yield "</tbody></table>"


def kind(schema: dict[str, Any]) -> str:
    """A type in words."""
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    if "anyOf" in schema:
        return " or ".join(dict.fromkeys(kind(each) for each in schema["anyOf"]))
    if "enum" in schema:
        return "one of " + ", ".join(str(each) for each in schema["enum"])
    if schema.get("type") == "array":
        return f"list of {kind(schema.get('items', {}))}"
    return str(schema.get("format") or schema.get("const") or schema.get("type") or "any")
