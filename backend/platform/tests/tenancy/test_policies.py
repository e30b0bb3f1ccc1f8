"""R20: the second wall. The database itself shows no foreign row, whatever a query forgets."""

import pytest
from alembic import command
from alembic.script import ScriptDirectory
from sqlalchemy import text

from vibecaas.entrypoints.migrate import config
from vibecaas.kit.db import Units

from ..fixtures.database import Database
from ..fixtures.house import House, Member
from .seeds import seed

pytestmark = pytest.mark.anyio

WITHOUT_POLICY = {
    "alembic_version": "one row that names the newest migration",
    "jobs": "work of the system; the serving role may only add to it",
    "users": "people belong to several organizations; only the system role reads them",
    "sessions": "looked at before anybody has an organization; only the system role reads them",
    "welcome_links": "looked at before anybody is signed in; only the system role reads them",
}
"""Tables without a policy, each with its reason."""


async def tables(database: Database) -> dict[str, bool]:
    rows = await database.sql(
        "select relname, relrowsecurity and relforcerowsecurity as secured from pg_class"
        " where relkind = 'r' and relnamespace = 'public'::regnamespace"
    )
    return {row.relname: row.secured for row in rows}


async def test_every_table_has_a_policy_or_a_reason(database: Database) -> None:
    found = await tables(database)
    assert {name for name, secured in found.items() if not secured} == set(WITHOUT_POLICY)


async def test_the_serving_role_sees_only_the_organization_that_it_named(
    house: House, ada: Member, bob: Member
) -> None:
    await seed(house, ada)
    secured = [name for name, has in (await tables(house.database)).items() if has]
    full = 0
    for table in secured:
        column = "id" if table == "organizations" else "organization_id"
        statement = f"select 1 from {table} where {column} = :own"  # noqa: S608 - a table's name
        everything = await house.database.sql(statement, own=ada.organization_id)
        full += bool(everything)
        for organization, expected in ((ada.organization_id, len(everything)), (bob.organization_id, 0), (None, 0)):
            seen = await count(house.container.units, table, column, organization, ada)
            assert seen == expected, (table, organization)
    assert full >= 8, "the seed filled too few tables for this to mean anything"


async def count(units: Units, table: str, column: str, organization: object, owner: Member) -> int:
    async with units.begin(organization) as unit:  # type: ignore[arg-type]  # a UUID or None
        statement = text(f"select count(*) from {table} where {column} = :own")  # noqa: S608 - a table's name
        found: int = (await unit.session.execute(statement, {"own": owner.organization_id})).scalar_one()
        return found


async def test_the_serving_roles_own_nothing_and_bypass_nothing(database: Database) -> None:
    roles = await database.sql(
        "select rolname, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb as mighty from pg_roles"
        " where rolname in ('vibecaas_app', 'vibecaas_system')"
    )
    assert {row.rolname: row.mighty for row in roles} == {"vibecaas_app": False, "vibecaas_system": False}
    owned = await database.sql(
        "select relname from pg_class join pg_roles on pg_roles.oid = relowner where rolname like 'vibecaas_%'"
    )
    assert owned == []


async def test_the_serving_role_reads_no_jobs_and_no_users(house: House) -> None:
    granted = await house.database.sql(
        "select table_name, privilege_type from information_schema.role_table_grants"
        " where grantee = 'vibecaas_app' and table_name = any(:names)",
        names=list(WITHOUT_POLICY),
    )
    assert {(row.table_name, row.privilege_type) for row in granted} == {("jobs", "INSERT")}


def test_the_migrations_make_what_the_models_say(database: Database) -> None:
    settings = config(database.url("owner"))
    command.check(settings)
    assert len(ScriptDirectory.from_config(settings).get_heads()) == 1
