"""Comments below an entry, with answers to them."""

from appbuilder.compiler.access import may
from appbuilder.compiler.features.model import AppParts, EntityParts, Feature, Mark, SortKey, anywhere
from appbuilder.compiler.fill import fill
from appbuilder.compiler.words import words_of
from appbuilder.spec import AppSpec, Entity


def _app(_: AppSpec) -> AppParts:
    return AppParts(
        modules=("from app.extras.comments import COMMENTS, forget_comments",),
        tables=("COMMENTS",),
        listeners=("forget_comments",),
    )


def _entity(spec: AppSpec, entity: Entity) -> EntityParts:
    if not entity.behaviours.comments:
        return EntityParts()
    words = words_of(entity)
    # Who cannot read the entry does not find its comments either.
    others = next((role.name for role in spec.access.roles if role.id == spec.access.default_role), "")
    refused = "403" if may(spec, entity, "read", others) else "404"
    return EntityParts(
        columns=(f'comment_count("{entity.id}"),',),
        column_imports=("from app.extras.comments import comment_count",),
        out_fields=("comment_count: int",),
        routes=("router.include_router(comment_routes(TABLE))",),
        route_imports=("from app.extras.comments import comment_routes",),
        sorts=(SortKey("comment_count", "Most comments first"),),
        out_types=("comment_count: number;",),
        sections=(f"<Comments path={{`/api/{words['slug']}/${{entry.id}}/comments`}} />",),
        marks=(
            Mark("Comments", "{formatNumber(entry.comment_count)}", numeric=True, stored="entry.comment_count || null"),
        ),
        web_imports={"Comments": "../extras/Comments"},
        test_imports=("from tests.comments import write_comment", "from tests.others import somebody_else"),
        tests=(fill("tests/comments.py", **words, refused=refused),),
        methods=("`GET`, `POST /{id}/comments`", "`DELETE /{id}/comments/{comment_id}`"),
    )


COMMENTS = Feature("comments", anywhere(lambda entity: entity.behaviours.comments), _app, _entity)
