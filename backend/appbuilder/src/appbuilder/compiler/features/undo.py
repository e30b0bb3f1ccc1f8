"""Undo: what was deleted can be brought back for a day."""

from collections.abc import Iterator

from appbuilder.compiler.features.model import AppParts, EntityParts, Feature
from appbuilder.compiler.fill import fill
from appbuilder.compiler.words import words_of
from appbuilder.spec import AppSpec, Entity


def _is_used(spec: AppSpec) -> bool:
    return spec.kind.has_api and any(entity.behaviours.delete for entity in spec.entities)


def _app(spec: AppSpec) -> AppParts:
    tables = ", ".join(f"{entity.plural}.TABLE" for entity in spec.entities)
    words = words_of(next(entity for entity in spec.entities if entity.behaviours.delete))
    people = {"people_import": "", "account_test": ""}
    if spec.access.has_accounts:
        people = {
            "people_import": "from tests.people import add_person, give",
            "account_test": fill("tests/undo_account.py", **words),
        }
    return AppParts(
        modules=("from app.extras.undo import DELETED, keep_deleted",),
        tables=("DELETED",),
        # After those that delete what goes with an account.
        listeners=(f"keep_deleted({tables})",),
        files={"api/tests/test_undo.py": fill("tests/undo.py", **words, **people)},
    )


def _entity(_: AppSpec, entity: Entity) -> EntityParts:
    if not entity.behaviours.delete:
        return EntityParts()
    return EntityParts(
        routes=("router.include_router(restore_routes(TABLE))",),
        route_imports=("from app.extras.undo import restore_routes",),
        tests=tuple(_tests(entity)),
        methods=("`POST /{id}/restore`",),
    )


def _tests(entity: Entity) -> Iterator[str]:
    words = words_of(entity)
    for field in entity.fields:
        if field.unique and field.type != "reference":
            yield fill("tests/unique_undo.py", **words, field=field.name, column=field.column)
    if entity.behaviours.comments:
        yield fill("tests/comments_undo.py", **words)
    if entity.behaviours.attachments:
        yield fill("tests/attachments_undo.py", **words)


UNDO = Feature("undo", _is_used, _app, _entity)
