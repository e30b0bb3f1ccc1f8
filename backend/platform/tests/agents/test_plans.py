"""Plans over the whole house: read, edited, compared, refused in words, approved."""

from typing import Any

import pytest

from ..fixtures.house import House, Member

pytestmark = pytest.mark.anyio
PROMPT = "A guestbook where visitors leave a name and a message, newest first, with search"


class Waiting:
    """A run that waits with its plan, and what a person does with it."""

    def __init__(self, house: House, member: Member, run_id: str) -> None:
        self.house, self.member, self.run_id = house, member, run_id
        self.path = f"/api/v1/runs/{run_id}/plan"

    async def read(self) -> dict[str, Any]:
        answer = await self.member.client.get(self.path)
        assert answer.status_code == 200, answer.text
        assert answer.headers["ETag"] == f'"{answer.json()["etag"]}"'
        found: dict[str, Any] = answer.json()
        return found

    async def put(self, etag: str | None, status: int = 200, *, dry_run: bool = False, **body: Any) -> dict[str, Any]:  # noqa: ANN401 - any body
        headers = {} if etag is None else {"If-Match": f'"{etag}"'}
        query = {"dry_run": "true"} if dry_run else {}
        answer = await self.member.client.put(self.path, json=body, headers=headers, params=query)
        assert answer.status_code == status, answer.text
        found: dict[str, Any] = answer.json()
        return found

    async def approve(self, etag: str | None = None, status: int = 200) -> dict[str, Any]:
        headers = {} if etag is None else {"If-Match": etag}
        answer = await self.member.client.post(f"{self.path}/approve", headers=headers)
        assert answer.status_code == status, answer.text
        found: dict[str, Any] = answer.json()
        return found


async def propose(house: House, member: Member, project_id: str | None = None, prompt: str = PROMPT) -> Waiting:
    """A run that waits for approval, of a new project or as a follow-up."""
    if project_id is None:
        answer = await member.client.post("/api/v1/projects", json={"prompt": prompt})
        run = answer.json()["latest_run"]
    else:
        run = (await member.client.post(f"/api/v1/projects/{project_id}/runs", json={"prompt": prompt})).json()
    await house.do_jobs()
    return Waiting(house, member, run["id"])


async def test_a_plan_waits_is_edited_and_approved(house: House, ada: Member) -> None:
    waiting = await propose(house, ada)
    plan = await waiting.read()
    assert plan["outline"]["entities"][0]["name"] == "Entry"
    assert plan["diff"] == {"proposed": [], "current": None}

    spec = plan["spec"]
    spec["theme"]["accent"] = "teal"
    edited = await waiting.put(plan["etag"], spec=spec)
    assert edited["etag"] != plan["etag"]
    assert edited["outline"]["theme"]["accent"] == "teal"
    assert edited == await waiting.read()
    change = {"kind": "changed", "what": "accent in theme", "from": None, "to": "teal", "pointer": "/theme/accent"}
    assert edited["diff"] == {"proposed": [change], "current": None}

    run = await waiting.approve(edited["etag"])
    await house.do_jobs()
    content = await ada.client.get(f"/api/v1/projects/{run['project_id']}/files/vibecaas.app.json")
    assert content.json()["theme"]["accent"] == "teal"
    late = await waiting.put(edited["etag"], 409, spec=spec)
    assert late["code"] == "state_conflict"


async def test_two_people_cannot_overwrite_each_other(house: House, ada: Member) -> None:
    waiting = await propose(house, ada)
    plan = await waiting.read()
    add = {"op": "add_field", "entity": "e_entry", "label": "Town", "type": "text"}
    assert (await waiting.put(None, 428, edits=[add]))["code"] == "precondition_required"
    first = await waiting.put(plan["etag"], edits=[add])
    assert (await waiting.put(plan["etag"], 412, edits=[add]))["code"] == "precondition_failed"
    assert (await waiting.approve(plan["etag"], 412))["code"] == "precondition_failed"
    assert await waiting.read() == first


