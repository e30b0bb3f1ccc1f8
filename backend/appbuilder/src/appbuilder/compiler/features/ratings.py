"""Ratings: one to five stars, once for each person, and their average."""

from appbuilder.compiler.features.model import AppParts, EntityParts, Feature, Mark, SortKey, anywhere
from appbuilder.compiler.fill import fill
from appbuilder.compiler.words import words_of
from appbuilder.spec import AppSpec, Entity


def _app(_: AppSpec) -> AppParts:
    return AppParts(
        modules=("from app.extras.ratings import RATINGS, forget_ratings",),
        tables=("RATINGS",),
        listeners=("forget_ratings",),
    )


def _entity(_: AppSpec, entity: Entity) -> EntityParts:
    if not entity.behaviours.ratings:
        return EntityParts()
    words = words_of(entity)
    rate = (
        '<Detail label="Rating">',
        "  <Rate",
        f"    path={{`/api/{words['slug']}/${{entry.id}}`}}",
        "    average={entry.rating_average}",
        "    count={entry.rating_count}",
        "    mine={entry.my_rating}",
        "    onChange={loaded.reload}",
        "  />",
        "</Detail>",
    )
    return EntityParts(
        columns=(f'*rating_columns("{entity.id}"),',),
        column_imports=("from app.extras.ratings import rating_columns",),
        out_fields=("rating_average: float | None", "rating_count: int", "my_rating: int | None"),
        routes=("router.include_router(rating_routes(TABLE))",),
        route_imports=("from app.extras.ratings import rating_routes",),
        sorts=(SortKey("rating_average", "Best rated first"), SortKey("rating_count", "Most rated first")),
        out_types=("rating_average: number | null;", "rating_count: number;", "my_rating: number | null;"),
        details=rate,
        marks=(
            Mark(
                "Rating",
                "<AverageRating average={entry.rating_average} count={entry.rating_count} />",
                stored="entry.rating_average",
            ),
        ),
        web_imports=dict.fromkeys(("AverageRating", "Rate"), "../extras/Ratings"),
        tests=(fill("tests/ratings.py", **words),),
        methods=("`PUT`, `DELETE /{id}/rating`",),
    )


RATINGS = Feature("ratings", anywhere(lambda entity: entity.behaviours.ratings), _app, _entity)
