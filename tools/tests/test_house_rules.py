"""Each house rule on a line that breaks it, one that keeps it, and one that is excused."""

import pytest

from house_rules import no_commit, no_function_imports, tenant_scope, units_in_names
from house_rules.rule import Rule, apply

PLATFORM = "backend/platform/src/vibecaas"

BROKEN = [
    (no_commit.RULE, f"{PLATFORM}/projects/service.py", "async def f(s: S) -> None:\n    await s.commit()\n", 2),
    (no_commit.RULE, f"{PLATFORM}/adapters/git_store.py", "def f(s: S) -> None:\n    s.rollback()\n", 2),
    (tenant_scope.RULE, f"{PLATFORM}/projects/repository.py", "class R:\n    def get(self, id: str) -> X: ...\n", 2),
    (no_function_imports.RULE, f"{PLATFORM}/auth/service.py", "def f() -> None:\n    import json\n", 2),
    (units_in_names.RULE, f"{PLATFORM}/kit/http.py", "def f(timeout: float) -> None: ...\n", 1),
    (units_in_names.RULE, f"{PLATFORM}/kit/http.py", "class A:\n    max_size: int | None = None\n", 2),
]

KEPT = [
    (no_commit.RULE, f"{PLATFORM}/kit/db.py", "async def f(s: S) -> None:\n    await s.commit()\n"),
    (no_commit.RULE, f"{PLATFORM}/projects/service.py", "def f(g: G) -> None:\n    g.commit(tree, message)\n"),
    (
        tenant_scope.RULE,
        f"{PLATFORM}/projects/repository.py",
        "class R:\n    def get(self, organization_id: str, id: str) -> X: ...\n    def _row(self) -> X: ...\n",
    ),
    (
        tenant_scope.RULE,
        f"{PLATFORM}/projects/repository.py",
        "class R:\n    def __init__(self, organization_id: str) -> None: ...\n    def get(self) -> X: ...\n",
    ),
    (
        tenant_scope.RULE,
        f"{PLATFORM}/projects/repository.py",
        "class R:\n    def __init__(self, u: U) -> None:\n        self._organization_id = u\n    def get(self): ...\n",
    ),
    (tenant_scope.RULE, f"{PLATFORM}/projects/service.py", "class S:\n    def get(self) -> X: ...\n"),
    (no_function_imports.RULE, f"{PLATFORM}/entrypoints/cli/app.py", "def f() -> None:\n    import json\n"),
    (units_in_names.RULE, f"{PLATFORM}/kit/http.py", "def f(timeout_seconds: float, pool_size: int) -> None: ...\n"),
    (units_in_names.RULE, f"{PLATFORM}/kit/http.py", "def f(timeout: Timeout) -> None: ...\n"),
]


@pytest.mark.parametrize(("rule", "path", "text", "line"), BROKEN, ids=lambda value: getattr(value, "name", None))
def test_a_broken_rule_is_named_with_its_line(rule: Rule, path: str, text: str, line: int) -> None:
    (finding,) = apply(rule, path, text)
    assert (finding.path, finding.line) == (path, line)
    assert finding.message.startswith(rule.name)


@pytest.mark.parametrize(("rule", "path", "text"), KEPT, ids=lambda value: getattr(value, "name", None))
def test_a_kept_rule_says_nothing(rule: Rule, path: str, text: str) -> None:
    assert apply(rule, path, text) == []


def test_an_excuse_needs_its_reason() -> None:
    path = f"{PLATFORM}/projects/service.py"
    line = "def f(s: S) -> None:\n    s.commit()  # house: allow no_commit"
    (finding,) = apply(no_commit.RULE, path, line + "\n")
    assert "no reason" in finding.message
    assert apply(no_commit.RULE, path, line + ", because this is the unit of work's own test\n") == []
