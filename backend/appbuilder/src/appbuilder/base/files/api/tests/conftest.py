"""What every test gets: the app with an empty database."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from app.core import settings
# if samples
from app.extras import samples
# end if
from app.main import app
from starlette.testclient import TestClient


@pytest.fixture
def client(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    monkeypatch.setattr(settings, "DATA_DIR", tmp_path)
    # if samples
    monkeypatch.setattr(samples, "WITH_SAMPLES", False)
    # end if
    with TestClient(app) as client:
        yield client
