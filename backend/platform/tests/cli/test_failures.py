"""Exit codes and words of failures."""

import json

import pytest

from vibecaas.entrypoints.cli.session import save_session

from .conftest import Call
from .server import Answer, ApiServer, answer, problem

EXIT_CODES = [
    (400, "malformed_request", 2),
    (401, "unauthenticated", 4),
    (403, "permission_denied", 4),
    (404, "not_found", 3),
    (409, "state_conflict", 5),
    (412, "precondition_failed", 5),
    (413, "body_too_large", 6),
    (422, "validation_failed", 2),
    (429, "rate_limited", 6),
    (500, "internal_error", 1),
    (503, "dependency_unavailable", 7),
]


@pytest.mark.parametrize(("status", "code", "exit_code"), EXIT_CODES)
def test_the_exit_code_of_a_status(api: ApiServer, call: Call, status: int, code: str, exit_code: int) -> None:
    api.on("GET /api/v1/projects", problem(status, code, "A sentence."))
    api.on("POST /api/v1/auth/refresh", problem(401, "token_invalid", "No."))

    outcome = call("projects", "list")

    assert outcome.code == exit_code
    assert outcome.out == ""
    assert "A sentence." in outcome.err
    assert code in outcome.err
    assert "req_1" in outcome.err


def test_a_wrong_field_is_named(api: ApiServer, call: Call) -> None:
    problem_body = {
        "code": "validation_failed",
        "detail": "The request is not valid.",
        "errors": [{"pointer": "/prompt", "code": "too_long", "detail": "at most 20000 characters"}],
    }
    api.on("POST /api/v1/projects", answer(problem_body, 422))

    assert "/prompt: at most 20000 characters" in call("new", "x").err


def test_nobody_at_the_address(call: Call) -> None:
    save_session("http://127.0.0.1:1", "a", "r")

    outcome = call("projects", "list")

    assert outcome.code == 7
    assert "does not answer at http://127.0.0.1:1" in outcome.err
    assert "Next: vibecaas up" in outcome.err


def test_somebody_else_at_the_address(api: ApiServer, call: Call) -> None:
    api.on("GET /api/v1/projects", Answer(200, b"<html>", {"Content-Type": "text/html"}))

    outcome = call("projects", "list")

    assert outcome.code == 7
    assert "is not VibeCaaS" in outcome.err


@pytest.mark.parametrize("words", [("fly",), ("projects", "list", "--wings"), ("new",)])
def test_wrong_usage(call: Call, words: tuple[str, ...]) -> None:
    assert call(*words).code == 2


def test_failures_as_json(api: ApiServer, call: Call) -> None:
    api.on("GET /api/v1/projects", problem(404, "feature_disabled", "Switched off."))

    outcome = call("projects", "list", "--json")

    assert json.loads(outcome.err) == {
        "object": "error",
        "code": "feature_disabled",
        "message": "Switched off.",
        "request_id": "req_1",
        "next": None,
    }
