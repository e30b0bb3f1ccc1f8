"""Checks of following entries, and of what people are told."""

from collections.abc import Iterator

from appbuilder.checks.model import BrowserCheck, BrowserStep, HttpCheck, HttpStep, Locator
from appbuilder.checks.sessions import ADMIN, admin_signed_in, by, person_added
from appbuilder.checks.steps import browser_check, button, click, equals, get, goto, http_check, see
from appbuilder.checks.values import Given, given, path_of, value
from appbuilder.compiler.features.follow import told_when_named
from appbuilder.spec import AppSpec, Entity

_OTHER = "other"
_TOLD = "/api/account/notifications"


def http_checks(spec: AppSpec, entity: Entity) -> Iterator[HttpCheck]:
    """Whoever follows an entry is told what others say about it, and nothing once they read it."""
    if not entity.behaviours.follow:
        return
    made = given(spec, entity)
    entry = f"{path_of(entity)}/{{{made.variable}}}"
    yield http_check(
        entity,
        "follow",
        f"{entity.label}: it is followed until it is not",
        *made.steps,
        HttpStep(method="PUT", path=f"{entry}/follow", expect_status=(204,)),
        get(entry, equals("/is_followed", True)),
        HttpStep(method="DELETE", path=f"{entry}/follow", expect_status=(204,)),
        get(entry, equals("/is_followed", False)),
        cleanup=made.cleanup,
    )
    if entity.behaviours.comments:
        yield http_check(
            entity,
            "notifications",
            f"{entity.label}: whoever added it is told of comments",
            *made.steps,
            _comment(entity, made),
            get(
                _TOLD,
                equals("/items/0/what", "commented"),
                equals("/items/0/entry", f"{{{made.variable}}}"),
                equals("/items/0/is_read", False),
            ),
            HttpStep(method="POST", path=f"{_TOLD}/read", expect_status=(204,)),
            get(_TOLD, equals("/unread", 0)),
            cleanup=(_uncomment(entity, made), *made.cleanup),
        )


def named_checks(spec: AppSpec, entity: Entity) -> Iterator[HttpCheck]:
    """Whom an entry names is told of it."""
    roles = [role.name for role in spec.access.roles if role.id == spec.access.default_role]
    for field in told_when_named(spec, entity):
        (add_bob, leave_bob), made = person_added("bob", roles[0]), given(spec, entity)
        yield http_check(
            entity,
            f"access.told.{field.id}",
            f"{entity.label}: whom it names as {field.label.lower()} is told",
            admin_signed_in(spec),
            *add_bob,
            *by(ADMIN, made.steps),
            HttpStep(
                method="PATCH",
                path=f"{path_of(entity)}/{{{made.variable}}}",
                body={field.column: "{bob_id}"},
                session=ADMIN,
                expect_status=(200,),
            ),
            HttpStep(
                method="GET",
                path=_TOLD,
                session="bob",
                expect_status=(200,),
                expect=(equals("/items/0/what", "named"), equals("/items/0/entry", f"{{{made.variable}}}")),
            ),
            cleanup=(*by(ADMIN, made.cleanup), leave_bob),
        )


def _comment(entity: Entity, made: Given) -> HttpStep:
    return HttpStep(
        method="POST",
        path=f"{path_of(entity)}/{{{made.variable}}}/comments",
        body={"text": "{unique} a comment"},
        session=_OTHER,
        expect_status=(201,),
        save={"comment": "/id"},
    )


def _uncomment(entity: Entity, made: Given) -> HttpStep:
    path = f"{path_of(entity)}/{{{made.variable}}}/comments/{{comment}}"
    return HttpStep(method="DELETE", path=path, expect_status=(204, 404))


def browser_checks(spec: AppSpec, entity: Entity) -> Iterator[BrowserCheck]:
    """An entry is followed on its page; what happened to it is read on a page of its own."""
    if not entity.behaviours.follow:
        return
    made = given(spec, entity)
    yield browser_check(
        entity,
        "follow_page",
        f"{entity.label}: it is followed on its page",
        goto(f"/{entity.slug}/{{{made.variable}}}"),
        click(button("Follow")),
        see(Locator(text="You will be told about comments and changes")),
        see(button("Following")),
        setup=made.steps,
        cleanup=made.cleanup,
    )
    if entity.behaviours.comments:
        unread = button("Mark all as read")
        yield browser_check(
            entity,
            "notifications_page",
            f"{entity.label}: notifications are read on their page",
            goto("/account/notifications"),
            see(Locator(role="link", name=str(value(entity.field(entity.title_field))))),
            click(unread),
            BrowserStep(action="expect_hidden", target=unread),
            setup=(*made.steps, _comment(entity, made)),
            cleanup=(_uncomment(entity, made), *made.cleanup),
        )
