"""Hashes passwords with Argon2id (19 MiB, 2 passes: about 29 ms), in a pool as wide as the cores."""

import asyncio
import os
from concurrent.futures import ThreadPoolExecutor

from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher


class Argon2Passwords:
    """Fills `auth.ports.PasswordHasher`."""

    def __init__(self) -> None:
        self._hasher = PasswordHash((Argon2Hasher(memory_cost=19 * 1024, time_cost=2, parallelism=1),))
        self._pool = ThreadPoolExecutor(max_workers=os.cpu_count() or 1, thread_name_prefix="passwords")
        self._nobody = self._hasher.hash("nobody has this password")

    async def hash(self, password: str) -> str:
        """Return a hash to be stored."""
        return await asyncio.get_running_loop().run_in_executor(self._pool, self._hasher.hash, password)

    async def verify(self, password: str, stored: str | None) -> bool:
        """Tell whether the password is right; an unknown account costs as much time as a known one."""
        loop = asyncio.get_running_loop()
        right = await loop.run_in_executor(self._pool, self._hasher.verify, password, stored or self._nobody)
        return right and stored is not None
