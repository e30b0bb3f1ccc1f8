"""What every test gets: the app with an empty database, used by an admin."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from app.account.roles import ADMIN
from app.core import settings
# if samples
from app.extras import samples
# end if
from app.main import app
from starlette.testclient import TestClient
from tests.people import somebody


@pytest.fixture
def client(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    monkeypatch.setattr(settings, "DATA_DIR", tmp_path)
    # if samples
    monkeypatch.setattr(samples, "WITH_SAMPLES", False)
    # end if
    with TestClient(app):
        yield somebody(ADMIN.name)
