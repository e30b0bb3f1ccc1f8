"""Arbitrary valid specs, with names that collide with something in careless code."""

from typing import get_args

from hypothesis import strategies as st

from appbuilder.spec import (
    AppSpec,
    Behaviours,
    Entity,
    Field,
    NoOverlap,
    Quota,
    Rule,
    Sequence,
    Sort,
    Theme,
    Total,
    Transition,
    UniqueTogether,
    add_field,
    make_app,
    make_entity,
    make_field,
)
from appbuilder.spec.fields import DATE_TYPES, GROUP_TYPES, NUMBER_TYPES, UPLOAD_TYPES, FieldType

from .access_strategies import people
from .automation_strategies import automated
from .page_strategies import pages_and_reports

WORDS = """
    name title text number date type value label entry note item page link field record query form status class_name
    key index order group table select from_city where_at end_time new_owner delete_me default_rate public_note
    function_name symbol object total count_of result error event data window document path state props children
""".split()  # noqa: SIM905 - a list of words stays readable
PLURALS = {word: f"{word}_things" for word in WORDS}
LABELS = st.sampled_from(
    ["Name", "Größe", "Rock & Roll", "It\u2019s", "50 % off", "日本語", "🙂 Mood", "a/b", "x: y; z"]
)


# References are drawn where there is something to point to.
KINDS = [kind for kind in get_args(FieldType) if kind not in {"reference", "person", "computed"}]


@st.composite
def fields(draw: st.DrawFn, name: str) -> Field:
    kind = draw(st.sampled_from(KINDS))
    settings: dict[str, object] = {"required": draw(st.booleans()), "filterable": draw(st.booleans())}
    if draw(st.booleans()):
        settings["label"] = draw(LABELS)
    if kind in UPLOAD_TYPES:
        settings["filterable"] = False
    if kind == "enum":
        settings["options"] = draw(
            st.lists(st.sampled_from(["A", "b c", "Done", "1", "x y z"]), min_size=1, unique=True)
        )
    if kind in {"integer", "decimal", "duration"} and draw(st.booleans()):
        settings["min"] = draw(st.integers(-100, 100))
        settings["max"] = settings["min"] + draw(st.integers(10, 100))  # type: ignore[operator]
    if kind in {"text", "email", "url", "integer", "date"} and draw(st.booleans()):
        settings["unique"] = True
    elif kind == "text":
        settings["max_length"] = draw(st.integers(1, 300))
    return make_field(name, kind, **settings)  # type: ignore[arg-type]


@st.composite
def behaviours(draw: st.DrawFn) -> Behaviours:
    flags = ["create", "update", "delete", "comments", "ratings", "favourites", "tags", "archive", "export_csv"]
    flags += ["attachments", "share", "ordering"]
    votes = draw(st.sampled_from(["off", "up", "up_down", "one"]))
    chosen = {flag: draw(st.booleans()) for flag in flags}
    return Behaviours(votes=votes, import_csv=chosen["create"] and draw(st.booleans()), **chosen)


@st.composite
def computed(draw: st.DrawFn, parts: tuple[Field, ...]) -> list[Field]:
    """Values that are worked out from the other fields: of one, of two of the same unit, of days, of each other."""
    found = []
    numbers = [part for part in parts if part.type in NUMBER_TYPES]
    dates = [part for part in parts if part.type in DATE_TYPES]
    wanted = draw(st.integers(0, 3))
    if numbers and wanted & 1:
        one = draw(st.sampled_from(numbers))
        two = draw(st.sampled_from([each for each in numbers if _unit(each) == _unit(one)]))
        text = draw(st.sampled_from(["{0} + {1}", "{0} / {1}", "-({0} - {1}) * 2.5", "2 * {0} / (3 + {0} / {1})"]))
        found.append(make_field("worked_out", "computed", expression=text.format(one.name, two.name)))
        found.append(make_field("worked_out_again", "computed", expression="worked_out / worked_out - 0.5"))
    if dates and wanted & 2:
        first, last = draw(st.sampled_from(dates)), draw(st.sampled_from(dates))
        found.append(make_field("days_between", "computed", expression=f"days({last.name}, {first.name}) / 7"))
    return found


def _unit(field: Field) -> str:
    return field.type if field.type in {"money", "duration"} else "plain"


@st.composite
def gathering(draw: st.DrawFn, spec: AppSpec) -> AppSpec:
    """Values of the entries that point to one."""
    for child in spec.entities:
        for reference in child.references:
            parent = spec.entity(reference.reference or "")
            if parent.find_field("gathered") or not draw(st.booleans()):
                continue
            sources = [field.name for field in child.fields if field.type in {*NUMBER_TYPES, "computed"}]
            text = f"count({child.plural})"
            if sources:
                text = f"{draw(st.sampled_from(['sum', 'average']))}({child.plural}.{draw(st.sampled_from(sources))})"
            spec = add_field(spec, parent.id, make_field("gathered", "computed", expression=text))
    return spec


