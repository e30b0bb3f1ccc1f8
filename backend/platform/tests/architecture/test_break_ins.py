"""Every wall is attacked once: each break-in must be caught by the contract named beside it."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from .tree import SourceTree


@dataclass(frozen=True)
class BreakIn:
    """One forbidden line in one module, and the contract that must catch it."""

    number: int
    module: str
    line: str
    contract: str


BREAK_INS = (
    BreakIn(1, "vibecaas.projects.service", "import vibecaas.agents.service", "storeys"),
    BreakIn(2, "vibecaas.projects.service", "import vibecaas.organizations.repository", "front-door"),
    BreakIn(3, "vibecaas.projects.repository", "import vibecaas.organizations.models", "front-door"),
    BreakIn(4, "vibecaas.auth.service", "import fastapi", "heart"),
    BreakIn(5, "vibecaas.agents.service", "import openai", "heart"),
    BreakIn(6, "vibecaas.microvms.service", "import vmcontrol.daemon", "daemon-door"),
    BreakIn(7, "simulators.break_in", "import vibecaas.projects.schemas", "houses"),
    BreakIn(8, "vibecaas.projects.service", "import vibecaas.settings", "settings"),
    BreakIn(9, "vibecaas.kit.db", "import vibecaas.settings", "settings"),
    BreakIn(10, "vibecaas.adapters.git_store", "import vibecaas.projects.service", "adapters"),
    BreakIn(11, "vibecaas.projects.repository", "import vibecaas.projects.service", "room"),
    BreakIn(12, "vibecaas.projects.helpers", "", "room"),
    BreakIn(13, "vibecaas.attic", "", "storeys"),
    BreakIn(14, "vmcontrol.client", "import vibecaas.kit", "houses"),
    BreakIn(15, "vibecaas.projects.service", "import vibecaas.adapters", "storeys"),
    BreakIn(16, "vibecaas.entrypoints.break_in", "import standalone", "houses"),
    BreakIn(17, "vibecaas.projects.service", "import vibecaas.kit.web", "heart"),
    BreakIn(18, "vibecaas.kit.jobs", "import celery", "kit"),
    BreakIn(19, "vibecaas.projects.service", "import sqlalchemy", "sql"),
    BreakIn(20, "vibecaas.agents.service", "import vibecaas.projects.service.inner", "front-door"),
    BreakIn(21, "vibecaas.agents.roles.planner", "import vibecaas.agents.service", "agents-room"),
    BreakIn(22, "appbuilder.break_in", "import vibecaas.kit", "houses"),
    BreakIn(23, "vibecaas.projects.service", "import appbuilder", "houses-appbuilder"),
    BreakIn(24, "appbuilder.compiler", "import sqlalchemy", "sql"),
    BreakIn(25, "appbuilder.planner", "import httpx", "heart"),
    BreakIn(26, "vibecaas.projects.service", "import subprocess", "heart"),
    BreakIn(27, "vibecaas.adapters.git_store", "import vmcontrol.client", "daemon-door-client"),
)

OPEN_DOORS = (
    ("vibecaas.agents.service", "import vibecaas.microvms.service"),
    ("vibecaas.agents.service", "import appbuilder"),
    ("vibecaas.agents.schemas", "import appbuilder"),
    ("vibecaas.adapters.git_store", "import vibecaas.projects.ports"),
    ("vibecaas.adapters.git_store", "import vibecaas.projects.schemas"),
    ("vibecaas.projects.endpoints", "import fastapi"),
    ("vibecaas.projects.endpoints", "import vibecaas.kit.web"),
    ("standalone.break_in", "import appbuilder"),
    ("standalone.break_in", "import simulators"),
    ("standalone.break_in", "import vmcontrol.client"),
    ("standalone.break_in", "import vibecaas.entrypoints.cli"),
)


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> SourceTree:
    return SourceTree(tmp_path_factory.mktemp("source"))


@pytest.fixture
def tree(copied: SourceTree) -> Iterator[SourceTree]:
    yield copied
    copied.restore()


def test_the_clean_tree_keeps_every_contract(tree: SourceTree) -> None:
    code, printed = tree.lint()

    assert code == 0, printed
    assert " 0 broken" in printed


@pytest.mark.parametrize("attempt", BREAK_INS, ids=lambda attempt: f"{attempt.number:02}-{attempt.contract}")
def test_a_break_in_is_caught(tree: SourceTree, attempt: BreakIn) -> None:
    if attempt.line.endswith(".inner"):
        tree.make_package("vibecaas.projects.service", "inner")
    tree.add_line(attempt.module, attempt.line)

    code, printed = tree.lint(attempt.contract)

    assert code == 1, printed
    assert "1 broken" in printed, printed
    assert attempt.module in printed, printed


def test_the_walls_have_doors(tree: SourceTree) -> None:
    for module, line in OPEN_DOORS:
        tree.add_line(module, line)

    code, printed = tree.lint()

    assert code == 0, printed
