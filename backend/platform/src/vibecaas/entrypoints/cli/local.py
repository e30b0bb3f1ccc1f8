"""Local files that commands read: by name, or `-` for stdin."""

import json
import sys
from pathlib import Path
from typing import Any

from vibecaas.entrypoints.cli.failures import CliError, ExitCode


def read_bytes(source: str) -> bytes:
    """Return what the file or stdin holds."""
    try:
        return sys.stdin.buffer.read() if source == "-" else Path(source).read_bytes()
    except OSError as error:
        raise CliError(f"{source} cannot be read: {error.strerror}.", exit_code=ExitCode.USAGE) from error


def read_json(source: str) -> dict[str, Any]:
    """Return the JSON object that the file or stdin holds."""
    try:
        found = json.loads(read_bytes(source))
    except ValueError as error:
        raise CliError(f"{source} is no JSON: {error}.", exit_code=ExitCode.USAGE) from error
    if not isinstance(found, dict):
        raise CliError(f"{source} holds no JSON object.", exit_code=ExitCode.USAGE)
    return found
