"""Which machines are wanted: one JSON file each, written so that a crash leaves the old or the new one."""

from __future__ import annotations

import os
from pathlib import Path

from pydantic import ValidationError

from vmcontrol.schemas import DesiredState, MachineSpec, Reason, Shape

_NAME = "machine.json"


class Record(Shape):
    """What must outlive the daemon. `reason` tells why a machine is not running although it is wanted."""

    id: str
    spec: MachineSpec
    desired_state: DesiredState
    generation: int
    socket_name: str
    reason: Reason | None = None


class Journal:
    """The records below `<home>/machines/<id>/`."""

    def __init__(self, machines: Path) -> None:
        self._machines = machines

    def load(self) -> tuple[list[Record], list[Path]]:
        """All records, and the directories that hold none (left by a crash before the first write)."""
        records, empty = [], []
        for directory in sorted(self._machines.iterdir()):
            try:
                records.append(Record.model_validate_json((directory / _NAME).read_bytes()))
            except (OSError, ValidationError):
                empty.append(directory)
        return records, empty

    def save(self, record: Record) -> None:
        """Write durably: content, name and directory are on the disk when this returns."""
        directory = self._machines / record.id
        directory.mkdir(mode=0o700, exist_ok=True)
        beside = directory / f"{_NAME}.new"
        with beside.open("wb") as file:
            file.write(record.model_dump_json(indent=1).encode())
            file.flush()
            os.fsync(file.fileno())
        beside.rename(directory / _NAME)
        for path in (directory, self._machines):
            descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)
