"""The front-door contract on graphs made by hand."""

import grimp
import pytest

from front_door import FrontDoorContract

OPTIONS = {
    "container": "house",
    "rooms": ["billing", "domains"],
    "doors": ["service", "schemas", "events", "errors"],
}
MODULES = (
    "house.kit",
    "house.billing",
    "house.billing.service",
    "house.billing.models",
    "house.domains",
    "house.domains.service",
    "house.domains.service.connect",
    "house.entrypoints.api",
)


def _judge(importer: str, imported: str) -> list[tuple[str, str, list[int]]]:
    graph = grimp.ImportGraph()
    for module in MODULES:
        graph.add_module(module)
    graph.add_import(importer=importer, imported=imported, line_number=7, line_contents=f"import {imported}")
    contract = FrontDoorContract(name="front door", session_options={}, contract_options=OPTIONS)
    found: list[tuple[str, str, list[int]]] = contract.check(graph, verbose=False).metadata["trespasses"]
    return found


@pytest.mark.parametrize(
    ("importer", "imported"),
    [
        ("house.billing.service", "house.domains.service"),
        ("house.billing.service", "house.billing.models"),
        ("house.billing.service", "house.kit"),
        ("house.entrypoints.api", "house.billing.models"),
    ],
)
def test_a_door_the_own_room_and_what_is_no_room_are_open(importer: str, imported: str) -> None:
    assert _judge(importer, imported) == []


@pytest.mark.parametrize(
    "imported", ["house.domains", "house.domains.service.connect"], ids=["bare package", "behind the door"]
)
def test_everything_else_is_a_trespass_with_its_line(imported: str) -> None:
    assert _judge("house.billing.service", imported) == [("house.billing.service", imported, [7])]
