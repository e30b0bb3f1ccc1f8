"""The addresses below /api/account: coming in, going out, and what people change about themselves."""

from dataclasses import replace
from datetime import timedelta
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Request, Response

from app.account import accounts, sessions
from app.account.attempts import count_attempt, forget_attempt
from app.account.models import (
    AccountOut,
    Confirmation,
    Demo,
    NameChange,
    PasswordChange,
    PersonOut,
    Registration,
    RoleOut,
    SignIn,
)
from app.account.passwords import fits, hashed, problem_of
from app.account.removal import remove_account
from app.account.roles import ADMIN, REGISTRATION_IS_OPEN, ROLES, USUAL, role_called
from app.core.cookies import keep_cookie
from app.core.database import reading, writing
from app.core.problems import FieldProblems
from app.core.settings import IS_DEMO
from app.core.who import Somebody, Who

router = APIRouter(prefix="/api/account", tags=["account"])
TAKEN = "There is an account with this address already. Sign in, or use another address."


def _address(request: Request) -> str:
    return request.client.host if request.client else ""


Address = Annotated[str, Depends(_address)]


def _begin(request: Request, response: Response, account_id: int) -> PersonOut:
    """Signs in: with a new session, and none of before."""
    with writing() as db:
        sessions.end(db, request.cookies.get(sessions.COOKIE, ""))
        token = sessions.start(db, account_id)
        account = accounts.with_id(db, account_id)
    if account is None:
        raise HTTPException(401, "This account does not exist any more.")
    keep_cookie(request, response, sessions.COOKIE, token, sessions.LIFETIME)
    return PersonOut.of(accounts.person_of(account))


@router.get("")
def read_account(person: Who) -> AccountOut:
    roles = [RoleOut(name=role.name, label=role.label, is_admin=role.is_admin) for role in ROLES]
    return AccountOut(
        person=PersonOut.of(person) if person else None,
        registration_is_open=REGISTRATION_IS_OPEN,
        roles=roles,
        demo_roles=roles if IS_DEMO else [],
    )


@router.post("/register", status_code=201)
def register(entered: Registration, address: Address, request: Request, response: Response) -> PersonOut:
    problem = problem_of(entered.password, entered.email)
    if problem:
        raise FieldProblems({"password": problem})
    count_attempt(entered.email.casefold(), address)
    password = hashed(entered.password)
    with writing() as db:
        # Whoever comes first looks after the app.
        is_first = not IS_DEMO and not accounts.has_admin(db)
        if not REGISTRATION_IS_OPEN and not is_first:
            raise HTTPException(403, "Only admins add people here. Ask one of them.")
        if accounts.find(db, entered.email):
            raise FieldProblems({"email": TAKEN})
        role = ADMIN if is_first else USUAL
        account_id = accounts.add(db, email=entered.email, name=entered.name, role=role, password=password)
        forget_attempt(db, entered.email.casefold(), address)
    return _begin(request, response, account_id)


@router.post("/sign-in")
def sign_in(entered: SignIn, address: Address, request: Request, response: Response) -> PersonOut:
    count_attempt(entered.email.casefold(), address)
    with reading() as db:
        account = accounts.find(db, entered.email)
    if not fits(entered.password, account["password"] if account else "") or account is None:
        raise HTTPException(401, "The e-mail address or the password is not right.")
    with writing() as db:
        forget_attempt(db, entered.email.casefold(), address)
    return _begin(request, response, account["id"])


@router.post("/demo")
def try_out(entered: Demo, request: Request, response: Response) -> PersonOut:
    """Signs in as somebody of the role; in a preview only."""
    if not IS_DEMO:
        raise HTTPException(404, "There is no demonstration here.")
    with writing() as db:
        account_id = accounts.demo_person(db, role_called(entered.role))
    return _begin(request, response, account_id)


@router.post("/sign-out", status_code=204)
def sign_out(request: Request, response: Response) -> None:
    with writing() as db:
        sessions.end(db, request.cookies.get(sessions.COOKIE, ""))
    keep_cookie(request, response, sessions.COOKIE, "", timedelta())


@router.patch("")
def change_name(entered: NameChange, person: Somebody) -> PersonOut:
    with writing() as db:
        accounts.change(db, person.id, "name", entered.name)
    return PersonOut.of(replace(person, name=entered.name))


@router.put("/password", status_code=204)
def change_password(entered: PasswordChange, person: Somebody, address: Address, request: Request) -> None:
    """Ends all other sessions: whoever knew the old password is out."""
    _confirm(person.email, address, entered.current, field="current")
    problem = problem_of(entered.password, person.email)
    if problem:
        raise FieldProblems({"password": problem})
    password = hashed(entered.password)
    with writing() as db:
        accounts.change(db, person.id, "password", password)
        sessions.end_all(db, person.id, but=request.cookies[sessions.COOKIE])


@router.delete("", status_code=204)
def delete_account(
    entered: Confirmation, person: Somebody, address: Address, request: Request, response: Response
) -> None:
    _confirm(person.email, address, entered.password, field="password")
    with writing() as db:
        remove_account(db, person.id)
    keep_cookie(request, response, sessions.COOKIE, "", timedelta())


def _confirm(email: str, address: str, password: str, *, field: str) -> None:
    """Asks again for the password, so that an open browser is not enough."""
    count_attempt(email, address)
    with reading() as db:
        account = accounts.find(db, email)
    if not fits(password, account["password"] if account else ""):
        raise FieldProblems({field: "This is not your password."})
    with writing() as db:
        forget_attempt(db, email, address)
