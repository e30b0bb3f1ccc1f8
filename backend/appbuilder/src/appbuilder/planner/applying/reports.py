"""Put reports into a spec: what is asked for, and a dashboard that shows them."""

from typing import Any, Literal

from appbuilder.planner.applying.measuring import is_sum, main_number, make_report, named_number, score_of
from appbuilder.planner.applying.ranking import entries_ranking, opinions_of, people_ranking, ranks_people
from appbuilder.planner.editing import Editing
from appbuilder.planner.inflect import sentence_case
from appbuilder.planner.lexicon.reports import SPOKEN_OF, SUMMED
from appbuilder.planner.reading.wishes import ReportFact
from appbuilder.spec import (
    AppSpec,
    Block,
    Entity,
    Field,
    Page,
    Report,
    ReportBlock,
    Sort,
    add_field,
    changed,
    make_field,
    replace_entity,
)
from appbuilder.spec.fields import DATE_TYPES, GROUP_TYPES
from appbuilder.spec.names import new_id
from appbuilder.spec.reports import REPORTS_LIMIT

_USUAL_LIMIT = 6
_EARNED = frozenset({"sales", "revenue", "turnover", "income"})
_QUANTITIES = frozenset({"quantity", "number", "amount", "count", "pieces", "units"})
_PRICES = frozenset({"price", "unit_price", "price_per_unit", "rate"})


def apply_reports(editing: Editing) -> None:
    """Apply each report; words like "statistics" or "dashboard" alone mean the usual ones."""
    facts = [fact for fact in editing.reading.facts if isinstance(fact, ReportFact)]
    told = [fact for fact in facts if not _is_usual(fact)]
    for fact in told or facts:
        _put(editing, fact, _reports(editing, fact))

    if told and editing.spec.reports:
        editing.trace += [(fact.span, "The dashboard shows what was told") for fact in facts if _is_usual(fact)]


def _is_usual(fact: ReportFact) -> bool:
    return not (fact.what or fact.kind or fact.by or fact.period or fact.limit)


def _put(editing: Editing, fact: ReportFact, reports: list[Report]) -> None:
    if not reports and fact.limit is not None and _ranked(editing, fact):
        return
    if not reports:
        editing.refuse(fact.span, "no record has what this report is about")
        return
    said = f"Reports: {', '.join(report.title for report in reports)}"[:280]
    editing.put(fact.span, lambda spec: _with_reports(spec, reports), said, "such a report does not fit the records")


def _ranked(editing: Editing, fact: ReportFact) -> bool:
    """Without records of whom to rank, put the scores in order: the highest first."""
    liked = editing.entity(fact.what)
    if liked is not None and (opinions := opinions_of(liked)):
        editing.trace.append(
            (fact.span, f"{liked.plural_label}: the list can be ordered by {opinions}, the best first")
        )
        return True
    scored = ((entity, score_of(entity)) for entity in editing.spec.entities)
    found = next(((entity, number) for entity, number in scored if number is not None), None)
    if found is None:
        return False
    entity, number = found
    order = Sort(field=number.id, direction="descending")
    said = f"{entity.plural_label}: highest {number.label.lower()} first"
    return editing.put(fact.span, lambda spec: replace_entity(spec, changed(entity, default_sort=order)), said, "")


def _with_reports(spec: AppSpec, made: list[Report]) -> AppSpec:
    """The spec with the reports that it lacks, on its dashboard."""
    known = {_meaning(report) for report in spec.reports}
    reports = list(spec.reports)
    for report in made:
        if _meaning(report) not in known and len(reports) < REPORTS_LIMIT:
            known.add(_meaning(report))
            identifier = new_id("q", report.id[2:], {each.id for each in reports})
            reports.append(changed(report, id=identifier))
    added = [report for report in reports if report.id not in {each.id for each in spec.reports}]
    if not added:
        return spec
    blocks = tuple(ReportBlock(kind="report", report=report.id) for report in added)
    numbers = {report.id for report in reports if report.display == "number"}
    return changed(spec, reports=tuple(reports), pages=_on_dashboard(spec, blocks, numbers))


