"""Keeps evidence in an object store: a directory on one machine, a bucket elsewhere."""

from pathlib import Path

from obstore.exceptions import NotFoundError
from obstore.store import LocalStore


class ObjectEvidence:
    """Fills `agents.ports.EvidenceStore`."""

    def __init__(self, *, root: Path) -> None:
        self._root = root

    def _store(self) -> LocalStore:
        return LocalStore(self._root, mkdir=True)

    async def put(self, key: str, content: bytes) -> None:
        """Store under a key that was never used before."""
        await self._store().put_async(f"evidence/{key}", content, mode="create")

    async def get(self, key: str) -> bytes | None:
        """Return what was stored, None if nothing was."""
        try:
            found = await self._store().get_async(f"evidence/{key}")
        except (NotFoundError, FileNotFoundError):
            return None
        return bytes(await found.bytes_async())
