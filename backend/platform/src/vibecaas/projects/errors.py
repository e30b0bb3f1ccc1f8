"""What can go wrong with projects and their files."""

from vibecaas.kit.errors import VibecaasError


class PathNotAllowed(VibecaasError):
    """The path leaves the project, is git's own, or names no ordinary file."""

    code = "path_not_allowed"
    status = 422
    title = "This path is not allowed in a project."


class FileTooLarge(VibecaasError):
    """More was sent than one file may hold."""

    code = "body_too_large"
    status = 413
    title = "The body is too large."


class StorageFull(VibecaasError):
    """The disk that keeps the projects has no room left."""

    code = "storage_full"
    status = 503
    title = "The storage of this installation is full."
    retryable = True


class GitFailed(VibecaasError):
    """Git did not do what it always does; its words are in the log."""
