"""What an app does by itself: scheduled jobs and calls to other systems."""

from typing import TYPE_CHECKING, Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, model_validator
from pydantic import Field as Setting

from appbuilder.spec.fields import DATE_TYPES, Identifier, Label

if TYPE_CHECKING:
    from appbuilder.spec.app import AppSpec


class Job(BaseModel):
    """Something that happens ``days`` after (or, negative, before) the date in ``field``.

    ``remind`` tells the entry's owner (needs accounts), ``archive`` puts the entry away,
    ``set_status`` gives it the status ``status`` (an option's value).
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Identifier
    title: Label
    entity: Identifier
    field: Annotated[str, Setting(pattern=r"^(created_at|updated_at|f_[a-z0-9_]+)$", max_length=60)]
    days: Annotated[int, Setting(ge=-3650, le=3650)] = 0
    action: Literal["remind", "archive", "set_status"]
    status: Annotated[str, Setting(max_length=40)] | None = None

    @model_validator(mode="after")
    def _is_consistent(self) -> Self:
        if (self.action == "set_status") != (self.status is not None):
            raise ValueError(f"Job {self.title!r}: name the status it sets, if it sets one.")
        if self.days < 0 and not self.field.startswith("f_"):
            raise ValueError(
                f"Job {self.title!r}: nobody knows before an entry is added or changed that it will be; "
                "wait 0 days or more, or count from one of its dates."
            )
        return self


class Webhook(BaseModel):
    """A call to another system when entries are created, updated or deleted.

    The address stands in the environment variable ``url_variable`` of the running app, since it is often a secret.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Identifier
    entity: Identifier
    events: Annotated[tuple[Literal["created", "updated", "deleted"], ...], Setting(min_length=1, max_length=3)]
    url_variable: Annotated[str, Setting(pattern=r"^[A-Z][A-Z0-9_]{2,59}$")]


def check_job(spec: "AppSpec", job: Job) -> str | None:
    """What is wrong with a job of this app, or None."""
    entity = next((each for each in spec.entities if each.id == job.entity), None)
    if entity is None:
        return f"it is about {job.entity!r}, which the app does not have."
    if job.field.startswith("f_") and not any(f.id == job.field and f.type in DATE_TYPES for f in entity.fields):
        return f"it waits for a date, and {job.field!r} is no date field of {entity.name!r}."
    if job.action == "archive" and not entity.behaviours.archive:
        return f"{entity.plural!r} cannot be archived; switch archive on."
    if job.action == "remind" and not spec.access.has_accounts:
        return "only people with accounts can be reminded."
    if job.action == "set_status":
        status = entity.field(entity.status_field) if entity.status_field else None
        if status is None or job.status not in {option.value for option in status.options}:
            return f"{job.status!r} is no status of {entity.name!r}."
    return None
