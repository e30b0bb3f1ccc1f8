"""Which number of an entity is worth a report, and the report that is made of it."""
# ruff: noqa: SIM905 - a row of words reads best on one line

from typing import Any

from appbuilder.planner.reading.wishes import ReportFact
from appbuilder.spec import Entity, Field, Report

_SUMMED = ("money", "computed", "duration", "decimal", "integer")
_SUMS = frozenset({"amount", "total", "cost", "costs", "revenue", "rent", "value", "fee", "budget", "spent", "profit"})
_NO_SUM = frozenset(
    """
    year age capacity seats number rank season level mileage zip floor price rate
    """.split()
)


def score_of(entity: Entity) -> Field | None:
    """The number that is won, or None."""
    named = (field for field in entity.fields if {"score", "points", "rating"} & set(field.name.split("_")))
    return next((field for field in named if field.sortable), None)


def named_number(entity: Entity, words: str) -> Field | None:
    """The number field that one of the words names, or None."""
    able = [field for field in entity.fields if field.type in {*_SUMMED, "rating"}]
    wanted = set(words.split())
    return next(
        (field for field in able if wanted & {field.label.lower(), field.name, *field.label.lower().split()}), None
    )


def main_number(entity: Entity) -> Field | None:
    """The number worth adding up: an amount or a cost, else whatever is no price of one thing."""
    able = [field for field in entity.fields if field.type in _SUMMED and not set(field.name.split("_")) & _NO_SUM]
    return min(able, key=lambda field: (not is_sum(field), _SUMMED.index(field.type)), default=None)


def make_report(entity: Entity, number: Field | None, by: tuple[str, str | None], fact: ReportFact) -> Report:
    """The report of a number, or of how many entries there are, by what it is split."""
    kind: Any = fact.kind or ("sum" if number is not None else "count")
    if kind == "count":
        number = None
    if number is None:
        kind = "count"
    if number is not None and number.type == "rating":
        kind = "average"
    key, period = by
    display: Any = fact.display or ("line" if period else "bar")
    label = split_label(entity, key, period)
    measured = (
        entity.plural_label
        if number is None
        else f"{'Average' if kind == 'average' else 'Total'} {number.label.lower()} of {entity.plural_label.lower()}"
    )
    return Report(
        id=f"q_{entity.plural}_{kind}"[:50],
        title=f"{measured} {label}"[:80],
        entity=entity.id,
        kind=kind,
        field=number.id if number else None,
        by=key,
        period=period,
        display=display,
    )


def split_label(entity: Entity, key: str, period: str | None) -> str:
    """What a report says about its rows."""
    if period:
        return f"per {period}"
    return "by person" if key == "owner" else f"by {entity.field(key).label.lower()}"


def is_sum(field: Field) -> bool:
    """Tell what is worth adding up: amounts and costs, not the price of each thing."""
    return field.type in {"money", "computed"} and bool(set(field.name.split("_")) & _SUMS)