async def test_edits_in_words_take_along_what_leans_on_them(house: House, ada: Member) -> None:
    waiting = await propose(house, ada)
    plan = await waiting.read()
    edited = await waiting.put(
        plan["etag"],
        edits=[
            {"op": "rename_entity", "entity": "e_entry", "label": "Greeting"},
            {
                "op": "add_field",
                "entity": "e_entry",
                "label": "Mood",
                "type": "enum",
                "settings": {"options": ["Glad"]},
            },
            {"op": "set_behaviour", "entity": "e_entry", "name": "delete", "value": False},
            {"op": "add_entity", "label": "Visit"},
        ],
    )
    assert [entity["name"] for entity in edited["outline"]["entities"]] == ["Greeting", "Visit"]
    said = [(line["kind"], line["what"]) for line in edited["diff"]["proposed"]]
    assert ("changed", "name of entity Entry") in said
    assert ("added", "field Mood of Greeting") in said
    assert ("added", "entity Visit") in said
    assert len(edited["checks"]) > len(plan["checks"])
    assert edited["estimate"]["seconds"] > plan["estimate"]["seconds"]


async def test_a_dry_run_tells_what_would_be_and_stores_nothing(house: House, ada: Member) -> None:
    waiting = await propose(house, ada)
    plan = await waiting.read()
    plan["spec"]["app"]["name"] = "Our guests"
    tried = await waiting.put(
        plan["etag"],
        dry_run=True,
        spec=plan["spec"],
        edits=[{"op": "rename_field", "entity": "e_entry", "field": "f_name", "label": "Visitor"}],
    )
    assert tried["etag"] == plan["etag"]
    assert [line["what"] for line in tried["diff"]["proposed"]] == ["name in app", "name of field Name of Entry"]
    assert (await waiting.read())["diff"]["proposed"] == []
    await waiting.put("old", 412, dry_run=True, spec=plan["spec"])
    log = await house.database.sql(
        "select action from audit_events where organization_id = :organization", organization=ada.organization_id
    )
    assert "plan.edited" not in [row.action for row in log]


async def test_what_does_not_fit_is_told_at_its_place_in_plain_words(house: House, ada: Member) -> None:
    waiting = await propose(house, ada)
    plan = await waiting.read()
    spec = plan["spec"]
    spec["theme"]["mode"] = "blue"
    spec["entities"][0]["fields"][0]["label"] = ""
    wrong = await waiting.put(plan["etag"], 422, spec=spec)
    assert wrong["code"] == "spec_invalid"
    assert [(each["pointer"], each["code"]) for each in wrong["errors"]] == [
        ("/spec/theme/mode", "not_allowed"),
        ("/spec/entities/0/fields/0/label", "too_short"),
    ]
    assert wrong["detail"] == "Mode in theme cannot be “blue”; choose light, dark or auto."
    last = await waiting.put(plan["etag"], 422, edits=[{"op": "remove_entity", "entity": "e_entry"}])
    assert [each["pointer"] for each in last["errors"]] == ["/edits/0"]
    assert last["detail"] == "Entry is all the app has; add another one before you remove it."
    unknown = await waiting.put(plan["etag"], 422, edits=[{"op": "paint"}])
    assert unknown["code"] == "validation_failed"
    assert (await waiting.read())["etag"] == plan["etag"]


@pytest.mark.parametrize("text", ["\\u0000", "\\ud800"])
async def test_text_that_cannot_be_stored_is_refused(house: House, ada: Member, text: str) -> None:
    waiting = await propose(house, ada)
    answer = await ada.client.put(
        waiting.path,
        content=f'{{"spec": {{"entities": [{{"{text}": 1}}]}}}}',
        headers={"If-Match": "*", "Content-Type": "application/json"},
    )
    assert (answer.status_code, answer.json()["code"]) == (422, "validation_failed")


async def test_a_follow_up_is_compared_with_the_app_as_it_is(house: House, ada: Member) -> None:
    run = await house.build(ada, PROMPT)
    waiting = await propose(house, ada, run["project_id"], "add a rating from 1 to 5")
    plan = await waiting.read()
    assert plan["diff"]["proposed"] == []
    assert [(line["kind"], line["what"]) for line in plan["diff"]["current"]] == [
        ("added", "field Rating of Entry"),
    ]
    field = plan["spec"]["entities"][0]["fields"][-1]["id"]
    edited = await waiting.put(plan["etag"], edits=[{"op": "remove_field", "entity": "e_entry", "field": field}])
    assert [(line["kind"], line["what"]) for line in edited["diff"]["proposed"]] == [
        ("removed", "field Rating of Entry"),
    ]
    assert edited["diff"]["current"] == []
