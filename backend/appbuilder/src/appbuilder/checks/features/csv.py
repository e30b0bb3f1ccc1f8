"""Checks of CSV files and of the archive."""

from collections.abc import Iterator

from pydantic import JsonValue

from appbuilder.checks.model import BrowserCheck, BrowserStep, Expectation, HttpCheck, HttpStep, Locator
from appbuilder.checks.sessions import reader
from appbuilder.checks.steps import browser_check, button, click, equals, get, goto, http_check, see
from appbuilder.checks.values import Given, given, path_of, removal, searched_field, value
from appbuilder.compiler.access import may
from appbuilder.compiler.features.csv import csv_fields
from appbuilder.compiler.words import total_key
from appbuilder.spec import AppSpec, Entity

_LENGTH = "length"


def http_checks(spec: AppSpec, entity: Entity) -> Iterator[HttpCheck]:
    """Files hold what the list holds, and only good lines come in."""
    can = entity.behaviours
    if can.archive:
        yield _archive(spec, entity)
        yield from _not_counted(spec, entity)
    if searched_field(entity) is None:
        return
    if can.export_csv:
        yield _export(spec, entity)
    if can.import_csv and _importable(entity):
        yield _import(spec, entity)
        yield from _nothing(spec, entity)


def _importable(entity: Entity) -> bool:
    known = csv_fields(entity, typed=True)
    return all(field in known for field in entity.typed_fields if field.required)


def _found(entity: Entity, more: str = "") -> str:
    return f"{path_of(entity)}?q={{unique}}{more}"


def _count(pointer: str, number: int) -> Expectation:
    return Expectation(pointer=pointer, op=_LENGTH, value=number)


def _archive(spec: AppSpec, entity: Entity) -> HttpCheck:
    made = given(spec, entity)
    entry = f"{path_of(entity)}/{{{made.variable}}}"
    lists: tuple[HttpStep, ...] = ()
    if searched_field(entity):
        lists = (
            get(_found(entity), _count("/items", 0)),
            get(_found(entity, "&archived=true"), equals("/items/0/id", f"{{{made.variable}}}")),
        )
    return http_check(
        entity,
        "archive",
        f"{entity.plural_label} are put away and brought back",
        *made.steps,
        *_refused(spec, entity, f"{entry}/archive"),
        HttpStep(method="PUT", path=f"{entry}/archive", expect_status=(204,)),
        get(entry, equals("/archived", True)),
        *lists,
        HttpStep(method="DELETE", path=f"{entry}/archive", expect_status=(204,)),
        get(entry, equals("/archived", False)),
        cleanup=made.cleanup,
    )


def _not_counted(spec: AppSpec, entity: Entity) -> Iterator[HttpCheck]:
    """A new entry that is put away leaves the numbers of the totals and reports as they were."""
    keys = [
        total_key(entity, at) for at, each in enumerate(entity.totals) if each.by is None and each.kind != "average"
    ]
    numbers = [(f"{path_of(entity)}/summary", f"/{key}") for key in keys]
    reports = [report for report in spec.reports if report.entity == entity.id and report.kind != "average"]
    numbers += [(f"/api/insights/{report.key}", "/total") for report in reports]
    if not numbers:
        return
    made = given(spec, entity)
    before = [get(path).model_copy(update={"save": {f"number_{at}": key}}) for at, (path, key) in enumerate(numbers)]
    after = [get(path, equals(key, f"{{number_{at}}}")) for at, (path, key) in enumerate(numbers)]
    archive = f"{path_of(entity)}/{{{made.variable}}}/archive"
    yield http_check(
        entity,
        "archive.totals",
        f"{entity.plural_label}: totals and reports leave out what is archived",
        *before,
        *made.steps,
        HttpStep(method="PUT", path=archive, expect_status=(204,)),
        *after,
        cleanup=made.cleanup,
    )


def _refused(spec: AppSpec, entity: Entity, path: str) -> Iterator[HttpStep]:
    """Somebody who sees the entry but may not change it does not put it away."""
    role = reader(spec, entity) if spec.access.has_accounts else None
    if role is not None and not may(spec, entity, "update", role):
        yield HttpStep(method="PUT", path=path, session="other", expect_status=(403,))


