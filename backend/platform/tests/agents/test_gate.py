"""R43: a version is publishable when its files are clean and all checks of this very version held."""

from typing import Any

import pytest

from ..fixtures.house import House, Member

pytestmark = pytest.mark.anyio
PROMPT = "A guestbook where visitors leave a name and a message, newest first, with search"
WITH_ACCOUNTS = "A task list with login where everybody sees only their own tasks, with a title and a due date"
KEY = "AKIA" + "Z7Q2M4X9W1C8V5B3"


async def get(member: Member, path: str) -> dict[str, Any]:
    answer = await member.client.get(f"/api/v1{path}")
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def newest(member: Member, project_id: str) -> dict[str, Any]:
    version: dict[str, Any] = (await get(member, f"/projects/{project_id}/versions"))["data"][0]
    assert version == await get(member, f"/versions/{version['id']}")
    return version


async def verdict(member: Member, project_id: str) -> tuple[str, list[str]]:
    publishable = (await newest(member, project_id))["publishable"]
    return publishable["verdict"], [reason["code"] for reason in publishable["reasons"]]


async def save(member: Member, project_id: str, path: str, content: str) -> None:
    headers = {"If-None-Match": "*"}
    answer = await member.client.put(f"/api/v1/projects/{project_id}/files/{path}", content=content, headers=headers)
    assert answer.status_code == 201, answer.text


async def verify(house: House, member: Member, project_id: str) -> dict[str, Any]:
    answer = await member.client.post(f"/api/v1/projects/{project_id}/verify")
    assert answer.status_code == 202, answer.text
    await house.do_jobs()
    return await get(member, f"/runs/{answer.json()['id']}")


@pytest.mark.parametrize("prompt", [PROMPT, WITH_ACCOUNTS])
async def test_what_was_built_and_checked_is_publishable(house: House, ada: Member, prompt: str) -> None:
    run = await house.build(ada, prompt)
    version = await newest(ada, run["project_id"])
    assert version["publishable"] == {"verdict": "yes", "run_id": run["id"], "reasons": []}
    assert run["reason"]["message"].endswith("This version can be published.")
    checks = {check["check_id"]: check for check in (await get(ada, f"/runs/{run['id']}/checks"))["data"]}
    scans = [checks["app.no_secrets"], checks["app.safe_code"]]
    assert {(scan["kind"], scan["status"]) for scan in scans} == {("scan", "passed")}
    assert any(name.endswith(".access.own") for name in checks) == (prompt == WITH_ACCOUNTS)


async def test_a_planted_key_is_named_by_its_place_and_never_itself(house: House, ada: Member) -> None:
    project_id = (await house.build(ada, PROMPT))["project_id"]
    await save(ada, project_id, "api/app/mail.py", f'"""Mail."""\n\nACCESS = "{KEY}"\n')
    assert await verdict(ada, project_id) == ("not_checked", ["not_checked"])
    await house.do_jobs()
    assert await verdict(ada, project_id) == ("no", ["secret_found", "not_checked"])
    run = await verify(house, ada, project_id)
    assert (run["mode"], run["status"], run["reason"]["code"]) == ("verify", "failed", "checks_failed")
    assert await verdict(ada, project_id) == ("no", ["secret_found"])
    said = (await newest(ada, project_id))["publishable"]["reasons"][0]["message"]
    assert said.startswith("api/app/mail.py:3 an AWS access key. Take it out")
    checks = (await get(ada, f"/runs/{run['id']}/checks"))["data"]
    [failed] = [check for check in checks if check["status"] == "failed"]
    assert (failed["check_id"], failed["detail"]) == ("app.no_secrets", "api/app/mail.py:3 an AWS access key")
    everything = [run, checks, await get(ada, f"/runs/{run['id']}/events"), await newest(ada, project_id)]
    assert KEY not in str(everything)


async def test_an_edit_is_checked_when_somebody_asks_for_it_and_makes_no_version(house: House, ada: Member) -> None:
    project_id = (await house.build(ada, PROMPT))["project_id"]
    await save(ada, project_id, "docs/notes.md", "By hand.\n")
    await house.do_jobs()
    assert await verdict(ada, project_id) == ("not_checked", ["not_checked"])
    before = await newest(ada, project_id)
    run = await verify(house, ada, project_id)
    assert [(step["kind"], step["status"]) for step in run["steps"]] == [
        ("integrate", "committed"),
        ("test", "committed"),
    ]
    after = await newest(ada, project_id)
    assert (after["id"], after["publishable"]["run_id"]) == (before["id"], run["id"])
    assert await verdict(ada, project_id) == ("yes", [])


