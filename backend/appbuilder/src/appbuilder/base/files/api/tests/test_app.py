"""Tests of what belongs to no kind of entry."""

from starlette.testclient import TestClient


def test_the_app_is_healthy(client: TestClient) -> None:
    answer = client.get("/api/health").json()
    assert answer["status"] == "ok"
    assert answer["build"]


def test_an_unknown_address_is_a_problem(client: TestClient) -> None:
    response = client.get("/api/no-such-thing")
    assert response.status_code == 404
    assert response.json()["detail"] == "There is no /api/no-such-thing."


def test_the_api_describes_itself(client: TestClient) -> None:
    document = client.get("/api/openapi.json").json()
    answers = document["paths"]["/api/health"]["get"]["responses"]
    assert answers["4XX"]["$ref"] == "#/components/responses/Problem"
    content = document["components"]["responses"]["Problem"]["content"]
    assert content["application/problem+json"]["schema"] == {"$ref": "#/components/schemas/Problem"}
    assert "detail" in document["components"]["schemas"]["Problem"]["required"]
