"""Rules and workflows as the web client keeps them."""

from appbuilder.compiler.fill import block, python_text
from appbuilder.compiler.obeying import start_of
from appbuilder.compiler.rules import moves_of, sequence_message
from appbuilder.compiler.words import words_of
from appbuilder.spec import AppSpec, Entity, Sequence


def workflow_file(spec: AppSpec, entity: Entity) -> str:
    """The file ``workflow.ts`` of an entity."""
    status = entity.field(entity.status_field or "")
    lines = []
    for source in dict.fromkeys(move.source for move in entity.workflow):
        moves = [move for move in entity.workflow if move.source == source]
        if spec.access.has_accounts:
            inside = ", ".join(f"{move.target}: [{_listed(moves_of(spec, move))}]" for move in moves)
            lines.append(f"    {source}: {{ {inside} }},")
        else:
            lines.append(f"    {source}: [{_listed(tuple(move.target for move in moves))}],")
    return (
        block(
            [
                f"/** How the {status.label.lower()} of {words_of(entity)['plural_words']} changes. */",
                "",
                'import type { Workflow } from "../lib/workflow";',
                "",
                "export const WORKFLOW: Workflow = {",
                f'  start: "{start_of(entity, status)}",',
                "  next: {",
                *lines,
                "  },",
                "};",
            ]
        )
        + "\n"
    )


def _listed(values: tuple[str, ...]) -> str:
    return ", ".join(f'"{value}"' for value in values)


def form_checks(entity: Entity) -> str:
    """The last argument of ``useForm``: what must hold between fields."""
    calls = [
        f'inOrder("{entity.field(rule.earlier).column}", "{entity.field(rule.later).column}", '
        f"{python_text(sequence_message(entity, rule))})"
        for rule in entity.rules
        if isinstance(rule, Sequence)
    ]
    return block([", [", *(f"    {call}," for call in calls), "  ]"]) if calls else ""