def rules_of(flags: list[bool], parts: list[Field]) -> list[Rule]:
    """Rules that fit the fields; those that forbid a second entry are left out, the tests need more."""
    found: list[Rule] = []
    for kind in ("date", "datetime", "integer", "duration", "money"):
        alike = [part for part in parts if part.type == kind and not part.unique]
        if len(alike) > 1 and _may_follow(*alike[:2]) and flags.pop():
            found.append(Sequence(id=f"u_{kind}", kind="sequence", earlier=alike[0].id, later=alike[1].id))
    dates = [part for part in parts if part.type in DATE_TYPES and not part.unique]
    links = [part.id for part in parts if part.type == "reference" and not part.many]
    if dates and flags.pop():
        end = next((part.id for part in dates[1:] if part.type == dates[0].type), None)
        scope = tuple(links) if flags.pop() else ()
        found.append(NoOverlap(id="u_free", kind="no_overlap", start=dates[0].id, end=end, scope=scope))
    texts = [part.id for part in parts if part.type == "text" and (part.length_limit or 0) > 99]
    if texts and flags.pop():
        found.append(UniqueTogether(id="u_once", kind="unique_together", fields=(texts[0], *links)))
    if links and flags.pop():
        found.append(Quota(id="u_most", kind="quota", scope=(links[0],), limit=3))
    return found


def _may_follow(earlier: Field, later: Field) -> bool:
    lowest, highest = earlier.range[0], later.range[1]
    return lowest is None or highest is None or lowest <= highest


def workflow_of(draw: st.DrawFn, status: Field | None) -> tuple[Transition, ...]:
    """Some of the changes that a status could have."""
    if status is None:
        return ()
    values = [option.value for option in status.options]
    pairs = [(one, two) for one in values for two in values if one != two]
    chosen = draw(st.lists(st.sampled_from(pairs), unique=True, max_size=5)) if pairs else []
    return tuple(Transition(source=one, target=two) for one, two in chosen)


@st.composite
def entities(draw: st.DrawFn, name: str, earlier: tuple[Entity, ...]) -> Entity:
    names = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=6, unique=True))
    parts = [draw(fields(each)) for each in names]
    if all(part.type in {"boolean", "image", "file"} for part in parts):
        parts.append(make_field("readable", "text"))
    if earlier:
        parent = draw(st.sampled_from(earlier))
        parts.append(make_field("belongs", "reference", reference=parent.id, required=draw(st.booleans())))
        if draw(st.booleans()):
            is_required = draw(st.booleans())
            parts.append(make_field("several", "reference", reference=parent.id, many=True, required=is_required))
    parts += draw(computed(tuple(parts)))
    numbers = [part.id for part in parts if part.type in NUMBER_TYPES]
    groups = [part.id for part in parts if part.type in GROUP_TYPES]
    totals = [Total(kind="count", label="How many")]
    totals += [Total(kind="sum", field=each, label="Sum") for each in numbers[:1]]
    totals += [Total(kind="average", field=numbers[0], by=each, label="Average") for each in groups[:1] if numbers]
    enums = [part.id for part in parts if part.type == "enum"]
    sortable = [part.id for part in parts if part.sortable]
    status = draw(st.sampled_from([None, *enums]))
    return make_entity(
        name,
        PLURALS[name],
        *parts,
        status_field=status,
        workflow=workflow_of(draw, next((part for part in parts if part.id == status), None)),
        rules=tuple(rules_of(draw(st.lists(st.booleans(), min_size=9, max_size=9)), parts)),
        totals=tuple(totals) if draw(st.booleans()) else (),
        behaviours=draw(behaviours()),
        default_sort=Sort(
            field=draw(st.sampled_from(["created_at", "updated_at", *sortable])),
            direction=draw(st.sampled_from(["ascending", "descending"])),
        ),
    )


@st.composite
def specs(draw: st.DrawFn) -> AppSpec:
    names = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=3, unique=True))
    made: tuple[Entity, ...] = ()
    for name in names:
        made = (*made, draw(entities(name, made)))
    theme = Theme(
        mode=draw(st.sampled_from(["light", "dark", "auto"])), background=draw(st.sampled_from([None, "tomato"]))
    )
    parts = draw(pages_and_reports(made))
    spec = make_app(draw(LABELS), draw(LABELS), *made, theme=theme, **parts)
    return draw(automated(draw(people(draw(gathering(spec))))))
