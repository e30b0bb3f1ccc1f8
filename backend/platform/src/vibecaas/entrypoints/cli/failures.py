"""How a command fails: what happened, the request's id, the next sensible command, an exit code."""

from enum import IntEnum
from typing import Any


class ExitCode(IntEnum):
    """Exit codes of every command; scripts rely on them."""

    DONE = 0
    FAILED = 1
    USAGE = 2
    NOT_FOUND = 3
    NOT_PERMITTED = 4
    CONFLICT = 5
    LIMIT = 6
    UNAVAILABLE = 7
    INTERRUPTED = 130


BY_STATUS = {
    400: ExitCode.USAGE,
    401: ExitCode.NOT_PERMITTED,
    402: ExitCode.LIMIT,
    403: ExitCode.NOT_PERMITTED,
    404: ExitCode.NOT_FOUND,
    409: ExitCode.CONFLICT,
    410: ExitCode.NOT_FOUND,
    412: ExitCode.CONFLICT,
    413: ExitCode.LIMIT,
    422: ExitCode.USAGE,
    428: ExitCode.CONFLICT,
    429: ExitCode.LIMIT,
    503: ExitCode.UNAVAILABLE,
}

NEXT_COMMAND = {
    "unauthenticated": "vibecaas login",
    "invalid_credentials": "vibecaas login",
    "token_invalid": "vibecaas login",
    "token_expired": "vibecaas login",
    "session_revoked": "vibecaas login",
    "refresh_token_reused": "vibecaas login",
    "one_time_token_invalid": "vibecaas open",
    "run_in_progress": "vibecaas watch",
    "not_found": "vibecaas projects list",
    "precondition_failed": "vibecaas files get PATH",
    "dependency_unavailable": "vibecaas status",
    "capacity_unavailable": "vibecaas vm list",
    "storage_full": "vibecaas doctor",
    "internal_error": "vibecaas logs api",
}


class CliError(Exception):
    """A failed command, in words. ``code`` is the API's code where the API spoke."""

    def __init__(
        self,
        message: str,
        *,
        exit_code: ExitCode = ExitCode.FAILED,
        code: str = "",
        request_id: str = "",
        hint: str = "",
    ) -> None:
        super().__init__(message)
        self.message = message
        self.exit_code = exit_code
        self.code = code
        self.request_id = request_id
        self.hint = hint or NEXT_COMMAND.get(code, "")

    def as_object(self) -> dict[str, Any]:
        """Return the failure as ``--json`` prints it."""
        return {
            "object": "error",
            "code": self.code or "failed",
            "message": self.message,
            "request_id": self.request_id or None,
            "next": self.hint or None,
        }


def from_problem(status: int, problem: dict[str, Any]) -> CliError:
    """Turn the API's problem+json (or what is left of it) into a failure."""
    message = str(problem.get("detail") or problem.get("title") or f"The API answered with status {status}.")
    fields = [item for item in problem.get("errors") or () if isinstance(item, dict)]
    for field in fields:
        line = f"{field.get('pointer', '')}: {field.get('detail', '')}"
        if str(field.get("detail", "")) not in message:
            message += f"\n  {line}"
    return CliError(
        message,
        exit_code=BY_STATUS.get(status, ExitCode.FAILED),
        code=str(problem.get("code", "")),
        request_id=str(problem.get("request_id", "")),
    )
