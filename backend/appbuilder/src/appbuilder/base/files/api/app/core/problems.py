"""Errors for people: every one is application/problem+json, and says which field is wrong and why."""

import logging
from collections.abc import Mapping
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel
from starlette.exceptions import HTTPException

TITLES = {401: "Not signed in", 403: "Not allowed", 404: "Not found", 429: "Too many attempts"}
REQUIRED = "This field is required."
# if with_web
# The web client says the same sentences (web/src/lib/rules.ts).
# end if
MESSAGES = {
    "missing": REQUIRED,
    "string_too_long": "Use at most {max_length} characters.",
    "string_too_short": REQUIRED,
    "too_short": REQUIRED,
    "too_long": "Use at most {max_length}.",
    "greater_than_equal": "Must be at least {ge}.",
    "less_than_equal": "Must be at most {le}.",
    "int_parsing": "Enter a whole number.",
    "int_type": "Enter a whole number.",
    "int_from_float": "Enter a whole number.",
    "int_parsing_size": "This number is too large.",
    "float_parsing": "Enter a number.",
    "float_type": "Enter a number.",
    "finite_number": "Enter a number.",
    "decimal_parsing": "Enter a number.",
    "decimal_type": "Enter a number.",
    "decimal_max_places": "Use at most {decimal_places} decimal places.",
    "decimal_whole_digits": "This number is too large.",
    "decimal_max_digits": "This number is too large.",
    "bool_parsing": "Choose yes or no.",
    "bool_type": "Choose yes or no.",
    "date_parsing": "Enter a date.",
    "date_type": "Enter a date.",
    "date_from_datetime_parsing": "Enter a date.",
    "date_from_datetime_inexact": "Enter a date without a time.",
    "datetime_parsing": "Enter a date and a time.",
    "datetime_type": "Enter a date and a time.",
    "datetime_from_date_parsing": "Enter a date and a time.",
    "timezone_naive": "Leave out the time zone.",
    "literal_error": "Choose one of the options.",
    "extra_forbidden": "There is no such field.",
    "json_invalid": "This is not valid JSON.",
    "string_type": "Enter text.",
    "string_unicode": "Enter text.",
}


class Problem(BaseModel):
    """Why something was not done (RFC 9457). ``errors`` are messages by the name of the field."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    errors: dict[str, str] | None = None


# What every endpoint may answer instead, for the description of the API; DescribedApi says what a problem is.
WHY = "Why it was not done."
PROBLEMS: dict[int | str, dict[str, Any]] = {"4XX": {"$ref": "#/components/responses/Problem", "description": WHY}}


class DescribedApi(FastAPI):
    """An API whose description says once what a problem is."""

    def openapi(self) -> dict[str, Any]:
        document = super().openapi()
        components = document.setdefault("components", {})
        components.setdefault("schemas", {})["Problem"] = Problem.model_json_schema()
        content = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
        components["responses"] = {"Problem": {"description": WHY, "content": content}}
        return document


class FieldProblems(Exception):
    """Fields that are well formed but cannot be accepted: name -> message."""

    def __init__(self, fields: Mapping[str, str]) -> None:
        self.fields = dict(fields)


class Refused(Exception):
    """Something that cannot be done as things are; the text says why."""


def problem(
    status: int,
    title: str,
    detail: str,
    errors: Mapping[str, str] | None = None,
    headers: Mapping[str, str] | None = None,
) -> JSONResponse:
    body = Problem(title=title, status=status, detail=detail, errors=dict(errors) if errors else None)
    content = body.model_dump(exclude_none=True)
    return JSONResponse(content, status_code=status, media_type="application/problem+json", headers=headers)


def invalid(errors: Mapping[str, str]) -> JSONResponse:
    count = len(errors)
    return problem(422, "Not valid", f"Check {count} {'field' if count == 1 else 'fields'}.", errors)


def message_of(error: Mapping[str, Any]) -> str:
    """The sentence for one of pydantic's errors."""
    if error.get("input", ...) is None:
        return REQUIRED
    if error["type"] == "value_error":
        return str(error["ctx"]["error"])
    template = MESSAGES.get(error["type"])
    limits = {name: _plain(limit) for name, limit in (error.get("ctx") or {}).items()}
    return template.format_map(limits) if template else str(error["msg"])


def _plain(limit: Any) -> Any:
    """24.0 as 24, as people write it."""
    return int(limit) if isinstance(limit, float) and limit.is_integer() else limit


def field_of(location: tuple[int | str, ...]) -> str:
    return ".".join(str(part) for part in location[1:]) or str(location[0])


def handle_problems(app: FastAPI) -> None:
    """Makes the app answer every error in this form."""

    @app.exception_handler(RequestValidationError)
    def _invalid_request(_: Request, error: RequestValidationError) -> JSONResponse:
        return invalid({field_of(each["loc"]): message_of(each) for each in error.errors()})

    @app.exception_handler(FieldProblems)
    def _invalid_fields(_: Request, error: FieldProblems) -> JSONResponse:
        return invalid(error.fields)

    @app.exception_handler(Refused)
    def _refused(_: Request, error: Refused) -> JSONResponse:
        return problem(409, "Not possible", str(error))

    @app.exception_handler(HTTPException)
    def _http_error(_: Request, error: HTTPException) -> JSONResponse:
        title = TITLES.get(error.status_code, "Not possible")
        return problem(error.status_code, title, str(error.detail), headers=error.headers)

    @app.exception_handler(Exception)
    def _unexpected(_: Request, error: Exception) -> JSONResponse:
        logging.getLogger("app").error("A request failed.", exc_info=error)
        return problem(500, "Something went wrong", "The app could not do this. Try again in a moment.")
