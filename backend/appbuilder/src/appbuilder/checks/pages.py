"""Acceptance checks of content pages and reports."""

import html
import re
from collections.abc import Iterator

from appbuilder.checks.browser import fill_in, form_of, shown_title
from appbuilder.checks.model import BrowserCheck, Expectation, HttpCheck, HttpStep, Locator
from appbuilder.checks.steps import click, get, goto, heading, see
from appbuilder.checks.values import Given, can_be_made, given, marked_title, path_of, value
from appbuilder.compiler.insights import measure_label, split_field, split_label
from appbuilder.compiler.web_pages import content_pages
from appbuilder.compiler.web_parts import begun_status, is_written_below
from appbuilder.compiler.web_routes import routes_of
from appbuilder.spec import AppSpec, Entity, Field, Page, Report, route_of


def page_checks(spec: AppSpec) -> Iterator[BrowserCheck]:
    """What people see of content pages, the reports on them, and the forms that stand there."""
    for page in content_pages(spec):
        yield _page(page)
        for each in page.blocks:
            if each.kind == "form":
                entity = spec.entity(each.entity)
                if can_be_made(spec, entity) and _is_found_again(entity):
                    yield _form(spec, page, each.title, entity)
            elif each.kind == "report":
                yield _shown(spec, page, spec.report(each.report))


def address_checks(spec: AppSpec) -> Iterator[HttpCheck]:
    """Each page of a static site is served under its address."""
    title = f"<title>{html.escape(spec.app.name)}</title>"
    for page in spec.pages:
        step = HttpStep(method="GET", path=route_of(page), expect_status=(200,), expect_text=title)
        said = f"The page {page.title} is served at {route_of(page)}"
        yield HttpCheck(id=f"{page.id}.address", title=said, area="frontend", steps=(step,))


def served_checks(spec: AppSpec) -> Iterator[HttpCheck]:
    """Each page of an app with Next.js comes from the server under its address."""
    if spec.template != "nextjs":
        return
    addresses = (re.sub(r":\w+", "0", route.path) for route in routes_of(spec))
    steps = tuple(HttpStep(method="GET", path=each, expect_status=(200,), expect_text="<title>") for each in addresses)
    yield HttpCheck(id="app.pages", title="Every page is served", area="frontend", steps=steps)


def child_checks(spec: AppSpec) -> Iterator[BrowserCheck]:
    """Short entries that belong to another one are written on its page."""
    for child in spec.entities:
        for field in child.references:
            is_checked = can_be_made(spec, child) and _is_found_again(child) and field.reference != child.id
            if is_checked and is_written_below(child, field):
                yield _written_below(spec, child, field)


def report_checks(spec: AppSpec) -> Iterator[HttpCheck]:
    """What the API says about entries in sum."""
    for report in spec.reports:
        entity = spec.entity(report.entity)
        if can_be_made(spec, entity):
            yield _figures(spec, report, entity)
            yield _csv(spec, report)


def _page(page: Page) -> BrowserCheck:
    first = page.blocks[0]
    titles = [first.title if first.kind == "hero" else page.title]
    titles += [each.title for each in page.blocks[1:] if each.kind != "report" and each.title]
    steps = (goto(route_of(page)), *(see(heading(title)) for title in titles))
    return BrowserCheck(id=f"{page.id}.page", title=f"The page {page.title} shows what is on it", steps=steps)


def _is_found_again(entity: Entity) -> bool:
    return marked_title(entity) and entity.field(entity.title_field).searchable


def _form(spec: AppSpec, page: Page, title: str, entity: Entity) -> BrowserCheck:
    made = given(spec, entity)
    send = click(Locator(role="button", name="Send", within=form_of(entity)))
    return BrowserCheck(
        id=f"{page.id}.form.{entity.id}",
        title=f"{title}: what is sent on the page {page.title} arrives and is confirmed",
        setup=made.steps[:-1],
        steps=(
            goto(route_of(page)),
            *fill_in(spec, entity, without=begun_status(entity)),
            send,
            see(heading("Thank you")),
            goto(f"/{entity.slug}?q={{unique}}"),
            see(Locator(role="link", name=shown_title(entity), nth=0)),
        ),
        cleanup=(_found_again(entity, made), *made.cleanup),
    )


