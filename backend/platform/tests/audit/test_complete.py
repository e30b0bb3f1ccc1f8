"""R51: every operation writes exactly the event that its description names; what it causes says so.

Driven by the running application's own description: a new operation for which there is no scene fails.
"""

from collections.abc import Awaitable, Callable
from typing import Any

import httpx
import pytest

from vibecaas.kit import ids

from ..fixtures.house import PASSWORD, House, Member
from ..tenancy.seeds import COMMON, PREFIXES, operations, seed

pytestmark = pytest.mark.anyio
PROMPT = "A guestbook where visitors leave a name and a message, newest first, with search"
README = "README.md"


class Scene:
    """A member with an app, and the way there for operations that need more than that."""

    def __init__(self, house: House, member: Member, things: dict[str, str]) -> None:
        self.house = house
        self.client = member.client
        self.member = member
        self.project = f"/projects/{things['prj']}"
        self.version = f"/versions/{things['ver']}"
        self.things = things

    async def send(self, method: str, path: str, **more: Any) -> httpx.Response:  # noqa: ANN401 - httpx's own
        return await self.client.request(method, f"/api/v1{path}", **more)

    async def post(self, path: str, body: object = None) -> httpx.Response:
        return await self.send("POST", path, json=body)

    async def awaiting(self) -> str:
        """Return the path of a run whose plan waits for approval."""
        begun = (await self.post(f"{self.project}/runs", {"prompt": "add a rating from 1 to 5"})).json()
        await self.house.do_jobs()
        return f"/runs/{begun['id']}"

    async def etag(self, path: str) -> dict[str, str]:
        answer = await self.send("GET", path)
        return {"If-Match": answer.headers.get("ETag") or f'"{answer.json()["etag"]}"'}

    async def file(self) -> tuple[str, dict[str, str]]:
        path = f"{self.project}/files/{README}"
        return path, await self.etag(path)


Doing = Callable[[Scene], Awaitable[httpx.Response]]


async def _put_file(scene: Scene) -> httpx.Response:
    path, headers = await scene.file()
    return await scene.send("PUT", path, content=b"By hand.", headers=headers)


async def _delete_file(scene: Scene) -> httpx.Response:
    path, headers = await scene.file()
    return await scene.send("DELETE", path, headers=headers)


async def _update_project(scene: Scene) -> httpx.Response:
    body = {"name": "Visitors", "description": ""}
    return await scene.send("PUT", scene.project, json=body, headers=await scene.etag(scene.project))


async def _update_plan(scene: Scene) -> httpx.Response:
    path = f"{await scene.awaiting()}/plan"
    plan = (await scene.send("GET", path)).json()
    headers = {"If-Match": f'"{plan["etag"]}"'}
    body = {"spec": plan["spec"] | {"theme": plan["spec"]["theme"] | {"mode": "dark"}}}
    return await scene.send("PUT", path, json=body, headers=headers)


async def _restore(scene: Scene) -> httpx.Response:
    await _put_file(scene)
    return await scene.post(f"{scene.version}/restore")


async def _take_built(scene: Scene) -> httpx.Response:
    """People and the builder change the first line of the same file."""
    path = f"{scene.project}/files/README.md"
    headers = await scene.etag(path)
    await scene.send("PUT", path, content=b"# Ours\n", headers=headers)
    body = {"prompt": "rename the app to Visitors, and add a rating from 1 to 5", "auto_approve": True}
    await scene.post(f"{scene.project}/runs", body)
    await scene.house.do_jobs()
    newest = (await scene.send("GET", f"{scene.project}/versions")).json()["data"][0]
    return await scene.post(f"/versions/{newest['id']}/conflicts/README.md")


async def _create_machine(scene: Scene) -> httpx.Response:
    empty = (await scene.post("/projects", {"name": "Nothing yet"})).json()
    return await scene.post("/microvms/create", {"project_id": empty["id"]})


async def _create_preview(scene: Scene) -> httpx.Response:
    empty = (await scene.post("/projects", {"name": "Nothing yet"})).json()
    return await scene.post(f"/projects/{empty['id']}/previews")


async def _cancel(scene: Scene) -> httpx.Response:
    return await scene.post(f"{await scene.awaiting()}/cancel")


async def _say(scene: Scene) -> httpx.Response:
    return await scene.post(f"{await scene.awaiting()}/messages", {"text": "and a rating"})


async def _welcome(scene: Scene) -> httpx.Response:
    token = (await scene.post("/auth/welcome-links", {})).json()["token"]
    return await scene.house.client().post("/api/v1/auth/welcome", json={"token": token})


