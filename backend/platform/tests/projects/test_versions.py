"""Versions over HTTP: builds, archives, comparisons, restore, healing."""

import io
import zipfile

import pytest

from vibecaas.kit import ids
from vibecaas.kit.db import Unit
from vibecaas.kit.errors import StateConflict
from vibecaas.projects.events import VersionRestoring
from vibecaas.projects.schemas import FileContent, Parents, PreparedBuild

from .house import Caller, House, Run
from .test_files import NEW, project


async def build(house: House, caller: Caller, path: str, texts: dict[str, str]) -> PreparedBuild:
    """Do what the agents' builder does."""
    project_id = ids.decode("prj", path.removeprefix("/projects/"))
    parents = await house.projects.build_parents(project_id=project_id)
    files = {name: FileContent(content=text.encode(), executable=name == "run") for name, text in texts.items()}
    async with house.units.begin(caller.organization_id, caller.actor) as unit:
        at = (await house.projects.get(unit, project_id=project_id)).created_at
    prepared = await house.projects.prepare_build(
        project_id=project_id, files=files, parents=parents, message="Build", at=at
    )
    await house.projects.publish_build(project_id=project_id, parents=parents, prepared=prepared)
    run_id = ids.new_uuid()
    for _ in range(2):  # recording is repeatable
        async with house.units.begin(caller.organization_id, caller.actor) as unit:
            await house.projects.record_version(
                unit,
                project_id=project_id,
                commit=prepared.main_commit,
                kind="build",
                run_id=run_id,
                message="Build",
                author="VibeCaaS",
            )
    return prepared


PLAIN = {"run": "#!/bin/sh\n", "api.py": "one\n", "vibecaas.app.json": "plain"}
RATED = {**PLAIN, "rating.py": "rating\n", "vibecaas.app.json": "rated"}


def test_restore_then_ask_again_brings_the_feature_back(run: Run) -> None:
    async def scenario(house: House) -> None:
        async def builder(_unit: Unit, event: VersionRestoring) -> dict[str, FileContent]:
            texts = {"plain": PLAIN, "rated": RATED}[event.files_of_spec]
            return {name: FileContent(content=t.encode(), executable=name == "run") for name, t in texts.items()}

        house.events.during(VersionRestoring, builder)
        caller = house.caller()
        async with house.client(caller) as client:
            path = await project(client)
            await build(house, caller, path, PLAIN)
            await client.put(f"{path}/files/notes.md", content=b"mine", headers=NEW)
            await build(house, caller, path, RATED)
            versions = (await client.get(f"{path}/versions")).json()["data"]
            assert [one["kind"] for one in versions] == ["build", "edit", "build"]
            assert (await client.post(f"/versions/{versions[0]['id']}/restore")).status_code == 409
            restored = await client.post(f"/versions/{versions[2]['id']}/restore")
            assert restored.status_code == 201, restored.text
            assert (restored.json()["kind"], restored.json()["message"]) == ("restore", "Restore: Build")
            names = {one["path"] for one in (await client.get(f"{path}/files")).json()["data"]}
            assert names == set(PLAIN)

            diff = (await client.get(f"/versions/{restored.json()['id']}/diff")).json()
            assert {one["path"]: one["status"] for one in diff["files"]} == {
                "notes.md": "deleted",
                "rating.py": "deleted",
                "vibecaas.app.json": "modified",
            }
            against = {"base": versions[2]["id"]}
            assert (await client.get(f"/versions/{restored.json()['id']}/diff", params=against)).json()["files"] == []

            again = await build(house, caller, path, RATED)
            assert not again.unchanged
            names = {one["path"] for one in (await client.get(f"{path}/files")).json()["data"]}
            assert "rating.py" in names

    run(scenario)


def test_a_commit_without_its_row_is_recorded_by_the_next_write(run: Run) -> None:
    """The branch moves before the transaction commits; a crash between leaves a commit that no row names."""

    async def scenario(house: House) -> None:
        caller = house.caller()
        async with house.client(caller) as client:
            path = await project(client)
            await client.put(f"{path}/files/a", content=b"a", headers=NEW)
            await house.sql("delete from versions")
            await client.put(f"{path}/files/b", content=b"b", headers=NEW)
            versions = (await client.get(f"{path}/versions")).json()["data"]
            assert [one["message"] for one in versions] == ["Add b", "Add a"]
            assert versions[1]["author"] == ids.encode("usr", caller.user_id)

    run(scenario)


def test_an_unknown_commit_is_no_version(run: Run) -> None:
    async def scenario(house: House) -> None:
        caller = house.caller()
        async with house.client(caller) as client:
            project_id = ids.decode("prj", (await project(client)).removeprefix("/projects/"))
        assert await house.projects.build_parents(project_id=project_id) == Parents(base=None, main=None)
        with pytest.raises(StateConflict):
            async with house.units.begin(caller.organization_id, caller.actor) as unit:
                await house.projects.record_version(
                    unit, project_id=project_id, commit="1" * 40, kind="build", run_id=None, message="", author=""
                )

    run(scenario)


def test_an_archive_holds_what_is_there_with_programs_marked(run: Run) -> None:
    async def scenario(house: House) -> None:
        caller = house.caller()
        async with house.client(caller) as client:
            path = await project(client)
            await build(house, caller, path, {"run": "#!/bin/sh\n", "README.md": "# X\n"})
            archive = await client.get(f"{path}/archive")
            assert archive.headers["Content-Type"] == "application/zip"
            packed = zipfile.ZipFile(io.BytesIO(archive.content))
            assert packed.read("x/README.md") == b"# X\n"
            assert packed.getinfo("x/run").external_attr >> 16 & 0o777 == 0o755

    run(scenario)


def test_what_a_build_kept_is_shown_and_can_be_taken(run: Run) -> None:
    async def scenario(house: House) -> None:
        caller = house.caller()
        async with house.client(caller) as client:
            path = await project(client)
            await build(house, caller, path, PLAIN)
            read = await client.get(f"{path}/files/api.py")
            await client.put(f"{path}/files/api.py", content=b"mine\n", headers={"If-Match": read.headers["ETag"]})
            made = await build(house, caller, path, {**RATED, "api.py": "theirs\n"})
            assert made.conflicts == ("api.py",)
            versions = (await client.get(f"{path}/versions")).json()["data"]

            conflicts = (await client.get(f"/versions/{versions[0]['id']}/conflicts")).json()
            [change] = conflicts["files"]
            assert (change["path"], change["status"]) == ("api.py", "modified")
            assert {"-mine", "+theirs"} <= set(change["patch"].splitlines())
            for other in versions[1:]:
                assert (await client.get(f"/versions/{other['id']}/conflicts")).json()["files"] == []

            address = f"/versions/{versions[0]['id']}/conflicts"
            assert (await client.post(f"{address}/rating.py")).status_code == 404
            assert (await client.get(f"{path}/files/api.py")).content == b"mine\n"
            assert (await client.post(f"{address}/api.py")).status_code == 200
            assert (await client.get(f"{path}/files/api.py")).content == b"theirs\n"
            newest = (await client.get(f"{path}/versions")).json()["data"][0]
            assert (newest["kind"], newest["message"]) == ("edit", "Take the builder's api.py")
            again = await client.post(f"{address}/api.py")
            assert again.status_code == 200
            assert (await client.get(f"{path}/versions")).json()["data"][0]["id"] == newest["id"]

    run(scenario)
