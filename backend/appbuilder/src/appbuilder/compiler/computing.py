"""Computed fields: their expression as SQL about the entry ``t``, and what it gives for known values."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from statistics import fmean

from appbuilder.spec import AppSpec, Entity, Field, FieldType
from appbuilder.spec.computed import Unit, currency_of, gathering_reference, unit_of
from appbuilder.spec.expressions import (
    Days,
    Gather,
    Name,
    Negative,
    Node,
    Number,
    Operation,
    gathers_in,
    names_in,
    parse,
)

# Names that SQLite reads as something else unless they stand in quotes.
_KEYWORDS = frozenset(
    """
    abort action add after all alter always analyze and as asc attach autoincrement before begin between by cascade
    case cast check collate column commit conflict constraint create cross current current_date current_time
    current_timestamp database default deferrable deferred delete desc detach distinct do drop each else end escape
    except exclude exclusive exists explain fail filter first following for foreign from full generated glob group
    groups having if ignore immediate in index indexed initially inner insert instead intersect into is isnull join
    key last left like limit match materialized natural no not nothing notnull null nulls of offset on or order
    others outer over partition plan pragma preceding primary query raise range recursive references regexp reindex
    release rename replace restrict returning right rollback row rows savepoint select set table temp temporary then
    ties to transaction trigger unbounded union unique update using vacuum values view virtual when where window with
    without
    """.split()  # noqa: SIM905 - a list of words stays readable
)
_SHOWN_AS: dict[Unit, FieldType] = {"plain": "decimal", "money": "money", "duration": "duration"}
Value = float | None
Known = Mapping[str, float | str | None]
"""Values as the database holds them (money in cents), by field name."""


def value_type(spec: AppSpec, entity: Entity, field: Field) -> FieldType:
    """The field's type, or that of the value which a computed one gives."""
    return _SHOWN_AS[unit_of(spec, entity, field)] if field.type == "computed" else field.type


def currency(spec: AppSpec, entity: Entity, field: Field) -> str:
    """The currency of an amount of money."""
    return currency_of(spec, entity, field) or "USD"


def sql_of(spec: AppSpec, entity: Entity, field: Field, alias: str = "t") -> str:
    """The expression of a computed field; other computed fields are written out, so nothing has to be in order."""
    return _sql(spec, entity, parse(field.expression or ""), alias)


def _sql(spec: AppSpec, entity: Entity, node: Node, alias: str) -> str:
    match node:
        case Number(value):
            return f"{value:g}" if value == int(value) and value < 1e6 else repr(value)  # noqa: PLR2004 - ``:g`` rounds
        case Name(name):
            return _field_sql(spec, entity, named(entity, name), alias)
        case Negative(of):
            return f"-{_atom(spec, entity, of, alias)}"
        case Days(end, start):
            one, two = (f"julianday(date({alias}.{_name(each)}))" for each in (end, start))
            return f"{one} - {two}"
        case Gather():
            return _gather_sql(spec, entity, node, alias)
        case Operation(operator, _, right):
            return _operation_sql(operator, _left(spec, entity, node, alias), _atom(spec, entity, right, alias))


def _operation_sql(operator: str, left: str, right: str) -> str:
    # Whole numbers are divided as decimals, and a division by zero gives nothing.
    return f"1.0 * {left} / nullif({right}, 0)" if operator == "/" else f"{left} {operator} {right}"


def _left(spec: AppSpec, entity: Entity, node: Operation, alias: str) -> str:
    """The left side; SQL reads from the left too, so that mostly it needs no parentheses."""
    left = node.left
    binds = isinstance(left, Operation) and (left.operator in {"*", "/"} or node.operator in {"+", "-"})
    if binds and node.operator != "/":
        return _sql(spec, entity, left, alias)
    return _atom(spec, entity, left, alias)


def _name(name: str) -> str:
    return f'"{name}"' if name in _KEYWORDS else name


def _atom(spec: AppSpec, entity: Entity, node: Node, alias: str) -> str:
    text = _sql(spec, entity, node, alias)
    return f"({text})" if isinstance(node, Operation | Days | Negative) else text


def _field_sql(spec: AppSpec, entity: Entity, field: Field, alias: str) -> str:
    if field.expression is None:
        return f"{alias}.{_name(field.column)}"
    return _atom(spec, entity, parse(field.expression), alias)