def _sent(method: str, path: Callable[[Scene], str], body: object = None) -> Doing:
    async def send(scene: Scene) -> httpx.Response:
        return await scene.send(method, path(scene), json=body)

    return send


def _anonymous(path: str, body: Callable[[Scene], object]) -> Doing:
    async def send(scene: Scene) -> httpx.Response:
        return await scene.house.client().post(f"/api/v1{path}", json=body(scene))

    return send


def _new_account(_: Scene) -> dict[str, str]:
    return {"email": f"eve-{ids.new_uuid().hex[-8:]}@example.org", "password": PASSWORD, "name": "Eve"}


async def _decide(scene: Scene, word: str, body: object) -> httpx.Response:
    return await scene.post(f"{await scene.awaiting()}/plan/{word}", body)


SCENES: dict[str, Doing] = {
    "auth_login": _anonymous("/auth/login", lambda scene: {"email": scene.member.email, "password": PASSWORD}),
    "auth_logout": _sent("POST", lambda _: "/auth/logout"),
    "auth_refresh": _anonymous("/auth/refresh", lambda scene: {"refresh_token": scene.member.session["refresh_token"]}),
    "auth_register": _anonymous("/auth/register", _new_account),
    "auth_welcome": _welcome,
    "auth_create_welcome_link": _sent("POST", lambda _: "/auth/welcome-links", {}),
    "microvms_create": _create_machine,
    "microvms_delete": _sent("DELETE", lambda scene: f"/microvms/{scene.things['vm']}"),
    "previews_create": _create_preview,
    "previews_create_ticket": _sent("POST", lambda scene: f"/previews/{scene.things['prv']}/tickets"),
    "previews_restart": _sent("POST", lambda scene: f"/previews/{scene.things['prv']}/restart"),
    "previews_update": _sent("PATCH", lambda scene: f"/previews/{scene.things['prv']}", {"visibility": "private"}),
    "projects_archive": _sent("GET", lambda scene: f"{scene.project}/archive"),
    "projects_create": _sent("POST", lambda _: "/projects", {"prompt": PROMPT}),
    "projects_delete": _sent("DELETE", lambda scene: scene.project),
    "projects_update": _update_project,
    "files_delete": _delete_file,
    "files_put": _put_file,
    "runs_create": _sent("POST", lambda scene: f"{scene.project}/runs", {"prompt": "add a rating from 1 to 5"}),
    "runs_verify": _sent("POST", lambda scene: f"{scene.project}/verify"),
    "runs_cancel": _cancel,
    "messages_create": _say,
    "plans_update": _update_plan,
    "plans_approve": lambda scene: _decide(scene, "approve", None),
    "plans_reject": lambda scene: _decide(scene, "reject", {"reason": "no"}),
    "versions_restore": _restore,
    "versions_take_built": _take_built,
}
"""How each operation that changes something, or whose description names an event, is done with success."""


async def written(house: House, answer: httpx.Response) -> tuple[list[str], set[str | None]]:
    """Return the actions that a request wrote of itself, and the causes of the others."""
    rows = await house.database.sql(
        "select action, caused_by from audit_events where request_id = :request order by at",
        request=answer.headers["X-Request-Id"],
    )
    return [row.action for row in rows if row.caused_by is None], {row.caused_by for row in rows} - {None}


async def test_each_change_writes_exactly_the_event_that_it_names(house: House) -> None:
    document = house.app.openapi()
    named = {
        one.id: document["paths"][one.path][one.method]["x-audit-event"]
        for one in operations(document)
        if one.method != "get" or document["paths"][one.path][one.method]["x-audit-event"] != "none"
    }
    assert set(SCENES) == set(named)
    for operation, event in named.items():
        member = await house.register("ada")
        answer = await SCENES[operation](Scene(house, member, await seed(house, member)))
        assert answer.is_success, (operation, answer.text)
        own, causes = await written(house, answer)
        assert own == ([] if event == "none" else [event]), operation
        assert causes <= {event}, operation


async def test_reading_writes_nothing_and_neither_does_a_refusal(house: House, ada: Member, bob: Member) -> None:
    things = await seed(house, ada)
    document = house.app.openapi()
    for one in operations(document):
        values = {name: (things | COMMON)[PREFIXES[name]] for name in one.names("path") if name != "path"}
        path = one.path.format(path=README, **values)
        if one.method == "get" and document["paths"][one.path][one.method]["x-audit-event"] == "none":
            answer = await ada.client.get(path)
            assert answer.status_code < 400, (one.id, answer.text)
            assert await written(house, answer) == ([], set()), one.id
        if set(values.values()) - set(COMMON.values()):
            answer = await bob.client.request(one.method, path, json={})
            assert answer.status_code >= 400, one.id
            assert await written(house, answer) == ([], set()), one.id
