"""What the app does by itself, in a thread of its own: once a minute, and at once when something waits."""

import logging
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from fastapi import APIRouter, HTTPException

# if accounts
from app.account.roles import ADMIN, ADMINS
# end if
from app.core.settings import IS_DEMO
# if accounts
from app.core.who import Who
# end if

Task = Callable[[], int]
EVERY_SECONDS = 60.0
# What was just stored becomes visible when its transaction ends.
SETTLING_SECONDS = 0.5
_WAKE = threading.Event()


def wake() -> None:
    """Something waits to be done."""
    _WAKE.set()


def run_all(tasks: Sequence[Task]) -> int:
    """How many things were done; a task that fails keeps no other one from being done."""
    done = 0
    for task in tasks:
        try:
            done += task()
        except Exception:
            logging.getLogger("app").exception("Something that the app does by itself failed.")
    return done


@contextmanager
def doing(tasks: Sequence[Task]) -> Iterator[None]:
    """Does the tasks while the app runs."""
    ended = threading.Event()

    def work() -> None:
        while not ended.is_set():
            run_all(tasks)
            if _WAKE.wait(EVERY_SECONDS):
                _WAKE.clear()
                ended.wait(SETTLING_SECONDS)

    thread = threading.Thread(target=work, name="automation", daemon=True)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        _WAKE.set()
        thread.join(timeout=5)
        _WAKE.clear()


def automation_routes(tasks: Sequence[Task], reports: Mapping[str, Callable[[], object]]) -> APIRouter:
    """What was done lately, and doing it now."""
    router = APIRouter(prefix="/api/automation", tags=["automation"])

    @router.get("")
    # if accounts
    def show(person: Who) -> dict[str, object]:
        if person is None or person.role not in ADMINS:
            raise HTTPException(403, f"Only the role {ADMIN.label} sees what the app does by itself.")
    # else
    def show() -> dict[str, object]:
        if not IS_DEMO:
            raise HTTPException(404, "There is no /api/automation.")
    # end if
        return {name: report() for name, report in reports.items()}

    @router.post("/run")
    def run() -> dict[str, int]:
        if not IS_DEMO:
            raise HTTPException(404, "There is no /api/automation/run.")
        return {"done": run_all(tasks)}

    return router
