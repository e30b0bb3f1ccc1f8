"""Tests of coming in, going out, and of what keeps others out."""

import hashlib
from typing import Any

import pytest
from app.account import attempts, routes, sessions
from app.account.roles import ADMIN, REGISTRATION_IS_OPEN, USUAL
from app.core import cookies, who
from app.core.database import reading, writing
from starlette.testclient import TestClient
from tests.people import add_person, nobody, signed_in, somebody

ANN = {"name": "Ann", "email": "Ann@example.com", "password": "correct horse"}


def register(client: TestClient, **changes: str) -> tuple[int, dict[str, Any]]:
    response = client.post("/api/account/register", json=ANN | changes)
    return response.status_code, response.json()


def newcomer(client: TestClient, **changes: str) -> TestClient:
    """Somebody whom the admin added, and who signed in."""
    person = ANN | {"role": USUAL.name} | changes
    response = client.post("/api/account/people", json=person)
    assert response.status_code == 201, response.text
    new = nobody()
    assert sign_in(new, email=person["email"]) == 200
    return new


def sign_in(client: TestClient, **changes: str) -> int:
    entered = {"email": ANN["email"], "password": ANN["password"], **changes}
    return client.post("/api/account/sign-in", json=entered).status_code


def test_people_sign_out_and_in_again(client: TestClient) -> None:
    ann = newcomer(client)
    assert ann.get("/api/account").json()["person"]["name"] == "Ann"
    token = ann.cookies["session"]
    assert ann.post("/api/account/sign-out").status_code == 204
    assert ann.get("/api/account").json()["person"] is None
    ann.cookies.set("session", token)
    assert ann.get("/api/account").json()["person"] is None
    assert sign_in(ann, email="ann@EXAMPLE.com") == 200
    assert ann.get("/api/account").json()["person"]["email"] == "ann@example.com"


def test_the_first_person_looks_after_the_app(client: TestClient) -> None:
    with writing() as db:
        db.execute("DELETE FROM app_accounts")
    status, first = register(nobody())
    assert (status, first["role"]) == (201, ADMIN.name)
    status, second = register(nobody(), email="ben@example.com")
    assert (status, second.get("role")) == ((201, USUAL.name) if REGISTRATION_IS_OPEN else (403, None))


def test_an_address_has_one_account(client: TestClient) -> None:
    newcomer(client)
    response = client.post("/api/account/people", json=ANN | {"email": "ANN@example.com", "role": USUAL.name})
    assert response.status_code == 422
    assert set(response.json()["errors"]) == {"email"}


@pytest.mark.parametrize("password", ["short", "Ann@Example.com"])
def test_a_weak_password_is_refused(client: TestClient, password: str) -> None:
    status, answer = register(nobody(), password=password)
    assert (status, set(answer["errors"])) == (422, {"password"})


