"""R08: only access tokens that we signed, in our one way, for this API, at this time."""

import base64
import hashlib
import hmac
import json
from typing import Any

import pytest

from vibecaas.kit import clock, ids

from ..fixtures.house import KEY, House, Member

pytestmark = pytest.mark.anyio
SIGNING_KEY = hashlib.sha256(b"access" + KEY).digest()


def encoded(value: bytes) -> str:
    return base64.urlsafe_b64encode(value).rstrip(b"=").decode()


def forged(header: dict[str, Any], claims: dict[str, Any], key: bytes = SIGNING_KEY) -> str:
    """Sign by hand whatever a library would refuse to sign."""
    text = ".".join(encoded(json.dumps(part).encode()) for part in (header, claims))
    digest = {"HS512": hashlib.sha512}.get(header["alg"], hashlib.sha256)
    seal = "" if header["alg"] == "none" else encoded(hmac.new(key, text.encode(), digest).digest())
    return f"{text}.{seal}"


def parts(token: str) -> tuple[dict[str, Any], dict[str, Any]]:
    header, claims = (json.loads(base64.urlsafe_b64decode(part + "==")) for part in token.split(".")[:2])
    return header, claims


async def refused(house: House, token: str) -> str:
    answer = await house.client(token).get("/api/v1/users/me")
    assert answer.status_code == 401, answer.text
    assert answer.headers["WWW-Authenticate"].startswith("Bearer")
    code: str = answer.json()["code"]
    return code


async def test_the_forger_of_these_tests_can_forge(house: House, ada: Member) -> None:
    token = forged(*parts(ada.session["access_token"]))
    assert (await house.client(token).get("/api/v1/users/me")).status_code == 200


@pytest.mark.parametrize(
    "header",
    [
        {"alg": "none"},
        {"alg": "NONE"},
        {"alg": "HS512"},
        {"typ": "JWT"},
        {"typ": "id+jwt"},
        {"jwk": {"kty": "oct", "k": "YXR0YWNrZXI"}},
        {"jku": "http://127.0.0.1/keys"},
        {"kid": "../../dev/null"},
        {"crit": ["exp"]},
    ],
    ids=lambda change: next(iter(change.items()))[0] + "-" + str(next(iter(change.values())))[:8],
)
async def test_headers_that_are_not_ours(house: House, ada: Member, header: dict[str, Any]) -> None:
    ours, claims = parts(ada.session["access_token"])
    assert await refused(house, forged({**ours, **header}, claims)) == "token_invalid"


@pytest.mark.parametrize(
    "change",
    [
        {"aud": "another-api"},
        {"aud": ["another-api"]},
        {"aud": None},
        {"iss": "somebody"},
        {"iss": None},
        {"exp": None},
        {"exp": "never"},
        {"nbf": 4_000_000_000},
        {"sub": "org_01k9zq3f2d7m8v5x4c6b9n0p1t"},
        {"sid": None},
        {"sid": 7},
    ],
    ids=lambda change: f"{next(iter(change))}-{next(iter(change.values()))}"[:24],
)
async def test_claims_that_are_not_ours(house: House, ada: Member, change: dict[str, Any]) -> None:
    header, claims = parts(ada.session["access_token"])
    wanted = {name: value for name, value in {**claims, **change}.items() if value is not None}
    assert await refused(house, forged(header, wanted)) == "token_invalid"


async def test_a_token_is_over_the_second_it_ends(house: House, ada: Member) -> None:
    header, claims = parts(ada.session["access_token"])
    now = int(clock.now().timestamp())
    assert await refused(house, forged(header, {**claims, "exp": now - 1})) == "token_expired"


async def test_other_keys_other_people_and_other_tokens(house: House, ada: Member, bob: Member) -> None:
    header, claims = parts(ada.session["access_token"])
    assert await refused(house, forged(header, claims, key=b"public key of somebody")) == "token_invalid"
    swapped = {**claims, "sub": bob.session["user"]["id"]}
    assert await refused(house, forged(header, swapped)) == "session_revoked"
    unknown = {**claims, "sid": ids.encode("ses", ids.new_uuid())}
    assert await refused(house, forged(header, unknown)) == "session_revoked"
    assert await refused(house, ada.session["refresh_token"]) == "token_invalid"
    for junk in ("a", "..", "a.b.c", "Ω", "x" * 8000):
        answer = await house.client().get("/api/v1/users/me", headers={b"Authorization": f"Bearer {junk}".encode()})
        assert answer.status_code == 401, junk[:10]


async def test_a_refresh_token_with_another_number_or_seal(house: House, ada: Member) -> None:
    head, _, seal = ada.session["refresh_token"].rpartition(".")
    body, _, _ = head.rpartition(".")
    for token in (f"{body}.1.{seal}", f"{head}.{'0' * 64}", head, f"{body}.-1.{seal}", f"{body}.٣.{seal}", "vcr_"):
        answer = await house.client().post("/api/v1/auth/refresh", json={"refresh_token": token})
        assert (answer.status_code, answer.json()["code"]) == (401, "token_invalid"), token
