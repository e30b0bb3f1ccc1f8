"""The generated content pages: landing pages, texts and dashboards."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from appbuilder.compiler.computing import currency, value_type
from appbuilder.compiler.fill import block, fill
from appbuilder.compiler.insights import measure_label, split_label
from appbuilder.compiler.layouts import short_facts
from appbuilder.compiler.web_access import form_for
from appbuilder.compiler.web_imports import imports
from appbuilder.compiler.web_parts import begun_status, workflow_used
from appbuilder.compiler.web_views import fact_lines, picture_of
from appbuilder.compiler.words import words_of
from appbuilder.spec import AppSpec, Block, Entity, Hero, Page, Report, ReportBlock, route_of
from appbuilder.spec.names import camel_case, pascal_case


def content_pages(spec: AppSpec) -> tuple[Page, ...]:
    """The content pages of an app, and one more for reports that stand on none of them."""
    pages = tuple(page for page in spec.pages if page.kind == "content")
    shown = {each.report for page in pages for each in page.blocks if each.kind == "report"}
    left = tuple(ReportBlock(kind="report", report=each.id) for each in spec.reports if each.id not in shown)
    if not left:
        return pages
    taken = {page.slug for page in pages} | {entity.slug for entity in spec.entities}
    slug = next(each for each in ("reports", "all-reports", "report-overview") if each not in taken)
    return (
        *pages,
        Page(
            id="p_insights",
            kind="content",
            title="Reports",
            layout="dashboard",
            slug=slug,
            blocks=left[:20],
            in_navigation=True,
        ),
    )


def component_of(page: Page) -> str:
    """The component of a content page: ``HomePage``."""
    name = pascal_case(page.id[2:])
    return f"{'' if name[:1].isalpha() else 'Content'}{name}Page"


def content_files(spec: AppSpec) -> dict[str, str]:
    """The files of the content pages, by path in the app."""
    return {f"web/src/{component_of(page)}.tsx": _page(spec, page) for page in content_pages(spec)}


def is_on_pages(spec: AppSpec, entity: Entity, kind: str) -> bool:
    """Whether a block of the kind, ``entries`` or ``form``, shows the entity on any content page."""
    blocks = [each for page in spec.pages for each in page.blocks]
    return any(each.kind == kind and each.kind in {"entries", "form"} and each.entity == entity.id for each in blocks)


def teasers(spec: AppSpec, entity: Entity) -> str:
    """The file ``<Name>Teasers.tsx``: the entries as content pages show them."""
    others = [field for field in entity.fields if field != entity.name_field]
    texts = [f"<TeaserText>{{entry.{field.column}}}</TeaserText>" for field in others if field.type == "long_text"]
    picture = picture_of(entity)
    facts = fact_lines(spec, entity, short_facts(entity))
    body = fill(
        "web/Teasers.tsx",
        **words_of(entity),
        imports="",
        texts=block(texts[:1]),
        facts=block(_element("Facts", "", facts)) if facts else "",
        cover=f" cover={{<Cover title={{api.titleOf(entry)}} image={{{picture}}} />}}" if picture else "",
    )
    return imports(body, api="*./api", **workflow_used(entity)) + "\n" + body


def page_address(spec: AppSpec, page_id: str) -> str:
    """The address of any page; that of one entry leads to the list."""
    page = next(page for page in spec.pages if page.id == page_id)
    entity = spec.entity(page.entity) if page.entity else None
    return route_of(page, entity).removesuffix("/:id")


def _page(spec: AppSpec, page: Page) -> str:
    lines = [line for part in _parts(spec, page.blocks) for line in part]
    content = _element("Blocks", " close" if page.layout == "dashboard" else "", lines)
    if page.blocks[0].kind != "hero":
        content = _element("Article" if page.layout == "page" else "", "", [*_header(page), *content])
    body = fill("web/Content.tsx", imports="", Component=component_of(page), content=block(content))
    return _imports(spec, body) + "\n" + body


def _header(page: Page) -> list[str]:
    if page.layout != "dashboard":
        return [f'<PageHeader title="{page.title}" />']
    button = _element("Button", ' look="secondary" icon="print" onClick={() => window.print()}', ["Print"])
    return _element("PageHeader", f' title="{page.title}"', button)


def _imports(spec: AppSpec, body: str) -> str:
    extra = {}
    for entity in spec.entities:
        words = words_of(entity)
        extra[_client(entity)] = f"*../{words['plural']}/api"
        for part in ("Form", "Teasers"):
            extra[words["Name"] + part] = f"../{words['plural']}/{words['Name']}{part}"
    lines = imports(body, **extra).replace('"../', '"./').splitlines()
    return block(sorted(lines, key=lambda line: ('"./' in line, line.rpartition(" from ")[2])))


def _client(entity: Entity) -> str:
    return f"{camel_case(entity.plural)}Api"


def _parts(spec: AppSpec, blocks: Iterable[Block]) -> Iterator[list[str]]:
    """Reports that follow each other stand side by side: numbers as tiles, charts and tables in a grid."""

    def kind_of(each: Block) -> str:
        if each.kind != "report":
            return each.kind
        return "Tiles" if spec.report(each.report).display == "number" else "Charts"

    for kind, together in groupby(blocks, key=kind_of):
        if kind in {"Tiles", "Charts"}:
            reports = [_report(spec, spec.report(each.report)) for each in together if each.kind == "report"]
            yield [f"<{kind}>", *(f"  {line}" for each in reports for line in each), f"</{kind}>"]
        else:
            yield from (_block(spec, each) for each in together)


def _block(spec: AppSpec, each: Block) -> list[str]:
    if each.kind == "hero":
        return _hero(spec, each)
    if each.kind == "text":
        return _element("TextBlock", _title(each.title), _paragraphs(each.text))
    if each.kind == "items":
        outer, inner = ("Questions", "Question") if each.layout == "questions" else ("Items", "Item")
        heading = ' heading="h2"' if inner == "Item" and not each.title else ""
        lines = [
            line
            for item in each.items
            for line in _element(inner, f' title="{item.title}"{heading}', _paragraphs(item.text))
        ]
        return _element(outer, _title(each.title), lines)
    if each.kind == "entries":
        return _entries(each.title, spec.entity(each.entity), each.limit)
    if each.kind == "form":
        return _form(spec, each.title, each.text, spec.entity(each.entity))
    return _report(spec, spec.report(each.report))


def _element(name: str, attributes: str, lines: list[str]) -> list[str]:
    return [f"<{name}{attributes}>", *(f"  {line}" for line in lines), f"</{name}>"]


def _title(title: str | None) -> str:
    return f' title="{title}"' if title else ""


def _paragraphs(text: str) -> list[str]:
    return [f"<p>{' '.join(part.split())}</p>" for part in re.split(r"\n\s*\n", text) if part.strip()]


def _hero(spec: AppSpec, hero: Hero) -> list[str]:
    action = ""
    if hero.action and hero.page:
        action = f' action={{{{ to: "{page_address(spec, hero.page)}", label: "{hero.action}" }}}}'
    return _element("Hero", f' title="{hero.title}"{action}', _paragraphs(hero.text))


def _entries(title: str, entity: Entity, limit: int) -> list[str]:
    words = words_of(entity)
    return [
        "<Latest",
        f'  title="{title}"',
        f'  to="/{words["slug"]}"',
        f'  all="All {words["plural_words"]}"',
        f"  load={{() => {_client(entity)}.list({{ limit: {limit} }})}}",
        f'  empty="No {words["plural_words"]} yet."',
        ">",
        f"  {{(entries) => <{words['Name']}Teasers entries={{entries}} />}}",
        "</Latest>",
    ]


def _form(spec: AppSpec, title: str, text: str | None, entity: Entity) -> list[str]:
    words = words_of(entity)
    without = f' without="{column}"' if (column := begun_status(entity)) else ""
    lines = [f'<FormBlock title="{title}">']
    if text:
        lines = ["<FormBlock", f'  title="{title}"', f'  text="{" ".join(text.split())}"', ">"]
    lines += [f'  {{(onSaved) => <{words["Name"]}Form action="Send"{without} onSaved={{onSaved}} />}}']
    return form_for(spec, entity, [*lines, "</FormBlock>"], api=_client(entity))


def _report(spec: AppSpec, report: Report) -> list[str]:
    display = "columns" if report.display == "bar" and report.period else report.display
    parts = [f'name="{report.key}"', f'title="{report.title}"', f'display="{display}"']
    parts += [f'by="{split_label(spec, report)}"'] if report.by else []
    parts += [f'measure="{measure_label(spec, report)}"', *_format(spec, report)]
    return ["<Report", *(f"  {part}" for part in parts), "/>"]


def _format(spec: AppSpec, report: Report) -> list[str]:
    entity = spec.entity(report.entity)
    measured = entity.field(report.field) if report.field else None
    kind = value_type(spec, entity, measured) if measured else "integer"
    if measured is not None and kind == "money":
        return [f'format={{(result) => formatMoney(result, "{currency(spec, entity, measured)}")}}']
    return ["format={(result) => formatDuration(result)}"] if kind == "duration" else []