def _meaning(report: Report) -> tuple[Any, ...]:
    return report.entity, report.kind, report.field, report.by, report.period, report.limit


def _on_dashboard(spec: AppSpec, blocks: tuple[ReportBlock, ...], numbers: set[str]) -> tuple[Page, ...]:
    boards = [page for page in spec.pages if page.layout == "dashboard"]
    if boards:
        room = 20 - len(boards[0].blocks)
        grown = changed(boards[0], blocks=_numbers_first(boards[0].blocks, blocks[:room], numbers))
        return tuple(grown if page.id == grown.id else page for page in spec.pages)
    slugs = {page.slug for page in spec.pages} | {entity.slug for entity in spec.entities}
    slug = next(each for each in ("dashboard", "reports", "overview", "key-figures") if each not in slugs)
    page = Page(
        id=new_id("p", slug.replace("-", "_"), {each.id for each in spec.pages}),
        kind="content",
        title=sentence_case(slug.replace("-", " ")),
        layout="dashboard",
        slug=slug,
        blocks=_numbers_first((), blocks[:20], numbers),
        in_navigation=True,
    )
    return (*spec.pages, page)


def _numbers_first(present: tuple[Block, ...], added: tuple[ReportBlock, ...], numbers: set[str]) -> tuple[Block, ...]:
    """What is added comes last, but single numbers join those at the top, where they make a row of tiles."""
    is_chart = [not (block.kind == "report" and block.report in numbers) for block in present]
    top = is_chart.index(True) if True in is_chart else len(present)
    tiles = [block for block in added if block.report in numbers]
    charts = [block for block in added if block.report not in numbers]
    return (*present[:top], *tiles, *present[top:], *charts)


def _reports(editing: Editing, fact: ReportFact) -> list[Report]:
    if fact.limit is not None and editing.spec.access.has_accounts and ranks_people(editing, fact):
        return people_ranking(editing, fact)
    found = _measured(editing, fact) or _chosen(editing, fact)
    if found is None:
        return _usual(editing, fact) if fact.what is None or fact.limit is None else []
    entity, number = found
    if fact.limit is not None:
        return entries_ranking(editing, fact, entity, number)
    if fact.by is None and fact.period is None:
        return [_total(entity, number, fact.kind)] if fact.kind else _about(entity, number, fact)
    by = _split(editing, entity, fact)
    if by is None:
        return _about(entity, number, fact) if fact.what else []
    return [make_report(entity, number, by, fact)]


def _chosen(editing: Editing, fact: ReportFact) -> tuple[Entity, None] | None:
    """The entity with a choice that the words name: "mood trends" are about entries by mood."""
    for entity in editing.spec.entities if fact.what else ():
        found = _group(editing, entity, fact.what or "")
        if found is not None and not found.reference:
            return entity, None
    return None


def _earned(editing: Editing, entity: Entity) -> Field | None:
    """What sales bring in; where quantity and price are kept, it is worked out."""
    quantity = next((field for field in entity.fields if field.type == "integer" and field.name in _QUANTITIES), None)
    price = next((field for field in entity.fields if field.type == "money" and field.name in _PRICES), None)
    number = main_number(entity)
    if quantity is None or price is None or (number is not None and is_sum(number)):
        return number
    amount = make_field("amount", "computed", expression=f"{quantity.name} * {price.name}")
    said = f"{entity.label}: amount = {quantity.label.lower()} times {price.label.lower()}"
    editing.put(None, lambda spec: add_field(spec, entity.id, amount), said, "")
    return editing.spec.entity(entity.id).find_field("amount")


def _measured(editing: Editing, fact: ReportFact) -> tuple[Entity, Field | None] | None:
    """The entity a report counts or sums, and the number it sums; None when no words name one."""
    words = fact.what
    if not words:
        return _spoken_of(editing, fact) if fact.by or fact.period else None
    entity = next((each for name in (words, *SPOKEN_OF.get(words, ())) if (each := editing.entity(name))), None)
    if entity is None:
        for each in editing.spec.entities:
            number = named_number(each, words)
            if number is not None:
                return each, number
        entity = editing.entity(words.split()[0]) or editing.entity(words.split()[-1])
    if entity is None:
        return None
    wants_sum = fact.kind in {"sum", "average"} or (fact.kind is None and bool(SUMMED & set(words.split())))
    if wants_sum and words in _EARNED:
        number = _earned(editing, entity)
        return editing.spec.entity(entity.id), number
    return entity, main_number(entity) if wants_sum else None


