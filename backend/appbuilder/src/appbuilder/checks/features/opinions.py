"""Checks of votes, ratings, favourites and tags: what people say about an entry."""

from collections.abc import Iterator

from pydantic import JsonValue

from appbuilder.checks.model import BrowserCheck, BrowserStep, Expectation, HttpCheck, HttpStep, Locator
from appbuilder.checks.steps import browser_check, button, click, equals, fill, get, goto, http_check, see
from appbuilder.checks.values import Given, given, path_of, value
from appbuilder.compiler.features.votes import poll_column
from appbuilder.spec import AppSpec, Entity

_OTHER = "other"


def http_checks(spec: AppSpec, entity: Entity) -> Iterator[HttpCheck]:
    """Each person's opinion counts once, and can be taken back."""
    can = entity.behaviours
    if can.votes in {"up", "up_down"}:
        yield _votes(spec, entity)
    elif can.votes == "one":
        yield _poll(spec, entity)
    if can.ratings:
        yield _ratings(spec, entity)
    if can.favourites:
        yield _favourites(spec, entity)
    if can.tags and can.update:
        yield _tags(spec, entity)


def _entry(entity: Entity, made: Given, tail: str = "") -> str:
    return f"{path_of(entity)}/{{{made.variable}}}{tail}"


def _put(path: str, body: JsonValue = None, *, session: str = "") -> HttpStep:
    return HttpStep(method="PUT", path=path, body=body, session=session, expect_status=(204,))


def _votes(spec: AppSpec, entity: Entity) -> HttpCheck:
    made = given(spec, entity)
    vote = _entry(entity, made, "/vote")
    is_down = entity.behaviours.votes == "up_down"
    end: tuple[HttpStep, ...] = (
        (_put(vote, {"value": -1}), get(_entry(entity, made), equals("/vote_count", 0), equals("/my_vote", -1)))
        if is_down
        else (HttpStep(method="PUT", path=vote, body={"value": -1}, expect_status=(422,)),)
    )
    return http_check(
        entity,
        "votes",
        f"{entity.label}: each person has one vote",
        *made.steps,
        _put(vote, {"value": 1}),
        _put(vote, {"value": 1}),
        get(_entry(entity, made), equals("/vote_count", 1), equals("/my_vote", 1)),
        _put(vote, {"value": 1}, session=_OTHER),
        get(_entry(entity, made), equals("/vote_count", 2)),
        *end,
        HttpStep(method="DELETE", path=vote, expect_status=(204,)),
        get(_entry(entity, made), equals("/vote_count", 1), equals("/my_vote", 0)),
        cleanup=made.cleanup,
    )


def _poll(spec: AppSpec, entity: Entity) -> HttpCheck:
    """The second choice belongs to the same parent, so a vote for it takes the first one back."""
    one = given(spec, entity, 0, variable="first")
    parent = next((field for field in entity.references if field.column == poll_column(entity)), None)
    links = {parent.id: f"first_{parent.name}"} if parent and parent.required else {}
    two = given(spec, entity, 1, variable="second", links=links)
    return http_check(
        entity,
        "votes",
        f"{entity.label}: each person votes for one",
        *one.steps,
        *two.steps,
        _put(_entry(entity, one, "/vote"), {"value": 1}),
        get(_entry(entity, one), equals("/vote_count", 1)),
        _put(_entry(entity, two, "/vote"), {"value": 1}),
        get(_entry(entity, one), equals("/vote_count", 0)),
        get(_entry(entity, two), equals("/vote_count", 1), equals("/my_vote", 1)),
        cleanup=two.cleanup + one.cleanup,
    )


def _ratings(spec: AppSpec, entity: Entity) -> HttpCheck:
    made = given(spec, entity)
    rating = _entry(entity, made, "/rating")
    return http_check(
        entity,
        "ratings",
        f"{entity.label}: ratings have an average",
        *made.steps,
        _put(rating, {"stars": 5}),
        _put(rating, {"stars": 2}, session=_OTHER),
        get(
            _entry(entity, made),
            equals("/rating_average", 3.5),
            equals("/rating_count", 2),
            equals("/my_rating", 5),
        ),
        HttpStep(method="PUT", path=rating, body={"stars": 6}, expect_status=(422,)),
        cleanup=made.cleanup,
    )


def _favourites(spec: AppSpec, entity: Entity) -> HttpCheck:
    made = given(spec, entity)
    path = f"{path_of(entity)}?favourites=true&limit=200"
    return http_check(
        entity,
        "favourites",
        f"{entity.label}: favourites are one's own",
        *made.steps,
        _put(_entry(entity, made, "/favourite")),
        get(_entry(entity, made), equals("/is_favourite", True)),
        get(path, Expectation(pointer="/total", op="at_least", value=1)),
        get(_entry(entity, made)).model_copy(
            update={"session": _OTHER, "expect": (equals("/is_favourite", False),)},
        ),
        HttpStep(method="DELETE", path=_entry(entity, made, "/favourite"), expect_status=(204,)),
        get(_entry(entity, made), equals("/is_favourite", False)),
        cleanup=made.cleanup,
    )


def _tags(spec: AppSpec, entity: Entity) -> HttpCheck:
    one, two = given(spec, entity, 0, variable="first"), given(spec, entity, 1, variable="second")
    tagged = HttpStep(
        method="PATCH", path=_entry(entity, one), body={"tags": ["{unique}", "green"]}, expect_status=(200,)
    )
    return http_check(
        entity,
        "tags",
        f"{entity.plural_label} are found by their tags",
        *one.steps,
        *two.steps,
        tagged,
        get(
            f"{path_of(entity)}?tag={{unique}}",
            Expectation(pointer="/items", op="length", value=1),
            equals("/items/0/id", "{first}"),
            equals("/items/0/tags", ["{unique}", "green"]),
        ),
        cleanup=two.cleanup + one.cleanup,
    )


def browser_checks(spec: AppSpec, entity: Entity) -> Iterator[BrowserCheck]:
    """People vote, rate, mark and tag on the entry's page; it is still so when the page is loaded again."""
    can = entity.behaviours
    made = given(spec, entity)
    title = str(value(entity.field(entity.title_field)))
    place = goto(f"/{entity.slug}/{{{made.variable}}}")

    def check(name: str, text: str, *steps: BrowserStep) -> BrowserCheck:
        return browser_check(
            entity, name, f"{entity.label}: {text}", place, *steps, setup=made.steps, cleanup=made.cleanup
        )

    if can.votes != "off":
        pressed = Locator(role="button", name=f"Vote for {title}")
        counted = see(Locator(text="1 vote"))
        yield check("votes_page", "a vote is counted on its page", click(pressed), counted, place, counted)
    if can.ratings:
        four = Locator(role="radio", name="4 stars", within=Locator(role="radiogroup", name="Your rating"))
        yield check(
            "ratings_page",
            "it is rated on its page",
            BrowserStep(action="tick", target=four, value=True),
            see(Locator(role="img", name="4 of 5")),
        )
    if can.favourites:
        heart = button(f"Favourite: {title}")
        yield check(
            "favourites_page",
            "a favourite is found again in the list",
            click(heart),
            see(Locator(text="Added to favourites")),
            goto(f"/{entity.slug}?favourites=true"),
            see(Locator(role="link", name=title)),
        )
    if can.tags and can.update:
        yield check(
            "tags_page",
            "tags are typed and shown",
            goto(f"/{entity.slug}/{{{made.variable}}}/edit"),
            fill(Locator(label="Tags"), "{unique}, green"),
            click(button("Save")),
            click(Locator(role="link", name="{unique}")),
            see(Locator(role="link", name=title)),
        )