def _gather_sql(spec: AppSpec, entity: Entity, gather: Gather, alias: str) -> str:
    child, reference = gathered(spec, entity, gather)
    inner = f"{alias}_{child.name}"
    amount = "count(*)"
    if gather.field is not None:
        # total() is sum() that gives 0 for no entries.
        function = "total" if gather.kind == "sum" else "avg"
        field = named(child, gather.field)
        value = sql_of(spec, child, field, inner) if field.expression else _sql(spec, child, Name(field.name), inner)
        amount = f"{function}({value})"
    where = f"{inner}.{_name(reference.column)} = {alias}.id"
    if child.behaviours.archive:  # what was put away is not counted
        where += f" AND NOT {inner}.archived"
    return f"(SELECT {amount} FROM {_name(child.plural)} AS {inner} WHERE {where})"  # noqa: S608 - names only, from the spec


def named(entity: Entity, name: str) -> Field:
    """The field that an expression names."""
    return next(field for field in entity.fields if field.name == name)


def gathered(spec: AppSpec, entity: Entity, gather: Gather) -> tuple[Entity, Field]:
    """The entity whose entries are looked at, and its field that points here."""
    child = next(each for each in spec.entities if each.plural == gather.plural)
    return child, gathering_reference(spec, entity, gather)


def worked_out(
    spec: AppSpec, entity: Entity, field: Field, known: Known, children: Callable[[Gather], Sequence[Known]]
) -> Value:
    """What a computed field gives, as people see it: money in whole units of the currency."""
    value = _value(spec, entity, parse(field.expression or ""), known, children)
    if value is None:
        return None
    kind = value_type(spec, entity, field)
    if kind == "money":
        return round(value) / 100
    return round(value) if kind == "duration" else value


def _value(  # noqa: PLR0911 - one for each kind of node
    spec: AppSpec, entity: Entity, node: Node, known: Known, children: Callable[[Gather], Sequence[Known]]
) -> Value:
    match node:
        case Number(value):
            return value
        case Name(name) if (other := named(entity, name).expression) is not None:
            return _value(spec, entity, parse(other), known, children)
        case Name(name):
            stored = known[name]
            return None if stored is None else float(stored)
        case Negative(of):
            return _combined("*", -1, _value(spec, entity, of, known, children))
        case Days(end, start):
            return _combined("-", _day(known[end]), _day(known[start]))
        case Gather():
            child, _ = gathered(spec, entity, node)
            return _gathered(spec, child, node, children(node))
        case Operation():
            left = _value(spec, entity, node.left, known, children)
            return _combined(node.operator, left, _value(spec, entity, node.right, known, children))


def _day(value: float | str | None) -> Value:
    return None if value is None else date.fromisoformat(str(value)[:10]).toordinal()


def _gathered(spec: AppSpec, child: Entity, gather: Gather, entries: Sequence[Known]) -> Value:
    if gather.field is None:
        return len(entries)
    values = [_value(spec, child, Name(gather.field), entry, lambda _: ()) for entry in entries]
    there = [value for value in values if value is not None]
    if gather.kind == "sum":
        return sum(there)
    return fmean(there) if there else None


def _combined(operator: str, left: Value, right: Value) -> Value:
    if left is None or right is None:
        return None
    if operator == "/":
        return left / right if right else None
    return {"+": left + right, "-": left - right, "*": left * right}[operator]


def looks(spec: AppSpec, entity: Entity, field: Field) -> list[Gather]:
    """The looks at other entries that a computed field takes, also through others of its entity."""
    node = parse(field.expression or "")
    found = list(gathers_in(node))
    for name in names_in(node):
        other = named(entity, name)
        found += looks(spec, entity, other) if other.expression is not None else []
    return found


def dates_apart(entity: Entity, field: Field) -> dict[str, str]:
    """Dates by field id that are some days apart, for a computed field that counts days."""
    ends = {node.end for node in _days(entity, field)}
    starts = {node.start for node in _days(entity, field)} - ends
    found = {}
    for name in sorted(ends | starts):
        own = named(entity, name)
        day = "2031-05-20" if name in ends else "2031-05-11"
        found[own.id] = day if own.type == "date" else f"{day}T10:30"
    return found


def _days(entity: Entity, field: Field) -> list[Days]:
    found, rest = [], [parse(field.expression or "")]
    while rest:
        match rest.pop():
            case Days() as node:
                found.append(node)
            case Negative(of):
                rest.append(of)
            case Operation(_, left, right):
                rest += [left, right]
            case Name(name) if (other := named(entity, name)).expression is not None:
                rest.append(parse(other.expression))
            case _:
                pass
    return found


def own_fields(entity: Entity, field: Field) -> list[Field]:
    """The fields that people fill in and a computed field uses, also through others of its entity."""
    found: dict[str, Field] = {}
    for name in names_in(parse(field.expression or "")):
        other = named(entity, name)
        more = [other] if other.expression is None else own_fields(entity, other)
        found |= {each.id: each for each in more}
    return list(found.values())