def _spoken_of(editing: Editing, fact: ReportFact) -> tuple[Entity, Field | None]:
    """The entity of a report that says only how it is split."""
    holder = next((each for each in editing.spec.entities if fact.by and _group(editing, each, fact.by)), None)
    entity = holder or editing.named_before(fact) or editing.main
    if fact.kind not in {"sum", "average"}:
        return entity, None
    summed = [each for each in (entity, *editing.spec.entities) if main_number(each)]
    return (summed[0], main_number(summed[0])) if summed else (entity, None)


def _group(editing: Editing, entity: Entity, words: str) -> Field | None:
    wanted = {words, words.removesuffix("s")}
    other = editing.entity(words)
    for field in entity.fields:
        if field.many or field.type not in GROUP_TYPES | DATE_TYPES:
            continue
        if {field.label.lower(), field.name} & wanted or (other and field.reference == other.id):
            return field
    status = entity.field(entity.status_field) if entity.status_field else None
    return status if words in {"status", "state", "stage"} else None


def _split(editing: Editing, entity: Entity, fact: ReportFact) -> tuple[str, str | None] | None:
    """By which field rows are made, and for dates by which period."""
    if fact.by is not None:
        field = _group(editing, entity, fact.by)
        if field is not None:
            return field.id, fact.period or ("month" if field.type in DATE_TYPES else None)
        if fact.by in {"user", "member", "person", "users", "author", "owner"} and editing.spec.access.has_accounts:
            return "owner", None
        return None
    return _when(entity), fact.period


def _when(entity: Entity) -> str:
    dates = [field.id for field in entity.fields if field.type in DATE_TYPES and "birth" not in field.name]
    return dates[0] if dates else "created_at"


def _about(entity: Entity, number: Field | None, fact: ReportFact) -> list[Report]:
    """The usual reports about one entity: how many, by status or another choice, and over time."""
    groups = [field for field in entity.fields if field.type in {"enum", "boolean"} and not field.many]
    links = [field for field in entity.fields if field.type == "reference" and not field.many]
    made = [] if fact.display else [_total(entity, None)]
    if number is not None and not fact.display:
        made.append(_total(entity, number))
    chosen = next(iter([*[f for f in groups if f.id == entity.status_field], *groups, *links]), None)
    counts = number is None or (chosen is not None and chosen.id == entity.status_field)
    if chosen is not None:
        made.append(make_report(entity, None if counts else number, (chosen.id, None), fact))
    if chosen is None or fact.display is None:
        made.append(make_report(entity, number, (_when(entity), "month"), fact))
    return made


def _total(entity: Entity, number: Field | None, wanted: Literal["count", "sum", "average"] | None = None) -> Report:
    number = None if wanted == "count" else number
    is_average = number is not None and (wanted == "average" or number.type == "rating")
    kind: Any = "count" if number is None else "average" if is_average else "sum"
    title = (
        f"Number of {entity.plural_label.lower()}"
        if number is None
        else f"{'Average' if kind == 'average' else 'Total'} {number.label.lower()} of {entity.plural_label.lower()}"
    )
    return Report(
        id=f"q_{entity.plural}_{kind}"[:50],
        title=title[:80],
        entity=entity.id,
        kind=kind,
        field=number.id if number else None,
        display="number",
    )


def _usual(editing: Editing, fact: ReportFact) -> list[Report]:
    """The usual reports of the app: numbers and charts about its main entities."""
    made: list[Report] = []
    for entity in [each for each in editing.spec.entities if each.name not in {"inquiry", "message"}][:3]:
        number = next((field for field in entity.fields if is_sum(field)), None)
        made += [report for report in _about(entity, number, fact) if report not in made]
    return made[:_USUAL_LIMIT]
