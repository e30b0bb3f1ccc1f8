"""Files over HTTP: conditions, paths, links, versions, restore."""

import asyncio
import io
import subprocess
import zipfile
from pathlib import Path

import httpx
import pytest

from vibecaas.kit import ids
from vibecaas.projects.errors import PathNotAllowed
from vibecaas.projects.service.names import checked_path

from .house import House, Run

NEW = {"If-None-Match": "*"}


async def project(client: httpx.AsyncClient) -> str:
    return f"/projects/{(await client.post('/projects', json={'name': 'X'})).json()['id']}"


def test_a_file_is_written_read_replaced_and_deleted_under_conditions(run: Run) -> None:
    async def scenario(house: House) -> None:
        async with house.client(house.caller()) as client:
            path = await project(client)
            file = f"{path}/files/web/src/App 😀.tsx"
            assert (await client.put(file, content=b"one")).status_code == 428
            made = await client.put(file, content=b"one", headers=NEW)
            assert made.status_code == 201
            assert made.json()["path"] == "web/src/App 😀.tsx"
            assert (await client.put(file, content=b"two", headers=NEW)).status_code == 412
            etag = made.json()["etag"]
            assert made.headers["ETag"] == f'"{etag}"'
            replaced = await client.put(file, content=b"two", headers={"If-Match": f'"{etag}"'})
            assert replaced.status_code == 200
            assert (await client.put(file, content=b"x", headers={"If-Match": f'"{etag}"'})).status_code == 412
            assert (await client.put(f"{path}/files/b", content=b"x", headers={"If-Match": '"x"'})).status_code == 412

            got = await client.get(file)
            assert got.content == b"two"
            assert got.headers["Content-Type"] == "application/octet-stream"
            assert got.headers["Content-Disposition"] == "attachment"
            assert (await client.get(file, headers={"If-None-Match": got.headers["ETag"]})).status_code == 304
            listed = (await client.get(f"{path}/files", params={"prefix": "web/"})).json()["data"]
            assert [(one["path"], one["size_bytes"], one["type"]) for one in listed] == [
                ("web/src/App 😀.tsx", 3, "file")
            ]

            assert (await client.delete(file)).status_code == 428
            assert (await client.delete(file, headers={"If-Match": '"x"'})).status_code == 412
            assert (await client.delete(file, headers={"If-Match": got.headers["ETag"]})).status_code == 204
            assert (await client.get(file)).status_code == 404
            versions = (await client.get(f"{path}/versions")).json()["data"]
            assert [one["message"] for one in versions] == [
                f"{word} web/src/App 😀.tsx" for word in ("Delete", "Edit", "Add")
            ]
            assert {one["kind"] for one in versions} == {"edit"}
            assert versions[1]["parent"] == versions[2]["commit"]
            old = await client.get(file, params={"version": versions[2]["id"]})
            assert old.content == b"one"

    run(scenario)


def test_the_same_content_again_is_no_version(run: Run) -> None:
    async def scenario(house: House) -> None:
        async with house.client(house.caller()) as client:
            path = await project(client)
            made = await client.put(f"{path}/files/a", content=b"a", headers=NEW)
            again = await client.put(f"{path}/files/a", content=b"a", headers={"If-Match": made.headers["ETag"]})
            assert again.json() == made.json()
            assert len((await client.get(f"{path}/versions")).json()["data"]) == 1

    run(scenario)


@pytest.mark.parametrize(
    "path",
    [
        "%2Fetc%2Fpasswd",
        "/etc/passwd",
        "..%2F..%2Fetc%2Fpasswd",
        "a/%2E%2E/b",
        "a%00b",
        "a%7Fb",
        ".git/config",
        "a/.GIT/hooks/x",
        ".git%20/x",
        ".g%E2%80%8Bit/x",
        "git~1/x",
        ".git::$INDEX_ALLOCATION/x",
        "a%5Cb",
        "a//b",
        "a/",
        "%2E",
        "x" * 300,
        "/".join(["abcdefgh"] * 200),
    ],
)
def test_paths_out_of_the_project_are_refused(run: Run, path: str) -> None:
    async def scenario(house: House) -> None:
        async with house.client(house.caller()) as client:
            base = await project(client)
            await client.put(f"{base}/files/ok", content=b"ok", headers=NEW)
            for method, headers in (("GET", {}), ("PUT", NEW), ("DELETE", {"If-Match": "x"})):
                url = httpx.URL(f"http://house/api/v1{base}/files/").copy_with(
                    raw_path=f"/api/v1{base}/files/{path}".encode()
                )
                answer = await client.request(method, url, headers=headers, content=b"x" if method == "PUT" else None)
                assert answer.status_code == 422, (method, answer.text)
                assert answer.json()["code"] == "path_not_allowed"
            assert len((await client.get(f"{base}/files")).json()["data"]) == 1

    run(scenario)


