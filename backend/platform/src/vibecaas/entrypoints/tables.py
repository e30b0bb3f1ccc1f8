"""All tables of all rooms, for migrations to compare with."""

from vibecaas.kit import idempotency, jobs, streams
from vibecaas.kit.db import Base

ROOMS_WITH_TABLES = (jobs, streams, idempotency)
"""Importing a room's models registers its tables."""

ALL_TABLES = Base.metadata
