"""Put status fields and workflows into entities: which state follows which, and who moves an entry there."""

from itertools import pairwise

from appbuilder.planner.editing import Editing
from appbuilder.planner.lexicon.fields import KNOWN_STATES, USUAL_STATES
from appbuilder.planner.lexicon.limits import DECIDED
from appbuilder.planner.reading.wishes import FlowFact
from appbuilder.spec import (
    AppSpec,
    Entity,
    Field,
    Option,
    Transition,
    add_field,
    changed,
    make_field,
    replace_entity,
    replace_field,
)

_ALIKE = (
    frozenset({"approved", "accepted", "confirmed", "granted"}),
    frozenset({"rejected", "declined", "refused", "denied", "cancelled"}),
    frozenset({"pending", "submitted", "requested", "new", "open", "draft", "planned"}),
)


def apply_flows(editing: Editing) -> None:
    """Apply each workflow; a word like "workflow" alone means the usual way along the states."""
    for fact in editing.reading.facts:
        if isinstance(fact, FlowFact):
            _apply(editing, fact)


def _apply(editing: Editing, fact: FlowFact) -> None:
    if not fact.states and any(isinstance(other, FlowFact) and other.states for other in editing.reading.facts):
        editing.trace.append((fact.span, "the workflow that the request describes"))
        return
    entity = _flowing(editing, fact)
    said: list[str] = []

    def flow(spec: AppSpec) -> AppSpec:
        made, moves = _with_flow(spec, entity, fact)
        said.append(_told(made.entity(entity.id), moves))
        return replace_entity(made, changed(made.entity(entity.id), workflow=moves))

    if editing.put(None, flow, "", ""):
        editing.changes[-1:] = [said[-1]] if editing.changes[-1:] == [""] else editing.changes[-1:]
        editing.trace.append((fact.span, said[-1]))
    else:
        editing.refuse(fact.span, f"{entity.plural_label.lower()} have no status that moves so")


def _flowing(editing: Editing, fact: FlowFact) -> Entity:
    """Whose status it is: what is told, what has one, and what people decide on are requests and the like."""
    entity = editing.owner(fact.owner, fact)
    if fact.owner is not None:
        return entity
    if entity.status_field is None:
        entity = next((each for each in editing.spec.entities if each.status_field), entity)
    asked = [each for each in editing.spec.entities if each.name.rpartition("_")[2] in DECIDED]
    return asked[0] if fact.branches and asked and entity.status_field is None and entity not in asked else entity


def _with_flow(spec: AppSpec, entity: Entity, fact: FlowFact) -> tuple[AppSpec, tuple[Transition, ...]]:
    """The spec whose entity has all states, and the moves between them."""
    spec = with_status(spec, entity, fact)
    status = _status(spec.entity(entity.id))
    values = {option.value: option.value for option in status.options}
    chain = [_value(values, state) for state in fact.states] or list(values)
    ends = [_value(values, state) for state in fact.branches]
    who = tuple(_roles(spec, fact))
    moves = {} if ends else dict.fromkeys(pairwise(chain), who)
    for end in ends:
        starts = [value for value in values if value not in ends][:3]
        moves |= {(start, end): who for start in starts}
        moves |= dict.fromkeys(pairwise(starts), ())
    if not ends and not fact.states:
        moves |= {(two, one): () for one, two in pairwise(chain) if two != chain[-1]}
    moves |= {(_value(values, one), _value(values, two)): who for one, two in fact.back}
    decided = {move.target: move.who for move in entity.workflow}  # another sentence said who decides
    return spec, tuple(
        Transition(source=one, target=two, who=people or decided.get(two, ()))
        for (one, two), people in moves.items()
        if one != two
    )


def _roles(spec: AppSpec, fact: FlowFact) -> list[str]:
    if not spec.access.has_accounts:
        return []
    by_name = {role.label.lower(): role.id for role in spec.access.roles}
    return list(dict.fromkeys(by_name[name] for name in fact.who if name in by_name))


def with_status(spec: AppSpec, entity: Entity, fact: FlowFact) -> AppSpec:
    """The spec whose entity has a status with all states of the fact; a new one begins with the first."""
    wanted = [*fact.states, *[state for state in fact.branches if state not in fact.states]]
    if entity.status_field is None:
        options = wanted or KNOWN_STATES.get(entity.name.replace("_", " "), USUAL_STATES)
        made = make_field("status", "enum", options=options, required=False)
        first = made.options[0].value
        spec = add_field(spec, entity.id, changed(made, default=first))
        field = spec.entity(entity.id).fields[-1]
        return replace_entity(spec, changed(spec.entity(entity.id), status_field=field.id))
    status = _status(spec.entity(entity.id))
    values = {option.value: option.value for option in status.options}
    added = [Option.model_validate(state) for state in wanted if find_state(values, state) is None]
    if not added:
        return spec
    return replace_field(spec, entity.id, changed(status, options=(*status.options, *added)))


def _status(entity: Entity) -> Field:
    return entity.field(entity.status_field or "")


def find_state(values: dict[str, str], state: str) -> str | None:
    """The option that means the state: the same word, or one that is used for it."""
    wanted = state.replace(" ", "_").replace("-", "_")
    if wanted in values:
        return wanted
    group = next((group for group in _ALIKE if wanted in group), frozenset())
    return next((value for value in values if value in group), None)


def _value(values: dict[str, str], state: str) -> str:
    return find_state(values, state) or Option.model_validate(state).value


def _told(entity: Entity, moves: tuple[Transition, ...]) -> str:
    labels = {option.value: option.label.lower() for option in _status(entity).options}
    ways = ", ".join(f"{labels[move.source]} to {labels[move.target]}" for move in moves[:6])
    return f"{entity.plural_label}: status moves {ways}"[:280]
