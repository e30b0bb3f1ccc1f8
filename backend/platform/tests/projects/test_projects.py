"""Projects over HTTP: who sees what, who may change what, and what a deletion leaves."""

import httpx
import pytest

from vibecaas.kit import ids
from vibecaas.kit.db import Unit
from vibecaas.projects.events import ProjectCreated
from vibecaas.projects.service.names import name_of, slug_of

from .house import ALL, House, Run


async def make(client: httpx.AsyncClient, **body: object) -> dict[str, object]:
    answer = await client.post("/projects", json=body)
    assert answer.status_code == 201, answer.text
    made: dict[str, object] = answer.json()
    return made


def test_a_project_is_made_listed_changed_and_deleted(run: Run) -> None:
    async def scenario(house: House) -> None:
        async with house.client(house.caller()) as client:
            made = await make(client, name="Guest book")
            assert made["slug"] == "guest-book"
            assert (made["status"], made["latest_run"], made["preview"]) == ("empty", None, None)
            path = f"/projects/{made['id']}"
            assert (await client.get(path)).json() == made
            assert [one["id"] for one in (await client.get("/projects")).json()["data"]] == [made["id"]]

            wanted = {"name": "Visitors", "description": "Who was here"}
            assert (await client.put(path, json=wanted)).status_code == 428
            stale = await client.put(path, json=wanted, headers={"If-Match": '"other"'})
            assert stale.status_code == 412
            changed = await client.put(path, json=wanted, headers={"If-Match": str(made["etag"])})
            assert changed.json()["name"] == "Visitors"
            assert changed.json()["etag"] != made["etag"]
            assert (await client.put(path, json=wanted, headers={"If-Match": str(made["etag"])})).status_code == 412

            assert (await client.delete(path)).status_code == 204
            assert (await client.get(path)).status_code == 404
            assert (await client.delete(path)).status_code == 404
            assert (await client.get("/projects")).json()["data"] == []
        actions = [row.action for row in await house.sql("select action from audit_events order by at, seq")]
        assert [one for one in actions if one.startswith("project.")][-3:] == [
            "project.created",
            "project.updated",
            "project.deleted",
        ]

    run(scenario)


@pytest.mark.parametrize(
    "name", ['😀 Café "quotes" \'; drop table projects; --', "../../etc/passwd", "<script>", "名前"]
)
def test_odd_names_are_data(run: Run, name: str) -> None:
    async def scenario(house: House) -> None:
        async with house.client(house.caller()) as client:
            made = await make(client, name=name)
            assert made["name"] == name
            assert str(made["slug"]).replace("-", "").isalnum()
            assert (await client.get("/projects", params={"q": name[:5]})).json()["data"][0]["id"] == made["id"]

    run(scenario)


@pytest.mark.parametrize(
    "body",
    [
        {"name": ""},
        {"name": "   "},
        {"name": "x" * 81},
        {"name": "a\x00b"},
        {"prompt": ""},
        {"prompt": " \n "},
        {"prompt": "x" * 20_001},
        {"prompt": "a\x00b"},
        {"colour": "red"},
        {"auto_approve": "perhaps"},
        [],
    ],
)
def test_bad_input_is_refused_with_words(run: Run, body: object) -> None:
    async def scenario(house: House) -> None:
        async with house.client(house.caller()) as client:
            answer = await client.post("/projects", json=body)
            assert answer.status_code == 422
            assert answer.json()["code"] == "validation_failed"
            assert answer.json()["errors"]

    run(scenario)


def test_a_prompt_names_the_project_and_is_announced(run: Run) -> None:
    async def scenario(house: House) -> None:
        heard: list[ProjectCreated] = []

        async def listener(unit: Unit, event: ProjectCreated) -> None:
            heard.append(event)
            summary = {
                "object": "run",
                "id": ids.encode("run", ids.new_uuid()),
                "project_id": ids.encode("prj", event.project_id),
                "status": "queued",
                "prompt": event.prompt,
                "mode": "build",
                "offline": True,
                "auto_approve": event.auto_approve,
                "created_at": "2026-08-01T12:00:00.000Z",
                "finished_at": None,
                "reason": None,
            }
            await house.projects.note_run(unit, project_id=event.project_id, summary=summary, status="building")

        house.events.during(ProjectCreated, listener)
        async with house.client(house.caller()) as client:
            made = await make(client, prompt="A guestbook where visitors leave a name", auto_approve=True)
        assert made["name"] == "Guestbook"
        assert made["status"] == "building"
        latest = made["latest_run"]
        assert isinstance(latest, dict)
        assert latest["prompt"] == "A guestbook where visitors leave a name"
        assert heard[0].auto_approve

    run(scenario)


