"""Checks of coming in and going out, over HTTP and in a browser."""

from collections.abc import Iterator

from pydantic import JsonValue

from appbuilder.checks.model import BrowserCheck, BrowserStep, Expectation, HttpCheck, HttpStep, Locator
from appbuilder.checks.sessions import ADMIN, NOBODY, PASSWORD, admin_signed_in, by, person_added, signed_in
from appbuilder.checks.steps import browser_check, button, click, equals, fill, get, goto, heading, see
from appbuilder.checks.values import can_be_made, given
from appbuilder.compiler.access import is_public, may
from appbuilder.spec import AppSpec, Entity

_EMAIL = "{unique}-ann@example.com"
_NAME = "Ann {unique}"
_ME = "/api/account"
_ATTEMPTS = 5


def account_checks(spec: AppSpec) -> Iterator[HttpCheck]:
    """Those over HTTP."""
    if spec.access.registration == "open":
        yield _register()
    else:
        yield _closed()
    yield _sign_in(spec)
    yield _attempts()
    yield _people(spec)


def account_page_checks(spec: AppSpec) -> Iterator[BrowserCheck]:
    """Those in a browser."""
    if spec.access.registration == "open":
        yield _register_page()
    yield _sign_in_page(spec)
    yield _sign_out_page(spec)
    for entity in spec.entities:
        if entity.behaviours.create and not is_public(spec, entity, "create"):
            yield _sign_in_first(entity)
        yield from _hidden(spec, entity)


def _post(path: str, body: JsonValue, status: int, session: str = "ann", *expect: Expectation) -> HttpStep:
    path = f"{_ME}/{path}"
    return HttpStep(method="POST", path=path, body=body, session=session, expect_status=(status,), expect=expect)


def _registered(status: int = 201, **changes: str) -> HttpStep:
    body: dict[str, JsonValue] = {"name": _NAME, "email": _EMAIL, "password": PASSWORD, **changes}
    return _post("register", body, status)


def _entered(status: int, *, email: str = _EMAIL, password: str = PASSWORD, session: str = "ann") -> HttpStep:
    return _post("sign-in", {"email": email, "password": password}, status, session)


def _left() -> HttpStep:
    """Deletes the account that a check registered; it signs in again, because it may have signed out."""
    return HttpStep(method="DELETE", path=_ME, body={"password": PASSWORD}, session="ann", expect_status=(204, 401))


def _me(pointer: str, value: JsonValue, session: str = "ann") -> HttpStep:
    return get(_ME, equals(pointer, value)).model_copy(update={"session": session})


def _register() -> HttpCheck:
    return HttpCheck(
        id="account.register",
        title="People can register, once with each address and with a good password",
        area="backend",
        steps=(
            _registered(422, password="short"),  # noqa: S106 - meant to be refused
            _registered(422, password=_EMAIL),
            _registered(),
            _me("/person/name", _NAME),
            _registered(422),
        ),
        cleanup=(_entered(200), _left()),
    )


def _closed() -> HttpCheck:
    steps = (_registered(403), _me("/person", None))
    return HttpCheck(id="account.register", title="Only admins add people", area="backend", steps=steps)


def _sign_in(spec: AppSpec) -> HttpCheck:
    """An unknown address and a wrong password are answered alike."""
    add, leave = person_added("ann", spec.access.role(spec.access.default_role or "").name)
    wrong = _entered(401, password="wrong password", session=NOBODY)  # noqa: S106 - meant to be refused
    unknown = _entered(401, email="{unique}-nobody@example.com", session=NOBODY)
    answer = "The e-mail address or the password is not right."
    return HttpCheck(
        id="account.sign_in",
        title="People can sign in and out, and a wrong password tells nothing",
        area="backend",
        steps=(
            admin_signed_in(spec),
            *add,
            _me("/person/email", _EMAIL),
            *(step.model_copy(update={"expect": (equals("/detail", answer),)}) for step in (wrong, unknown)),
            _post("sign-out", None, 204),
            _me("/person", None),
        ),
        cleanup=(leave,),
    )


