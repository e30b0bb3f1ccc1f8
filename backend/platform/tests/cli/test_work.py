"""Projects, files, versions, machines and the interface's own description."""

import json
from pathlib import Path

import pytest

from .conftest import Call
from .server import Answer, ApiServer, answer, listing, problem
from .things import BEGUN, project, run

ENTRY = {"object": "file", "path": "web/src/App.tsx", "size_bytes": 5, "type": "file", "etag": '"2"'}
VERSION = {
    "object": "version",
    "id": "ver_1",
    "project_id": "prj_1",
    "commit": "0123",
    "parent": None,
    "message": "Build\n\nlong",
    "author": "VibeCaaS",
    "run_id": "run_1",
    "kind": "build",
    "created_at": BEGUN,
    "files_changed": 3,
    "insertions": 10,
    "deletions": 1,
    "publishable": {"verdict": "yes", "run_id": "run_1", "reasons": []},
}
FILE = "/api/v1/projects/prj_1/files/web/src/App.tsx"


@pytest.fixture
def working(api: ApiServer) -> ApiServer:
    api.on("GET /api/v1/projects", listing(project()))
    api.on("GET /api/v1/projects/prj_1", answer(project()))
    return api


def test_projects_are_listed_for_people_and_as_the_api_sends_them(working: ApiServer, call: Call) -> None:
    shown = call("projects", "list").out
    assert "Guestbook  ready" in shown
    assert "http://guestbook-preview.localhost:8421/" in shown
    assert json.loads(call("projects", "list", "--json").out)["data"] == [project()]


def test_a_long_list_is_read_page_by_page(api: ApiServer, call: Call) -> None:
    rows = [project(id=f"prj_{number}") for number in range(3)]
    api.on("GET /api/v1/projects", listing(*rows[:2], next_cursor="prj_1"), listing(rows[2]))

    made = json.loads(call("projects", "list", "--json").out)

    assert [item["id"] for item in made["data"]] == ["prj_0", "prj_1", "prj_2"]
    assert made["has_more"] is False
    assert "starting_after=prj_1" in api.seen("GET /api/v1/projects")[1].path


def test_names_of_users_cannot_steer_the_terminal(api: ApiServer, call: Call) -> None:
    api.on("GET /api/v1/projects", listing(project(name="\x1b[31mred\nline")))

    assert "\x1b" not in call("projects", "list").out


@pytest.mark.parametrize("wanted", ["prj_1", "guestbook", "GUESTBOOK"])
def test_a_project_is_found_by_id_address_or_name(working: ApiServer, call: Call, wanted: str) -> None:
    working.on("GET /api/v1/projects/prj_1/runs", listing(run("succeeded")))

    assert "A guestbook" in call("runs", "list", wanted).out


def test_an_unknown_and_an_ambiguous_name(api: ApiServer, call: Call) -> None:
    api.on("GET /api/v1/projects", listing(project(id="prj_1", slug="a"), project(id="prj_2", slug="b")))

    assert call("runs", "list", "nothing").code == 3
    ambiguous = call("runs", "list", "guestbook")
    assert ambiguous.code == 2
    assert "prj_1, prj_2" in ambiguous.err


def test_open_prints_the_app_and_a_fresh_link(working: ApiServer, call: Call) -> None:
    url = "http://localhost:8420/welcome#token=abc"
    link = {"object": "welcome_link", "token": "abc", "url": url, "expires_at": BEGUN}
    working.on("POST /api/v1/auth/welcome-links", answer(link, 201))

    outcome = call("open")

    assert outcome.out == f"App:       http://guestbook-preview.localhost:8421/\nWorkbench: {url}\n"


def test_open_works_before_the_first_project(api: ApiServer, call: Call) -> None:
    api.on("GET /api/v1/projects", listing())
    link = {"object": "welcome_link", "token": "abc", "url": "http://localhost:8420/welcome#token=abc"}
    api.on("POST /api/v1/auth/welcome-links", answer(link, 201))

    assert call("open").out == "Workbench: http://localhost:8420/welcome#token=abc\n"


def test_files_are_listed_with_their_prefix(working: ApiServer, call: Call) -> None:
    working.on("GET /api/v1/projects/prj_1/files", listing(ENTRY))

    assert "web/src/App.tsx" in call("files", "list", "web/").out
    assert "limit" not in working.seen("GET /api/v1/projects/prj_1/files")[0].path
    assert "prefix=web%2F" in working.seen("GET /api/v1/projects/prj_1/files")[0].path


