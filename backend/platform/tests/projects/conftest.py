"""Fixtures of the tests of projects."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from .house import Run, migrate, runner_in, server


@pytest.fixture(scope="session")
def place() -> Iterator[str]:
    with server() as address:
        migrate(address)
        yield address


@pytest.fixture
def run(place: str, tmp_path: Path) -> Run:
    return runner_in(place, tmp_path)
