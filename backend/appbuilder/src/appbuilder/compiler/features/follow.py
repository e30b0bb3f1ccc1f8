"""Following entries, and being told what happens to them; only in apps with accounts."""

from appbuilder.compiler.access import NAMED, may, who_may
from appbuilder.compiler.features.model import AppParts, EntityParts, Feature, Route, anywhere
from appbuilder.compiler.fill import fill
from appbuilder.compiler.words import words_of
from appbuilder.spec import AppSpec, Entity, Field


def _app(spec: AppSpec) -> AppParts:
    followed = [entity for entity in spec.entities if entity.behaviours.follow]
    watched = ", ".join(f"({entity.plural}.TABLE, {_status(entity)})" for entity in followed)
    told = [entity for entity in spec.entities if entity in followed or _is_due(spec, entity)]
    titles = ", ".join(f'({entity.plural}.TABLE, "{e.column if (e := entity.name_field) else ""}")' for entity in told)
    names = ("FOLLOWERS", "NOTIFICATIONS", "forget_followers", "forget_notifications")
    addressed = [entity for entity in spec.entities if _names_people(entity)]
    functions = ("notification_routes", "tell_followers", *(["tell_named"] if addressed else []))
    naming = ", ".join(f"({entity.plural}.TABLE, {_people(entity)})" for entity in addressed)
    return AppParts(
        modules=(f"from app.extras.notifications import {', '.join((*names, *functions))}",),
        tables=names[:2],
        routers=(f"notification_routes({titles})",),
        listeners=(
            *names[2:],
            f"tell_followers({watched})",
            *([f"tell_named({naming})"] if addressed else []),
        ),
        web_imports=('import { Bell } from "./extras/Bell";',),
        routes=(Route("/account/notifications", "Notifications", "extras/Notifications", "Notifications"),),
        tools=("<Bell />",),
    )


def _names_people(entity: Entity) -> bool:
    return entity.behaviours.follow and any(field.type == "person" for field in entity.fields)


def _people(entity: Entity) -> str:
    return "(" + "".join(f'"{field.column}", ' for field in entity.fields if field.type == "person").rstrip() + ")"


def _is_due(spec: AppSpec, entity: Entity) -> bool:
    return any(job.action == "remind" and job.entity == entity.id for job in spec.jobs)


def _status(entity: Entity) -> str:
    return f'"{entity.field(entity.status_field).column}"' if entity.status_field else "None"


def _entity(spec: AppSpec, entity: Entity) -> EntityParts:
    if not entity.behaviours.follow:
        return EntityParts()
    words = words_of(entity)
    path = f"path={{`/api/{words['slug']}/${{entry.id}}`}}"
    return EntityParts(
        columns=(f'follow_column("{entity.id}"),',),
        column_imports=("from app.extras.notifications import follow_column",),
        out_fields=("is_followed: bool",),
        routes=("router.include_router(follow_routes(TABLE))",),
        route_imports=("from app.extras.notifications import follow_routes",),
        out_types=("is_followed: boolean;",),
        actions=(f"<Follow {path} stored={{entry.is_followed}} onChange={{loaded.reload}} />",),
        web_imports={"Follow": "../extras/Follow"},
        tests=_tests(spec, entity),
        test_imports=("from app.account.roles import ADMIN",) if entity.behaviours.comments else (),
        methods=("`PUT`, `DELETE /{id}/follow`",),
    )


def told_when_named(spec: AppSpec, entity: Entity) -> list[Field]:
    """The fields of people who are told when an entry names them, and may read it."""
    if not (entity.behaviours.follow and entity.behaviours.update):
        return []
    usual = spec.access.role(spec.access.default_role or "").name
    readers = who_may(spec, entity, "read")
    is_shown = may(spec, entity, "read", usual)
    people = [field for field in entity.fields if field.type == "person"]
    return [field for field in people if is_shown or f"{NAMED}{field.column}" in readers]


def _tests(spec: AppSpec, entity: Entity) -> tuple[str, ...]:
    words = words_of(entity)
    tests = [fill("tests/follow.py", **words)]
    tests += [fill("tests/follow_comment.py", **words)] if entity.behaviours.comments else []
    told = told_when_named(spec, entity)
    tests += [fill("tests/follow_named.py", **words, field=each.name, column=each.column) for each in told]
    return tuple(tests)


def _is_used(spec: AppSpec) -> bool:
    return any(entity.behaviours.follow or _is_due(spec, entity) for entity in spec.entities)


ADDRESSED = Feature("addressed", anywhere(_names_people))
FOLLOW = Feature("follow", _is_used, _app, _entity)
