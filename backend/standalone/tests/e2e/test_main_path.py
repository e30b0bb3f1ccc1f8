"""One sentence, one live app: it works, keeps its entries over a restart, and its bad input is told clearly."""

import httpx
import pytest

from ..product import Product
from ..waiting import wait_until

PROMPT = "A guestbook where visitors leave a name and a message, newest first, with search"


@pytest.mark.e2e
def test_an_app_is_built_checked_and_keeps_its_entries_over_down_and_up(product: Product) -> None:
    client = product.client()
    run = product.build(client, PROMPT)
    assert (run["status"], run["reason"]["code"]) == ("succeeded", "completed"), run["reason"]
    checks = client.get(f"/runs/{run['id']}/checks")["data"]
    assert {check["status"] for check in checks} == {"passed"}
    assert {check["kind"] for check in checks} == {"scan", "http", "browser", "command"}
    version = client.get(f"/projects/{run['project_id']}/versions")["data"][0]
    assert version["publishable"] == {"verdict": "yes", "run_id": run["id"], "reasons": []}
    evidence = next(check["evidence_url"] for check in checks if check["kind"] == "browser")
    picture = client.send("GET", evidence.removeprefix("/api/v1"))
    assert picture.content.startswith(b"\x89PNG")

    project = client.get(f"/projects/{run['project_id']}")
    app = product.app(project["preview"])
    entry = {"name": "Ada", "message": "The first entry"}
    assert app.post("/api/entries", json=entry).status_code == httpx.codes.CREATED
    assert app.post("/api/entries", json={"name": ""}).status_code == httpx.codes.UNPROCESSABLE_ENTITY

    product.launch("down")
    product.launch("up")
    wait_until(lambda: _total(app) == 1, 60)
    found = app.get("/api/entries", params={"q": "first"}).json()
    assert [item["message"] for item in found["items"]] == ["The first entry"]


def _total(app: httpx.Client) -> int:
    try:
        answer = app.get("/api/entries")
    except httpx.TransportError:
        return -1
    return int(answer.json()["total"]) if answer.status_code == httpx.codes.OK else -1


@pytest.mark.e2e
@pytest.mark.parametrize(
    ("prompt", "words"),
    [
        ("Ein Gästebuch, in dem Besucher ihren Namen und eine Nachricht hinterlassen", "English"),
        ("hello", ""),
    ],
)
def test_what_is_no_request_for_an_app_ends_honestly(product: Product, prompt: str, words: str) -> None:
    client = product.client()
    run = product.build(client, prompt)
    assert (run["status"], run["reason"]["code"]) == ("failed", "request_not_understood")
    assert words in run["reason"]["message"]
    assert "Try for example" in run["reason"]["message"]
    assert client.get(f"/projects/{run['project_id']}/versions")["data"] == []


@pytest.mark.e2e
def test_a_run_can_be_stopped_and_a_second_one_waits_its_turn(product: Product) -> None:
    client = product.client()
    project = client.post("/projects", {"prompt": PROMPT, "auto_approve": False})
    run_id = project["latest_run"]["id"]
    wait_until(lambda: client.get(f"/runs/{run_id}")["status"] == "awaiting_approval", 30)
    plan = client.get(f"/runs/{run_id}/plan")
    assert plan["status"] == "proposed"
    assert plan["outline"]["entities"][0]["name"] == "Entry"
    edit = {"op": "add_field", "entity": plan["spec"]["entities"][0]["id"], "label": "Town", "type": "text"}
    edited = client.put(f"/runs/{run_id}/plan", {"edits": [edit]}, headers={"If-Match": plan["etag"]})
    assert [line["what"] for line in edited["diff"]["proposed"]] == ["field Town of Entry"]
    second = httpx.post(
        f"http://127.0.0.1:{product.console_port}/api/v1/projects/{project['id']}/runs",
        json={"prompt": "add a rating from 1 to 5"},
        headers={"Authorization": f"Bearer {client.session.access_token}"},
    )
    assert (second.status_code, second.json()["code"]) == (409, "run_in_progress")
    stopped = client.post(f"/runs/{run_id}/cancel")
    assert (stopped["status"], stopped["reason"]["code"]) == ("cancelled", "cancelled_by_user")