def test_pages_follow_one_another_and_filters_hold(run: Run) -> None:
    async def scenario(house: House) -> None:
        async with house.client(house.caller()) as client:
            made = [await make(client, name=f"Project {n} 50%_x") for n in range(5)]
            seen: list[object] = []
            cursor: str | None = None
            while True:
                parameters = {"limit": "2"} | ({"starting_after": cursor} if cursor else {})
                page = (await client.get("/projects", params=parameters)).json()
                seen += [one["id"] for one in page["data"]]
                cursor = page["next_cursor"]
                if not page["has_more"]:
                    break
            assert seen == sorted((one["id"] for one in made), reverse=True, key=str)
            assert len((await client.get("/projects", params={"q": "50%_"})).json()["data"]) == 5
            assert (await client.get("/projects", params={"q": "50%%"})).json()["data"] == []
            assert (await client.get("/projects", params={"status": "ready"})).json()["data"] == []
            for wrong in ({"limit": "0"}, {"limit": "101"}, {"starting_after": "x"}, {"status": "odd"}, {"sort": "a"}):
                assert (await client.get("/projects", params=wrong)).status_code == 422, wrong

    run(scenario)


def test_a_foreign_project_is_like_one_that_never_was(run: Run) -> None:
    async def scenario(house: House) -> None:
        async with house.client(house.caller()) as owner, house.client(house.caller()) as other:
            made = await make(owner, name="Mine")
            await owner.put(f"/projects/{made['id']}/files/a.txt", content=b"a", headers={"If-None-Match": "*"})
            version = (await owner.get(f"/projects/{made['id']}/versions")).json()["data"][0]["id"]
            preview = (await owner.post(f"/projects/{made['id']}/previews")).json()["id"]
            machine = (await owner.get("/microvms")).json()["data"][0]["id"]
            requests = [
                ("GET", "/projects/{}", made["id"]),
                ("PUT", "/projects/{}", made["id"]),
                ("DELETE", "/projects/{}", made["id"]),
                ("GET", "/projects/{}/files", made["id"]),
                ("GET", "/projects/{}/files/a.txt", made["id"]),
                ("PUT", "/projects/{}/files/a.txt", made["id"]),
                ("DELETE", "/projects/{}/files/a.txt", made["id"]),
                ("GET", "/projects/{}/archive", made["id"]),
                ("GET", "/projects/{}/versions", made["id"]),
                ("GET", "/projects/{}/previews", made["id"]),
                ("POST", "/projects/{}/previews", made["id"]),
                ("GET", "/versions/{}", version),
                ("GET", "/versions/{}/diff", version),
                ("POST", "/versions/{}/restore", version),
                ("GET", "/microvms/{}", machine),
                ("DELETE", "/microvms/{}", machine),
                ("GET", "/previews/{}", preview),
                ("PATCH", "/previews/{}", preview),
                ("POST", "/previews/{}/tickets", preview),
                ("POST", "/previews/{}/restart", preview),
            ]
            for method, path, id_ in requests:
                ghost = ids.encode(str(id_).partition("_")[0], ids.new_uuid())
                body = {"name": "X", "description": ""} if method == "PUT" and path.endswith("{}") else None
                body = {"visibility": "public"} if method == "PATCH" else body
                answers = [
                    await other.request(method, path.format(one), json=body, headers={"If-Match": "x"})
                    for one in (id_, ghost)
                ]
                shown = [
                    {k: v for k, v in one.json().items() if k not in {"instance", "request_id"}} for one in answers
                ]
                assert [one.status_code for one in answers] == [404, 404], (method, path, answers[0].text)
                assert shown[0] == shown[1]
            assert (await other.get("/microvms", params={"project_id": str(made["id"])})).json()["data"] == []
            assert (await other.post("/microvms/create", json={"project_id": made["id"]})).status_code == 404
            assert (await other.get("/projects/not-an-id")).status_code == 404

    run(scenario)


