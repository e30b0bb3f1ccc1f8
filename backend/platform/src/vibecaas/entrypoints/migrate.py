"""Brings the database to the tables of this release; run as the owner, before anything serves."""

import sys
from pathlib import Path

from alembic import command
from alembic.config import Config

from vibecaas import settings as settings_module

MIGRATIONS = Path(__file__).resolve().parents[3] / "migrations"


def config(owner_url: str) -> Config:
    """Return Alembic's configuration for this database."""
    made = Config()
    made.set_main_option("script_location", str(MIGRATIONS))
    made.attributes["url"] = owner_url
    return made


def upgrade(owner_url: str) -> None:
    """Migrate to the newest tables; nothing happens if they are there."""
    command.upgrade(config(owner_url), "head")


def main() -> int:
    """Run as a program."""
    upgrade(settings_module.load().database.owner_url.get_secret_value())
    return 0


if __name__ == "__main__":
    sys.exit(main())