async def test_an_app_that_lets_people_at_what_is_not_theirs_is_not_publishable(house: House, ada: Member) -> None:
    run = await house.build(ada, WITH_ACCOUNTS)
    checks = (await get(ada, f"/runs/{run['id']}/checks"))["data"]
    own = next(check for check in checks if check["check_id"].endswith(".access.own"))
    house.http_checker.failing[own["check_id"]] = "expected 404, got 200"
    await verify(house, ada, run["project_id"])
    assert await verdict(ada, run["project_id"]) == ("no", ["access_open"])


async def test_what_did_not_run_did_not_hold(house: House, ada: Member) -> None:
    house.browser_checker.available = False
    run = await house.build(ada, PROMPT)
    assert run["status"] == "succeeded"
    assert await verdict(ada, run["project_id"]) == ("no", ["checks_skipped"])


async def test_a_failed_check_and_a_file_saved_meanwhile_leave_no_yes(house: House, ada: Member) -> None:
    run = await house.build(ada, PROMPT)
    checks = (await get(ada, f"/runs/{run['id']}/checks"))["data"]
    broken = next(check for check in checks if check["kind"] == "http")
    house.http_checker.failing[broken["check_id"]] = "expected 200, got 500"
    await verify(house, ada, run["project_id"])
    assert await verdict(ada, run["project_id"]) == ("no", ["checks_failed"])

    house.http_checker.failing.clear()
    house.http_checker.meanwhile = lambda: save(ada, run["project_id"], "docs/notes.md", "By hand.\n")
    ended = await verify(house, ada, run["project_id"])
    assert "files were saved meanwhile" in ended["reason"]["message"]
    assert await verdict(ada, run["project_id"]) == ("not_checked", ["not_checked"])


async def test_a_spec_that_was_broken_by_hand_and_an_empty_project_cannot_be_checked(house: House, ada: Member) -> None:
    empty = (await ada.client.post("/api/v1/projects", json={"name": "Nothing yet"})).json()
    answer = await ada.client.post(f"/api/v1/projects/{empty['id']}/verify")
    assert (answer.status_code, answer.json()["code"]) == (409, "state_conflict")

    project_id = (await house.build(ada, PROMPT))["project_id"]
    path = f"/api/v1/projects/{project_id}/files/vibecaas.app.json"
    etag = (await ada.client.get(path)).headers["ETag"]
    assert (await ada.client.put(path, content=b"{}", headers={"If-Match": etag})).status_code == 200
    run = await verify(house, ada, project_id)
    assert (run["status"], run["reason"]["code"]) == ("failed", "spec_invalid")


async def test_checks_left_out_for_want_of_a_browser_are_made_up_for_when_it_is_here(house: House, ada: Member) -> None:
    house.browser_checker.available = False
    house.browser_checker.expected = True
    run = await house.build(ada, PROMPT)
    project = f"/projects/{run['project_id']}"
    version = await newest(ada, run["project_id"])
    assert [one["id"] for one in (await get(ada, f"{project}/runs"))["data"]] == [run["id"]]

    house.browser_checker.available = True
    await house.database.sql("update jobs set run_after = now() where name = 'agents.verify_later'")
    await house.do_jobs()
    second, first = (await get(ada, f"{project}/runs"))["data"]
    assert (second["mode"], second["status"], first["id"]) == ("verify", "succeeded", run["id"])
    checks = (await get(ada, f"/runs/{second['id']}/checks"))["data"]
    assert {check["status"] for check in checks} == {"passed"}
    assert "browser" in {check["kind"] for check in checks}
    after = await newest(ada, run["project_id"])
    assert (after["id"], after["publishable"]["verdict"]) == (version["id"], "yes")


async def test_nothing_is_made_up_for_once_something_newer_was_asked_for(house: House, ada: Member) -> None:
    house.browser_checker.available = False
    house.browser_checker.expected = True
    run = await house.build(ada, PROMPT)
    house.browser_checker.available = True
    newer = await verify(house, ada, run["project_id"])
    await house.database.sql("update jobs set run_after = now() where name = 'agents.verify_later'")
    await house.do_jobs()
    runs = (await get(ada, f"/projects/{run['project_id']}/runs"))["data"]
    assert [one["id"] for one in runs] == [newer["id"], run["id"]]
