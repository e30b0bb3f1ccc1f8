"""The generated rules of an entity: what is refused, and what is adjusted elsewhere."""

from collections.abc import Iterable

from appbuilder.compiler.access import tuple_text
from appbuilder.compiler.fill import block, fill, number, python_text
from appbuilder.compiler.obeying import start_of
from appbuilder.compiler.words import words_of
from appbuilder.spec import Adjust, AppSpec, Entity, Field, NoOverlap, Quota, Rule, Sequence, Transition, UniqueTogether
from appbuilder.spec.access import ANYONE, OWNER

OWNER_COLUMN = "created_by_id"


def has_rules(entity: Entity) -> bool:
    """Whether anything is checked or adjusted when its entries change."""
    return bool(entity.rules or entity.workflow)


def rules_file(spec: AppSpec, entity: Entity) -> str:
    """The module ``rules.py`` of an entity."""
    lines = [line for rule in entity.rules for line in _rule(spec, entity, rule)]
    lines += _workflow(spec, entity) if entity.workflow else []
    body = block(lines)
    names = sorted(name for name in _CLASSES if f"{name}(" in body)
    targets = sorted({_target(spec, entity, rule).plural for rule in entity.rules if isinstance(rule, Adjust)})
    imports = [f"from app.core.rules import {', '.join(names)}"]
    imports += [f"from app.{plural}.table import TABLE as {_constant(plural)}" for plural in targets]
    return fill("api/rules.py", **words_of(entity), imports=block(sorted(imports)), rules=body)


_CLASSES = ("Adjust", "NoOverlap", "Quota", "Sequence", "UniqueTogether", "Workflow")


def _constant(plural: str) -> str:
    return plural.upper()


def _call(name: str, arguments: Iterable[str]) -> list[str]:
    return [f"{name}(", *(f"    {argument}," for argument in arguments), "),"]


def _text(value: str) -> str:
    return python_text(value)


def columns_of(entity: Entity, scope: Iterable[str]) -> tuple[str, ...]:
    """The columns of a rule's scope."""
    return tuple(OWNER_COLUMN if each == OWNER else entity.field(each).column for each in scope)


def _rule(spec: AppSpec, entity: Entity, rule: Rule) -> list[str]:
    match rule:
        case Sequence():
            arguments = [
                f"earlier={_text(entity.field(rule.earlier).column)}",
                f"later={_text(entity.field(rule.later).column)}",
                f"message={_text(sequence_message(entity, rule))}",
            ]
        case NoOverlap():
            start, end = entity.field(rule.start), entity.field(rule.end or rule.start)
            arguments = [f"start={_text(start.column)}", f"end={_text(end.column)}"]
            arguments += [f"title={_text(entity.name_field.column)}"] if entity.name_field else []
            arguments += _scope(entity, rule.scope)
            arguments += ["whole_days=True"] if start.type == "date" else []
        case Quota():
            arguments = _quota(spec, entity, rule)
        case UniqueTogether():
            field = first_field(entity, rule.fields)
            arguments = [f"columns={tuple_text(columns_of(entity, rule.fields))}"]
            arguments += [f"message={_text(unique_message(entity, rule))}"]
            arguments += [f"field={_text(field.column)}"] if field else []
        case Adjust():
            arguments = _adjust(spec, entity, rule)
    return _call(type(rule).__name__, arguments)


def _scope(entity: Entity, scope: tuple[str, ...]) -> list[str]:
    return [f"scope={tuple_text(columns_of(entity, scope))}"] if scope else []


def first_field(entity: Entity, scope: Iterable[str]) -> Field | None:
    """The field of a scope where a message can stand."""
    return next((entity.field(each) for each in scope if each != OWNER), None)


def sequence_message(entity: Entity, rule: Sequence) -> str:
    """What is wrong when the later one comes first."""
    earlier = entity.field(rule.earlier)
    what = "come before" if earlier.type in {"date", "datetime"} else "be smaller than"
    return f"Must not {what} “{earlier.label}”."


def unique_message(entity: Entity, rule: UniqueTogether) -> str:
    """What is wrong with a second one."""
    labels = [entity.field(each).label.lower() for each in rule.fields if each != OWNER]
    words = words_of(entity)["a_words"]
    if not labels:
        return f"You have added {words} already."
    named = ", ".join(labels[:-1]) + (" and " if len(labels) > 1 else "") + labels[-1]
    start = "You have added" if OWNER in rule.fields else "There is"
    return f"{start} {words} with the same {named} already."


def _quota(spec: AppSpec, entity: Entity, rule: Quota) -> list[str]:
    arguments = [f"many={_text(entity.plural_label.lower())}", *_scope(entity, rule.scope)]
    if rule.limit is not None:
        arguments.append(f"limit={rule.limit}")
    if rule.limit_field is not None:
        linked = spec.entity(entity.field(rule.scope[0]).reference or "")
        arguments.append(f"limit_in=({_text(linked.plural)}, {_text(linked.field(rule.limit_field).column)})")
    if rule.amount is not None:
        arguments.append(f"amount={_text(entity.field(rule.amount).column)}")
    field = quota_field(entity, rule)
    return [*arguments, *([f"field={_text(field.column)}"] if field else [])]


def quota_field(entity: Entity, rule: Quota) -> Field | None:
    """Where the message of a quota stands."""
    return entity.field(rule.amount) if rule.amount else first_field(entity, rule.scope)


def _target(spec: AppSpec, entity: Entity, rule: Adjust) -> Entity:
    return spec.entity(entity.field(rule.reference).reference or "")


def _adjust(spec: AppSpec, entity: Entity, rule: Adjust) -> list[str]:
    linked = _target(spec, entity, rule)
    target = linked.field(rule.target)
    low, high = target.range
    return [
        f"reference={_text(entity.field(rule.reference).column)}",
        f"amount={_text(entity.field(rule.amount).column)}",
        f"sign={'-1' if rule.direction == 'subtract' else '1'}",
        f"target={_constant(linked.plural)}",
        f"column={_text(target.column)}",
        f"label={_text(target.label)}",
        *([f"low={number(low)}"] if low is not None else []),
        *([f"high={number(high)}"] if high is not None else []),
    ]


def moves_of(spec: AppSpec, move: Transition) -> tuple[str, ...]:
    """Who may make a change of status, with roles by their names; admins always may."""
    if not move.who:
        return (ANYONE,)
    roles = [role.name for role in spec.access.roles if role.id in move.who or role.is_admin]
    return (*(each for each in move.who if not each.startswith("r_")), *roles)


def _workflow(spec: AppSpec, entity: Entity) -> list[str]:
    status = entity.field(entity.status_field or "")
    lines = [f"column={_text(status.column)},", f"start={_text(start_of(entity, status) or '')},", "labels={"]
    lines += [f"    {_text(option.value)}: {_text(option.label)}," for option in status.options]
    lines += ["},", "moves={"]
    for source in dict.fromkeys(move.source for move in entity.workflow):
        moves = [move for move in entity.workflow if move.source == source]
        if spec.access.has_accounts:
            inside = ", ".join(f"{_text(move.target)}: {tuple_text(moves_of(spec, move))}" for move in moves)
            lines.append(f"    {_text(source)}: {{{inside}}},")
        else:
            lines.append(f"    {_text(source)}: {tuple_text(tuple(move.target for move in moves))},")
    return ["Workflow(", *(f"    {line}" for line in [*lines, "},"]), "),"]
