"""The doors that stand open to all: throttled, silent about who has an account, and never closed by a stale token."""

import asyncio
import json
from pathlib import Path
from typing import Any

import httpx
import pytest

from vibecaas.kit import ids

from ..fixtures.database import Database
from ..fixtures.house import PASSWORD, House, Member, open_house

pytestmark = pytest.mark.anyio
WRONG = "not the password at all"
PARALLEL = 20


async def log_in(client: httpx.AsyncClient, email: str, password: str = PASSWORD, **more: str) -> httpx.Response:
    return await client.post("/api/v1/auth/login", json={"email": email, "password": password, **more})


async def register(client: httpx.AsyncClient, email: str, password: str = PASSWORD) -> httpx.Response:
    body = {"email": email, "password": password, "name": "Grace"}
    return await client.post("/api/v1/auth/register", json=body)


def fresh_email() -> str:
    return f"{ids.new_uuid().hex[-12:]}@example.org"


async def test_known_and_unknown_accounts_get_the_same_refusal(house: House, ada: Member) -> None:
    known = await log_in(house.client(), ada.email, WRONG)
    unknown = await log_in(house.client(), fresh_email(), WRONG)
    local = await log_in(house.client(), "owner@localhost", WRONG)

    def told(answer: httpx.Response) -> dict[str, Any]:
        return {name: value for name, value in answer.json().items() if name not in {"request_id", "instance"}}

    assert {known.status_code, unknown.status_code, local.status_code} == {401}
    assert told(known) == told(unknown) == told(local)
    assert known.json()["code"] == "invalid_credentials"


async def test_no_well_known_pair_signs_in(house: House) -> None:
    for email in ("admin@localhost", "owner@localhost", "root@localhost", "admin@example.org"):
        for password in ("admin", "password", "owner", "vibecaas", "changeme"):
            assert (await log_in(house.client(), email, password)).status_code == 401


async def test_many_wrong_passwords_at_once_leave_room_for_others(house: House, ada: Member) -> None:
    async with asyncio.timeout(15):
        tries = await asyncio.gather(*(log_in(house.client(), ada.email, WRONG) for _ in range(PARALLEL)))
        assert (await ada.client.get("/api/v1/users/me")).status_code == 200
    assert {answer.status_code for answer in tries} == {401}


async def test_one_address_is_registered_once(house: House) -> None:
    email = fresh_email()
    answers = await asyncio.gather(*(register(house.client(), email) for _ in range(5)))
    assert sorted(answer.status_code for answer in answers) == [201, 409, 409, 409, 409]
    again = await register(house.client(), email.upper())
    assert (again.status_code, again.json()["code"]) == (409, "already_exists")


async def test_a_stale_token_does_not_close_the_open_doors(house: House, ada: Member) -> None:
    session = (await log_in(house.client(), ada.email, session="cookie")).headers.get_list("set-cookie")
    stale = session[0].split(";")[0]
    renewing = session[1].split(";")[0]
    ours = {"X-Vibecaas-CSRF": "1"}
    broken = house.client(Cookie=f"__Host-vibecaas_access=gone; {renewing}", **ours)
    renewed = await broken.post("/api/v1/auth/refresh", json={"session": "cookie"})
    assert renewed.status_code == 200, renewed.text
    assert (await house.client(Cookie=stale, **ours).post("/api/v1/auth/logout")).status_code == 204
    back = house.client(Cookie=stale, **ours)
    assert (await log_in(back, ada.email, session="cookie")).status_code == 200
    assert (await back.get("/api/v1/meta")).status_code == 200
    assert (await log_in(house.client("junk"), ada.email)).status_code == 200


async def test_attempts_are_throttled_per_account_and_per_address(database: Database, tmp_path: Path) -> None:
    async with open_house(database, tmp_path, http={"rate_limit_factor": 1}) as house:
        grace = await house.register("grace")
        other = await house.register("other")
        for number in range(10):
            one = house.client(address=f"10.1.0.{number}")
            assert (await log_in(one, grace.email, WRONG)).status_code == (401 if number < 9 else 429), number
        last = await log_in(house.client(address="10.1.1.1"), grace.email)
        assert (last.status_code, last.json()["code"]) == (429, "rate_limited")
        assert int(last.headers["Retry-After"]) >= 1
        assert last.json()["retryable"] is True
        assert (await log_in(house.client(address="10.1.1.2"), other.email)).status_code == 200


async def test_a_forged_origin_of_the_request_resets_no_counter(database: Database, tmp_path: Path) -> None:
    async with open_house(database, tmp_path, http={"rate_limit_factor": 1}) as house:
        statuses = []
        for number in range(11):
            client = house.client(address="10.2.0.1", **{"X-Forwarded-For": f"10.9.9.{number}"})
            statuses.append((await log_in(client, fresh_email(), WRONG)).status_code)
        assert statuses == [401] * 10 + [429]


async def test_closed_registration_says_so(database: Database, tmp_path: Path) -> None:
    async with open_house(database, tmp_path, auth={"registration": "closed"}) as house:
        answer = await register(house.client(), fresh_email())
        assert (answer.status_code, answer.json()["code"]) == (403, "permission_denied")


@pytest.mark.parametrize(
    "password",
    [
        "é" * 64,
        "trailing space ",
        " leading space",
        "x1" * 100,
        "all lower case words",
        "パスワードは長い方が良い",
        "1 4 9 16 25 36",
        "nul\x00 in the middle",
    ],
)
async def test_long_passwords_of_any_kind_are_taken_exactly(house: House, password: str) -> None:
    email = fresh_email()
    assert (await register(house.client(), email, password)).status_code == 201
    assert (await log_in(house.client(), email, password)).status_code == 200
    for near in (password.strip() + "!", password[:-1], password.swapcase() + "?", password[:72] + "?"):
        assert (await log_in(house.client(), email, near)).status_code == 401


async def test_half_a_character_is_no_error_of_ours(house: House) -> None:
    for path, field in (("register", "password"), ("login", "password"), ("welcome", "token"), ("login", "email")):
        body = {"email": "grace@example.org", "password": PASSWORD, "name": "Grace"} if path == "register" else {}
        body |= {"email": "grace@example.org", "password": PASSWORD} if path == "login" else {}
        content = json.dumps({**body, field: "half \ud800 of it@x"}).encode()
        headers = {"Content-Type": "application/json"}
        answer = await house.client().post(f"/api/v1/auth/{path}", content=content, headers=headers)
        assert (answer.status_code, answer.json()["code"]) == (422, "validation_failed"), (path, field)


@pytest.mark.parametrize(
    ("password", "code"),
    [
        ("short", "password_too_weak"),
        ("elevenchars", "password_too_weak"),
        ("password1", "password_too_weak"),
        ("password1234", "password_too_weak"),
        ("Administrator", "password_too_weak"),
        ("vibecaas2026!", "password_too_weak"),
        ("aaaaaaaaaaaa", "password_too_weak"),
        ("grace.hopper@navy.example", "password_too_weak"),
        ("x" * 257, "validation_failed"),
        ("", "validation_failed"),
    ],
)
async def test_passwords_that_are_refused(house: House, password: str, code: str) -> None:
    answer = await register(house.client(), "grace.hopper@navy.example", password)
    assert (answer.status_code, answer.json()["code"]) == (422, code), answer.text
    assert answer.json()["errors"][0]["pointer"] == "/password"
    assert len(password) < 8 or password not in answer.text
