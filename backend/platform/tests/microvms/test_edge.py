"""What the edge is told: where a host leads, and whether this visitor may go there."""

from datetime import timedelta

import httpx

from vibecaas.kit import clock, ids

from ..projects.house import Caller, House, Run
from .test_machines import bring_up, project

HEADERS = ("X-Vibe-Upstream", "X-Vibe-Reason", "X-Accel-Expires")


async def ready(house: House, caller: Caller, client: httpx.AsyncClient) -> dict[str, str]:
    made = await project(client)
    assert await bring_up(house, caller, made) == "ready"
    await house.do_jobs()
    preview: dict[str, str] = (await client.get(f"/projects/{made}")).json()["preview"]
    return preview


async def told(house: House, host: str, cookie: str = "") -> tuple[int, str, str]:
    answer = await house.ask_edge(host, cookie)
    assert all(name in answer.headers for name in HEADERS)
    assert answer.content == b""
    return answer.status_code, answer.headers["X-Vibe-Reason"], answer.headers["X-Vibe-Upstream"]


def test_a_public_preview_is_open_and_unknown_hosts_are_unknown(run: Run) -> None:
    async def scenario(house: House) -> None:
        caller = house.caller()
        async with house.client(caller) as client:
            preview = await ready(house, caller, client)
            upstream = f"unix:/nowhere/{preview['project_id']}/port-5173.sock:"
            for host in (preview["host"], preview["host"].upper(), f"{preview['host']}:8421", f"{preview['host']}."):
                assert await told(house, host) == (204, "", upstream)
            answer = await house.ask_edge(preview["host"], "anything")
            assert answer.headers["X-Accel-Expires"] == "4"
            for host in ("", "localhost", "other-preview.localhost", "' or 1=1 --", "x" * 300, preview["host"][1:]):
                assert await told(house, host) == (403, "unknown_host", "")
            await client.delete(f"/projects/{preview['project_id']}")
            assert await told(house, preview["host"]) == (403, "unknown_host", "")

    run(scenario)


def test_a_private_preview_opens_by_ticket_once_and_for_its_user(run: Run) -> None:
    async def scenario(house: House) -> None:
        caller = house.caller()
        house.members[caller.user_id] = frozenset({"previews:read"})
        async with house.client(caller) as client:
            preview = await ready(house, caller, client)
            other = await ready(house, caller, client)
            assert preview["visibility"] == "private"
            assert (await told(house, preview["host"]))[0] == 401
            key = {"Idempotency-Key": "kept nowhere: the answer holds a secret"}
            ticket = (await client.post(f"/previews/{preview['id']}/tickets", headers=key)).json()
            assert await house.sql("select 1 from idempotent_answers where id like '%tickets%'") == []
            assert ticket["url"].startswith(f"http://{preview['host']}:8421/.well-known/vibecaas/enter?ticket=")
            assert (
                await house.sql("select count(*) as n from preview_tickets where token_hash = :t", t=ticket["ticket"])
            )[0].n == 0

            assert (await house.enter(other["host"], ticket["ticket"])).status_code == 403
            entered = await house.enter(f"{preview['host']}:8421", ticket["ticket"])
            assert (entered.status_code, entered.headers["Location"]) == (302, "/")
            cookie = entered.headers["Set-Cookie"]
            for word in ("__Host-vibecaas_preview=", "HttpOnly", "Secure", "SameSite=None", "Partitioned", "Path=/"):
                assert word in cookie
            assert "Domain" not in cookie
            used = await house.enter(preview["host"], ticket["ticket"])
            assert used.status_code == 403
            assert "used up" in used.text

            value = cookie.partition("=")[2].partition(";")[0]
            assert (await told(house, preview["host"], value))[0] == 204
            assert (await told(house, other["host"], value))[0] == 401
            for forged in (value[:-1], value + "0", "x", "", "1.2.3", value.replace(".", "..", 1), "9" * 400):
                assert (await told(house, preview["host"], forged))[0] == 401, forged
            house.members.clear()
            assert (await told(house, preview["host"], value))[0] == 401
            house.members[caller.user_id] = frozenset({"previews:read"})
            await house.sql("update preview_tickets set used_at = null, expires_at = now() - interval '1 second'")
            assert (await house.enter(preview["host"], ticket["ticket"])).status_code == 403

            opened = await client.patch(f"/previews/{preview['id']}", json={"visibility": "public"})
            assert opened.json()["visibility"] == "public"
            assert (await told(house, preview["host"]))[0] == 204
            assert (await client.patch(f"/previews/{preview['id']}", json={"visibility": "all"})).status_code == 422

    run(scenario, public=False)


