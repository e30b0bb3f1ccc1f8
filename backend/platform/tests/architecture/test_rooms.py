"""Rooms on disk, contracts and docs/architecture.md tell the same story, in the same order."""

import ast
import re
import tomllib
from typing import Any

from .tree import REPOSITORY

PLATFORM = REPOSITORY / "backend" / "platform" / "src" / "vibecaas"
NO_ROOMS = {"entrypoints", "adapters", "kit"}
ROOM_FILES = {"errors", "models", "schemas", "events", "ports", "repository", "service", "tasks", "endpoints"}


def _contract(name: str) -> dict[str, Any]:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text())
    contracts: list[dict[str, Any]] = project["tool"]["importlinter"]["contracts"]
    return next(contract for contract in contracts if contract["id"] == name)


def _storeys_in_contract() -> list[str]:
    return list(_contract("storeys")["layers"])


def test_every_room_on_disk_is_a_storey() -> None:
    on_disk = {folder.name for folder in PLATFORM.iterdir() if (folder / "__init__.py").exists()}

    assert on_disk == set(_storeys_in_contract())


def test_room_contracts_list_the_same_rooms_in_the_same_order() -> None:
    rooms = [name for name in _storeys_in_contract() if name not in NO_ROOMS]

    assert _contract("front-door")["rooms"] == rooms
    assert _contract("room")["containers"] == [f"vibecaas.{room}" for room in rooms if room != "agents"]
    assert _contract("agents-room")["containers"] == ["vibecaas.agents"]


def test_the_architecture_page_lists_the_storeys_in_this_order() -> None:
    page = (REPOSITORY / "docs" / "architecture.md").read_text()
    drawing = re.search(r"<!-- storeys -->\n```text\n(.*?)```", page, re.DOTALL)

    assert drawing is not None, "docs/architecture.md lost its drawing of the storeys"
    drawn = re.findall(r"^([a-z_]+)", drawing.group(1), re.MULTILINE)
    assert drawn == _storeys_in_contract()


def test_the_first_line_of_a_room_is_its_only_one() -> None:
    """A room's __init__ re-exports nothing, else a door would leak through it."""
    for room in _storeys_in_contract():
        if room in NO_ROOMS:
            continue
        tree = ast.parse((PLATFORM / room / "__init__.py").read_text())
        assert ast.get_docstring(tree), f"{room}/__init__.py does not say what the room is for"
        assert len(tree.body) == 1, f"{room}/__init__.py holds more than one sentence"


def test_adapters_and_entrypoints_never_bear_the_name_of_a_room_file() -> None:
    """The contracts select by file name: an adapter called models.py would be judged as a room's file."""
    for storey in ("adapters", "entrypoints"):
        names = {path.stem for path in (PLATFORM / storey).iterdir()}
        assert not names & ROOM_FILES
