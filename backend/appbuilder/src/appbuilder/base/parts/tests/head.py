"""Tests of /api/<<slug>>."""

<<imports>>
from starlette.testclient import TestClient
from tests.factories import <<examples>>
<<extra_imports>>

PATH = "/api/<<slug>>"


def ids(client: TestClient, /, **query: str | int | float | bool) -> list[int]:
    response = client.get(PATH, params=query)
    assert response.status_code == 200, response.text
    return [entry["id"] for entry in response.json()["items"]]


def test_the_list_is_empty_at_first(client: TestClient) -> None:
    assert client.get(PATH).json() == {"items": [], "total": 0}


def test_an_unknown_entry_is_not_found(client: TestClient) -> None:
    response = client.get(f"{PATH}/1")
    assert response.status_code == 404
    assert response.headers["content-type"] == "application/problem+json"


def test_the_list_is_sorted_and_comes_in_pages(client: TestClient) -> None:
    entries = [given_<<name>>()["id"] for _ in range(3)]
    assert ids(client, sort="created_at") == entries
    assert ids(client, sort="-created_at") == entries[::-1]
    assert ids(client, sort="created_at", limit=1, offset=1) == [entries[1]]
    assert client.get(PATH, params={"sort": "no_such_field"}).status_code == 422
