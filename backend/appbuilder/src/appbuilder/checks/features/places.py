"""Checks of links to share, and of an order that people give to entries."""

from collections.abc import Iterator

from pydantic import JsonValue

from appbuilder.checks.model import BrowserCheck, Expectation, HttpCheck, HttpStep, Locator
from appbuilder.checks.steps import browser_check, button, click, equals, get, goto, heading, http_check, see
from appbuilder.checks.values import Given, given, path_of, searched_field, value
from appbuilder.compiler.layouts import views_of
from appbuilder.spec import AppSpec, Entity

_STRANGER = "stranger"
_MAIN = Locator(role="main")
# The first entry of a list; the first row of a table is its head.
_FIRST = {"cards": Locator(role="listitem", nth=0, within=_MAIN), "table": Locator(role="row", nth=1, within=_MAIN)}


def http_checks(spec: AppSpec, entity: Entity) -> Iterator[HttpCheck]:
    """A link works until it is withdrawn; a moved entry stays where it was put."""
    if entity.behaviours.share:
        yield _share(spec, entity)
    if entity.behaviours.ordering and searched_field(entity):
        yield _order(spec, entity)


def _entry(entity: Entity, made: Given, tail: str = "") -> str:
    return f"{path_of(entity)}/{{{made.variable}}}{tail}"


def _make_link(entity: Entity, made: Given) -> HttpStep:
    return HttpStep(method="POST", path=_entry(entity, made, "/share"), expect_status=(201,), save={"token": "/token"})


def _withdraw(entity: Entity, made: Given) -> HttpStep:
    # The link is named, so that it is only done where one was made.
    path = _entry(entity, made, "/share?token={token}")
    return HttpStep(method="DELETE", path=path, expect_status=(204, 404))


def _share(spec: AppSpec, entity: Entity) -> HttpCheck:
    made = given(spec, entity)
    shared = HttpStep(
        method="GET",
        path="/api/shared/{token}",
        session=_STRANGER,
        expect_status=(200,),
        expect=(
            equals("/entry/id", f"{{{made.variable}}}"),
            Expectation(pointer="/entry/may_update", op="absent"),
        ),
    )
    return http_check(
        entity,
        "share",
        f"{entity.label}: a link shows it until it is withdrawn",
        *made.steps,
        _make_link(entity, made),
        shared,
        HttpStep(method="DELETE", path=_entry(entity, made, "/share"), expect_status=(204,)),
        HttpStep(method="GET", path="/api/shared/{token}", session=_STRANGER, expect_status=(404,)),
        cleanup=(_withdraw(entity, made), *made.cleanup),
    )


def _order(spec: AppSpec, entity: Entity) -> HttpCheck:
    one, two = given(spec, entity, 0, variable="first"), given(spec, entity, 1, variable="second")
    path = f"{path_of(entity)}?q={{unique}}&sort=position"

    def ordered(first: str, second: str) -> HttpStep:
        return get(path, equals("/items/0/id", first), equals("/items/1/id", second))

    before: JsonValue = {"before": "{first}"}
    return http_check(
        entity,
        "ordering",
        f"{entity.plural_label} are put in an order",
        *one.steps,
        *two.steps,
        ordered("{first}", "{second}"),
        HttpStep(method="PUT", path=_entry(entity, two, "/position"), body=before, expect_status=(204,)),
        ordered("{second}", "{first}"),
        HttpStep(method="PUT", path=_entry(entity, two, "/position"), body={"step": "down"}, expect_status=(204,)),
        ordered("{first}", "{second}"),
        cleanup=two.cleanup + one.cleanup,
    )


def browser_checks(spec: AppSpec, entity: Entity) -> Iterator[BrowserCheck]:
    """A link is made and withdrawn on the entry's page, and opened; an entry is moved in the list."""
    made = given(spec, entity)
    title = str(value(entity.field(entity.title_field)))
    if entity.behaviours.share:
        yield browser_check(
            entity,
            "share_page",
            f"{entity.label}: its link is withdrawn on its page",
            goto("/shared/{token}"),
            see(heading(title)),
            goto(f"/{entity.slug}/{{{made.variable}}}"),
            click(button("Withdraw link")),
            see(button("Make a link")),
            goto("/shared/{token}"),
            see(heading("There is nothing here")),
            setup=(*made.steps, _make_link(entity, made)),
            cleanup=(_withdraw(entity, made), *made.cleanup),
        )
    first = _FIRST.get(views_of(spec, entity)[0])
    if entity.behaviours.ordering and searched_field(entity) and first:
        two = given(spec, entity, 1, variable="second")
        label = str(value(entity.field(entity.title_field), 1))
        last = Locator(role="button", name=f"Move {label} up")
        yield browser_check(
            entity,
            "ordering_page",
            f"{entity.label}: it is moved in the list",
            goto(f"/{entity.slug}?q={{unique}}&sort=position"),
            click(last),
            see(Locator(role="button", name=f"Move {label} down", within=first)),
            setup=made.steps + two.steps,
            cleanup=two.cleanup + made.cleanup,
        )
