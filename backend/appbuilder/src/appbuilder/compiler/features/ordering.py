"""Ordering: entries in an order that people give them."""

from appbuilder.compiler.features.model import EntityParts, Feature, SortKey, anywhere
from appbuilder.compiler.fill import fill
from appbuilder.compiler.words import words_of
from appbuilder.spec import AppSpec, Entity


def _entity(spec: AppSpec, entity: Entity) -> EntityParts:
    if not entity.behaviours.ordering:
        return EntityParts()
    words = words_of(entity)
    start = f'<MoveButtons path="/api/{words["slug"]}" id={{entry.id}}'
    buttons = f"{start} title={{api.titleOf(entry)}} onChange={{onChange}} />"
    if spec.access.has_accounts and entity.behaviours.update:
        buttons = f"{{entry.may_update && {buttons}}}"
    return EntityParts(
        columns=("POSITION,",),
        column_imports=("from app.extras.ordering import POSITION",),
        out_fields=("position: int | None",),
        routes=("router.include_router(position_routes(TABLE))",),
        route_imports=("from app.extras.ordering import position_routes",),
        sorts=(SortKey("position", "Own order, last first", "Own order"),),
        out_types=("position: number | null;",),
        row_actions=(buttons,),
        web_imports={"MoveButtons": "../extras/MoveButtons"},
        tests=(fill("tests/ordering.py", **words),),
        methods=("`PUT /{id}/position`",),
    )


ORDERING = Feature("ordering", anywhere(lambda entity: entity.behaviours.ordering), entity=_entity)
