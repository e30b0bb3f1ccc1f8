"""Machines and previews: start, follow, fail, come back, go."""

import httpx
import pytest

from vibecaas.kit import ids
from vibecaas.kit.errors import DependencyUnavailable

from ..projects.house import Caller, House, Run

NEW = {"If-None-Match": "*"}


async def project(client: httpx.AsyncClient, name: str = "Guest book") -> str:
    made = (await client.post("/projects", json={"name": name})).json()["id"]
    await client.put(f"/projects/{made}/files/run", content=b"#!/bin/sh\n", headers=NEW)
    return str(made)


async def bring_up(house: House, caller: Caller, project_id: str) -> str:
    inside = ids.decode("prj", project_id)
    preview = await house.microvms.bring_up(house.units, organization_id=caller.organization_id, project_id=inside)
    return preview.status


def test_a_preview_is_made_started_and_shown_in_its_project(run: Run) -> None:
    async def scenario(house: House) -> None:
        async with house.client(house.caller()) as client:
            made = await project(client)
            assert (await client.get(f"/projects/{made}/previews")).json()["data"] == []
            ensured = await client.post(f"/projects/{made}/previews")
            assert ensured.status_code == 201, ensured.text
            preview = ensured.json()
            assert preview["status"] == "starting"
            assert preview["visibility"] == "public"
            assert preview["host"].startswith("guest-book-")
            assert preview["host"].endswith("-preview.localhost")
            assert preview["url"] == f"http://{preview['host']}:8421/"

            assert "microvms.wake" in await house.do_jobs()
            assert (await client.get(f"/previews/{preview['id']}")).json() == preview | {"status": "ready"}
            shown = (await client.get(f"/projects/{made}")).json()["preview"]
            assert shown == preview | {"status": "ready"}
            assert house.host.workspaces[made] == {"run": b"#!/bin/sh\n"}
            [machine] = (await client.get("/microvms", params={"project_id": made})).json()["data"]
            assert (machine["status"], machine["driver"], machine["isolation"]) == ("running", "sandbox", "process")
            assert machine["dev_urls"] == [preview["url"]]
            assert (await client.post(f"/projects/{made}/previews")).json()["id"] == preview["id"]

    run(scenario)


def test_a_running_machine_follows_saved_files(run: Run) -> None:
    async def scenario(house: House) -> None:
        caller = house.caller()
        async with house.client(caller) as client:
            made = await project(client)
            await house.do_jobs()
            assert made not in house.host.states, "a file alone starts no machine"
            assert await bring_up(house, caller, made) == "ready"
            await client.put(f"/projects/{made}/files/a.py", content=b"a", headers=NEW)
            assert await house.do_jobs() == ["microvms.sync"]
            assert set(house.host.workspaces[made]) == {"run", "a.py"}

    run(scenario)


def test_a_machine_is_made_listed_and_deleted_by_hand(run: Run) -> None:
    async def scenario(house: House) -> None:
        async with house.client(house.caller()) as client:
            made = await project(client)
            created = await client.post("/microvms/create", json={"project_id": made, "memory_mib": 512, "vcpus": 2})
            assert created.status_code == 201, created.text
            machine = created.json()
            assert (machine["status"], machine["driver"], machine["memory_mib"]) == ("creating", None, 512)
            assert (await client.post("/microvms/create", json={"project_id": made})).json()["code"] == "already_exists"
            await house.do_jobs()
            path = f"/microvms/{machine['id']}"
            assert (await client.get(path)).json()["status"] == "running"
            assert house.host.wishes[made].memory_mib == 512
            assert [one["id"] for one in (await client.get("/microvms?status=running")).json()["data"]] == [
                machine["id"]
            ]

            assert (await client.delete(path)).status_code == 204
            assert (await client.get(path)).status_code == 404
            assert (await client.delete(path)).status_code == 404
            preview = (await client.get(f"/projects/{made}")).json()["preview"]
            assert (preview["status"], preview["reason"]["code"]) == ("stopped", "user")
            assert (await house.ask_edge(preview["host"])).headers["X-Vibe-Reason"] == "stopped"
            await house.do_jobs()
            assert made not in house.host.states
            assert made in house.host.volumes
            assert (await client.post(f"/projects/{made}/previews")).json()["id"] == preview["id"]
            await house.do_jobs()
            assert (await client.get(f"/previews/{preview['id']}")).json()["status"] == "ready"
        bad: list[dict[str, object]] = [
            {"vcpus": 0},
            {"vcpus": 99},
            {"memory_mib": 1},
            {"template": "cobol"},
            {"project_id": "x"},
            {"host": "a"},
        ]
        async with house.client(house.caller()) as client:
            for body in bad:
                wrong: dict[str, object] = {"project_id": made, **body}
                assert (await client.post("/microvms/create", json=wrong)).status_code == 422, body

    run(scenario)


def test_an_app_that_does_not_start_says_why(run: Run) -> None:
    async def scenario(house: House) -> None:
        caller = house.caller()
        async with house.client(caller) as client:
            made = await project(client)
            house.host.broken.add(made)
            assert await bring_up(house, caller, made) == "failed"
            preview = (await client.get(f"/projects/{made}")).json()["preview"]
            assert preview["reason"] == {"code": "start_failed", "message": "The app ended with exit code 1."}
            house.host.broken.clear()
            await client.post(f"/previews/{preview['id']}/restart")
            await house.do_jobs()
            assert (await client.get(f"/projects/{made}")).json()["preview"]["status"] == "ready"

    run(scenario)


