"""What migrations say of a table's readers: the tenant policy and the grants of the two serving roles."""

from typing import Protocol

APP = "vibecaas_app"
SYSTEM = "vibecaas_system"
_CURRENT = "nullif(current_setting('vibecaas.organization_id', true), '')::uuid"


class Executes(Protocol):
    """What is needed of Alembic's operations."""

    def execute(self, sqltext: str) -> None:
        """Run a statement."""
        ...


def tenant_table(op: Executes, table: str, *, column: str = "organization_id") -> None:
    """Show the serving role only rows of the organization that the transaction named."""
    op.execute(f"alter table {table} enable row level security")
    op.execute(f"alter table {table} force row level security")
    op.execute(
        f"create policy own_organization on {table} to {APP}"
        f" using ({column} = {_CURRENT}) with check ({column} = {_CURRENT})"
    )
    op.execute(f"grant select, insert, update, delete on {table} to {APP}")


def system_table(op: Executes, table: str, grants: str) -> None:
    """Let the system role do what is named, on all rows: `select, insert` or `select (id, email), update (name)`."""
    op.execute(f"grant {grants} on {table} to {SYSTEM}")
    secured = f"(select relrowsecurity from pg_class where oid = '{table}'::regclass)"  # noqa: S608 - a constant
    op.execute(
        f"do $$ begin if {secured} then"
        f" create policy system_work on {table} to {SYSTEM} using (true) with check (true); end if; end $$"
    )
