"""Favourites: entries that people mark for themselves, to find them again."""

from appbuilder.compiler.features.model import AppParts, EntityParts, Feature, anywhere
from appbuilder.compiler.fill import fill
from appbuilder.compiler.words import words_of
from appbuilder.spec import AppSpec, Entity


def _app(_: AppSpec) -> AppParts:
    return AppParts(
        modules=("from app.extras.favourites import FAVOURITES, forget_favourites",),
        tables=("FAVOURITES",),
        listeners=("forget_favourites",),
    )


def _button(entity: Entity, on_change: str) -> tuple[str, ...]:
    slug = words_of(entity)["slug"]
    return (
        "<Favourite",
        f"  path={{`/api/{slug}/${{entry.id}}`}}",
        "  title={api.titleOf(entry)}",
        "  stored={entry.is_favourite}",
        f"  onChange={{{on_change}}}",
        "/>",
    )


def _entity(_: AppSpec, entity: Entity) -> EntityParts:
    if not entity.behaviours.favourites:
        return EntityParts()
    words = words_of(entity)
    return EntityParts(
        columns=(f'favourite_column("{entity.id}"),',),
        table_filters=(f'favourite_filter("{entity.id}"),',),
        column_imports=("from app.extras.favourites import favourite_column, favourite_filter",),
        out_fields=("is_favourite: bool",),
        query_fields=("favourites: bool | None = None",),
        routes=("router.include_router(favourite_routes(TABLE))",),
        route_imports=("from app.extras.favourites import favourite_routes",),
        out_types=("is_favourite: boolean;",),
        actions=_button(entity, "loaded.reload"),
        row_actions=_button(entity, "onChange"),
        filters=('<FlagFilter query={query} name="favourites" label="Favourites" />',),
        web_imports={"Favourite": "../extras/Favourite", "FlagFilter": "../extras/FlagFilter"},
        tests=(fill("tests/favourites.py", **words),),
        methods=("`PUT`, `DELETE /{id}/favourite`",),
    )


FAVOURITES = Feature("favourites", anywhere(lambda entity: entity.behaviours.favourites), _app, _entity)
