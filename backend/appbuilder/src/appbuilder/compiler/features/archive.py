"""Archive: entries that are put away without being deleted."""

from appbuilder.compiler.features.model import EntityParts, Feature, anywhere
from appbuilder.compiler.fill import fill
from appbuilder.compiler.words import words_of
from appbuilder.spec import AppSpec, Entity


def _button(entity: Entity, on_change: str, *, small: bool) -> tuple[str, ...]:
    slug = words_of(entity)["slug"]
    return (
        "<ArchiveButton",
        f"  path={{`/api/{slug}/${{entry.id}}`}}",
        "  title={api.titleOf(entry)}",
        "  archived={entry.archived}",
        *(["  small"] if small else []),
        f"  onChange={{{on_change}}}",
        "/>",
    )


def _entity(_: AppSpec, entity: Entity) -> EntityParts:
    if not entity.behaviours.archive:
        return EntityParts()
    words = words_of(entity)
    return EntityParts(
        columns=("ARCHIVED,",),
        column_imports=("from app.extras.archive import ARCHIVED",),
        out_fields=("archived: bool",),
        query_fields=("archived: bool = False",),
        routes=("router.include_router(archive_routes(TABLE))",),
        route_imports=("from app.extras.archive import archive_routes",),
        out_types=("archived: boolean;",),
        actions=_button(entity, "loaded.reload", small=False),
        row_actions=_button(entity, "onChange", small=True),
        filters=('<FlagFilter query={query} name="archived" label="Archived" />',),
        web_imports={"ArchiveButton": "../extras/ArchiveButton", "FlagFilter": "../extras/FlagFilter"},
        tests=(
            fill("tests/archive.py", **words),
            *([fill("tests/archive_totals.py", **words)] if entity.totals else []),
        ),
        methods=("`PUT`, `DELETE /{id}/archive`",),
    )


ARCHIVE = Feature("archive", anywhere(lambda entity: entity.behaviours.archive), entity=_entity)
