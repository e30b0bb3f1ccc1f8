"""Runtime templates over the whole house: shown, chosen, built, and left for another one without a loss."""

from pathlib import Path
from typing import Any, get_args

import pytest

from appbuilder.templates import TEMPLATES
from appbuilder.templates import TemplateId as BuilderTemplateId
from vibecaas.projects.schemas import TemplateId

from ..fixtures.database import Database
from ..fixtures.house import House, Member, open_house

pytestmark = pytest.mark.anyio
SITE = "A website for my bakery with an about page"


async def get(member: Member, path: str, status: int = 200) -> dict[str, Any]:
    answer = await member.client.get(f"/api/v1{path}")
    assert answer.status_code == status, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def change(house: House, member: Member, project_id: str, prompt: str) -> dict[str, Any]:
    """A follow-up, carried out."""
    body = {"prompt": prompt, "auto_approve": True}
    answer = await member.client.post(f"/api/v1/projects/{project_id}/runs", json=body)
    assert answer.status_code == 202, answer.text
    await house.do_jobs()
    return await get(member, f"/runs/{answer.json()['id']}")


def test_the_platform_knows_the_builders_templates() -> None:
    assert get_args(TemplateId) == get_args(BuilderTemplateId) == tuple(TEMPLATES)


async def test_templates_are_listed_the_usual_one_first(ada: Member) -> None:
    listed = (await get(ada, "/templates"))["data"]
    assert [each["id"] for each in listed] == ["fullstack", "static", "api"]
    site = await get(ada, "/templates/static")
    assert site in listed
    assert (site["dev_command"], site["ports"], site["health_path"]) == (["./run", "dev"], [5173], "/")
    assert (await get(ada, "/templates/cobol", 404))["code"] == "not_found"


async def test_only_templates_that_exist_can_be_chosen(ada: Member) -> None:
    answer = await ada.client.post("/api/v1/projects", json={"prompt": SITE, "template": "cobol"})
    assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (422, "/template")
    assert (await ada.client.get("/api/v1/projects", params={"template": "cobol"})).status_code == 422


async def test_an_optional_template_is_refused_where_it_is_not_wanted(ada: Member) -> None:
    """The answer says what to do, and no project is left behind."""
    for body in ({"prompt": "A guestbook"}, {"name": "Guestbook"}):
        answer = await ada.client.post("/api/v1/projects", json={**body, "template": "nextjs"})
        problem = answer.json()
        assert (answer.status_code, problem["errors"][0]["pointer"]) == (422, "/template")
        assert "nextjs is not installed here" in problem["detail"]
        assert "VIBECAAS_TEMPLATES__NEXTJS=true ./vibecaas up" in problem["detail"]
    assert (await get(ada, "/projects"))["data"] == []
    assert "VIBECAAS_TEMPLATES__NEXTJS" in (await get(ada, "/templates/nextjs", 404))["detail"]


async def test_an_optional_template_is_there_where_it_is_wanted(database: Database, tmp_path: Path) -> None:
    async with open_house(database, tmp_path, templates={"nextjs": True}) as house:
        member = await house.register("cleo")
        assert [each["id"] for each in (await get(member, "/templates"))["data"]] == list(TEMPLATES)
        assert (await get(member, "/templates/nextjs"))["image"] == "nextjs"
        run = await house.build(member, "A guestbook with name and message", template="nextjs")
        assert run["status"] == "succeeded", run["reason"]
        project_id = run["project_id"]
        wish = house.vm_host.wishes[project_id]
        assert (wish.template, wish.memory_mib) == ("nextjs", 1536)
        files = house.vm_host.workspaces[project_id]
        assert {"web/next.config.ts", "web/src/app/layout.tsx", "api/app/main.py"} <= set(files)
        assert "web/vite.config.ts" not in files
        changed = await change(house, member, project_id, "add a rating from 1 to 5")
        assert changed["status"] == "succeeded", changed["reason"]
        assert (await get(member, f"/projects/{project_id}"))["template"] == "nextjs"
        assert house.vm_host.workspaces[project_id]["web/next.config.ts"] == files["web/next.config.ts"]


async def test_a_site_becomes_an_app_and_back(house: House, ada: Member) -> None:
    """The machine follows the template, hand-made files stay, and a restore brings the earlier template back."""
    run = await house.build(ada, SITE, template="static")
    assert run["status"] == "succeeded", run["reason"]
    project_id = run["project_id"]
    [first] = (await get(ada, f"/projects/{project_id}/versions"))["data"]
    assert (await get(ada, f"/projects/{project_id}"))["template"] == "static"
    wish = house.vm_host.wishes[project_id]
    assert (wish.template, wish.memory_mib) == ("static", 768)
    assert not [path for path in house.vm_host.workspaces[project_id] if path.startswith("api/")]

    page = f"/api/v1/projects/{project_id}/files/web/src/AboutPage.tsx"
    text = (await ada.client.get(page)).text
    edited = text.replace("introduces itself here", "has baked since 1950")
    etag = (await ada.client.get(page)).headers["etag"]
    saved = await ada.client.put(page, content=edited.encode(), headers={"If-Match": etag})
    assert saved.status_code in {200, 201}, saved.text

    moved = await change(house, ada, project_id, "let visitors leave reviews with name and rating")
    assert moved["status"] == "succeeded", moved["reason"]
    assert (await get(ada, f"/projects/{project_id}"))["template"] == "fullstack"
    assert house.vm_host.wishes[project_id].template == "fullstack"
    files = house.vm_host.workspaces[project_id]
    assert b"has baked since 1950" in files["web/src/AboutPage.tsx"]
    assert {"api/app/main.py", "web/src/reviews/ReviewList.tsx", "web/src/HomePage.tsx"} <= set(files)
    assert "web/tests/pages.test.js" not in files
    assert b"uvicorn" in files["run"]

    restored = await ada.client.post(f"/api/v1/versions/{first['id']}/restore", json={})
    assert restored.status_code == 201, restored.text
    await house.do_jobs()
    assert (await get(ada, f"/projects/{project_id}"))["template"] == "static"
    assert house.vm_host.wishes[project_id].template == "static"


async def test_an_api_has_no_pages(house: House, ada: Member) -> None:
    run = await house.build(ada, "An API for tickets with a title and a status. It has a landing page.", template="api")
    assert run["status"] == "succeeded", run["reason"]
    plan = await get(ada, f"/runs/{run['id']}/plan")
    assert plan["not_included"] == ["landing page: an API has no pages"]
    assert plan["outline"]["pages"] == []
    assert {check["kind"] for check in plan["checks"]} == {"http"}
    files = house.vm_host.workspaces[run["project_id"]]
    assert "api/app/main.py" in files
    assert not [path for path in files if path.startswith("web/")]


async def test_a_machine_has_the_template_of_its_project(ada: Member) -> None:
    made = await ada.client.post("/api/v1/projects", json={"name": "Site", "template": "static"})
    machine = await ada.client.post("/api/v1/microvms/create", json={"project_id": made.json()["id"]})
    assert machine.json()["template"] == "static"
