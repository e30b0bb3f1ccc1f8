"""Every error as `application/problem+json` (RFC 9457), those of the framework included."""

from collections.abc import Mapping
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException
from starlette.routing import compile_path

from vibecaas.kit import telemetry
from vibecaas.kit.db import database_is_away
from vibecaas.kit.errors import (
    DependencyUnavailable,
    FieldError,
    MalformedRequest,
    NotFound,
    ValidationFailed,
    VibecaasError,
)

MEDIA_TYPE = "application/problem+json"

_FIELD_CODES = {
    "missing": "required",
    "extra_forbidden": "unknown_field",
    "string_too_short": "too_short",
    "too_short": "too_short",
    "string_too_long": "too_long",
    "too_long": "too_long",
    "greater_than_equal": "too_small",
    "greater_than": "too_small",
    "less_than_equal": "too_large",
    "less_than": "too_large",
    "enum": "not_allowed",
    "literal_error": "not_allowed",
}


class MethodNotAllowed(VibecaasError):
    """The path exists, the method does not."""

    code = "method_not_allowed"
    status = 405
    title = "This method is not offered here."


class BodyTooLarge(VibecaasError):
    """More was sent than is accepted."""

    code = "body_too_large"
    status = 413
    title = "The body is too large."


class MediaTypeUnsupported(VibecaasError):
    """The body is of a kind that is not read here."""

    code = "media_type_unsupported"
    status = 415
    title = "Send the body as application/json."


_METHODS = {"get", "post", "put", "patch", "delete"}
_BY_STATUS: dict[int, type[VibecaasError]] = {
    400: MalformedRequest,
    404: NotFound,
    405: MethodNotAllowed,
    413: BodyTooLarge,
    415: MediaTypeUnsupported,
}


def render(error: VibecaasError, request: Request) -> Response:
    """Write an error for the caller; its private half stays here."""
    request_id = getattr(request.state, "request_id", "")
    page = f"/docs/errors/{error.code}"
    body: dict[str, Any] = {
        "type": page,
        "title": error.title,
        "status": error.status,
        "detail": error.detail,
        "instance": f"/requests/{request_id}",
        "code": error.code,
        "request_id": request_id,
        "errors": [{"pointer": f.pointer, "code": f.code, "detail": f.detail} for f in error.fields],
        "doc_url": page,
        "retryable": error.retryable,
        **error.extra,
    }
    headers = dict(error.headers)
    if error.status == 401:  # noqa: PLR2004 - the one status that must name the scheme
        headers.setdefault("WWW-Authenticate", 'Bearer realm="vibecaas"')
    if error.status in {429, 503}:
        headers.setdefault("Retry-After", "1")
    return JSONResponse(body, status_code=error.status, headers=headers, media_type=MEDIA_TYPE)


def _from_validation(error: RequestValidationError) -> VibecaasError:
    """Turn FastAPI's findings into ours: a bad id in the path is a 404 like any unknown one."""
    findings = error.errors()
    if any(finding["loc"][0] == "path" for finding in findings):
        return NotFound()
    if any(finding["type"] == "json_invalid" for finding in findings):
        return MalformedRequest("The body is not valid JSON.")
    fields = tuple(_field(finding) for finding in findings)
    first = fields[0]
    return ValidationFailed(f"'{first.pointer}': {first.detail}", fields=fields)


def _field(finding: Mapping[str, Any]) -> FieldError:
    where = [str(part) for part in finding["loc"]]
    pointer = "/" + "/".join(where[1:]) if where[0] == "body" else where[-1]
    kind = str(finding["type"])
    code = _FIELD_CODES.get(kind, "wrong_type" if kind.endswith(("_type", "_parsing")) else "bad_format")
    return FieldError(pointer, code, str(finding["msg"]).removeprefix("Value error, "))


def _allowed(app: FastAPI, path: str, found: str) -> str:
    """Return all methods of a path: the router names only those of the first route that it met."""
    paths = app.openapi()["paths"]
    methods = {method.strip() for method in found.split(",") if method.strip()} if path not in paths else set()
    for template, operations in ({path: paths[path]} if path in paths else paths).items():
        pattern, _, _ = compile_path(template.replace("{path}", "{path:path}"))
        if pattern.match(path):
            methods |= {method.upper() for method in operations if method in _METHODS}
    return ", ".join(sorted(methods))


def as_problem(error: Exception) -> VibecaasError:
    """Turn whatever nobody expected into an error of ours; the log keeps what it was."""
    if isinstance(error, VibecaasError):
        return error
    if database_is_away(error):
        telemetry.log().error("database.away", error=repr(error))
        return DependencyUnavailable("database", "The database does not answer; try again in a moment.")
    telemetry.log().error("request.crashed", error=repr(error), exc_info=error)
    return VibecaasError("The error is in our log under the request id.")


def install_problem_handlers(app: FastAPI) -> None:
    """Answer every error of this application as a problem."""

    async def known(request: Request, error: Exception) -> Response:
        assert isinstance(error, VibecaasError)  # noqa: S101 - narrows what the registration guarantees
        if error.status >= 500 or error.private:  # noqa: PLR2004 - server errors
            telemetry.log().warning("request.error", code=error.code, detail=error.detail, private=error.private)
        return render(error, request)

    async def validation(request: Request, error: Exception) -> Response:
        assert isinstance(error, RequestValidationError)  # noqa: S101 - narrows what the registration guarantees
        return render(_from_validation(error), request)

    async def http(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)  # noqa: S101 - narrows what the registration guarantees
        if isinstance(error.__cause__, VibecaasError):
            return render(error.__cause__, request)  # the framework hides what stopped the reading of a body
        ours = _BY_STATUS.get(error.status_code, MalformedRequest)
        allowed = _allowed(app, request.url.path, "")
        if ours is NotFound and allowed and request.method not in allowed.split(", "):
            ours = MethodNotAllowed
        headers = dict(error.headers or {})
        if ours is MethodNotAllowed:
            headers["Allow"] = _allowed(app, request.url.path, headers.get("Allow", ""))
        return render(ours(headers=headers), request)

    app.add_exception_handler(VibecaasError, known)
    app.add_exception_handler(RequestValidationError, validation)
    app.add_exception_handler(HTTPException, http)


def describe_errors(*errors: type[VibecaasError]) -> dict[int | str, dict[str, Any]]:
    """Describe the errors of an endpoint for OpenAPI: pass the result as `responses=`."""
    by_status: dict[int | str, dict[str, Any]] = {}
    for error in errors:
        known = by_status.setdefault(error.status, {"description": "", "x-codes": []})
        known["x-codes"].append(error.code)
        known["description"] = " · ".join(known["x-codes"])
        known["content"] = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return by_status
