"""Rows as the shapes that leave the room."""

from vibecaas.projects.models import ProjectRow, VersionRow
from vibecaas.projects.schemas import NOT_CHECKED, FileEntry, Project, Publishable, TreeEntry, Version


def etag(row: ProjectRow) -> str:
    """Return the entity tag of what people may change of a project."""
    return f"r{row.revision}"


def project(row: ProjectRow) -> Project:
    """Return a project."""
    return Project.model_validate(
        {
            "object": "project",
            "id": row.id,
            "name": row.name,
            "slug": row.slug,
            "description": row.description,
            "template": row.template,
            "status": row.status,
            "latest_run": row.latest_run,
            "preview": row.preview,
            "created_at": row.created_at,
            "updated_at": row.updated_at,
            "etag": etag(row),
        }
    )


def version(row: VersionRow) -> Version:
    """Return a version."""
    fields = {name: getattr(row, name) for name in Version.model_fields if name not in {"object", "publishable"}}
    return Version.model_validate(fields | {"object": "version", "publishable": publishable(row)})


def publishable(row: VersionRow) -> Publishable:
    """Return the judgement of a version; before there is one, it is not checked."""
    if row.publishable is None:
        return Publishable(verdict="not_checked", run_id=None, reasons=[NOT_CHECKED])
    return Publishable.model_validate(row.publishable)


def file(entry: TreeEntry) -> FileEntry:
    """Return a file."""
    return FileEntry(object="file", path=entry.path, size_bytes=entry.size_bytes, type=entry.type, etag=entry.blob)