def test_a_file_is_written_to_disk_byte_for_byte(working: ApiServer, call: Call, tmp_path: Path) -> None:
    working.on(f"GET {FILE}", Answer(200, b"\x00\xff\r\n", {"ETag": '"1"'}))

    assert call("files", "get", "web/src/App.tsx", "--to", str(tmp_path / "copy")).code == 0
    assert (tmp_path / "copy").read_bytes() == b"\x00\xff\r\n"


def test_a_known_file_is_replaced_only_as_it_was_seen(working: ApiServer, call: Call, tmp_path: Path) -> None:
    (tmp_path / "local").write_bytes(b"hello")
    working.on(f"GET {FILE}", Answer(200, b"old", {"ETag": '"1"'}))
    working.on(f"PUT {FILE}", answer(ENTRY))

    assert call("files", "put", "web/src/App.tsx", str(tmp_path / "local")).code == 0
    sent = working.seen(f"PUT {FILE}")[0]
    assert sent.headers["If-Match"] == '"1"'
    assert sent.body == b"hello"


def test_a_new_file_is_only_created(working: ApiServer, call: Call, tmp_path: Path) -> None:
    (tmp_path / "local").write_bytes(b"hello")
    working.on(f"GET {FILE}", problem(404, "not_found", "There is nothing here."))
    working.on(f"PUT {FILE}", answer(ENTRY, 201))

    assert call("files", "put", "web/src/App.tsx", str(tmp_path / "local")).code == 0
    assert working.seen(f"PUT {FILE}")[0].headers["If-None-Match"] == "*"


def test_a_path_is_sent_as_it_is_meant(working: ApiServer, call: Call) -> None:
    call("files", "get", "a b/#1?.txt")

    assert working.requests[-1].path == "/api/v1/projects/prj_1/files/a%20b/%231%3F.txt"


def test_a_local_file_that_is_missing(working: ApiServer, call: Call, tmp_path: Path) -> None:
    assert call("files", "put", "x", str(tmp_path / "missing")).code == 2


def test_versions_are_listed_and_restored(working: ApiServer, call: Call) -> None:
    working.on("GET /api/v1/projects/prj_1/versions", listing(VERSION))
    working.on("POST /api/v1/versions/ver_1/restore", answer({**VERSION, "id": "ver_2", "message": "Restore"}, 201))

    assert "+10 -1" in call("versions", "list").out
    assert call("versions", "restore", "ver_1").out == "ver_2  Restore\n"


def test_a_version_says_what_is_against_publishing_it(working: ApiServer, call: Call) -> None:
    reasons = [{"code": "secret_found", "message": "api/app/mail.py:3 an AWS access key. Take it out."}]
    version = {**VERSION, "publishable": {"verdict": "no", "run_id": None, "reasons": reasons}}
    working.on("GET /api/v1/projects/prj_1/versions", listing(version))
    working.on("GET /api/v1/versions/ver_1", answer(version), answer(VERSION))

    listed = call("versions", "list")
    assert "PUBLISHABLE" in listed.out
    assert "Not publishable: api/app/mail.py:3 an AWS access key." in listed.err
    assert "Not publishable: api/app/mail.py:3 an AWS access key." in call("versions", "show", "ver_1").out
    assert call("versions", "show", "ver_1").out.endswith("This version can be published.\n")


def test_machines_tell_their_isolation(working: ApiServer, call: Call) -> None:
    machine = {"id": "vm_1", "status": "running", "isolation": "process", "memory_mib": 512, "project_id": "prj_1"}
    working.on("GET /api/v1/microvms", listing(machine))

    assert "process" in call("vm", "list").out


def test_the_interface_describes_itself(api: ApiServer, call: Call) -> None:
    operation = {"operationId": "projects_list", "x-permission": "projects:read"}
    document = {"openapi": "3.1.0", "paths": {"/api/v1/projects": {"get": operation}}}

    api.on("GET /openapi.json", answer(document))

    (route,) = json.loads(call("routes", "--json").out)["data"]
    assert route == {
        "method": "GET",
        "path": "/api/v1/projects",
        "operation_id": "projects_list",
        "permission": "projects:read",
    }
    assert json.loads(call("openapi", "export").out) == document
