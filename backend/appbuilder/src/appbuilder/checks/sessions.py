"""Who does the steps of a check in an app with accounts: demo people of the preview, and people that admins add."""

from collections.abc import Iterable, Iterator

from appbuilder.checks.model import BrowserCheck, HttpCheck, HttpStep
from appbuilder.compiler.access import may
from appbuilder.spec import AppSpec, Entity

ADMIN = "admin"
NOBODY = "nobody"
PASSWORD = "correct horse battery"  # noqa: S105 - of people who are there for seconds


def signed_in(role: str, session: str, **save: str) -> HttpStep:
    """Lets the session be the demo person of the role."""
    body = {"role": role}
    return HttpStep(
        method="POST", path="/api/account/demo", body=body, session=session, expect_status=(200,), save=save
    )


def admin_signed_in(spec: AppSpec) -> HttpStep:
    """Lets the session ``admin`` be one; entries can point to them as ``{admin_id}``."""
    return signed_in(spec.access.admins[0].name, ADMIN, admin_id="/id")


def admin_name(spec: AppSpec) -> str:
    """What the demo admin is called."""
    return f"Demo {spec.access.admins[0].label.lower()}"


def person_added(session: str, role: str) -> tuple[tuple[HttpStep, ...], HttpStep]:
    """Somebody new who signs in, and the step that removes them; an admin is there already."""
    email = f"{{unique}}-{session}@example.com"
    variable = f"{session}_id"
    body = {"name": f"{session.capitalize()} {{unique}}", "email": email, "password": PASSWORD, "role": role}
    add = HttpStep(
        method="POST",
        path="/api/account/people",
        body=body,
        session=ADMIN,
        expect_status=(201,),
        save={variable: "/id"},
    )
    enter = HttpStep(
        method="POST",
        path="/api/account/sign-in",
        body={"email": email, "password": PASSWORD},
        session=session,
        expect_status=(200,),
    )
    path = f"/api/account/people/{{{variable}}}"
    return (add, enter), HttpStep(method="DELETE", path=path, session=ADMIN, expect_status=(204, 404))


def by(session: str, steps: Iterable[HttpStep]) -> tuple[HttpStep, ...]:
    """The steps, done in the session where they name none."""
    return tuple(step if step.session else step.model_copy(update={"session": session}) for step in steps)


def with_people(spec: AppSpec, checks: Iterable[HttpCheck | BrowserCheck]) -> Iterator[HttpCheck | BrowserCheck]:
    """Checks that know nothing about accounts, done by an admin; other sessions are people of another role.

    A check that needs somebody else is left out where only admins can read the entries of others.
    """
    for check in checks:
        others = sorted({step.session for step in _steps(check)} - {""})
        role = _reader(spec, check.id)
        if others and role is None:
            continue
        first = (admin_signed_in(spec), *(signed_in(role or "", other) for other in others))
        cleanup = by(ADMIN, check.cleanup)
        if isinstance(check, HttpCheck):
            yield check.model_copy(update={"steps": (*first, *by(ADMIN, check.steps)), "cleanup": cleanup})
        else:
            setup = (*first, *by(ADMIN, check.setup))
            yield check.model_copy(update={"setup": setup, "session": check.session or ADMIN, "cleanup": cleanup})


def _steps(check: HttpCheck | BrowserCheck) -> tuple[HttpStep, ...]:
    return (*(check.steps if isinstance(check, HttpCheck) else check.setup), *check.cleanup)


def _reader(spec: AppSpec, check_id: str) -> str | None:
    entity: Entity | None = next((each for each in spec.entities if check_id.startswith(f"{each.id}.")), None)
    return reader(spec, entity)


def reader(spec: AppSpec, entity: Entity | None) -> str | None:
    """A role that is no admin's and may read the entries which a check is about."""
    roles = [role.name for role in spec.access.roles if not role.is_admin]
    return next((role for role in roles if entity is None or may(spec, entity, "read", role)), None)
