"""R14 and R15: a foreign id is like one that never was, on every operation; roles may what the table says.

Driven by the running application's own description: a new operation is covered the day it appears, and one for which
there is no rule fails.
"""

import re

import httpx
import pytest

from vibecaas.kit import ids
from vibecaas.organizations.schemas import PERMISSIONS

from ..fixtures.house import House, Member
from .seeds import BODIES, BODY_IDS, COMMON, CURSORS, PREFIXES, QUERY_PREFIXES, Operation, ghosts, operations, seed

pytestmark = pytest.mark.anyio
ANY_ID = re.compile(r"\b[a-z]{2,4}_[0-9a-hjkmnp-tv-z]{26}\b")
FREE_HEADERS = {"x-request-id", "ratelimit", "ratelimit-policy", "date"}
FREE_HEADER_PREFIX = "x-ratelimit-"
SHAPES = ["x" * 10_240, "%00", "%2e%2e%2f", "prj_%F0%9F%98%80", "usr_01k9zq3f2d7m8v5x4c6b9n0p1t", "prj_", "1"]


@pytest.fixture
async def things(house: House, ada: Member) -> dict[str, str]:
    return await seed(house, ada)


def all_operations(house: House) -> list[Operation]:
    return list(operations(house.app.openapi()))


async def call(
    client: httpx.AsyncClient,
    operation: Operation,
    path: str,
    *,
    params: dict[str, str] | None = None,
    headers: dict[str, str] | None = None,
) -> httpx.Response:
    body = BODIES.get(operation.id)
    content = body if isinstance(body, bytes) else None
    json = None if isinstance(body, bytes) else body
    return await client.request(operation.method, path, content=content, json=json, params=params, headers=headers)


def filled(operation: Operation, known: dict[str, str]) -> str:
    """Return the path with ids put in; KeyError for a parameter without a rule."""
    values = {name: (known | COMMON)[PREFIXES[name]] for name in operation.names("path") if name != "path"}
    return operation.path.format(path="README.md", **values)


def _names_somebodys(operation: Operation) -> bool:
    """Tell ids of things that somebody has from names of what the installation has for all."""
    return any(name == "path" or PREFIXES[name] not in COMMON for name in operation.names("path"))


def comparable(answer: httpx.Response) -> tuple[int, str, dict[str, str]]:
    """Return what an answer tells, without ids and without what every request has of its own."""
    headers = {
        name: value
        for name, value in answer.headers.items()
        if name not in FREE_HEADERS and not name.startswith(FREE_HEADER_PREFIX)
    }
    return answer.status_code, ANY_ID.sub("ID", answer.text), headers


async def test_a_foreign_id_in_a_path_is_like_one_that_never_was(
    house: House, bob: Member, things: dict[str, str]
) -> None:
    never = ghosts()
    tested = 0
    for operation in all_operations(house):
        if not _names_somebodys(operation):
            continue
        assert not operation.has_body or operation.id in BODIES, f"{operation.id}: no rule for its body"
        foreign = await call(bob.client, operation, filled(operation, things))
        ghost = await call(bob.client, operation, filled(operation, never))
        assert comparable(foreign) == comparable(ghost), operation.id
        assert (foreign.status_code, foreign.json()["code"]) == (404, "not_found"), operation.id
        tested += 1
    assert tested == sum("{" in operation.path for operation in all_operations(house)) - len(COMMON)


async def test_a_foreign_id_in_a_query_is_like_one_that_never_was(
    house: House, bob: Member, things: dict[str, str]
) -> None:
    own, never = await seed(house, bob), ghosts()
    for operation in all_operations(house):
        for name in operation.names("query"):
            if not (name in QUERY_PREFIXES or name.endswith("_id")):
                continue
            prefix = CURSORS[operation.id] if name == "starting_after" else QUERY_PREFIXES[name]
            assert prefix is not None
            path = filled(operation, own)
            foreign = await call(bob.client, operation, path, params={name: things[prefix]})
            ghost = await call(bob.client, operation, path, params={name: never[prefix]})
            if name == "starting_after":  # a cursor is a place in the order of time, and shows rows of one's own
                assert foreign.status_code == ghost.status_code == 200, operation.id
                assert not set(things.values()) & set(ANY_ID.findall(foreign.text.split('"url"')[0])), operation.id
            else:
                assert comparable(foreign) == comparable(ghost), (operation.id, name)


async def test_a_foreign_id_in_a_body_is_like_one_that_never_was(
    house: House, bob: Member, things: dict[str, str]
) -> None:
    never = ghosts()
    with_bodies = {operation.id: operation for operation in all_operations(house) if operation.has_body}
    for operation_id, (field, prefix) in BODY_IDS.items():
        operation = with_bodies[operation_id]
        foreign = await bob.client.request(operation.method, operation.path, json={field: things[prefix]})
        ghost = await bob.client.request(operation.method, operation.path, json={field: never[prefix]})
        assert comparable(foreign) == comparable(ghost), operation_id
        assert foreign.status_code == 404, operation_id
    described = house.app.openapi()["components"]["schemas"]
    fields = {name for schema in described.values() for name in schema.get("properties", {}) if name.endswith("_id")}
    assert {"project_id"} <= fields


async def test_nobody_gets_anywhere_without_signing_in(house: House, things: dict[str, str]) -> None:
    anonymous = house.client()
    for operation in all_operations(house):
        if operation.permission == "public":
            continue
        answer = await call(anonymous, operation, filled(operation, things))
        assert (answer.status_code, answer.json()["code"]) == (401, "unauthenticated"), operation.id
        assert answer.headers["WWW-Authenticate"].startswith("Bearer"), operation.id


async def test_ids_of_a_wrong_shape_are_not_found_and_never_an_error_of_ours(house: House, ada: Member) -> None:
    for operation in all_operations(house):
        names = [name for name in operation.names("path") if name != "path"]
        for shape in SHAPES:
            if not names:
                continue
            path = operation.path.format(path="README.md", **dict.fromkeys(names, shape))
            answer = await call(ada.client, operation, path)
            assert answer.status_code in {404, 405, 422}, (operation.id, shape[:40], answer.text)


@pytest.mark.parametrize("role", sorted(PERMISSIONS))
async def test_each_role_may_what_the_table_says(
    house: House, ada: Member, bob: Member, things: dict[str, str], role: str
) -> None:
    await house.database.sql(
        "insert into memberships (id, organization_id, user_id, role) values (:id, :organization, :user, :role)",
        id=ids.new_uuid(),
        organization=ada.organization_id,
        user=bob.user_id,
        role=role,
    )
    never = ghosts()
    headers = {"Vibecaas-Organization": ada.session["organization"]["id"]}
    for operation in all_operations(house):
        if operation.permission in {"public", "self", "member"}:
            continue
        answer = await call(bob.client, operation, filled(operation, never), headers=headers)
        refused = answer.status_code == 403 and answer.json()["code"] == "permission_denied"
        assert refused == (operation.permission not in PERMISSIONS[role]), (operation.id, answer.text)


async def test_every_operation_names_its_rule_and_its_audit_event(house: House) -> None:
    words = {"public", "self", "member"} | PERMISSIONS["owner"]
    document = house.app.openapi()
    seen = set()
    for operation in all_operations(house):
        described = document["paths"][operation.path][operation.method]
        assert described["x-permission"] in words, operation.id
        assert described.get("x-audit-event"), f"{operation.id} names no audit event"
        assert operation.id not in seen
        seen.add(operation.id)
