"""Sessions: renewed once, ended at once, stolen ones found; welcome links; cookies and writes by them."""

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest

from vibecaas.kit import clock

from ..fixtures.house import House, Member
from ..fixtures.waiting import eventually

pytestmark = pytest.mark.anyio
PARALLEL = 20


@pytest.fixture
def later() -> Iterator[None]:
    """Bring the clock back that a test has put forward by `advance`."""
    yield
    clock.replace(None)


def advance(**ahead: int) -> None:
    clock.replace(lambda: datetime.now(UTC) + timedelta(**ahead))


async def refresh(house: House, token: str) -> httpx.Response:
    return await house.client().post("/api/v1/auth/refresh", json={"refresh_token": token})


async def link(member: Member) -> str:
    answer = await member.client.post("/api/v1/auth/welcome-links", json={})
    token: str = answer.json()["token"]
    return token


async def code(client: httpx.AsyncClient) -> tuple[int, Any]:
    answer = await client.get("/api/v1/users/me")
    return answer.status_code, answer.json().get("code")


async def test_many_renewals_at_once_get_one_successor(house: House, ada: Member) -> None:
    token = ada.session["refresh_token"]
    answers = await asyncio.gather(*(refresh(house, token) for _ in range(PARALLEL)))
    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.json()["refresh_token"] for answer in answers} - {token}) == 1


async def test_an_old_refresh_token_ends_the_whole_session(house: House, ada: Member) -> None:
    first = ada.session["refresh_token"]
    second = (await refresh(house, first)).json()["refresh_token"]
    third = (await refresh(house, second)).json()["refresh_token"]
    async with asyncio.timeout(10):
        thieves = await asyncio.gather(*(refresh(house, first) for _ in range(PARALLEL)))
    assert {thief.status_code for thief in thieves} == {401}
    assert {thief.json()["code"] for thief in thieves} <= {"refresh_token_reused", "session_revoked"}
    assert "refresh_token_reused" in {thief.json()["code"] for thief in thieves}
    assert await code(ada.client) == (401, "session_revoked")
    assert (await refresh(house, third)).json()["code"] == "session_revoked"
    noted = await house.database.sql(
        "select count(*) as times from audit_events where action = 'auth.refresh_reuse' and target_id = :user",
        user=ada.user_id,
    )
    assert noted[0].times >= 1


async def test_signing_out_ends_the_session_at_once(house: House, ada: Member) -> None:
    assert (await ada.client.post("/api/v1/auth/logout")).status_code == 204
    assert await code(ada.client) == (401, "session_revoked")
    assert (await refresh(house, ada.session["refresh_token"])).json()["code"] == "session_revoked"


@pytest.mark.usefixtures("later")
async def test_no_access_token_outlives_its_session(house: House, ada: Member) -> None:
    advance(days=house.settings.auth.refresh_days, minutes=-1)
    ahead = house.tokens.access_token(
        user_id=ada.user_id, session_id=house.tokens.read_refresh_token(ada.session["refresh_token"])[0]
    )
    client = house.client(ahead)
    assert await code(client) == (200, None)
    advance(days=house.settings.auth.refresh_days, minutes=1)
    assert await code(client) == (401, "session_revoked")


@pytest.mark.usefixtures("later")
async def test_an_access_token_is_good_for_ten_minutes(ada: Member) -> None:
    advance(minutes=10, seconds=1)
    assert await code(ada.client) == (401, "token_expired")


async def test_a_welcome_link_signs_in_once(house: House, ada: Member) -> None:
    token = await link(ada)
    send = house.client().post
    answers = await asyncio.gather(*(send("/api/v1/auth/welcome", json={"token": token}) for _ in range(PARALLEL)))
    assert sorted(answer.status_code for answer in answers) == [200] + [401] * (PARALLEL - 1)
    assert {answer.json().get("code") for answer in answers} == {None, "one_time_token_invalid"}


@pytest.mark.usefixtures("later")
async def test_a_welcome_link_lives_fifteen_minutes(house: House, ada: Member) -> None:
    token = await link(ada)
    advance(minutes=15, seconds=1)
    answer = await house.client().post("/api/v1/auth/welcome", json={"token": token})
    assert (answer.status_code, answer.json()["code"]) == (401, "one_time_token_invalid")


async def test_cookies_are_closed_and_writes_by_them_come_from_our_page(house: House, ada: Member) -> None:
    body = {"token": await link(ada), "session": "cookie"}
    answer = await house.client().post("/api/v1/auth/welcome", json=body)
    assert (answer.json()["access_token"], answer.json()["refresh_token"]) == (None, None)
    cookies = answer.headers.get_list("set-cookie")
    assert [cookie.split("=")[0] for cookie in cookies] == ["__Host-vibecaas_access", "__Host-vibecaas_refresh"]
    for cookie, same_site in zip(cookies, ("Lax", "Strict"), strict=True):
        attributes = set(cookie.split("; ")[1:])
        assert {"Path=/", "Secure", "HttpOnly", f"SameSite={same_site}"} <= attributes
        assert "Domain" not in cookie
    pair = "; ".join(cookie.split(";")[0] for cookie in cookies)
    own = {"X-Vibecaas-CSRF": "1"}
    for headers, expected in (
        ({}, 403),
        ({"Origin": "http://localhost:8420"}, 403),
        ({**own, "Origin": "http://evil.example"}, 403),
        ({**own, "Origin": "http://guestbook-preview.localhost:8421"}, 403),
        ({**own, "Origin": "null"}, 403),
        ({**own, "Origin": "http://localhost:8420"}, 201),
        (own, 201),
    ):
        client = house.client(Cookie=pair, **headers)
        made = await client.post("/api/v1/projects", json={"name": "By cookie"})
        assert made.status_code == expected, (headers, made.text)
        assert expected == 201 or made.json()["code"] == "csrf_rejected"


async def test_signing_out_closes_the_streams_of_the_session(house: House, ada: Member) -> None:
    made = await ada.client.post("/api/v1/projects", json={"prompt": "A guestbook with names and messages"})
    path = f"/api/v1/runs/{made.json()['latest_run']['id']}/events"
    listening = asyncio.create_task(ada.client.get(path, headers={"Accept": "text/event-stream"}))

    async def open_now() -> bool:
        return bool(house.container.hub._waiting)

    await eventually(open_now)
    assert (await ada.client.post("/api/v1/auth/logout")).status_code == 204
    async with asyncio.timeout(3):
        heard = await listening
    assert heard.status_code == 200
    assert "event: run.queued" in heard.text
    assert not await open_now()
