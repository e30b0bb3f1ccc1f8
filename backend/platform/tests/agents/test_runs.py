"""Runs over the whole house: what is built, what is said, what is stopped; machines and checkers are twins."""

from typing import Any

import pytest

from ..fixtures.house import House, Member

pytestmark = pytest.mark.anyio
PROMPT = "A guestbook where visitors leave a name and a message, newest first, with search"


async def get(member: Member, path: str) -> dict[str, Any]:
    answer = await member.client.get(f"/api/v1{path}")
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def post(member: Member, path: str, body: dict[str, Any] | None = None, status: int = 200) -> dict[str, Any]:
    answer = await member.client.post(f"/api/v1{path}", json=body or {})
    assert answer.status_code == status, answer.text
    made: dict[str, Any] = answer.json()
    return made


async def test_a_sentence_becomes_a_checked_version(house: House, ada: Member) -> None:
    run = await house.build(ada, PROMPT)
    assert (run["status"], run["offline"]) == ("succeeded", True)
    assert [(step["kind"], step["status"]) for step in run["steps"]] == [
        ("plan", "committed"),
        ("build", "committed"),
        ("backend", "skipped"),
        ("frontend", "skipped"),
        ("ai_feature", "skipped"),
        ("integrate", "committed"),
        ("test", "committed"),
    ]
    assert run["steps"][2]["reason"]["code"] == "no_model"
    versions = (await get(ada, f"/projects/{run['project_id']}/versions"))["data"]
    assert [version["commit"] for version in versions] == [run["steps"][1]["commit"]]
    checks = (await get(ada, f"/runs/{run['id']}/checks"))["data"]
    assert {check["kind"] for check in checks} == {"scan", "http", "browser", "command"}
    shown = next(check for check in checks if check["kind"] == "browser")
    picture = await ada.client.get(shown["evidence_url"])
    assert (picture.headers["content-type"], picture.content[:4]) == ("image/png", b"\x89PNG")
    project = await get(ada, f"/projects/{run['project_id']}")
    assert (project["status"], project["latest_run"]["status"]) == ("ready", "succeeded")


async def test_events_are_dense_and_end_with_the_run(house: House, ada: Member) -> None:
    run = await house.build(ada, PROMPT)
    events = (await get(ada, f"/runs/{run['id']}/events"))["data"]
    assert [event["seq"] for event in events] == list(range(1, len(events) + 1))
    assert (events[0]["type"], events[-1]["type"]) == ("run.queued", "run.succeeded")
    rest = (await get(ada, f"/runs/{run['id']}/events?after=3"))["data"]
    assert rest == events[3:]
    over = await ada.client.get(
        f"/api/v1/runs/{run['id']}/events",
        headers={"Accept": "text/event-stream", "Last-Event-ID": str(events[-1]["seq"])},
    )
    assert over.status_code == 204


async def test_a_rejected_plan_builds_nothing(house: House, ada: Member) -> None:
    project = await post(ada, "/projects", {"prompt": PROMPT}, 201)
    run_id = project["latest_run"]["id"]
    await house.do_jobs()
    run = await post(ada, f"/runs/{run_id}/plan/reject", {"reason": "I meant something else"})
    assert (run["status"], run["reason"]) == (
        "cancelled",
        {"code": "plan_rejected", "message": "I meant something else"},
    )
    assert (await get(ada, f"/projects/{project['id']}/versions"))["data"] == []
    again = await ada.client.post(f"/api/v1/runs/{run_id}/plan/approve", json={})
    assert again.json()["code"] == "state_conflict"


async def test_what_is_not_understood_fails_with_suggestions(house: House, ada: Member) -> None:
    run = await house.build(ada, "Bonjour, quel temps fait-il aujourd'hui ?")
    assert (run["status"], run["reason"]["code"]) == ("failed", "request_not_understood")
    assert "Try for example" in run["reason"]["message"]


@pytest.mark.parametrize("prompt", ["", "   ", "x" * 20_001, "a\x00b"])
async def test_an_impossible_prompt_changes_nothing(ada: Member, prompt: str) -> None:
    answer = await ada.client.post("/api/v1/projects", json={"prompt": prompt})
    assert (answer.status_code, answer.json()["code"]) == (422, "validation_failed")
    assert answer.json()["errors"][0]["pointer"] == "/prompt"
    assert (await get(ada, "/projects"))["data"] == []


async def test_a_second_run_is_refused_and_a_message_becomes_the_next_run(house: House, ada: Member) -> None:
    project = await post(ada, "/projects", {"prompt": PROMPT, "auto_approve": True}, 201)
    path, run_id = f"/projects/{project['id']}/runs", project["latest_run"]["id"]
    refused = await post(ada, path, {"prompt": "add a rating from 1 to 5"}, 409)
    assert refused["code"] == "run_in_progress"
    message = await post(ada, f"/runs/{run_id}/messages", {"text": "add a rating from 1 to 5"}, 201)
    assert message["status"] == "queued"
    await house.do_jobs()
    runs = (await get(ada, path))["data"]
    assert [(run["prompt"], run["status"]) for run in runs] == [
        ("add a rating from 1 to 5", "succeeded"),
        (PROMPT, "succeeded"),
    ]
    late = await post(ada, f"/runs/{run_id}/messages", {"text": "and more"}, 409)
    assert late["code"] == "state_conflict"


