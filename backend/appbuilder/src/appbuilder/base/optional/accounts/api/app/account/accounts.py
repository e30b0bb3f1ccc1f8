"""The accounts in the database."""

import sqlite3

from app.core.person import Person
from app.account.roles import ROLES, Role, role_with
from app.core.settings import IS_DEMO
from app.core.values import now

# The people of a demonstration have addresses that nobody can register or write to.
DEMO_DOMAIN = "demo.invalid"


def person_of(row: sqlite3.Row) -> Person:
    return Person(row["id"], row["name"], row["email"], role_with(row["role"]).name)


def find(db: sqlite3.Connection, email: str) -> sqlite3.Row | None:
    row: sqlite3.Row | None = db.execute("SELECT * FROM app_accounts WHERE email = ?", (email.casefold(),)).fetchone()
    return row


def with_id(db: sqlite3.Connection, account_id: int) -> sqlite3.Row | None:
    row: sqlite3.Row | None = db.execute("SELECT * FROM app_accounts WHERE id = ?", (account_id,)).fetchone()
    return row


def add(db: sqlite3.Connection, *, email: str, name: str, role: Role, password: str) -> int:
    """A new account; ``password`` is a hash. Returns its number."""
    stamp = now()
    cursor = db.execute(
        "INSERT INTO app_accounts (created_at, updated_at, email, name, role, password) VALUES (?, ?, ?, ?, ?, ?)",
        (stamp, stamp, email.casefold(), name, role.id, password),
    )
    return cursor.lastrowid or 0


def change(db: sqlite3.Connection, account_id: int, column: str, value: str) -> None:
    db.execute(f'UPDATE app_accounts SET "{column}" = ?, updated_at = ? WHERE id = ?', (value, now(), account_id))


def demo_person(db: sqlite3.Connection, role: Role) -> int:
    """The account that tries the app out in the role; made when it is first asked for."""
    email = f"{role.name}@{DEMO_DOMAIN}"
    row = find(db, email)
    return row["id"] if row else add(db, email=email, name=f"Demo {role.label.lower()}", role=role, password="")


def is_demo(email: str) -> bool:
    return email.endswith(f"@{DEMO_DOMAIN}")


def has_admin(db: sqlite3.Connection, *, but: int = 0) -> bool:
    """Whether anybody else than this account is an admin; the people of a demonstration count only in one."""
    admins = [role.id for role in ROLES if role.is_admin]
    marks = ", ".join("?" for _ in admins)
    real = "1" if IS_DEMO else "password <> ''"
    found = f"SELECT 1 FROM app_accounts WHERE role IN ({marks}) AND {real} AND id <> ?"
    return db.execute(found, (*admins, but)).fetchone() is not None


def is_last_admin(db: sqlite3.Connection, account_id: int) -> bool:
    return has_admin(db) and not has_admin(db, but=account_id)
