"""R45: a request with a key has its effect once, whoever sends it how often; only its own answer comes again."""

import asyncio

import httpx
import pytest

from ..fixtures.house import House, Member

pytestmark = pytest.mark.anyio
PROJECTS = "/api/v1/projects"
PARALLEL = 50


async def create(member: Member, key: str, name: str = "Once") -> httpx.Response:
    return await member.client.post(PROJECTS, json={"name": name}, headers={"Idempotency-Key": key})


async def count(member: Member) -> int:
    return len((await member.client.get(PROJECTS)).json()["data"])


async def test_fifty_at_once_have_one_effect(ada: Member) -> None:
    answers = await asyncio.gather(*(create(ada, "fifty") for _ in range(PARALLEL)))
    made = [answer for answer in answers if answer.status_code == 201]
    waiting = [answer for answer in answers if answer.status_code != 201]
    assert len([answer for answer in made if "Idempotent-Replayed" not in answer.headers]) == 1
    assert len({answer.json()["id"] for answer in made}) == 1
    assert {(answer.status_code, answer.json()["code"]) for answer in waiting} <= {(409, "idempotency_in_flight")}
    assert all(int(answer.headers["Retry-After"]) >= 1 for answer in waiting)
    assert await count(ada) == 1


async def test_the_stored_answer_comes_again_word_for_word(ada: Member) -> None:
    first, second = await create(ada, '"quoted"'), await create(ada, "quoted")
    assert second.headers["Idempotent-Replayed"] == "true"
    assert (second.status_code, second.content) == (first.status_code, first.content)
    assert second.headers.get("Location") == first.headers.get("Location")
    assert second.headers["X-Request-Id"] != first.headers["X-Request-Id"]


async def test_another_body_with_the_same_key_is_refused(ada: Member) -> None:
    await create(ada, "same")
    answer = await create(ada, "same", "Another")
    assert (answer.status_code, answer.json()["code"]) == (422, "idempotency_key_reused")


async def test_other_people_have_their_own_keys(ada: Member, bob: Member) -> None:
    answers = [await create(ada, "shared"), await create(bob, "shared")]
    assert [answer.status_code for answer in answers] == [201, 201]
    assert len({answer.json()["id"] for answer in answers}) == 2


@pytest.mark.parametrize("key", ["", '""', "x" * 256, "tab\tinside"])
async def test_keys_that_are_none(ada: Member, key: str) -> None:
    answer = await create(ada, key)
    assert (answer.status_code, answer.json()["code"]) == (400, "idempotency_key_invalid")


async def test_what_failed_may_be_tried_again_with_the_same_key(ada: Member) -> None:
    assert (await create(ada, "later", "")).status_code == 422
    assert (await create(ada, "later")).status_code == 201


async def test_answers_that_hold_a_secret_are_not_kept(house: House, ada: Member) -> None:
    for _ in range(2):
        await ada.client.post("/api/v1/auth/welcome-links", json={}, headers={"Idempotency-Key": "secret"})
    kept = await house.database.sql(
        "select 1 from idempotent_answers where organization_id = :own", own=ada.organization_id
    )
    assert kept == []
