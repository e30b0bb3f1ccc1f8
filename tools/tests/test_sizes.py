"""Budgets by path, the excuse with a reason, and the length of functions."""

import pytest

import sizes

ROOM = "backend/platform/src/vibecaas/projects"


@pytest.mark.parametrize(
    ("path", "budget"),
    [
        (f"{ROOM}/__init__.py", 10),
        (f"{ROOM}/errors.py", 80),
        (f"{ROOM}/repository.py", 250),
        (f"{ROOM}/service.py", 300),
        (f"{ROOM}/service/connect.py", 300),
        ("backend/platform/src/vibecaas/agents/roles/planner.py", 150),
        ("backend/platform/src/vibecaas/kit/errors.py", 300),
        ("backend/platform/src/vibecaas/entrypoints/__init__.py", 300),
        ("backend/vmcontrol/src/vmcontrol/client.py", 300),
    ],
)
def test_the_budget_of_a_path(path: str, budget: int) -> None:
    assert sizes.budget_lines(path) == budget


def test_a_file_may_have_its_budget_and_not_a_line_more() -> None:
    assert sizes.check_file(f"{ROOM}/errors.py", "x = 1\n" * 80) == []
    (finding,) = sizes.check_file(f"{ROOM}/errors.py", "x = 1\n" * 81)
    assert "81 lines, the budget is 80" in finding.message


def test_an_exception_needs_its_reason() -> None:
    body = "x = 1\n" * 80
    assert sizes.check_file(f"{ROOM}/errors.py", "# sizes: 90 lines, because one class per code\n" + body) == []
    assert sizes.check_file(f"{ROOM}/errors.py", "# sizes: 90 lines, because \n" + body)


def test_a_function_has_at_most_one_screen() -> None:
    fits = "def f() -> None:\n" + "    x = 1\n" * 49
    assert sizes.check_file("tools/x.py", fits) == []
    (finding,) = sizes.check_file("tools/x.py", fits + "    x = 1\n")
    assert finding.line == 1
    assert "51 lines" in finding.message


def test_word_lists_have_no_budget() -> None:
    path = "backend/appbuilder/src/appbuilder/planner/lexicon/nouns.py"
    assert sizes.check_file(path, "x = 1\n" * 900) == []