def _attempts() -> HttpCheck:
    """The address belongs to nobody, so nobody is kept out by this check."""
    email = "{unique}-target@example.com"
    tried = (_entered(401, email=email, session=NOBODY),) * _ATTEMPTS
    stopped = _entered(429, email=email, session=NOBODY)
    title = "Trying out passwords is stopped"
    return HttpCheck(id="account.attempts", title=title, area="backend", steps=(*tried, stopped))


def _people(spec: AppSpec) -> HttpCheck:
    usual, admin = spec.access.role(spec.access.default_role or "").name, spec.access.admins[0].name
    add, leave = person_added("ann", usual)
    one = f"{_ME}/people/{{ann_id}}"

    def change(session: str, status: int) -> HttpStep:
        body: dict[str, JsonValue] = {"role": admin}
        return HttpStep(method="PATCH", path=one, body=body, session=session, expect_status=(status,))

    def listed(session: str, status: int) -> HttpStep:
        return HttpStep(method="GET", path=f"{_ME}/people", session=session, expect_status=(status,))

    return HttpCheck(
        id="account.people",
        title="Only admins see people and give them roles",
        area="backend",
        steps=(
            admin_signed_in(spec),
            *add,
            listed(NOBODY, 401),
            listed("ann", 403),
            change("ann", 403),
            change(ADMIN, 200),
            listed("ann", 200),
        ),
        cleanup=(leave,),
    )


def _typed(label: str, value: str) -> BrowserStep:
    return fill(Locator(label=label), value)


def _register_page() -> BrowserCheck:
    return BrowserCheck(
        id="account.register_page",
        title="People can register with the form",
        steps=(
            goto("/register"),
            _typed("Name", _NAME),
            _typed("E-mail", _EMAIL),
            _typed("Password", PASSWORD),
            click(button("Register")),
            see(button(_NAME)),
        ),
        cleanup=(_entered(200), _left()),
    )


def _sign_in_page(spec: AppSpec) -> BrowserCheck:
    add, leave = person_added("ann", spec.access.role(spec.access.default_role or "").name)
    return BrowserCheck(
        id="account.sign_in_page",
        title="People can sign in with the form, and come to where they wanted to be",
        setup=(admin_signed_in(spec), *add),
        steps=(
            goto("/profile"),
            _typed("E-mail", _EMAIL),
            _typed("Password", PASSWORD),
            click(button("Sign in")),
            see(heading("Profile")),
            see(button("Ann {unique}")),
        ),
        cleanup=(leave,),
    )


def _sign_out_page(spec: AppSpec) -> BrowserCheck:
    add, leave = person_added("ann", spec.access.role(spec.access.default_role or "").name)
    return BrowserCheck(
        id="account.sign_out_page",
        title="People can sign out",
        session="ann",
        setup=(admin_signed_in(spec), *add),
        steps=(
            goto("/profile"),
            click(button("Ann {unique}")),
            click(button("Sign out")),
            see(heading("Sign in")),
            goto("/profile"),
            see(heading("Sign in")),
        ),
        cleanup=(leave,),
    )


def _sign_in_first(entity: Entity) -> BrowserCheck:
    title = f"Whoever wants to add {entity.plural_label.lower()} signs in first"
    steps = (goto(f"/{entity.slug}/new"), see(heading("Sign in")))
    return browser_check(entity, "access_page.create", title, *steps)


def _hidden(spec: AppSpec, entity: Entity) -> Iterator[BrowserCheck]:
    """The button for deleting is there for those who may, and for nobody else."""
    roles = [role.name for role in spec.access.roles if not role.is_admin]
    reader = next(
        (role for role in roles if may(spec, entity, "read", role) and not may(spec, entity, "delete", role)), None
    )
    if reader is None or not can_be_made(spec, entity):
        return
    made = given(spec, entity)
    delete = button("Delete")
    yield browser_check(
        entity,
        "access_page.delete",
        f"Who may not delete {entity.plural_label.lower()} sees no button for it",
        goto(f"/{entity.slug}/{{{made.variable}}}"),
        see(Locator(role="definition", nth=0)),
        BrowserStep(action="expect_hidden", target=delete),
        session=reader,
        setup=(admin_signed_in(spec), signed_in(reader, reader), *by(ADMIN, made.steps)),
        cleanup=by(ADMIN, made.cleanup),
    )
