"""R43 with an app that really runs: whoever opens other people's entries by hand has no version to publish."""

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from backend.appbuilder.tests.apps.running import running_api

from vibecaas.adapters.http_checker import RealHttpChecker
from vibecaas.agents.ports import Outcome, Target
from vibecaas.agents.schemas import HttpCheck

from ..fixtures.house import House, Member

pytestmark = [pytest.mark.anyio, pytest.mark.slow]
PROMPT = "A task list with login where everybody sees only their own tasks, with a title and a due date"
ACCESS = "api/app/core/access.py"
OWN_ENTRIES_ONLY = "owner == person.id"
TITLE = "Nobody else can see, change or delete the tasks of a person"


async def edit(member: Member, project_id: str, old: str, new: str) -> None:
    """Change the file that says who may do what, as in the workbench."""
    path = f"/api/v1/projects/{project_id}/files/{ACCESS}"
    found = await member.client.get(path)
    assert old in found.text
    headers = {"If-Match": found.headers["ETag"]}
    answer = await member.client.put(path, content=found.text.replace(old, new, 1), headers=headers)
    assert answer.status_code == 200, answer.text


async def check_what_runs(house: House, member: Member, project_id: str, installed: Path, place: Path) -> None:
    """Check the version while its files run as an app, which answers the checks in place of the twin."""
    archive = await member.client.get(f"/api/v1/projects/{project_id}/archive")
    with zipfile.ZipFile(io.BytesIO(archive.content)) as files:
        files.extractall(place)
        app_folder = place / files.namelist()[0].partition("/")[0]
    env = {
        "PATH": "/usr/bin:/bin",
        "APP_PYTHON": str(installed / "venv/bin/python"),
        "APP_DATA_DIR": str(place / "data"),
        "APP_SAMPLES": "0",
    }
    with running_api(app_folder, env) as app:
        target = Target(host="127.0.0.1", address="127.0.0.1", port=app.port, cookie=None)

        async def ask(check: HttpCheck, _: Target) -> Outcome:
            return await RealHttpChecker().run(check, target)

        with pytest.MonkeyPatch.context() as replaced:
            replaced.setattr(house.http_checker, "run", ask)
            answer = await member.client.post(f"/api/v1/projects/{project_id}/verify")
            assert answer.status_code == 202, answer.text
            await house.do_jobs()


async def publishable(member: Member, project_id: str) -> dict[str, Any]:
    versions = await member.client.get(f"/api/v1/projects/{project_id}/versions")
    verdict: dict[str, Any] = versions.json()["data"][0]["publishable"]
    return verdict


async def test_whether_people_get_at_what_is_not_theirs_decides(
    house: House,
    ada: Member,
    tmp_path: Path,
    template: Path,
) -> None:
    project_id = (await house.build(ada, PROMPT))["project_id"]
    await check_what_runs(house, ada, project_id, template, tmp_path / "as_built")
    assert (await publishable(ada, project_id))["reasons"] == []

    await edit(ada, project_id, OWN_ENTRIES_ONLY, "True")
    await check_what_runs(house, ada, project_id, template, tmp_path / "opened")
    found = await publishable(ada, project_id)
    assert (found["verdict"], found["reasons"][0]["code"]) == ("no", "access_open")
    assert found["reasons"][0]["message"].startswith("People can get at what is not theirs: ")
    checks = (await ada.client.get(f"/api/v1/runs/{found['run_id']}/checks")).json()["data"]
    between_two_people = next(check for check in checks if check["check_id"].endswith(".access.own"))
    assert (between_two_people["status"], between_two_people["title"]) == ("failed", TITLE)