def test_a_silent_host_is_named_and_tried_again(run: Run) -> None:
    async def scenario(house: House) -> None:
        caller = house.caller()
        async with house.client(caller) as client:
            made = await project(client)
            house.host.silent = True
            with pytest.raises(DependencyUnavailable) as silence:
                await bring_up(house, caller, made)
            assert silence.value.extra["dependency"] == "vm_host"
            preview = (await client.get(f"/projects/{made}")).json()["preview"]
            assert (preview["status"], preview["reason"]["code"]) == ("failed", "host_lost")
            assert await house.reconciler.run() == 0
            house.host.silent = False
            assert await house.reconciler.run() == 1
            await house.do_jobs()
            assert (await client.get(f"/projects/{made}")).json()["preview"]["status"] == "ready"

    run(scenario)


def test_a_project_without_files_has_a_machine_but_no_app(run: Run) -> None:
    async def scenario(house: House) -> None:
        caller = house.caller()
        async with house.client(caller) as client:
            made = str((await client.post("/projects", json={"name": "X"})).json()["id"])
            assert await bring_up(house, caller, made) == "stopped"
            assert (await client.get("/microvms")).json()["data"][0]["status"] == "running"

    run(scenario)


def test_a_start_that_an_earlier_one_ends_is_made_again(run: Run) -> None:
    async def scenario(house: House) -> None:
        caller = house.caller()
        async with house.client(caller) as client:
            made = await project(client)
            house.host.overtaken[made] = 1
            assert await bring_up(house, caller, made) == "ready"
            house.host.overtaken[made] = 99
            assert await bring_up(house, caller, made) == "failed", "it does not go on for ever"

    run(scenario)


def test_drivers_beyond_the_sandbox_can_be_switched_off(run: Run) -> None:
    async def scenario(house: House) -> None:
        caller = house.caller()
        house.host.driver = "qemu"
        async with house.client(caller) as client:
            made = await project(client)
            assert await bring_up(house, caller, made) == "failed"
            assert house.host.states[made] == "stopped"
            reason = (await client.get(f"/projects/{made}")).json()["preview"]["reason"]
            assert "FEATURE_MICROVM" in reason["message"]

    run(scenario, all_drivers=False)


def test_machines_of_the_last_day_come_back_and_older_ones_wait(run: Run) -> None:
    async def scenario(house: House) -> None:
        caller = house.caller()
        async with house.client(caller) as client:
            lately, long_ago = await project(client), await project(client)
            for one in (lately, long_ago):
                await bring_up(house, caller, one)
            assert await house.reconciler.run() == 0
            house.host.states.clear()
            house.host.answering.clear()
            await house.sql(
                "update microvms set last_used_at = now() - interval '25 hours' where project_id = :id",
                id=ids.decode("prj", long_ago),
            )
            assert await house.reconciler.run() == 2
            assert "microvms.wake" in await house.do_jobs()
            assert (await client.get(f"/projects/{lately}")).json()["preview"]["status"] == "ready"
            preview = (await client.get(f"/projects/{long_ago}")).json()["preview"]
            assert (preview["status"], preview["reason"]["code"]) == ("stopped", "host_lost")
            assert await house.reconciler.run() == 0

    run(scenario)


def test_a_crashed_app_and_a_moved_machine_are_noticed(run: Run) -> None:
    async def scenario(house: House) -> None:
        caller = house.caller()
        async with house.client(caller) as client:
            made = await project(client)
            await bring_up(house, caller, made)
            house.host.broken.add(made)
            house.host.answering.discard(made)
            assert await house.reconciler.run() == 1
            assert (await client.get(f"/projects/{made}")).json()["preview"]["status"] == "failed"
            house.host.broken.clear()
            house.host.answering.add(made)
            assert await house.reconciler.run() == 1
            assert (await client.get(f"/projects/{made}")).json()["preview"]["status"] == "ready"
            await house.sql("update microvms set upstream = 'unix:/old:'")
            assert await house.reconciler.run() == 1
            [row] = await house.sql("select upstream from microvms")
            assert row.upstream == f"unix:/nowhere/{made}/port-5173.sock:"

    run(scenario)


def test_a_late_outcome_is_refused(run: Run) -> None:
    async def scenario(house: House) -> None:
        caller = house.caller()
        async with house.client(caller) as client:
            made = await project(client)
            await bring_up(house, caller, made)
            [machine] = await house.host.machines()
            async with house.units.begin(caller.organization_id) as unit:
                late = machine.model_copy(update={"app_answers": False})
                project_id = ids.decode("prj", made)
                assert not await house.microvms.record(unit, project_id=project_id, generation=0, machine=late)
            assert (await client.get(f"/projects/{made}")).json()["preview"]["status"] == "ready"

    run(scenario)


def test_a_command_runs_in_the_machine_of_the_project(run: Run) -> None:
    async def scenario(house: House) -> None:
        caller = house.caller()
        heard: list[str] = []

        async def listener(text: str) -> None:
            heard.append(text)

        async with house.client(caller) as client:
            made = await project(client)
            await bring_up(house, caller, made)
            result = await house.microvms.run_command(
                organization_id=caller.organization_id,
                project_id=ids.decode("prj", made),
                argv=("echo", "hello"),
                timeout_seconds=5,
                on_output=listener,
            )
            assert (result.exit_code, result.output, heard) == (0, "hello\n", ["hello\n"])

    run(scenario)
