"""Log lines as JSON with the context they were written in; secrets are taken out on the way."""

import logging
import re
import sys
from collections.abc import Mapping, MutableMapping
from contextlib import AbstractContextManager
from typing import Any

import structlog

_SECRET_NAMES = re.compile(r"password|secret|token|authorization|cookie|api_key|signing_key", re.IGNORECASE)
_SECRET_TEXTS = re.compile(r"(eyJ[\w-]+\.[\w-]+\.[\w-]+|vc[kr]_[\w-]{16,}|(?<=://)[^@/\s]+(?=@))")


def _redact(_logger: object, _method: str, event: MutableMapping[str, Any]) -> Mapping[str, Any]:
    for name, value in event.items():
        event[name] = _without_secrets(name, value)
    return event


def _without_secrets(name: str, value: object) -> object:
    """Take secrets out of a value, however deep they lie in it."""
    if _SECRET_NAMES.search(name):
        return "***"
    if isinstance(value, str):
        return _SECRET_TEXTS.sub("***", value)
    if isinstance(value, Mapping):
        return {key: _without_secrets(str(key), item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_without_secrets("", item) for item in value]
    return value


def configure(part: str) -> None:
    """Set up logging of this process: one JSON line an event, on standard error."""
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            _redact,
            structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=True,
    )
    structlog.contextvars.bind_contextvars(part=part)


def log() -> structlog.typing.FilteringBoundLogger:
    """Return the logger."""
    logger: structlog.typing.FilteringBoundLogger = structlog.get_logger()
    return logger


def context(**values: object) -> AbstractContextManager[None]:
    """Name what is being worked on in every line written inside."""
    return structlog.contextvars.bound_contextvars(**values)
