"""Tests of /api/insights."""

import csv
from typing import Any

from starlette.testclient import TestClient
from tests.factories import <<examples>>
<<people>>

PATH = "/api/insights"
KEYS = [
    <<keys>>
]


def report(client: TestClient, key: str) -> dict[str, Any]:
    response = client.get(f"{PATH}/{key}")
    assert response.status_code == 200, response.text
    answer: dict[str, Any] = response.json()
    return answer


def numbers_in_csv(client: TestClient, key: str) -> list[float]:
    response = client.get(f"{PATH}/{key}", params={"format": "csv"})
    assert response.headers["content-type"].startswith("text/csv")
    return [float(number) for _, number in list(csv.reader(response.text.splitlines()))[1:]]


def test_all_reports_are_listed(client: TestClient) -> None:
    answer = client.get(PATH).json()
    assert [item["key"] for item in answer["items"]] == KEYS
    assert answer["total"] == len(KEYS)


def test_an_unknown_report_is_not_found(client: TestClient) -> None:
    assert client.get(f"{PATH}/no-such-report").status_code == 404