def test_a_cookie_is_good_for_an_hour(run: Run) -> None:
    async def scenario(house: House) -> None:
        caller = house.caller()
        house.members[caller.user_id] = frozenset({"previews:read"})
        async with house.client(caller) as client:
            preview = await ready(house, caller, client)
            ticket = (await client.post(f"/previews/{preview['id']}/tickets")).json()["ticket"]
            cookie = (await house.enter(preview["host"], ticket)).headers["Set-Cookie"]
            value = cookie.partition("=")[2].partition(";")[0]
            start = clock.now()
            try:
                for minutes, status in ((59, 204), (61, 401)):
                    moment = start + timedelta(minutes=minutes)
                    clock.replace(lambda moment=moment: moment)  # type: ignore[misc]
                    assert (await told(house, preview["host"], value))[0] == status
            finally:
                clock.replace(None)

    run(scenario, public=False)


def test_the_platforms_own_checks_come_with_a_cookie(run: Run) -> None:
    async def scenario(house: House) -> None:
        caller = house.caller()
        async with house.client(caller) as client:
            preview = await ready(house, caller, client)
            async with house.units.begin(caller.organization_id) as unit:
                project_id = ids.decode("prj", preview["project_id"])
                target = await house.microvms.check_target(unit, project_id=project_id)
            assert (target.host, target.address, target.port) == (preview["host"], "127.0.0.1", 8421)
            assert target.cookie is not None
            assert (await told(house, preview["host"], target.cookie.partition("=")[2]))[0] == 204

    run(scenario, public=False)


def test_a_visit_wakes_what_sleeps_once_for_all_visitors(run: Run) -> None:
    async def scenario(house: House) -> None:
        caller = house.caller()
        async with house.client(caller) as client:
            preview = await ready(house, caller, client)
            await house.host.stop(preview["project_id"])
            await house.sql(
                "update microvms set status = 'stopped', upstream = null, last_used_at = now() - interval '2 days'"
            )
            await house.sql("update previews set status = 'stopped', updated_at = now()")
            assert await told(house, preview["host"]) == (403, "stopped", "")  # stopped just now: no endless loop
            await house.sql("update previews set updated_at = now() - interval '1 minute'")
            for _ in range(3):
                assert await told(house, preview["host"]) == (403, "starting", "")
            assert await house.do_jobs() == ["microvms.wake"]
            assert (await told(house, preview["host"]))[0] == 204
            [row] = await house.sql("select now() - last_used_at < interval '1 minute' as lately from microvms")
            assert row.lately
            await house.sql("update microvms set last_used_at = now() - interval '1 hour'")
            await told(house, preview["host"])
            [row] = await house.sql("select now() - last_used_at < interval '1 minute' as lately from microvms")
            assert row.lately

    run(scenario)


def test_host_names_fit_into_a_label(run: Run) -> None:
    async def scenario(house: House) -> None:
        caller = house.caller()
        async with house.client(caller) as client:
            for name in ("x" * 80, "😀", "A-B--C"):
                made = await project(client, name)
                preview = (await client.post(f"/projects/{made}/previews")).json()
                label, _, rest = preview["host"].partition(".")
                assert len(label) <= 63
                assert rest == "localhost"
                assert label.replace("-", "").isalnum()
                assert label.isascii()

    run(scenario)
