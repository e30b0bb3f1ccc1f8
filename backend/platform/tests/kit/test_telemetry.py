"""No secret gets into a log line, wherever in it somebody puts it."""

import io
import json

import pytest
import structlog

from vibecaas.kit import telemetry


@pytest.mark.parametrize(
    "values",
    [
        {"password": "hunter2"},
        {"access_token": "hunter2"},
        {"extra": {"password": "hunter2"}},
        {"args": ["postgresql://vibecaas_app:hunter2@127.0.0.1/db"]},
        {"url": "redis://:hunter2@127.0.0.1/0"},
        {"url": "https://hunter2@example.org/x"},
        {"error": "refused: Bearer eyJhunter2.eyJhunter2.hunter2"},
        {"key": "vck_hunter2hunter2hunter2"},
    ],
)
def test_a_secret_is_not_written(values: dict[str, object], monkeypatch: pytest.MonkeyPatch) -> None:
    written = io.StringIO()
    monkeypatch.setattr("sys.stderr", written)
    telemetry.configure("test")
    structlog.get_logger().info("something.happened", project="Guestbook", **values)
    line = json.loads(written.getvalue())
    assert "hunter2" not in written.getvalue()
    assert (line["event"], line["project"]) == ("something.happened", "Guestbook")
