"""The ecosystem map is judged by what exists."""

from pathlib import Path

import pytest

from ecosystem import check_rows, read_rows, shapes

HEAD = "| statement | where | proof | state | remark |\n|---|---|---|---|---|\n"
PATHS = shapes({"/api/v1/projects/{project_id}": {"get": {}}})


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name in ("code.py", "test_code.py", "Dashboard.tsx"):
        (tmp_path / name).touch()
    return tmp_path


@pytest.mark.parametrize(
    "row",
    [
        "| Projects | `code.py` | `test_code.py` | works | - |",
        "| Projects | `code.py` | - | partly | half of it |",
        "| Domains | - | - | not yet | later |",
        "| `GET /api/v1/projects/{id}` | `code.py` | `test_code.py` | works | - |",
        "| `GET /api/v1/domains` | - | - | not yet | - |",
        "| Dashboard (`Dashboard.tsx`) | `Dashboard.tsx` | `test_code.py` | works | - |",
    ],
)
def test_a_true_row(root: Path, row: str) -> None:
    assert check_rows(read_rows(HEAD + row), root, PATHS) == []


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("| Projects | `gone.py` | `test_code.py` | works | - |", "gone.py does not exist"),
        ("| Projects | `code.py` | - | works | - |", "names no test"),
        ("| Projects | - | - | partly | - |", "names no file"),
        ("| Projects | - | - | done | - |", "the state is 'done'"),
        ("| `DELETE /api/v1/projects/{id}` | `code.py` | `test_code.py` | works | - |", "is not in openapi.json"),
        ("| `GET /api/v1/projects/{id}` | - | - | not yet | - |", "is in openapi.json"),
        ("| Dashboard (`Dashboard.tsx`) | `code.py` | `test_code.py` | works | - |", "is not named among the files"),
    ],
)
def test_a_false_row(root: Path, row: str, problem: str) -> None:
    (finding,) = check_rows(read_rows(HEAD + row), root, PATHS)

    assert problem in finding.message
    assert finding.line == 3


def test_other_tables_are_no_statements() -> None:
    assert read_rows("| a | b |\n|---|---|\n| `x` | y |\n") == []
