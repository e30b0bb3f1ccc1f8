"""What of the base an app does not use is not in it: nobody should read, keep or wonder about dead code."""

from collections.abc import Mapping

from appbuilder.compiler.unused.python import without_unused_python
from appbuilder.compiler.unused.web import without_unused_web


def without_unused(files: Mapping[str, str]) -> dict[str, str]:
    """The files of an app without what nothing in the app reaches; it may have no API, or no web client."""
    kept = without_unused_python(files) if any(path.startswith("api/") for path in files) else dict(files)
    return without_unused_web(kept) if any(path.startswith("web/") for path in kept) else kept


__all__ = ["without_unused"]
