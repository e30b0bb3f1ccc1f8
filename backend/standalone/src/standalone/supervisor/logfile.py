"""A log file that is turned over when it grows, so that a noisy part cannot fill the disk."""

from __future__ import annotations

from pathlib import Path

LIMIT_BYTES = 5_000_000
KEPT = 3


class LogFile:
    """Appends bytes to `path`; beyond the limit it becomes `path.1`, and the oldest is dropped."""

    def __init__(self, path: Path, limit_bytes: int = LIMIT_BYTES) -> None:
        self._path = path
        self._limit_bytes = limit_bytes
        path.parent.mkdir(parents=True, exist_ok=True)
        self._file = path.open("ab", buffering=0)

    def write(self, data: bytes) -> None:
        """Append; a full disk loses the lines, never the part that wrote them."""
        try:
            if self._file.tell() > self._limit_bytes:
                self._turn_over()
            self._file.write(data)
        except OSError:
            return

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def _turn_over(self) -> None:
        self._file.close()
        for number in range(KEPT, 0, -1):
            older = self._path.with_name(f"{self._path.name}.{number}")
            newer = self._path if number == 1 else self._path.with_name(f"{self._path.name}.{number - 1}")
            if newer.exists():
                newer.replace(older)
        self._file = self._path.open("ab", buffering=0)
