"""Tests of values that are worked out when they are read."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from app.core import database, settings, store
from app.core.models import ListQuery
from app.core.problems import FieldProblems
from app.core.reconcile import reconcile
from app.core.tables import Column, Table, Total

BOXES = Table(
    id="e_box",
    name="boxes",
    label="box",
    columns=(
        Column(id="f_price", name="price", kind="money"),
        Column(id="f_count", name="count", kind="integer"),
        Column(id="f_cost", name="cost", kind="money", expression="t.price * t.count"),
        Column(id="f_each", name="each", kind="decimal", expression="1.0 * t.price / nullif(t.count, 0)"),
    ),
    # if totals
    totals=(Total(key="sum_cost", kind="sum", column="cost"),),
    # end if
)


@pytest.fixture
def db(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[sqlite3.Connection]:
    monkeypatch.setattr(settings, "DATA_DIR", tmp_path)
    with closing(database.connect()) as connection:
        reconcile(connection, [BOXES])
        yield connection


def test_a_value_that_is_worked_out_is_read_and_sorted(db: sqlite3.Connection) -> None:
    small = store.insert(db, BOXES, {"price": 1.25, "count": 2})
    large = store.insert(db, BOXES, {"price": 0.5, "count": 9})
    assert [small["cost"], large["cost"]] == [2.5, 4.5]
    found = store.find(db, BOXES, ListQuery(sort="-cost"))
    assert [entry["id"] for entry in found["items"]] == [large["id"], small["id"]]
    # if totals
    assert store.summary(db, BOXES) == {"sum_cost": 7.0}
    # end if


def test_it_is_never_stored(db: sqlite3.Connection) -> None:
    entry = store.insert(db, BOXES, {"price": 1, "count": 1, "cost": 99})
    assert entry["cost"] == 1
    assert "cost" not in {row["name"] for row in db.execute("PRAGMA table_info(boxes)")}


def test_what_cannot_be_worked_out_is_nothing(db: sqlite3.Connection) -> None:
    entry = store.insert(db, BOXES, {"price": 1, "count": 0})
    assert entry["each"] is None
    assert store.insert(db, BOXES, {"price": None, "count": 2})["cost"] is None


def test_an_unknown_filter_is_a_problem(db: sqlite3.Connection) -> None:
    class Query(ListQuery):
        colour: str = "red"

    with pytest.raises(FieldProblems):
        store.find(db, BOXES, Query())
