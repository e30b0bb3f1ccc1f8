"""The journal: what was wanted is read back, and rubbish is told apart."""

from __future__ import annotations

from pathlib import Path

from vmcontrol.daemon.entry import socket_name
from vmcontrol.daemon.journal import Journal, Record
from vmcontrol.schemas import MachineSpec, Reason


def record(name: str) -> Record:
    return Record(
        id=name,
        spec=MachineSpec(template="t", volume_id="v", env={"A": "ä"}, start_command=("x",)),
        desired_state="running",
        generation=3,
        socket_name="12345678",
        reason=Reason(code="oom", message="why"),
    )


def test_records_are_read_back_as_written(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    journal.save(record("b"))
    journal.save(record("a"))
    journal.save(record("a").model_copy(update={"generation": 4}))
    records, unfinished = journal.load()
    assert [(found.id, found.generation) for found in records] == [("a", 4), ("b", 3)]
    assert records[1] == record("b")
    assert unfinished == []


def test_what_has_no_readable_record_is_told_apart(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    journal.save(record("whole"))
    (tmp_path / "empty").mkdir()
    (tmp_path / "torn").mkdir()
    (tmp_path / "torn" / "machine.json").write_text('{"id": "torn"')
    records, unfinished = journal.load()
    assert [found.id for found in records] == ["whole"]
    assert [path.name for path in unfinished] == ["empty", "torn"]


def test_socket_names_are_steady_short_and_never_shared() -> None:
    first = socket_name("machine", [])
    assert socket_name("machine", ["other"]) == first
    assert len(first) == 8
    assert socket_name("machine", [first]) not in ("", first)
