"""Checks of files: in fields, and attached."""

from collections.abc import Iterator

from pydantic import JsonValue

from appbuilder.checks.model import BrowserCheck, BrowserStep, Expectation, HttpCheck, HttpStep, Locator
from appbuilder.checks.steps import browser_check, button, click, equals, get, goto, http_check, see
from appbuilder.checks.values import DOT, Given, given, path_of, upload_step, value
from appbuilder.spec import AppSpec, Entity, Field
from appbuilder.spec.fields import UPLOAD_TYPES

_FILE: JsonValue = {"name": "dot.gif", "type": "image/gif", "text": DOT}


def http_checks(spec: AppSpec, entity: Entity) -> Iterator[HttpCheck]:
    """A file comes back as it was sent, and an image is one by its content."""
    for field in entity.fields:
        if field.type in UPLOAD_TYPES and entity.behaviours.update:
            yield _field(spec, entity, field)
    if entity.behaviours.attachments:
        yield _attachments(spec, entity)
    if entity.id == next((each.id for each in spec.entities if _has_files(each)), None):
        yield _room(entity)


def _has_files(entity: Entity) -> bool:
    return entity.behaviours.attachments or any(field.type in UPLOAD_TYPES for field in entity.fields)


def _room(entity: Entity) -> HttpCheck:
    """What is uploaded counts; to fill all the room is left to the app's own tests."""
    before = get("/api/uploads").model_copy(update={"save": {"used": "/used_bytes", "limit": "/limit_bytes"}})
    grown = Expectation(pointer="/used_bytes", op="not_equals", value="{used}")
    return http_check(
        entity,
        "uploads_room",
        "Uploaded files take of the room that there is for them",
        before,
        upload_step("file"),
        get("/api/uploads", grown, equals("/limit_bytes", "{limit}")),
        cleanup=(_loose("file"),),
    )


def _entry(entity: Entity, made: Given, tail: str = "") -> str:
    return f"{path_of(entity)}/{{{made.variable}}}{tail}"


def _loose(variable: str) -> HttpStep:
    return HttpStep(method="DELETE", path=f"/api/uploads/{{{variable}}}", expect_status=(204, 404, 409))


def _field(spec: AppSpec, entity: Entity, field: Field) -> HttpCheck:
    made = given(spec, entity)
    steps = [
        upload_step("file"),
        HttpStep(method="PATCH", path=_entry(entity, made), body={field.column: "{file}"}, expect_status=(200,)),
        get(_entry(entity, made), equals(f"/{field.column}", "{file}")),
        HttpStep(method="GET", path="/api/uploads/{file}", expect_status=(200,), expect_text="GIF89a"),
    ]
    cleanup = [*made.cleanup, _loose("file")]
    if field.type == "image":
        wrong = {field.column: "{wrong}"}
        steps += [
            upload_step("wrong", name="image.png", content="no image"),
            HttpStep(method="PATCH", path=_entry(entity, made), body=wrong, expect_status=(422,)),
        ]
        cleanup.append(_loose("wrong"))
    return http_check(
        entity,
        f"upload.{field.id}",
        f"{entity.label}: {field.label.lower()} holds a file",
        *made.steps,
        *steps,
        cleanup=tuple(cleanup),
    )


def _attachments(spec: AppSpec, entity: Entity) -> HttpCheck:
    made = given(spec, entity)
    path = _entry(entity, made, "/attachments")
    attach = HttpStep(
        method="POST",
        path=f"{path}?name=notes.txt",
        text="{unique} attached",
        content_type="text/plain",
        expect_status=(201,),
        save={"file": "/id"},
    )
    return http_check(
        entity,
        "attachments",
        f"{entity.label}: files are attached and removed",
        *made.steps,
        attach,
        get(path, equals("/total", 1), equals("/items/0/name", "notes.txt")),
        get(_entry(entity, made), equals("/attachment_count", 1)),
        HttpStep(method="GET", path="/api/uploads/{file}", expect_status=(200,), expect_text="{unique} attached"),
        HttpStep(method="DELETE", path=f"{path}/{{file}}", expect_status=(204,)),
        get(path, equals("/total", 0)),
        cleanup=(*made.cleanup, _loose("file")),
    )


def browser_checks(spec: AppSpec, entity: Entity) -> Iterator[BrowserCheck]:
    """Files are chosen, and are there."""
    made = given(spec, entity)
    place = goto(f"/{entity.slug}/{{{made.variable}}}")
    title = str(value(entity.field(entity.title_field)))
    chosen = next((field for field in entity.fields if field.type in UPLOAD_TYPES), None)
    if chosen and entity.behaviours.update:
        shown = (
            Locator(role="img", name=f"{chosen.label} of {title}")
            if chosen.type == "image"
            else Locator(role="link", name="dot.gif")
        )
        yield browser_check(
            entity,
            "upload_page",
            f"{entity.label}: a file is chosen in the form",
            goto(f"/{entity.slug}/{{{made.variable}}}/edit"),
            BrowserStep(action="upload", target=Locator(label=chosen.label), value=_FILE),
            see(button(f"Remove {chosen.label}")),
            click(button("Save")),
            see(shown),
            setup=made.steps,
            cleanup=made.cleanup,
        )
    if entity.behaviours.attachments:
        yield browser_check(
            entity,
            "attachments_page",
            f"{entity.label}: a file is attached on its page",
            place,
            BrowserStep(action="upload", target=Locator(label="Attach a file"), value=_FILE),
            see(Locator(role="link", name="dot.gif")),
            click(button("Remove dot.gif")),
            BrowserStep(action="expect_hidden", target=Locator(role="link", name="dot.gif")),
            setup=made.steps,
            cleanup=made.cleanup,
        )
