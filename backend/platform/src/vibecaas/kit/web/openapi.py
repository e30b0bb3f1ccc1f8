"""Completes the OpenAPI document: the problem schema, security schemes, what every operation may answer."""

from typing import Any

from fastapi import FastAPI

from vibecaas.kit.web.problems import MEDIA_TYPE

_TEXT = {"type": "string"}
PROBLEM = {
    "type": "object",
    "title": "Problem",
    "description": "An error (RFC 9457): what happened, why, and what to do.",
    "required": ["type", "title", "status", "detail", "instance", "code", "request_id", "errors", "retryable"],
    "properties": {
        **dict.fromkeys(("type", "title", "detail", "instance", "code", "request_id", "doc_url"), _TEXT),
        "status": {"type": "integer"},
        "retryable": {"type": "boolean"},
        "dependency": _TEXT,
        "violated_policies": {"type": "array", "items": _TEXT},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["pointer", "code", "detail"],
                "properties": {"pointer": _TEXT, "code": _TEXT, "detail": _TEXT},
            },
        },
    },
}
SECURITY = {
    "bearer": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"},
    "cookie": {"type": "apiKey", "in": "cookie", "name": "__Host-vibecaas_access"},
}
_COMMON = {
    "400": "malformed_request",
    "401": "unauthenticated",
    "403": "permission_denied",
    "404": "not_found",
    "413": "body_too_large",
    "415": "media_type_unsupported",
    "422": "validation_failed",
    "429": "rate_limited",
    "500": "internal_error",
    "503": "dependency_unavailable",
}
_METHODS = {"get", "post", "put", "patch", "delete"}


def finish(app: FastAPI) -> None:
    """Make `app.openapi()` return the completed document."""
    plain = app.openapi

    def complete() -> dict[str, Any]:
        if app.openapi_schema is None:
            document = plain()
            _complete(document)
            app.openapi_schema = document
        return app.openapi_schema

    app.openapi = complete  # type: ignore[method-assign]  # FastAPI's documented way


def _complete(document: dict[str, Any]) -> None:
    components = document.setdefault("components", {})
    schemas = components.setdefault("schemas", {})
    for name in ("HTTPValidationError", "ValidationError"):
        schemas.pop(name, None)
    schemas["Problem"] = PROBLEM
    components["securitySchemes"] = SECURITY
    document["security"] = [{"bearer": []}, {"cookie": []}]
    for path, item in document["paths"].items():
        for method, operation in item.items():
            if method in _METHODS:
                _complete_operation(path, operation)


def _complete_operation(path: str, operation: dict[str, Any]) -> None:
    responses = operation["responses"]
    is_open = operation.get("x-permission") == "public"
    for status, code in _COMMON.items():
        if status in {"401", "403"} and is_open and status not in responses:
            continue
        if status == "404" and "{" not in path:
            continue
        problem = {"description": code, "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}}
        if status == "422" or status not in responses:
            known = responses.get(status, {})
            codes = known.get("x-codes")
            responses[status] = {**problem, **({"x-codes": codes} if codes else {})}
    for parameter in operation.get("parameters", []):
        parameter.setdefault("description", parameter["name"].replace("_", " "))
