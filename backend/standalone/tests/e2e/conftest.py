"""One product for all end-to-end tests of this folder."""

from collections.abc import Iterator

import pytest

from ..product import Product, running


@pytest.fixture(scope="session")
def product() -> Iterator[Product]:
    """A running installation with a browser for its checks."""
    with running(VIBECAAS_HTTP__RATE_LIMIT_FACTOR="100") as started:
        yield started
