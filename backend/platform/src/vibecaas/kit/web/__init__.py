"""What every endpoint needs from FastAPI; the only place of the kit that knows the framework."""

from vibecaas.kit.web.identity import (
    AppUnit,
    Authenticate,
    StillSignedIn,
    Subject,
    SystemUnit,
    request_units,
    require,
    use,
)
from vibecaas.kit.web.params import Cursor, Limit
from vibecaas.kit.web.problems import describe_errors, install_problem_handlers
from vibecaas.kit.web.route import UnitOfWorkRoute, room_router
from vibecaas.kit.web.sse import STREAMED, StreamReader

__all__ = [
    "STREAMED",
    "AppUnit",
    "Authenticate",
    "Cursor",
    "Limit",
    "StillSignedIn",
    "StreamReader",
    "Subject",
    "SystemUnit",
    "UnitOfWorkRoute",
    "describe_errors",
    "install_problem_handlers",
    "request_units",
    "require",
    "room_router",
    "use",
]