def _written_below(spec: AppSpec, child: Entity, field: Field) -> BrowserCheck:
    made, parent = given(spec, child), spec.entity(field.reference or "")
    words = child.label.lower()
    return BrowserCheck(
        id=f"{child.id}.below.{field.id}",
        title=f"{child.label} can be added on the page of {parent.label.lower()}",
        setup=made.steps[:-1],
        steps=(
            goto(f"/{parent.slug}/{{{made.variable}_{field.name}}}"),
            *fill_in(spec, child, without=field.column),
            click(Locator(role="button", name=f"Add {words}", within=form_of(child))),
            see(Locator(role="link", name=shown_title(child))),
        ),
        cleanup=(_found_again(child, made), *made.cleanup),
    )


def _found_again(entity: Entity, made: Given) -> HttpStep:
    """Keeps the id of the entry that the check added in the browser."""
    path = f"{path_of(entity)}?q={{unique}}&sort=-created_at"
    return HttpStep(method="GET", path=path, expect_status=(200,), save={made.variable: "/items/0/id"})


def _path(report: Report) -> str:
    return f"/api/insights/{report.key}"


def _figures(spec: AppSpec, report: Report, entity: Entity) -> HttpCheck:
    """There may be other entries, so at least the check's own must be in the numbers."""
    made = given(spec, entity, 1)
    expect = [Expectation(pointer="/title", op="equals", value=report.title), *_least(spec, report, entity, made)]
    read = get(_path(report), *expect)
    return HttpCheck(
        id=f"{report.id}.figures",
        title=f"The report {report.title} follows the {entity.plural_label.lower()}",
        area="backend",
        steps=(*made.steps, read),
        cleanup=made.cleanup,
    )


def _least(spec: AppSpec, report: Report, entity: Entity, made: Given) -> Iterator[Expectation]:
    field = entity.field(report.field) if report.field else None
    if field is None:
        yield Expectation(pointer="/total", op="at_least", value=1)
    elif field.type != "computed" and field.range[0] is not None and field.range[0] >= 0:
        amount = value(field, 1)
        if report.kind == "sum" and isinstance(amount, int | float):
            yield Expectation(pointer="/total", op="at_least", value=amount)
    else:
        yield Expectation(pointer="/total", op="exists")
    by = split_field(spec, report)
    if by is not None and by.type == "reference" and by.required and field is None and report.limit is None:
        parent = spec.entity(by.reference or "")
        if marked_title(parent):
            row = {"value": made.body[by.column], "label": shown_title(parent, 1), "result": 1}
            yield Expectation(pointer="/rows", op="contains", value=row)
    else:
        yield Expectation(pointer="/rows/0/result", op="exists")


def _csv(spec: AppSpec, report: Report) -> HttpCheck:
    head = f"{split_label(spec, report)},{measure_label(spec, report)}"
    read = HttpStep(method="GET", path=f"{_path(report)}?format=csv", expect_status=(200,), expect_text=head)
    title = f"The report {report.title} can be taken out as a CSV file"
    return HttpCheck(id=f"{report.id}.csv", title=title, area="backend", steps=(read,))


def _shown(spec: AppSpec, page: Page, report: Report) -> BrowserCheck:
    entity = spec.entity(report.entity)
    steps = [goto(route_of(page)), see(heading(report.title))]
    made = given(spec, entity) if can_be_made(spec, entity) else None
    if made is not None and report.display != "number":
        if report.display != "table":
            place = Locator(role="region", name=report.title)
            steps.append(click(Locator(role="button", name="Show numbers", within=place)))
        steps.append(see(Locator(role="table", name=report.title)))
    return BrowserCheck(
        id=f"{report.id}.shown",
        title=f"The report {report.title} stands on the page {page.title}",
        setup=made.steps if made else (),
        steps=tuple(steps),
        cleanup=made.cleanup if made else (),
    )
