"""What every endpoint needs from FastAPI; the only place of the kit that knows the framework."""

from vibecaas.kit.web.identity import (
    AppUnit,
    Authenticate,
    Subject,
    SystemUnit,
    request_units,
    require,
    use,
)
from vibecaas.kit.web.params import Cursor, Limit, etag_matches, precondition
from vibecaas.kit.web.problems import describe_errors, install_problem_handlers
from vibecaas.kit.web.route import UnitOfWorkRoute, room_router
from vibecaas.kit.web.sse import event_stream

__all__ = [
    "AppUnit",
    "Authenticate",
    "Cursor",
    "Limit",
    "Subject",
    "SystemUnit",
    "UnitOfWorkRoute",
    "describe_errors",
    "etag_matches",
    "event_stream",
    "install_problem_handlers",
    "precondition",
    "request_units",
    "require",
    "room_router",
    "use",
]
