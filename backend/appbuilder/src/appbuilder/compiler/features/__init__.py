"""What an app has beyond plain entries. Each feature is one module here; the generators ask this front door."""

from appbuilder.compiler.features.accounts import ACCOUNTS, NAMED, PEOPLE_CHOICES
from appbuilder.compiler.features.archive import ARCHIVE
from appbuilder.compiler.features.automation import AUTOMATION, JOBS, REMINDERS, WEBHOOKS
from appbuilder.compiler.features.comments import COMMENTS
from appbuilder.compiler.features.csv import CSV, EXPORT, IMPORT, SPREADSHEETS
from appbuilder.compiler.features.favourites import FAVOURITES
from appbuilder.compiler.features.follow import ADDRESSED, FOLLOW
from appbuilder.compiler.features.many import MANY
from appbuilder.compiler.features.model import AppParts, EntityParts, Feature, Mark, Route, SortKey, joined
from appbuilder.compiler.features.ordering import ORDERING
from appbuilder.compiler.features.pages import (
    BOARD,
    CALENDAR,
    CONTENT,
    COVERS,
    GALLERY,
    INSIGHTS,
    TOTALS,
    VIEWS,
    WIZARD,
)
from appbuilder.compiler.features.people import EXTRAS, PEOPLE, VISITORS
from appbuilder.compiler.features.ratings import RATINGS
from appbuilder.compiler.features.rules import RULES, WORKFLOW
from appbuilder.compiler.features.samples import SAMPLES
from appbuilder.compiler.features.share import SHARE
from appbuilder.compiler.features.tags import TAGS
from appbuilder.compiler.features.undo import UNDO
from appbuilder.compiler.features.uploads import ATTACHMENTS, UPLOADS
from appbuilder.compiler.features.votes import VOTES
from appbuilder.spec import AppSpec, Entity

FEATURES: tuple[Feature, ...] = (
    RULES,
    WORKFLOW,
    MANY,
    PEOPLE,
    VISITORS,
    ACCOUNTS,
    PEOPLE_CHOICES,
    NAMED,
    EXTRAS,
    TAGS,
    RATINGS,
    VOTES,
    FAVOURITES,
    COMMENTS,
    ARCHIVE,
    CSV,
    EXPORT,
    IMPORT,
    SPREADSHEETS,
    UPLOADS,
    ATTACHMENTS,
    SHARE,
    ORDERING,
    FOLLOW,
    ADDRESSED,
    CONTENT,
    INSIGHTS,
    TOTALS,
    SAMPLES,
    AUTOMATION,
    JOBS,
    REMINDERS,
    WEBHOOKS,
    VIEWS,
    WIZARD,
    BOARD,
    CALENDAR,
    GALLERY,
    COVERS,
    UNDO,
)


def features_of(spec: AppSpec) -> frozenset[str]:
    """Names of the features the app uses: which folders of ``base/optional`` it gets.

    Beside those of ``FEATURES`` the template, ``with_api`` and ``with_web`` if it has them, ``vite`` if that builds its
    web client, and ``open`` or ``accounts``.
    """
    used = {feature.name for feature in FEATURES if feature.is_used(spec)}
    used |= {"with_api"} if spec.kind.has_api else set()
    used |= {"with_web"} if spec.kind.has_web else set()
    used |= {"vite"} if spec.kind.has_web and spec.template != "nextjs" else set()
    return frozenset({spec.template, spec.access.mode, *used})


def app_parts(spec: AppSpec) -> AppParts:
    """What the features add to the app."""
    return joined(AppParts, (feature.app(spec) for feature in FEATURES if feature.is_used(spec)))


def entity_parts(spec: AppSpec, entity: Entity) -> EntityParts:
    """What the features add to the entity."""
    return joined(EntityParts, (feature.entity(spec, entity) for feature in FEATURES if feature.is_used(spec)))


def knows_people(spec: AppSpec) -> bool:
    """Whether the app knows who is asking: accounts, or visitors by a cookie."""
    return PEOPLE.is_used(spec)


__all__ = [
    "FEATURES",
    "AppParts",
    "EntityParts",
    "Feature",
    "Mark",
    "Route",
    "SortKey",
    "app_parts",
    "entity_parts",
    "features_of",
    "knows_people",
]
