"""The addresses below /api/account/people, where admins look after accounts."""

import sqlite3

from fastapi import APIRouter, Depends, HTTPException

from app.account import accounts
from app.account.models import NewPerson, PersonList, PersonOut, RoleChange
from app.account.passwords import hashed, problem_of
from app.account.removal import LAST_ADMIN, remove_account
from app.account.roles import ADMINS, role_called
from app.account.routes import TAKEN
from app.core.database import reading, writing
from app.core.models import EntryId
from app.core.problems import FieldProblems, Refused
from app.core.who import Somebody


def _admin(person: Somebody) -> None:
    if person.role not in ADMINS:
        raise HTTPException(403, "Only admins look after people.")


router = APIRouter(prefix="/api/account/people", tags=["account"], dependencies=[Depends(_admin)])
MISSING = "This account does not exist. It may have been deleted."


@router.get("")
def list_people() -> PersonList:
    with reading() as db:
        rows = db.execute("SELECT * FROM app_accounts ORDER BY fold(name), id").fetchall()
    people = [PersonOut.of(accounts.person_of(row)) for row in rows]
    return PersonList(items=people, total=len(people))


@router.post("", status_code=201)
def add_person(entered: NewPerson) -> PersonOut:
    problem = problem_of(entered.password, entered.email)
    if problem:
        raise FieldProblems({"password": problem})
    password = hashed(entered.password)
    with writing() as db:
        if accounts.find(db, entered.email):
            raise FieldProblems({"email": TAKEN})
        role = role_called(entered.role)
        account_id = accounts.add(db, email=entered.email, name=entered.name, role=role, password=password)
        return _read(db, account_id)


@router.patch("/{account_id}")
def change_role(account_id: EntryId, entered: RoleChange) -> PersonOut:
    with writing() as db:
        _read(db, account_id)
        role = role_called(entered.role)
        if not role.is_admin and accounts.is_last_admin(db, account_id):
            raise Refused(LAST_ADMIN)
        accounts.change(db, account_id, "role", role.id)
        return _read(db, account_id)


@router.delete("/{account_id}", status_code=204)
def remove_person(account_id: EntryId) -> None:
    with writing() as db:
        _read(db, account_id)
        remove_account(db, account_id)


def _read(db: sqlite3.Connection, account_id: int) -> PersonOut:
    row = accounts.with_id(db, account_id)
    if row is None:
        raise HTTPException(404, MISSING)
    return PersonOut.of(accounts.person_of(row))