def test_a_line_break_in_a_path_is_refused() -> None:
    """The router does not even find such a path; jobs and listeners meet the rule itself."""
    with pytest.raises(PathNotAllowed):
        checked_path("a\nb")


def test_a_file_is_no_folder_and_a_folder_no_file(run: Run) -> None:
    async def scenario(house: House) -> None:
        async with house.client(house.caller()) as client:
            path = await project(client)
            await client.put(f"{path}/files/a/b", content=b"b", headers=NEW)
            for wrong in ("a", "a/b/c"):
                answer = await client.put(f"{path}/files/{wrong}", content=b"x", headers=NEW)
                assert answer.json()["code"] == "path_not_allowed"

    run(scenario)


def test_a_link_is_neither_read_nor_written_nor_packed(run: Run, tmp_path: Path) -> None:
    async def scenario(house: House) -> None:
        async with house.client(house.caller()) as client:
            path = await project(client)
            await client.put(f"{path}/files/a", content=b"a", headers=NEW)
            _plant_link(tmp_path, path.removeprefix("/projects/"))
            listed = {one["path"]: one for one in (await client.get(f"{path}/files")).json()["data"]}
            assert listed["leak"]["type"] == "symlink"
            assert (await client.get(f"{path}/files/leak")).status_code == 422
            match = {"If-Match": listed["leak"]["etag"]}
            assert (await client.put(f"{path}/files/leak", content=b"x", headers=match)).status_code == 422
            assert (await client.put(f"{path}/files/leak/x", content=b"x", headers=NEW)).status_code == 422
            project_id = ids.decode("prj", path.removeprefix("/projects/"))
            assert await house.projects.read_file(project_id=project_id, path="leak") is None
            assert b"leak" not in await house.projects.workspace_tar(project_id=project_id)
            archive = await client.get(f"{path}/archive")
            assert zipfile.ZipFile(io.BytesIO(archive.content)).namelist() == ["x/a"]

    run(scenario)


def _plant_link(tmp_path: Path, project_id: str) -> None:
    environment = {"GIT_DIR": str(tmp_path / "repositories" / f"{project_id}.git"), "PATH": "/usr/bin:/bin"}

    def git(*arguments: str, stdin: str = "") -> str:
        return subprocess.run(
            ["git", *arguments], input=stdin, capture_output=True, text=True, check=True, env=environment
        ).stdout

    blob = git("hash-object", "-w", "--stdin", stdin="/etc/passwd").strip()
    tree = git("mktree", stdin=git("ls-tree", "main") + f"120000 blob {blob}\tleak\n").strip()
    commit = git("-c", "user.name=x", "-c", "user.email=x@y", "commit-tree", tree, "-p", "main", "-m", "link").strip()
    git("update-ref", "refs/heads/main", commit)


def test_a_large_file_is_refused_a_large_enough_one_kept(run: Run) -> None:
    async def scenario(house: House) -> None:
        async with house.client(house.caller()) as client:
            path = await project(client)
            limit = 25 * 1024 * 1024
            assert (await client.put(f"{path}/files/a", content=b"x" * limit, headers=NEW)).status_code == 201
            answer = await client.put(f"{path}/files/b", content=b"x" * (limit + 1), headers=NEW)
            assert answer.status_code == 413
            assert answer.json()["code"] == "body_too_large"

    run(scenario)


def test_two_writers_at_once_both_land_or_one_hears_of_it(run: Run) -> None:
    async def scenario(house: House) -> None:
        async with house.client(house.caller()) as client:
            path = await project(client)
            first = await client.put(f"{path}/files/a", content=b"0", headers=NEW)
            different = await asyncio.gather(
                *(client.put(f"{path}/files/f{n}", content=b"x", headers=NEW) for n in range(5))
            )
            assert [one.status_code for one in different] == [201] * 5
            same = await asyncio.gather(
                *(
                    client.put(f"{path}/files/a", content=b"%d" % n, headers={"If-Match": first.headers["ETag"]})
                    for n in range(1, 5)
                )
            )
            assert sorted(one.status_code for one in same) == [200, 412, 412, 412]
            assert len((await client.get(f"{path}/versions")).json()["data"]) == 7

    run(scenario)
