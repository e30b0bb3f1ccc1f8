"""Writing the document and finding drift."""

from pathlib import Path

import pytest

import openapi_export

DOCUMENT = '{\n  "paths": {"/livez": {"get": {}}}\n}\n'


def test_a_written_document_is_in_step(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "openapi.json"

    assert openapi_export.run(target, DOCUMENT, check=True) == 1
    assert openapi_export.run(target, DOCUMENT, check=False) == 0
    assert openapi_export.run(target, DOCUMENT, check=True) == 0
    assert "1 operations" in capsys.readouterr().out


def test_drift_is_shown_line_by_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "openapi.json"
    target.write_text(DOCUMENT.replace("livez", "health"))

    assert openapi_export.run(target, DOCUMENT, check=True) == 1
    shown = capsys.readouterr().err
    assert "health" in shown
    assert "livez" in shown
