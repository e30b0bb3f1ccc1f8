"""The session file: its mode, its renewal, sign-in and sign-out."""

import json
import stat
from pathlib import Path

import pytest

from vibecaas.entrypoints.cli.session import Session, load_session, save_session, session_file

from .conftest import Call
from .server import ApiServer, answer, listing, problem, running
from .things import SESSION


def test_the_file_is_readable_by_its_owner_alone(home: Path) -> None:
    save_session("http://127.0.0.1:8420/", "a", "r")

    assert stat.S_IMODE(session_file().stat().st_mode) == 0o600
    assert load_session() == Session("http://127.0.0.1:8420", "a", "r")
    assert [path.name for path in home.iterdir()] == ["session.json"]


@pytest.mark.parametrize("content", ["", "[]", '{"base_url": 1}', "no json"])
def test_a_broken_file_is_nobody(home: Path, content: str) -> None:
    home.mkdir()
    session_file().write_text(content)

    assert load_session() == Session()


def test_without_a_data_folder_it_lies_in_the_users_configuration(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("VIBECAAS_HOME")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))

    assert session_file() == tmp_path / "vibecaas" / "session.json"


def test_an_expired_token_is_renewed_once_and_kept(api: ApiServer, call: Call) -> None:
    api.on("GET /api/v1/projects", problem(401, "token_expired", "Expired."), listing())
    api.on("POST /api/v1/auth/refresh", answer(SESSION))

    assert call("projects", "list").code == 0
    assert [request.headers["Authorization"] for request in api.seen("GET /api/v1/projects")] == [
        "Bearer access-1",
        "Bearer access-2",
    ]
    assert load_session() == Session(api.url, "access-2", "refresh-2")


def test_a_revoked_session_says_how_to_sign_in(api: ApiServer, call: Call) -> None:
    api.on("GET /api/v1/projects", problem(401, "session_revoked", "This session has ended."))
    api.on("POST /api/v1/auth/refresh", problem(401, "session_revoked", "This session has ended."))

    outcome = call("projects", "list")

    assert outcome.code == 4
    assert "This session has ended." in outcome.err
    assert "code session_revoked, request req_1" in outcome.err
    assert "Next: vibecaas login" in outcome.err


def test_login_with_a_password_from_a_file(home: Path, tmp_path: Path, call: Call) -> None:
    (tmp_path / "password").write_text("correct horse battery staple\n")
    with running() as api:
        api.on("POST /api/v1/auth/login", answer(SESSION))

        words = ("login", "ada@example.org", "--url", api.url, "--password-file", str(tmp_path / "password"))
        outcome = call(*words)

        assert outcome.code == 0
        assert "Signed in" in outcome.out
        sent = api.seen("POST /api/v1/auth/login")[0].json
        assert sent == {"email": "ada@example.org", "password": "correct horse battery staple", "session": "token"}
        assert load_session() == Session(api.url, "access-2", "refresh-2")
        assert "correct horse" not in outcome.out + outcome.err + session_file().read_text()


def test_login_with_a_welcome_token(api: ApiServer, tmp_path: Path, call: Call) -> None:
    (tmp_path / "token").write_text("one-use")
    api.on("POST /api/v1/auth/welcome", answer(SESSION))

    outcome = call("login", "--token-file", str(tmp_path / "token"), "--json")

    assert json.loads(outcome.out)["user"]["email"] == "ada@example.org"
    assert api.seen("POST /api/v1/auth/welcome")[0].json == {"token": "one-use", "session": "token"}


def test_login_never_asks_without_a_terminal(call: Call) -> None:
    outcome = call("login", "--no-input")

    assert outcome.code == 2
    assert "no terminal" in outcome.err


def test_logout_ends_the_session_on_both_sides(api: ApiServer, call: Call) -> None:
    api.on("POST /api/v1/auth/logout", answer({}, 204))

    assert call("logout").code == 0
    assert len(api.seen("POST /api/v1/auth/logout")) == 1
    assert load_session() == Session(api.url, "", "")
    assert call("projects", "list").code == 4
