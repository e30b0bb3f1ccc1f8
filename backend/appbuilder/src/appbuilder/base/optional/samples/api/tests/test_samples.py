"""Tests of the examples that a new app begins with."""

import sqlite3

from app.core.database import writing
from app.extras.sample_entries import SAMPLES
from app.extras.samples import Sample, fill_in
from starlette.testclient import TestClient


def count(db: sqlite3.Connection, sample: Sample) -> int:
    return int(db.execute(f'SELECT count(*) FROM "{sample.table.name}"').fetchone()[0])


def test_a_new_app_has_examples_once(client: TestClient) -> None:
    with writing() as db:
        fill_in(db, SAMPLES)
        before = [count(db, sample) for sample in SAMPLES]
        fill_in(db, SAMPLES)
        assert [count(db, sample) for sample in SAMPLES] == before
    assert all(before)
    shown = client.get("/api/samples").json()
    assert shown == {sample.table.id: number for sample, number in zip(SAMPLES, before, strict=True)}


def test_the_examples_are_removed_and_do_not_come_back(client: TestClient) -> None:
    with writing() as db:
        fill_in(db, SAMPLES)
    assert client.delete("/api/samples").status_code == 204
    with writing() as db:
        fill_in(db, SAMPLES)
        assert [count(db, sample) for sample in SAMPLES] == [0] * len(SAMPLES)


def test_what_somebody_changed_stays(client: TestClient) -> None:
    table = SAMPLES[-1].table
    with writing() as db:
        fill_in(db, SAMPLES)
        db.execute(f"UPDATE \"{table.name}\" SET updated_at = 'later' WHERE id = 1")
    client.delete("/api/samples")
    with writing() as db:
        assert [row["id"] for row in db.execute(f'SELECT id FROM "{table.name}"')] == [1]


def test_a_table_that_is_in_use_gets_none(client: TestClient) -> None:
    with writing() as db:
        table = SAMPLES[0].table
        db.execute(f"INSERT INTO \"{table.name}\" (created_at, updated_at) VALUES ('now', 'now')")
        fill_in(db, SAMPLES)
        assert count(db, SAMPLES[0]) == 1
