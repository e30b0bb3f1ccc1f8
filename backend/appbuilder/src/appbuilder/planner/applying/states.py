"""Put states that somebody moves entries to into the status and the workflow of an entity."""

from appbuilder.planner.applying.flows import find_state, with_status
from appbuilder.planner.lexicon.rights import DECISIONS, REFUSALS
from appbuilder.planner.reading.predicates import EVERY_MOVE
from appbuilder.planner.reading.wishes import FlowFact, PermissionFact
from appbuilder.spec import AppSpec, Entity, Transition, changed, replace_entity
from appbuilder.spec.access import OWNER

_MOVES_LIMIT = 60


def with_moves(spec: AppSpec, entity: Entity, fact: PermissionFact, who: tuple[str, ...]) -> AppSpec:
    """The spec in which these people move entries to the states that the right names, and, with `only`, nobody else."""
    wanted = tuple(act for act in fact.acts if act not in {"create", "read", "update", "delete"})
    named = tuple(state for state in wanted if state != EVERY_MOVE)
    if not wanted or (not named and entity.status_field is None):
        return spec
    known = entity.status_field
    if named:
        first = "pending" if set(named) & DECISIONS else "open"
        told = named if entity.status_field else (first, *named)
        spec = with_status(spec, entity, FlowFact(fact.span, None, told))
        entity = spec.entity(entity.id)
    options = [option.value for option in entity.field(entity.status_field or "").options]
    values = {value: value for value in options}
    targets = options if EVERY_MOVE in wanted else [found for state in named if (found := find_state(values, state))]
    moves = list(entity.workflow)
    for target in targets if moves else ():
        if not any(move.target == target for move in moves):
            moves += [Transition(source=each, target=target) for each in _sources(options, moves, target, who)]
    if not moves and entity.status_field != known:
        moves = [Transition(source=options[0], target=target) for target in targets if target != options[0]]
    elif not moves:
        moves = [
            Transition(source=one, target=two)
            for one in options
            for two in options
            if one != two and (OWNER not in who or two not in targets or one == options[0])
        ][:_MOVES_LIMIT]
    workflow = tuple(_moved(move, who or ("r_admin",), fact) if move.target in targets else move for move in moves)
    return replace_entity(spec, changed(entity, workflow=workflow))


def _sources(options: list[str], moves: list[Transition], target: str, who: tuple[str, ...]) -> list[str]:
    """The states from which an entry comes to a new one: the first for what its owner takes back, else the last."""
    left = [each for each in options if any(move.source == each for move in moves)]
    last = [each for each in options if each not in {*left, target} and each not in REFUSALS]
    if target == options[0]:
        return last[-1:]  # what is done is opened again
    if OWNER in who:
        return options[:1]
    return left if target in REFUSALS or not last else last[-1:]


def _moved(move: Transition, who: tuple[str, ...], fact: PermissionFact) -> Transition:
    kept = () if fact.only else move.who
    return changed(move, who=tuple(dict.fromkeys((*kept, *who))))
