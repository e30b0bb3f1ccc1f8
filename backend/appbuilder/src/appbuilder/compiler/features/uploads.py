"""Files: in fields of entries, and attached to them."""

from appbuilder.compiler.features.model import AppParts, EntityParts, Feature, anywhere
from appbuilder.compiler.features.people import has_upload_fields
from appbuilder.compiler.fill import fill
from appbuilder.compiler.web_values import file_name
from appbuilder.compiler.words import words_of
from appbuilder.spec import AppSpec, Entity, Field
from appbuilder.spec.fields import UPLOAD_TYPES

_ROOM = "| `APP_UPLOADS_MB` | how much room all uploaded files may take | 2000 |"
_ROOM_OF_ONE = "| `APP_UPLOADS_PER_PERSON_MB` | and those of one person | 200 |"


def _has_files(entity: Entity) -> bool:
    return entity.behaviours.attachments or has_upload_fields(entity)


def _app(spec: AppSpec) -> AppParts:
    tables = ", ".join(f"{entity.plural}.TABLE" for entity in spec.entities if _has_files(entity))
    return AppParts(
        modules=("from app.extras.uploads import UPLOADS, claim_uploads, upload_routes",),
        tables=("UPLOADS",),
        routers=(f"upload_routes({tables})",),
        listeners=("claim_uploads",),
        variables=(_ROOM, _ROOM_OF_ONE) if spec.access.has_accounts else (_ROOM,),
    )


def _fields(_: AppSpec, entity: Entity) -> EntityParts:
    if not has_upload_fields(entity):
        return EntityParts()
    named = {field.name: file_name(entity, field) for field in entity.fields if field.type == "file"}
    return EntityParts(
        columns=tuple(f'upload_name("{name}", of="{column}"),' for column, name in named.items()),
        column_imports=("from app.extras.uploads import upload_name",) if named else (),
        out_fields=tuple(f"{name}: str | None" for name in named.values()),
        out_types=tuple(f"{name}: string | null;" for name in named.values()),
        model_imports=("from app.extras.uploads import UploadId",),
        web_imports=dict.fromkeys(
            ("FileLink", "UploadedImage", "UploadInput", "WithPicture", "upload"), "../extras/uploads"
        ),
        tests=tuple(test for field in entity.fields if field.type in UPLOAD_TYPES for test in _tests(entity, field)),
        test_imports=("from tests.uploads import given_upload",),
    )


def _tests(entity: Entity, field: Field) -> list[str]:
    words = words_of(entity)
    tests = [fill("tests/upload.py", **words, field=field.name)]
    if field.type == "image" and entity.behaviours.create:
        tests.append(fill("tests/upload_image.py", **words, field=field.name))
    if field.type == "file":
        tests.append(fill("tests/upload_name.py", **words, field=field.name, file_name=file_name(entity, field)))
    return tests


def _attachments(spec: AppSpec, entity: Entity) -> EntityParts:
    if not entity.behaviours.attachments:
        return EntityParts()
    words = words_of(entity)
    path = f"path={{`/api/{words['slug']}/${{entry.id}}/attachments`}}"
    is_told = spec.access.has_accounts and entity.behaviours.update
    may_change = "mayChange={entry.may_update}" if is_told else "mayChange"
    return EntityParts(
        columns=(f'attachment_count("{entity.id}"),',),
        column_imports=("from app.extras.attachments import attachment_count",),
        out_fields=("attachment_count: int",),
        routes=("router.include_router(attachment_routes(TABLE))",),
        route_imports=("from app.extras.attachments import attachment_routes",),
        out_types=("attachment_count: number;",),
        sections=(f"<Attachments {path} {may_change} />",),
        web_imports={"Attachments": "../extras/Attachments"},
        tests=(fill("tests/attachments.py", **words),),
        test_imports=("from tests.uploads import DOT",),
        methods=("`GET`, `POST /{id}/attachments`", "`DELETE /{id}/attachments/{file}`"),
    )


UPLOADS = Feature("uploads", anywhere(_has_files), _app, _fields)
ATTACHMENTS = Feature("attachments", anywhere(lambda entity: entity.behaviours.attachments), entity=_attachments)