def _export(spec: AppSpec, entity: Entity) -> HttpCheck:
    made = given(spec, entity)
    field = searched_field(entity)
    steps = list(made.steps)
    text = str(made.body[field.column]) if field else ""
    if field and entity.behaviours.update:
        # A spreadsheet would calculate it; so it gets an apostrophe.
        formula: dict[str, JsonValue] = {field.column: "={unique}"}
        steps.append(
            HttpStep(method="PATCH", path=f"{path_of(entity)}/{{{made.variable}}}", body=formula, expect_status=(200,))
        )
        text = "'={unique}"
    export = HttpStep(
        method="GET", path=f"{path_of(entity)}/export?q={{unique}}", expect_status=(200,), expect_text=text
    )
    return http_check(
        entity,
        "export",
        f"{entity.plural_label} can be taken out as CSV",
        *steps,
        export,
        cleanup=made.cleanup,
    )


def _line(entity: Entity, body: dict[str, JsonValue]) -> str:
    return ",".join(_cell(body.get(field.column)) for field in csv_fields(entity, typed=True))


def _cell(value: JsonValue) -> str:
    return "" if value is None else str(value)


def _file(entity: Entity, *bodies: dict[str, JsonValue]) -> str:
    header = ",".join(field.column for field in csv_fields(entity, typed=True))
    return "\n".join([header, *(_line(entity, body) for body in bodies), ""])


def _send(entity: Entity, text: str, *expect: Expectation) -> HttpStep:
    return HttpStep(
        method="POST",
        path=f"{path_of(entity)}/import?all_or_nothing=true",
        text=text,
        content_type="text/csv",
        expect_status=(200,),
        expect=expect,
    )


def _import(spec: AppSpec, entity: Entity) -> HttpCheck:
    made = given(spec, entity)
    find = HttpStep(method="GET", path=_found(entity), expect_status=(200,), save={made.variable: "/items/0/id"})
    return http_check(
        entity,
        "import",
        f"{entity.plural_label} can be brought in from CSV",
        *made.steps[:-1],
        _send(entity, "\ufeff" + _file(entity, made.body), equals("/added", 1), _count("/problems", 0)),
        find,
        cleanup=made.cleanup,
    )


def _nothing(spec: AppSpec, entity: Entity) -> Iterator[HttpCheck]:
    required = [field for field in csv_fields(entity, typed=True) if field.required and field.default is None]
    typed = [field for field in required if field.type != "boolean" and field.column != _searched(entity)]
    typed = typed or [field for field in required if field.type != "boolean"]
    if not typed:
        return
    made = given(spec, entity)
    wrong = {**made.body, typed[0].column: None}
    if typed[0].column == _searched(entity) and len(csv_fields(entity, typed=True)) == 1:
        return  # a line without its only value is an empty line
    message = f"{typed[0].label}: This field is required."
    yield http_check(
        entity,
        "import_wrong",
        f"{entity.plural_label}: a wrong line of a CSV file is named, and nothing comes in",
        *made.steps[:-1],
        _send(
            entity,
            _file(entity, made.body, wrong),
            equals("/added", 0),
            equals("/problems/0", {"line": 3, "message": message}),
        ),
        get(_found(entity), equals("/total", 0)),
        cleanup=made.cleanup[1:],
    )


def _searched(entity: Entity) -> str:
    field = searched_field(entity)
    return field.column if field else ""


def browser_checks(spec: AppSpec, entity: Entity) -> Iterator[BrowserCheck]:
    """What is put away leaves the list; a file is chosen and its entries are there."""
    can = entity.behaviours
    made = given(spec, entity)
    title = str(value(entity.field(entity.title_field)))
    link = Locator(role="link", name=title)
    if can.archive:
        yield browser_check(
            entity,
            "archive_page",
            f"{entity.label}: it is archived on its page",
            goto(f"/{entity.slug}/{{{made.variable}}}"),
            click(button("Archive")),
            see(Locator(text="Archived")),
            see(button("Unarchive")),
            goto(f"/{entity.slug}?archived=true"),
            see(link),
            setup=made.steps,
            cleanup=made.cleanup,
        )
    if can.import_csv and _importable(entity) and searched_field(entity):
        yield _import_page(entity, made, link)


def _import_page(entity: Entity, made: Given, link: Locator) -> BrowserCheck:
    file: JsonValue = {"name": "entries.csv", "type": "text/csv", "text": _file(entity, made.body)}
    find = HttpStep(method="GET", path=_found(entity), expect_status=(200,), save={made.variable: "/items/0/id"})
    return browser_check(
        entity,
        "import_page",
        f"{entity.plural_label} are imported on their page",
        goto(f"/{entity.slug}"),
        click(button("Import CSV")),
        BrowserStep(action="upload", target=Locator(label="CSV file"), value=file),
        see(Locator(text="1 entry added")),
        goto(f"/{entity.slug}?q={{unique}}"),
        see(link),
        setup=made.steps[:-1],
        cleanup=(find, removal(entity, made.variable), *made.cleanup[1:]),
    )
