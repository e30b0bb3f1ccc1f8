"""Tests of /api/uploads."""

from pathlib import Path
from typing import Any

import pytest
from app.core import settings
from app.core.database import writing
from app.extras.file_types import type_of
from app.main import app
from starlette.testclient import TestClient
from tests.others import somebody_else
from tests.uploads import DOT, given_upload

PATH = "/api/uploads"


def test_an_image_comes_back_as_one(client: TestClient) -> None:
    upload = client.post(PATH, params={"name": "dot.exe"}, content=DOT).json()
    assert upload["content_type"] == "image/gif"
    response = client.get(f"{PATH}/{upload['id']}")
    assert (response.content, response.headers["content-type"]) == (DOT, "image/gif")
    assert response.headers["x-content-type-options"] == "nosniff"


def test_anything_else_is_only_saved_never_shown(client: TestClient) -> None:
    page = b"<!doctype html><script>alert(1)</script>"
    upload = client.post(PATH, params={"name": "../Größe.html"}, content=page).json()
    assert upload["name"] == "Größe.html"
    response = client.get(f"{PATH}/{upload['id']}")
    assert response.headers["content-type"] == "application/octet-stream"
    assert response.headers["content-disposition"] == "attachment; filename*=UTF-8''Gr%C3%B6%C3%9Fe.html"


@pytest.mark.parametrize("content", [b"", b"MZ\x90\x00", b"\x7fELF\x02"])
def test_programs_and_nothing_are_refused(client: TestClient, content: bytes, tmp_path: Path) -> None:
    assert client.post(PATH, params={"name": "picture.png"}, content=content).status_code == 415
    assert not list(tmp_path.glob("uploads/*"))


def test_a_file_that_is_too_large_is_refused(client: TestClient) -> None:
    response = client.post(PATH, params={"name": "long.txt"}, content=b"x" * 10_000_001)
    assert (response.status_code, "10 MB" in response.json()["detail"]) == (413, True)


def answer(client: TestClient) -> tuple[int, dict[str, Any]]:
    response = client.post(PATH, params={"name": "dot.gif"}, content=DOT)
    return response.status_code, response.json()


def test_files_take_no_more_room_than_there_is(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "UPLOADS_BYTES", 2 * len(DOT))
    _, first = answer(client)
    assert client.get(PATH).json()["used_bytes"] == len(DOT)
    assert answer(client)[0] == 201
    status, problem = answer(client)
    assert (status, "no room" in problem["detail"]) == (413, True)
    assert client.delete(f"{PATH}/{first['id']}").status_code == 204
    assert answer(client)[0] == 201


# if accounts
def test_nobody_takes_all_the_room(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "UPLOADS_PER_PERSON_BYTES", len(DOT))
    assert answer(client)[0] == 201
    status, problem = answer(client)
    assert (status, "no room" in problem["detail"]) == (413, True)
    assert client.get(PATH).json() == {"used_bytes": len(DOT), "limit_bytes": len(DOT)}
    assert answer(somebody_else())[0] == 201


# end if
def test_others_do_not_see_a_file_that_belongs_to_no_entry(client: TestClient) -> None:
    upload = client.post(PATH, params={"name": "dot.gif"}, content=DOT).json()
    assert somebody_else().get(f"{PATH}/{upload['id']}").status_code == 404
    assert client.get(f"{PATH}/{upload['id']}/about").json() == upload
    assert client.delete(f"{PATH}/{upload['id']}").status_code == 204
    assert not (settings.DATA_DIR / "uploads" / upload["id"]).exists()


def test_what_belongs_to_nothing_is_removed_at_the_next_start(client: TestClient) -> None:
    old, new = given_upload(), given_upload()
    with writing() as db:
        db.execute("UPDATE app_uploads SET updated_at = '2020-01-01' WHERE key = ?", (old,))
    (settings.DATA_DIR / "uploads/undone").write_bytes(DOT)
    with TestClient(app):
        assert [file.name for file in settings.DATA_DIR.glob("uploads/*")] == [new]
    assert client.get(f"{PATH}/{old}").status_code == 404


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n....", "image/png"),
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
        (b"RIFF....WEBPVP8 ", "image/webp"),
        (b"RIFF....WAVEfmt ", "audio/wav"),
        (b"%PDF-1.7", "application/pdf"),
        ("Grüße".encode(), "text/plain"),
        (b"RIFF....ABCD", None),
    ],
)
def test_types_are_known_by_content(content: bytes, kind: str | None) -> None:
    assert type_of(content) == kind
