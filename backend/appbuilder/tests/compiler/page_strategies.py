"""Arbitrary reports and content pages for drawn entities."""

from hypothesis import strategies as st

from appbuilder.spec import (
    Entity,
    Entries,
    EntryForm,
    Hero,
    Item,
    Items,
    Page,
    Report,
    ReportBlock,
    Text,
    WizardStep,
    usual_pages,
)
from appbuilder.spec.fields import DATE_TYPES, GROUP_TYPES, NUMBER_TYPES
from appbuilder.spec.pages import calendar_field

TEXTS = st.sampled_from(["Short.", "One paragraph,\nof two lines.\n\nAnother one & more.", "It\u2019s 50 %"])
TITLES = st.sampled_from(["Why us", "Größe & Gewicht", "What\u2019s new?"])


@st.composite
def reports(draw: st.DrawFn, number: int, entities: tuple[Entity, ...]) -> Report:
    entity = draw(st.sampled_from(entities))
    numbers = [field.id for field in entity.fields if field.type in NUMBER_TYPES]
    kind = draw(st.sampled_from(["count", "sum", "average"] if numbers else ["count"]))
    groups = [field for field in entity.fields if field.type in GROUP_TYPES | DATE_TYPES and not field.many]
    by = draw(st.sampled_from([None, "created_at", *(field.id for field in groups)]))
    is_date = by == "created_at" or any(field.id == by and field.type in DATE_TYPES for field in groups)
    return Report(
        id=f"q_report_{number}",
        title=draw(TITLES),
        entity=entity.id,
        kind=kind,
        field=None if kind == "count" else draw(st.sampled_from(numbers)),
        by=by,
        period=draw(st.sampled_from(["day", "week", "month", "year"])) if is_date else None,
        display=draw(st.sampled_from(["table", "bar", "line", "pie"])) if by else "number",
        limit=draw(st.sampled_from([None, 3])) if by else None,
    )


@st.composite
def content_pages(draw: st.DrawFn, entities: tuple[Entity, ...], known: tuple[Report, ...]) -> tuple[Page, ...]:
    """None, or a home page and another one, with blocks of every kind."""
    if draw(st.booleans()):
        return ()
    writable = [entity for entity in entities if entity.behaviours.create]
    kinds = [
        st.builds(Hero, kind=st.just("hero"), title=TITLES, text=TEXTS, action=TITLES, page=st.just("p_second")),
        st.builds(Text, kind=st.just("text"), title=st.none() | TITLES, text=TEXTS),
        st.builds(
            Items,
            kind=st.just("items"),
            title=st.none() | TITLES,
            layout=st.sampled_from(["grid", "questions"]),
            items=st.tuples(st.builds(Item, title=TITLES, text=TEXTS)),
        ),
        st.builds(
            Entries, kind=st.just("entries"), title=TITLES, entity=st.sampled_from([each.id for each in entities])
        ),
    ]
    if writable:
        chosen = st.sampled_from([entity.id for entity in writable])
        kinds.append(st.builds(EntryForm, kind=st.just("form"), title=TITLES, text=st.none() | TEXTS, entity=chosen))
    if known:
        listed = st.sampled_from([report.id for report in known])
        kinds.append(st.builds(ReportBlock, kind=st.just("report"), report=listed))
    made = []
    for name, slug in (("home", ""), ("second", "second-page")):
        blocks = draw(st.lists(st.one_of(kinds), min_size=1, max_size=5))
        # A report stands on a page once.
        unique = {block.model_dump_json(): block for block in blocks}
        layout = draw(st.sampled_from(["page", "landing", "dashboard"]))
        made.append(
            Page(
                id=f"p_{name}",
                kind="content",
                title=draw(TITLES),
                layout=layout,
                slug=slug,
                blocks=tuple(unique.values()),
                in_navigation=draw(st.booleans()),
            )
        )
    return tuple(made)


@st.composite
def entity_pages(draw: st.DrawFn, entity: Entity) -> tuple[Page, ...]:
    """The usual pages, but for the layout and the views of the list, and a form in steps."""
    usual = usual_pages(entity)
    listed, others = usual[0], list(usual[1:])
    typed = [field.id for field in entity.typed_fields]
    in_steps: bool = draw(st.booleans())
    if others[1:] and in_steps:
        cut = int(draw(st.integers(0, len(typed) - 1)))
        parts = [part for part in (typed[:cut], typed[cut:]) if part]
        steps = tuple(WizardStep(title=f"Step {number}", fields=tuple(part)) for number, part in enumerate(parts))
        others[1] = Page(**dict(others[1]) | {"layout": "wizard", "steps": steps})
    able = ["table", "cards", "gallery"]
    able += ["board"] if entity.status_field else []
    able += ["calendar"] if calendar_field(entity) else []
    views = draw(st.lists(st.sampled_from(able), max_size=3, unique=True))
    return (Page(**dict(listed) | {"layout": draw(st.sampled_from(able)), "views": tuple(views)}), *others)


@st.composite
def pages_and_reports(draw: st.DrawFn, entities: tuple[Entity, ...]) -> dict[str, object]:
    """The parts ``pages`` and ``reports`` of an app with these entities."""
    known = tuple(draw(reports(number, entities)) for number in range(draw(st.integers(0, 3))))
    usual = tuple(page for entity in entities for page in draw(entity_pages(entity)))
    return {"reports": known, "pages": (*draw(content_pages(entities, known)), *usual)}
