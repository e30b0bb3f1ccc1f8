"""Links that show one entry to whoever has them."""

from appbuilder.compiler.features.model import AppParts, EntityParts, Feature, Route, anywhere
from appbuilder.compiler.fill import fill
from appbuilder.compiler.words import words_of
from appbuilder.spec import AppSpec, Entity
from appbuilder.spec.fields import UPLOAD_TYPES


def _app(spec: AppSpec) -> AppParts:
    tables = ", ".join(f"{entity.plural}.TABLE" for entity in spec.entities if entity.behaviours.share)
    return AppParts(
        modules=("from app.extras.shares import SHARES, forget_shares, shared_routes",),
        tables=("SHARES",),
        routers=(f"shared_routes({tables})",),
        listeners=("forget_shares",),
        routes=(Route("/shared/:token", "SharedPage", "extras/SharedPage"),),
    )


def _entity(spec: AppSpec, entity: Entity) -> EntityParts:
    if not entity.behaviours.share:
        return EntityParts()
    words = words_of(entity)
    link = f"<ShareLink path={{`/api/{words['slug']}/${{entry.id}}`}} />"
    if spec.access.has_accounts and entity.behaviours.update:
        link = f"{{entry.may_update && {link}}}"
    return EntityParts(
        routes=("router.include_router(share_routes(TABLE))",),
        route_imports=("from app.extras.shares import share_routes",),
        sections=(link,),
        web_imports={"ShareLink": "../extras/ShareLink"},
        tests=(fill("tests/share.py", **words), *_file_tests(entity)),
        test_imports=(
            "from tests.others import somebody_else",
            *(["from tests.uploads import DOT, given_upload"] if _file_tests(entity) else []),
        ),
        methods=("`GET`, `POST`, `DELETE /{id}/share`",),
    )


def _file_tests(entity: Entity) -> list[str]:
    """Files of shared entries come with them, other files do not."""
    field = next((field for field in entity.fields if field.type in UPLOAD_TYPES), None)
    return [fill("tests/share_file.py", **words_of(entity), field=field.name)] if field else []


SHARE = Feature("share", anywhere(lambda entity: entity.behaviours.share), _app, _entity)
