"""Tests of what the API says about itself."""

from starlette.testclient import TestClient


def test_the_start_says_where_the_description_is(client: TestClient) -> None:
    start = client.get("/").json()
    assert client.get(start["docs"]).headers["content-type"].startswith("text/html")
    assert client.get(start["openapi"]).json()["paths"]
    assert client.get(start["health"]).json()["status"] == "ok"


def test_the_description_names_every_address(client: TestClient) -> None:
    page = client.get("/api/docs").text
    for path, methods in client.get("/api/openapi.json").json()["paths"].items():
        for method in methods:
            assert f"<h3>{method.upper()} {path}</h3>" in page


def test_the_page_takes_nothing_from_elsewhere(client: TestClient) -> None:
    page = client.get("/api/docs").text
    assert "http:" not in page
    assert "https:" not in page
    assert "<script" not in page
    assert client.get("/api/docs.css").headers["content-type"].startswith("text/css")
