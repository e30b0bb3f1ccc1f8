"""What every request meets: its id, the limits of its body, problems instead of the framework's own pages."""

from collections.abc import AsyncIterator

import httpx
import pytest

from vibecaas.kit.db import Units, make_engine
from vibecaas.kit.web.middleware import FILE_LIMIT_BYTES, JSON_LIMIT_BYTES

from ..fixtures.house import House, Member

pytestmark = pytest.mark.anyio
PROJECTS = "/api/v1/projects"
FIELDS = {"type", "title", "status", "detail", "instance", "code", "request_id", "errors", "doc_url", "retryable"}


def problem(answer: httpx.Response, status: int, code: str) -> httpx.Response:
    """Check that an answer is this problem, in the one form."""
    assert (answer.status_code, answer.json()["code"]) == (status, code), answer.text
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert set(answer.json()) >= FIELDS
    assert answer.json()["status"] == status
    assert answer.json()["request_id"] == answer.headers["X-Request-Id"]
    return answer


async def test_unknown_paths_and_methods_are_problems(house: House, ada: Member) -> None:
    problem(await ada.client.get("/api/v1/nothing"), 404, "not_found")
    problem(await ada.client.get("/api/"), 404, "not_found")
    refused = problem(await ada.client.request("TRACE", PROJECTS), 405, "method_not_allowed")
    assert refused.headers["Allow"] == "GET, POST"
    problem(await house.client().get(PROJECTS), 401, "unauthenticated")


async def test_a_request_keeps_a_good_id_and_loses_a_bad_one(ada: Member) -> None:
    kept = await ada.client.get(PROJECTS, headers={"X-Request-Id": "mine_1-2"})
    assert kept.headers["X-Request-Id"] == "mine_1-2"
    for bad in ("a" * 65, "two words", "<script>", "ü"):
        answer = await ada.client.get(PROJECTS, headers={b"X-Request-Id": bad.encode()})
        assert answer.headers["X-Request-Id"].startswith("req_")


async def test_answers_are_not_stored_and_not_sniffed(ada: Member) -> None:
    answer = await ada.client.get(PROJECTS)
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    for name in ("RateLimit", "RateLimit-Policy", "X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset"):
        assert name in answer.headers, name


async def test_unknown_fields_and_parameters_are_refused(ada: Member) -> None:
    answer = problem(await ada.client.post(PROJECTS, json={"name": "x", "role": "owner"}), 422, "validation_failed")
    assert answer.json()["errors"] == [
        {"pointer": "/role", "code": "unknown_field", "detail": answer.json()["errors"][0]["detail"]}
    ]
    answer = problem(await ada.client.get(PROJECTS, params={"limt": "3"}), 422, "validation_failed")
    assert (answer.json()["errors"][0]["pointer"], answer.json()["errors"][0]["code"]) == ("limt", "unknown_field")
    for limit in ("0", "101", "1000000000", "-1", "x"):
        problem(await ada.client.get(PROJECTS, params={"limit": limit}), 422, "validation_failed")


@pytest.mark.parametrize("body", [b"{", b"\xff\xfe", b'{"name": NaN', b'{"a":' * 20_000])
async def test_what_cannot_be_read_is_malformed(ada: Member, body: bytes) -> None:
    answer = await ada.client.post(PROJECTS, content=body, headers={"Content-Type": "application/json"})
    problem(answer, 400, "malformed_request")


@pytest.mark.parametrize("name", ["a\x00b", "\ud800", "", "x" * 10_000, 7, None, ["a"], {"a": 1}])
async def test_odd_names_are_refused_and_never_an_error_of_ours(ada: Member, name: object) -> None:
    content = b'{"name": "\\ud800"}' if name == "\ud800" else None
    json = None if content else {"name": name}
    headers = {"Content-Type": "application/json"} if content else None
    answer = await ada.client.post(PROJECTS, content=content, json=json, headers=headers)
    assert answer.status_code == 422 or (name is None and answer.status_code == 201), answer.text


async def test_bodies_beyond_the_limit_are_refused_before_they_are_read(ada: Member) -> None:
    taken = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal taken
        for _ in range(200):
            taken += 1024 * 1024
            yield b" " * 1024 * 1024

    json = {"Content-Type": "application/json"}
    said = await ada.client.post(PROJECTS, content=b" " * (JSON_LIMIT_BYTES + 1), headers=json)
    problem(said, 413, "body_too_large")
    problem(await ada.client.post(PROJECTS, content=endless(), headers=json), 413, "body_too_large")
    assert taken <= 4 * JSON_LIMIT_BYTES
    taken = 0
    project = (await ada.client.post(PROJECTS, json={"name": "Files"})).json()["id"]
    path = f"{PROJECTS}/{project}/files/big.bin"
    problem(await ada.client.put(path, content=endless(), headers={"If-None-Match": "*"}), 413, "body_too_large")
    assert taken <= FILE_LIMIT_BYTES + 4 * JSON_LIMIT_BYTES


async def test_a_length_that_is_no_number_is_no_error_of_ours(ada: Member) -> None:
    for length in ("x", "-1", "1e3", "\uff19"):
        headers = {b"Content-Length": length.encode(), b"Content-Type": b"application/json"}
        answer = await ada.client.post(PROJECTS, content=b'{"name": "x"}', headers=headers)
        assert answer.status_code in {201, 400}, answer.text


async def test_a_commit_that_fails_is_never_a_success(house: House, ada: Member) -> None:
    await house.database.sql(
        "create function refuse() returns trigger language plpgsql as"
        " $$ begin raise exception 'the disk is full, said the test'; end $$"
    )
    await house.database.sql(
        "create constraint trigger refuse after insert on projects deferrable initially deferred"
        " for each row execute function refuse()"
    )
    try:
        answer = await ada.client.post(PROJECTS, json={"name": "Never"})
    finally:
        await house.database.sql("drop function refuse cascade")
    assert answer.status_code >= 500
    assert "disk is full" not in answer.text
    assert answer.headers["X-Request-Id"] == answer.json()["request_id"]
    assert (await ada.client.get(PROJECTS)).json()["data"] == []


async def test_a_database_that_is_away_is_named(house: House, ada: Member, monkeypatch: pytest.MonkeyPatch) -> None:
    away = make_engine(house.settings.app_url.split("?")[0] + "?host=/nowhere")
    monkeypatch.setattr(house.app.state, "units", Units(away, role="app"))
    answer = problem(await ada.client.get(PROJECTS), 503, "dependency_unavailable")
    assert answer.json()["dependency"] == "database"
    assert int(answer.headers["Retry-After"]) >= 1
    await away.dispose()
