"""The API keeps its own description, whatever it is sent: no server error, no answer that is not described."""

import asyncio
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
import schemathesis
import uvicorn
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.core.result import Ok
from schemathesis.schemas import APIOperation, BaseSchema
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from ..fixtures.database import Database
from ..fixtures.house import PASSWORD, House
from ..fixtures.waiting import wait_until

EXAMPLES_EACH = 8
Operation = APIOperation[Any, Any, Any, Any]
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]


@contextmanager
def serving(database: Database, folder: Path) -> Iterator[str]:
    """Serve the whole house on a loopback port, on an event loop of its own; yields its address."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        house = House(database, folder)
        server = uvicorn.Server(uvicorn.Config(house.app, log_level="critical", access_log=False))
        thread = threading.Thread(target=lambda: asyncio.run(server.serve(sockets=[listener])))
        thread.start()
        try:
            wait_until(lambda: server.started, 20)
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join(20)


@pytest.fixture(scope="module")
def address(database_server: str, database: Database, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    del database_server
    with serving(database, tmp_path_factory.mktemp("house")) as made:
        yield made


def sign_up(address: str, name: str) -> dict[str, str]:
    """Register somebody; returns the header that signs requests."""
    body = {"email": f"{name}@example.org", "password": PASSWORD, "name": name}
    session = httpx.post(f"{address}/api/v1/auth/register", json=body).json()
    return {"Authorization": f"Bearer {session['access_token']}"}


@pytest.fixture(scope="module")
def owner(address: str) -> dict[str, str]:
    return sign_up(address, "owner")


def fuzz(operation: Operation, headers: dict[str, str]) -> int:
    """Send generated requests of one operation; returns how many."""
    sent = 0

    @settings(
        max_examples=EXAMPLES_EACH,
        derandomize=True,
        deadline=None,
        database=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy())
    def send(case: "schemathesis.Case[Any]") -> None:
        nonlocal sent
        sent += 1
        case.call_and_validate(headers=headers, checks=CHECKS, timeout=20)

    send()
    return sent


def described(schema: BaseSchema) -> list[Operation]:
    """Return all operations of the description."""
    return [found.ok() for found in schema.get_all_operations() if isinstance(found, Ok)]


@pytest.mark.parametrize("signed_in", [True, False], ids=["owner", "anonymous"])
def test_the_api_keeps_its_description(address: str, owner: dict[str, str], *, signed_in: bool) -> None:
    schema = schemathesis.openapi.from_url(f"{address}/openapi.json")
    document = httpx.get(f"{address}/openapi.json").json()
    expected = {(method.upper(), path) for path, item in document["paths"].items() for method in item}
    tested, broken = set(), []
    for operation in described(schema):
        ends_session = operation.path == "/api/v1/auth/logout"
        headers = {} if not signed_in else sign_up(address, "leaving") if ends_session else owner
        try:
            assert fuzz(operation, headers) > 0
        except Exception as failure:  # noqa: BLE001 - collected, so that one run shows all
            broken.append(f"{operation.method.upper()} {operation.path}: {failure}")
        tested.add((operation.method.upper(), operation.path))
    assert broken == [], "\n\n".join(broken)
    assert tested == expected