def test_permissions_are_asked_for(run: Run) -> None:
    async def scenario(house: House) -> None:
        viewer = house.caller(frozenset({"projects:read", "files:read"}))
        async with house.client(viewer) as client, house.client(None) as nobody:
            assert (await client.get("/projects")).status_code == 200
            assert (await client.post("/projects", json={"name": "X"})).status_code == 403
            assert (await nobody.get("/projects")).status_code == 401
        assert "projects:delete" in ALL

    run(scenario)


def test_a_repeated_creation_with_one_key_makes_one_project(run: Run) -> None:
    async def scenario(house: House) -> None:
        async with house.client(house.caller()) as client:
            key = {"Idempotency-Key": "once"}
            first = await client.post("/projects", json={"name": "X"}, headers=key)
            again = await client.post("/projects", json={"name": "X"}, headers=key)
            assert again.status_code == 201, again.text
            assert again.json()["id"] == first.json()["id"]
            assert (await client.post("/projects", json={"name": "Y"}, headers=key)).status_code == 422
            assert len((await client.get("/projects")).json()["data"]) == 1

    run(scenario)


@pytest.mark.parametrize(
    ("path", "methods"),
    [("", "GET, POST"), ("/{id}", "DELETE, GET, PUT"), ("/{id}/files/a/b", "DELETE, GET, PUT"), ("/{id}/files", "GET")],
)
def test_another_method_is_told_which_ones_there_are(run: Run, path: str, methods: str) -> None:
    async def scenario(house: House) -> None:
        async with house.client(house.caller()) as client:
            id_ = ids.encode("prj", ids.new_uuid())
            answer = await client.patch("/projects" + path.format(id=id_))
            assert (answer.status_code, answer.headers["Allow"]) == (405, methods)
            assert answer.json()["code"] == "method_not_allowed"

    run(scenario)


def test_the_bin_is_emptied_after_seven_days_and_not_before(run: Run) -> None:
    async def scenario(house: House) -> None:
        caller = house.caller()
        async with house.client(caller) as client:
            made = await make(client, name="X")
            path = f"/projects/{made['id']}"
            await client.put(f"{path}/files/a.txt", content=b"a", headers={"If-None-Match": "*"})
            await client.post(f"{path}/previews")
            await house.do_jobs()
            name = str(made["id"])
            assert name in house.host.states
            await client.delete(path)
            assert (await house.do_jobs()) == ["microvms.release"]
            assert name not in house.host.states
            assert name in house.host.volumes
            [row] = await house.sql(
                "select extract(epoch from run_after - now()) as s from jobs where name = 'projects.purge'"
            )
            assert abs(row.s - 7 * 86_400) < 60
            await house.sql("update jobs set run_after = now() where name = 'projects.purge'")
            assert (await house.do_jobs()) == ["projects.purge", "microvms.erase"]
            assert name not in house.host.volumes
            assert (await house.git.heads(project_id=ids.decode("prj", name))).main is None
            assert (await house.sql("select count(*) as n from versions"))[0].n == 0

    run(scenario)


@pytest.mark.parametrize(
    ("prompt", "name"),
    [
        ("A guestbook where visitors leave a name and a message", "Guestbook"),
        ("Please build me a todo list with due dates", "Todo list"),
        ("I want an app for recipes", "App"),
        ("track my habits", "Track my habits"),
        ("???", "New app"),
        ("x" * 200, "X" + "x" * 59),
        ("a\nb", "B"),
    ],
)
def test_a_name_is_taken_from_the_request(prompt: str, name: str) -> None:
    assert name_of(prompt) == name


def test_slugs_are_safe() -> None:
    assert [slug_of(one) for one in ("Café Ü", "../x", "😀", "A" * 90, "--a--")] == [
        "cafe-u",
        "x",
        "app",
        "a" * 40,
        "a",
    ]
