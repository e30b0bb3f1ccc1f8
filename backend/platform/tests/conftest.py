"""What the tests of the platform share: a database, a house, two tenants."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from .fixtures.database import Database, copy, make_template, server
from .fixtures.house import House, Member, open_house


@pytest.fixture(scope="session")
def anyio_backend() -> str:
    """The platform runs on asyncio."""
    return "asyncio"


@pytest.fixture(scope="session")
def database_server() -> Iterator[str]:
    """A server with the migrated template."""
    with server() as place:
        make_template(place)
        yield place


@pytest.fixture(scope="module")
def database(database_server: str) -> Iterator[Database]:
    """A fresh database for each module; tests in it are apart by their organizations."""
    with copy(database_server) as made:
        yield made


@pytest.fixture
async def house(database: Database, tmp_path: Path) -> AsyncIterator[House]:
    """The whole platform in this process."""
    async with open_house(database, tmp_path) as made:
        yield made


@pytest.fixture
async def ada(house: House) -> Member:
    """Somebody with an organization of her own."""
    return await house.register("ada")


@pytest.fixture
async def bob(house: House) -> Member:
    """Somebody else, with another organization."""
    return await house.register("bob")
