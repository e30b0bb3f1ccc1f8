"""Celery as messenger: one message says "look at job X"; everything else is rows."""

import asyncio
import os
import signal
import sys
import threading
import traceback
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any
from uuid import UUID

import billiard
from celery import Celery, signals

TASK = "vibecaas.run_job"
BEAT_SECONDS = 5.0
MISSES_ALLOWED = 3

RunJob = Callable[[UUID], Awaitable[None]]


def make_celery(broker_url: str) -> Celery:
    """Make the Celery application; `broker_url` names a Redis."""
    app = Celery("vibecaas", broker=broker_url)
    app.conf.update(
        task_acks_late=True,
        task_reject_on_worker_lost=True,
        worker_prefetch_multiplier=1,
        task_ignore_result=True,
        task_store_errors_even_if_ignored=False,
        worker_hijack_root_logger=False,
        broker_connection_retry_on_startup=True,
        broker_transport_options={
            "visibility_timeout": 900,
            "unacked_restore_interval": 1,
            "unacked_restore_throttle": 1,
            "socket_keepalive": True,
        },
    )
    return app


class CeleryMessenger:
    """Sends the one kind of message."""

    def __init__(self, app: Celery) -> None:
        self._app = app

    async def send(self, job_id: UUID) -> None:
        """Tell some worker to look at this job."""
        await asyncio.to_thread(self._app.send_task, TASK, args=[str(job_id)])


class LoopThread:
    """One event loop per worker process, in a thread of its own, with a watchdog that ends a hung process."""

    def __init__(self) -> None:
        self.loop = asyncio.new_event_loop()
        self._jobs: set[asyncio.Task[None]] = set()
        threading.Thread(target=self.loop.run_forever, name="loop", daemon=True).start()
        threading.Thread(target=self._watch, name="watchdog", daemon=True).start()

    def run(self, coroutine: Coroutine[Any, Any, None]) -> None:
        """Run on the loop and wait; a cancelled job ends quietly, since its row was given back."""

        async def tracked() -> None:
            task = asyncio.ensure_future(coroutine)
            self._jobs.add(task)
            try:
                await asyncio.wait([task])
            finally:
                self._jobs.discard(task)
            if not task.cancelled() and task.exception() is not None:
                raise task.exception() or RuntimeError

        asyncio.run_coroutine_threadsafe(tracked(), self.loop).result()

    def cancel_jobs(self) -> None:
        """Tell every job to stop; the shell gives its lease back."""
        for task in list(self._jobs):
            self.loop.call_soon_threadsafe(task.cancel)

    def _watch(self) -> None:
        misses = 0
        pause = threading.Event()
        while True:
            beat = threading.Event()
            self.loop.call_soon_threadsafe(beat.set)
            if beat.wait(BEAT_SECONDS):
                misses = 0
                pause.wait(BEAT_SECONDS)
                continue
            misses += 1
            for thread_id, frame in sys._current_frames().items():  # noqa: SLF001 - the documented way to see stacks
                sys.stderr.write(f"hung thread {thread_id}\n{''.join(traceback.format_stack(frame))}")
            if misses >= MISSES_ALLOWED:
                os._exit(70)  # leases expire, another worker goes on


def serve(app: Celery, start: Callable[[], Coroutine[Any, Any, RunJob]], *, concurrency: int) -> int:
    """Run a worker until it is told to stop; `start` builds the shell inside each child, on its loop."""
    state: dict[str, Any] = {}

    def begin(**_: object) -> None:
        thread = LoopThread()
        state["thread"] = thread
        state["run"] = asyncio.run_coroutine_threadsafe(start(), thread.loop).result()
        signal.signal(signal.SIGUSR2, lambda *_: thread.cancel_jobs())

    def end(**_: object) -> None:
        for child in billiard.active_children():
            os.kill(child.pid, signal.SIGUSR2)

    def run_job(job_id: str) -> None:
        state["thread"].run(state["run"](UUID(job_id)))

    signals.worker_process_init.connect(begin, weak=False)
    signals.worker_shutting_down.connect(end, weak=False)
    app.task(run_job, name=TASK)
    arguments = ["worker", "--pool", "prefork", "--concurrency", str(concurrency), "--loglevel", "WARNING"]
    app.worker_main([*arguments, "--without-gossip", "--without-mingle", "--without-heartbeat"])
    return 0