async def test_a_failing_check_fails_the_run_and_keeps_the_version(house: House, ada: Member) -> None:
    first = await house.build(ada, PROMPT)
    checks = (await get(ada, f"/runs/{first['id']}/checks"))["data"]
    broken = next(check for check in checks if check["kind"] == "http")
    house.http_checker.failing[broken["check_id"]] = "expected 200, got 500"
    run = await house.build(ada, PROMPT)
    assert (run["status"], run["reason"]["code"]) == ("failed", "checks_failed")
    assert broken["title"] in run["reason"]["message"]
    assert run["steps"][-1]["status"] == "failed"
    assert len((await get(ada, f"/projects/{run['project_id']}/versions"))["data"]) == 1


async def test_without_a_browser_its_checks_are_skipped_and_said_so(house: House, ada: Member) -> None:
    house.browser_checker.available = False
    run = await house.build(ada, PROMPT)
    assert run["status"] == "succeeded"
    assert "skipped" in run["reason"]["message"]
    checks = (await get(ada, f"/runs/{run['id']}/checks"))["data"]
    browser = [check for check in checks if check["kind"] == "browser"]
    assert browser
    assert {(check["status"], check["reason"]["code"]) for check in browser} == {("skipped", "no_browser")}


async def test_a_run_is_stopped_wherever_it_is(house: House, ada: Member) -> None:
    queued = await post(ada, "/projects", {"prompt": PROMPT}, 201)
    stopped = await post(ada, f"/runs/{queued['latest_run']['id']}/cancel")
    assert (stopped["status"], stopped["reason"]["code"]) == ("cancelled", "cancelled_by_user")
    assert await house.do_jobs() == ["agents.advance"]
    assert (await get(ada, f"/runs/{stopped['id']}"))["status"] == "cancelled"

    approved = await post(ada, "/projects", {"prompt": PROMPT}, 201)
    run_id = approved["latest_run"]["id"]
    await house.do_jobs()
    await post(ada, f"/runs/{run_id}/plan/approve")  # building, and nobody works on it yet
    assert (await post(ada, f"/runs/{run_id}/cancel"))["status"] == "building"
    await house.do_jobs()
    run = await get(ada, f"/runs/{run_id}")
    assert run["status"] == "cancelled"
    assert {step["status"] for step in run["steps"]} <= {"committed", "skipped", "interrupted"}
    assert (await post(ada, f"/runs/{run_id}/cancel"))["status"] == "cancelled"


async def test_a_project_deleted_during_its_run_is_gone_and_the_run_ends(house: House, ada: Member) -> None:
    project = await post(ada, "/projects", {"prompt": PROMPT, "auto_approve": True}, 201)
    assert (await ada.client.delete(f"/api/v1/projects/{project['id']}")).status_code == 204
    await house.do_jobs()
    assert (await ada.client.get(f"/api/v1/runs/{project['latest_run']['id']}")).status_code == 404
    rows = await house.database.sql(
        "select status from runs where organization_id = :organization", organization=ada.organization_id
    )
    assert [row.status for row in rows] == ["cancelled"]


async def test_a_follow_up_keeps_what_people_changed_and_a_restored_wish_can_be_asked_again(
    house: House, ada: Member
) -> None:
    run = await house.build(ada, PROMPT)
    project = f"/projects/{run['project_id']}"
    readme = await ada.client.get(f"/api/v1{project}/files/README.md")
    edited = readme.content + b"\nWritten by hand.\n"
    etag = readme.headers["ETag"]
    path = f"/api/v1{project}/files/README.md"
    assert (await ada.client.put(path, content=edited, headers={"If-Match": etag})).status_code == 200
    first = (await get(ada, f"{project}/versions"))["data"][-1]

    await post(ada, f"{project}/runs", {"prompt": "add a rating from 1 to 5", "auto_approve": True}, 202)
    await house.do_jobs()
    assert b"Written by hand." in (await ada.client.get(path)).content
    assert "rating" in (await ada.client.get(f"/api/v1{project}/files/vibecaas.app.json")).text

    await post(ada, f"/versions/{first['id']}/restore", {}, 201)
    await house.do_jobs()
    assert "rating" not in (await ada.client.get(f"/api/v1{project}/files/vibecaas.app.json")).text
    await post(ada, f"{project}/runs", {"prompt": "add a rating from 1 to 5", "auto_approve": True}, 202)
    await house.do_jobs()
    assert "rating" in (await ada.client.get(f"/api/v1{project}/files/vibecaas.app.json")).text
