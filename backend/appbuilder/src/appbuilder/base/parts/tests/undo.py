"""Tests of what becomes of a deleted entry."""

from datetime import timedelta

import pytest
from app.extras import undo
from starlette.testclient import TestClient
from tests.factories import given_<<name>>
<<people_import>>

PATH = "/api/<<slug>>"


def test_it_is_gone_for_good_after_a_while(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    path = f"{PATH}/{given_<<name>>()['id']}"
    assert client.delete(path).status_code == 204
    monkeypatch.setattr(undo, "KEPT", timedelta(0))
    assert client.post(f"{path}/restore").status_code == 404
<<account_test>>
