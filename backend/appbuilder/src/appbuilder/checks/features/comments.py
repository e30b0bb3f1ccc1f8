"""Checks of comments."""

from collections.abc import Iterator

from pydantic import JsonValue

from appbuilder.checks.model import BrowserCheck, BrowserStep, Expectation, HttpCheck, HttpStep, Locator
from appbuilder.checks.sessions import admin_name
from appbuilder.checks.steps import browser_check, button, click, equals, fill, get, goto, http_check, see
from appbuilder.checks.values import given, path_of
from appbuilder.spec import AppSpec, Entity

_TEXTS = ("{unique} a comment", "{unique} an answer")


def http_checks(spec: AppSpec, entity: Entity) -> Iterator[HttpCheck]:
    """A comment and an answer are there, are counted, and the answer outlives its comment."""
    if not entity.behaviours.comments:
        return
    made = given(spec, entity)
    entry = f"{path_of(entity)}/{{{made.variable}}}"
    yield http_check(
        entity,
        "comments",
        f"{entity.label}: comments and answers are kept and counted",
        *made.steps,
        _write(spec, entry, _TEXTS[0], save={"comment": "/id"}),
        _write(spec, entry, _TEXTS[1], answer_to="{comment}"),
        get(
            f"{entry}/comments",
            equals("/total", 2),
            equals("/items/0/text", _TEXTS[0]),
            equals("/items/0/answers/0/text", _TEXTS[1]),
        ),
        get(entry, equals("/comment_count", 2)),
        HttpStep(method="DELETE", path=f"{entry}/comments/{{comment}}", expect_status=(204,)),
        get(f"{entry}/comments", equals("/total", 1), equals("/items/0/text", None)),
        cleanup=(_delete(entry), *made.cleanup),
    )
    yield http_check(
        entity,
        "comments_own",
        f"{entity.label}: others cannot delete a comment",
        *made.steps,
        _write(spec, entry, _TEXTS[0], save={"comment": "/id"}),
        HttpStep(
            method="DELETE", path=f"{entry}/comments/{{comment}}", session="somebody_else", expect_status=(401, 403)
        ),
        get(f"{entry}/comments", Expectation(pointer="/items", op="length", value=1)),
        cleanup=(_delete(entry), *made.cleanup),
    )


def browser_checks(spec: AppSpec, entity: Entity) -> Iterator[BrowserCheck]:
    """A comment is written, and deleted again, on the entry's page."""
    if not entity.behaviours.comments:
        return
    made = given(spec, entity)
    name = () if spec.access.has_accounts else (fill(Locator(label="Your name"), "Ann Example"),)
    text = Locator(text=_TEXTS[0])
    author = admin_name(spec) if spec.access.has_accounts else "Ann Example"
    yield browser_check(
        entity,
        "comments_page",
        f"{entity.label}: a comment is written and deleted on its page",
        goto(f"/{entity.slug}/{{{made.variable}}}"),
        *name,
        fill(Locator(label="Your comment"), _TEXTS[0]),
        click(button("Send comment")),
        see(text),
        goto(f"/{entity.slug}/{{{made.variable}}}"),
        click(button(f"Delete the comment of {author}")),
        BrowserStep(action="expect_hidden", target=text),
        setup=made.steps,
        cleanup=made.cleanup,
    )


def _write(spec: AppSpec, entry: str, text: str, *, save: dict[str, str] | None = None, **more: JsonValue) -> HttpStep:
    author: dict[str, JsonValue] = {} if spec.access.has_accounts else {"author": "Ann Example"}
    body: dict[str, JsonValue] = {**author, "text": text, **more}
    return HttpStep(
        method="POST",
        path=f"{entry}/comments",
        body=body,
        expect_status=(201,),
        expect=(equals("/text", text),),
        save=save or {},
    )


def _delete(entry: str) -> HttpStep:
    return HttpStep(method="DELETE", path=f"{entry}/comments/{{comment}}", expect_status=(204, 404))
