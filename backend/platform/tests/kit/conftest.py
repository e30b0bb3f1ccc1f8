"""Units of work on a migrated database, without any room."""

from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest

from vibecaas.kit.db import Units, make_engine

from ..fixtures.database import Database


@dataclass(frozen=True)
class Roles:
    """Units on both serving roles."""

    app: Units
    system: Units


@pytest.fixture
async def roles(database: Database) -> AsyncIterator[Roles]:
    engines = [make_engine(database.url(f"vibecaas_{name}")) for name in ("app", "system")]
    yield Roles(Units(engines[0], role="app"), Units(engines[1], role="system"))
    for engine in engines:
        await engine.dispose()
