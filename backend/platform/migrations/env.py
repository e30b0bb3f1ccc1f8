"""Runs migrations as the owner of the tables."""

import asyncio

from alembic import context
from sqlalchemy import Connection, pool
from sqlalchemy.ext.asyncio import async_engine_from_config

from vibecaas.entrypoints.tables import ALL_TABLES


def _migrate(connection: Connection) -> None:
    context.configure(connection=connection, target_metadata=ALL_TABLES, compare_type=True)
    with context.begin_transaction():
        context.run_migrations()


async def _run() -> None:
    section = {"sqlalchemy.url": context.config.attributes["url"]}
    engine = async_engine_from_config(section, poolclass=pool.NullPool)
    async with engine.connect() as connection:
        await connection.run_sync(_migrate)
        await connection.commit()
    await engine.dispose()


asyncio.run(_run())