def test_an_unknown_address_is_answered_like_a_wrong_password(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    work: list[str] = []
    hashing = hashlib.scrypt

    def counted(*values: Any, **parameters: Any) -> bytes:
        work.append("done")
        return hashing(*values, **parameters)

    monkeypatch.setattr(hashlib, "scrypt", counted)
    newcomer(client)
    work.clear()
    answers = [
        nobody().post("/api/account/sign-in", json={"email": email, "password": "wrong password"})
        for email in (ANN["email"], "nobody@example.com")
    ]
    assert [answer.status_code for answer in answers] == [401, 401]
    assert answers[0].json() == answers[1].json()
    assert len(work) == 2


def test_passwords_and_tokens_are_stored_as_hashes(client: TestClient) -> None:
    ann = newcomer(client)
    with reading() as db:
        tables = ("app_accounts", "app_sessions")
        kept = [tuple(row) for table in tables for row in db.execute(f"SELECT * FROM {table}")]
    assert ANN["password"] not in str(kept)
    assert ann.cookies["session"] not in str(kept)
    assert "scrypt$16384$8$5$" in str(kept)


def test_the_cookie_is_out_of_reach(client: TestClient) -> None:
    newcomer(client)
    entered = {"email": ANN["email"], "password": ANN["password"]}
    response = nobody().post("/api/account/sign-in", json=entered)
    attributes = set(response.headers["set-cookie"].split("; ")[1:])
    assert {"HttpOnly", "SameSite=Lax", "Path=/"} <= attributes
    assert "Secure" not in attributes
    encrypted = TestClient(client.app, base_url="https://testserver")
    response = encrypted.post("/api/account/sign-in", json=entered)
    assert "Secure" in response.headers["set-cookie"].split("; ")


def test_signing_in_changes_the_session(client: TestClient) -> None:
    ann = newcomer(client)
    before = ann.cookies["session"]
    sign_in(ann)
    assert ann.cookies["session"] != before
    old = nobody()
    old.cookies.set("session", before)
    assert old.get("/api/account").json()["person"] is None


def test_a_session_ends_after_30_days_without_use(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    ann = newcomer(client)
    monkeypatch.setattr(sessions, "LIFETIME", -sessions.LIFETIME)
    late = signed_in(add_person())
    assert late.get("/api/account").json()["person"] is None
    assert ann.get("/api/account").json()["person"] is not None


def test_trying_out_passwords_is_stopped(client: TestClient) -> None:
    newcomer(client)
    statuses = [sign_in(nobody(), password="wrong password") for _ in range(attempts.LIMITS["email"] + 1)]
    assert statuses[-2:] == [401, 429]
    response = nobody().post("/api/account/sign-in", json={"email": ANN["email"], "password": ANN["password"]})
    assert response.status_code == 429
    assert int(response.headers["retry-after"]) > 0


def test_a_new_password_ends_other_sessions(client: TestClient) -> None:
    here, there = newcomer(client), nobody()
    sign_in(there)
    change = {"current": ANN["password"], "password": "battery staple"}
    assert here.put("/api/account/password", json=change | {"current": "wrong password"}).status_code == 422
    assert here.put("/api/account/password", json=change).status_code == 204
    assert here.get("/api/account").json()["person"] is not None
    assert there.get("/api/account").json()["person"] is None
    assert sign_in(there, password="battery staple") == 200


def test_people_change_their_name_and_leave(client: TestClient) -> None:
    ben = newcomer(client, email="ben@example.com")
    assert ben.patch("/api/account", json={"name": "Benjamin"}).json()["name"] == "Benjamin"
    assert ben.request("DELETE", "/api/account", json={"password": "wrong password"}).status_code == 422
    assert ben.request("DELETE", "/api/account", json={"password": ANN["password"]}).status_code == 204
    assert sign_in(nobody(), email="ben@example.com") == 401


@pytest.mark.parametrize(
    "headers",
    [{"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}],
)
def test_other_sites_cannot_change_anything(client: TestClient, headers: dict[str, str]) -> None:
    ann = newcomer(client)
    assert ann.patch("/api/account", json={"name": "Eve"}, headers=headers).status_code == 403
    assert ann.patch("/api/account", json={"name": "Anna"}, headers={"Origin": "http://testserver"}).status_code == 200


def test_only_admins_look_after_people(client: TestClient) -> None:
    other = add_person()
    for role in (None, USUAL.name):
        person = somebody(role) if role else nobody()
        status = 403 if role else 401
        assert person.get("/api/account/people").status_code == status
        assert person.patch(f"/api/account/people/{other}", json={"role": ADMIN.name}).status_code == status
        assert person.delete(f"/api/account/people/{other}").status_code == status
    assert client.patch(f"/api/account/people/{other}", json={"role": ADMIN.name}).json()["role"] == ADMIN.name
    assert client.delete(f"/api/account/people/{other}").status_code == 204
    assert other not in [person["id"] for person in client.get("/api/account/people").json()["items"]]


def test_the_last_admin_stays(client: TestClient) -> None:
    me = client.get("/api/account").json()["person"]["id"]
    assert client.delete(f"/api/account/people/{me}").status_code == 409
    assert client.patch(f"/api/account/people/{me}", json={"role": USUAL.name}).status_code == 409
    other = add_person(ADMIN.name)
    assert client.delete(f"/api/account/people/{other}").status_code == 204


def test_the_demonstration_is_only_in_a_preview(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    role = {"role": ADMIN.name}
    assert nobody().post("/api/account/demo", json=role).status_code == 404
    for module in (routes, who, cookies):
        monkeypatch.setattr(module, "IS_DEMO", True)
    demo = nobody()
    assert demo.post("/api/account/demo", json=role).json()["role"] == ADMIN.name
    assert demo.get("/api/account/people").status_code == 200
    monkeypatch.setattr(who, "IS_DEMO", False)
    assert demo.get("/api/account").json()["person"] is None
    assert sign_in(nobody(), email=f"{ADMIN.name}@demo.invalid") == 401
