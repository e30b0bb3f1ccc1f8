"""Run once at each start as a program: the database, its owner and the two serving roles exist with their passwords.

Environment: ROLES_ADMIN_URL and one password per role, so that none of them appears among a process's arguments.
"""

from __future__ import annotations

import asyncio
import os
import sys

import asyncpg

from standalone.parts.database import APP, DATABASE, OWNER, SYSTEM

_ATTEMPTS = 100
_PAUSE_SECONDS = 0.1


async def prepare(admin_url: str, passwords: dict[str, str]) -> None:
    """Create what is missing and set every password; running it again changes nothing."""
    connection = await _connect(admin_url)
    try:
        for role in (OWNER, APP, SYSTEM):
            rights = "login nosuperuser nocreaterole nocreatedb " + ("bypassrls" if role == OWNER else "nobypassrls")
            if not await connection.fetchval("select 1 from pg_roles where rolname = $1", role):
                await connection.execute(f"create role {role} {rights}")
            quoted = await connection.fetchval("select quote_literal($1::text)", passwords[role])
            await connection.execute(f"alter role {role} {rights} password {quoted}")
        if not await connection.fetchval("select 1 from pg_database where datname = $1", DATABASE):
            await connection.execute(f"create database {DATABASE} owner {OWNER}")
        await connection.execute(f"revoke connect, temporary on database {DATABASE} from public")
        await connection.execute(f"grant connect on database {DATABASE} to {APP}, {SYSTEM}")
    finally:
        await connection.close()


async def _connect(admin_url: str) -> asyncpg.Connection:
    """The port opens a moment before the server serves, and a recovery after a crash takes longer."""
    for _ in range(_ATTEMPTS):
        try:
            return await asyncpg.connect(admin_url)
        except (asyncpg.CannotConnectNowError, ConnectionError):
            await asyncio.sleep(_PAUSE_SECONDS)
    return await asyncpg.connect(admin_url)


def main() -> int:
    """Run as a program."""
    passwords = {role: os.environ[f"ROLES_{role.upper()}"] for role in (OWNER, APP, SYSTEM)}
    asyncio.run(prepare(os.environ["ROLES_ADMIN_URL"], passwords))
    return 0


if __name__ == "__main__":
    sys.exit(main())
