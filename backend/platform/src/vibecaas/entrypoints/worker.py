"""Does jobs: Celery brings the messages, the shell of the kit does the work."""

import sys
from collections.abc import Callable, Coroutine
from typing import Any

from vibecaas import settings as settings_module
from vibecaas.adapters.celery_jobs import RunJob, make_celery, serve
from vibecaas.entrypoints.container import build
from vibecaas.kit import faults, telemetry
from vibecaas.settings import Settings


def starter(settings: Settings) -> Callable[[], Coroutine[Any, Any, RunJob]]:
    """Return what each worker process calls after its fork."""

    async def start() -> RunJob:
        if settings.profile == "test" and settings.test_faults is not None:
            faults.arm(settings.test_faults)
        return build(settings).runner().run

    return start


def main() -> int:
    """Run as a program."""
    telemetry.configure("worker")
    settings = settings_module.load()
    return serve(make_celery(settings.limits_url), starter(settings), concurrency=settings.jobs.concurrency)


if __name__ == "__main__":
    sys.exit(main())
