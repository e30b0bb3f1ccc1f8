"""Follow a run as it happens; survives broken connections and restarts of the API."""

import time
from collections.abc import Callable, Iterator
from typing import Any

from vibecaas.entrypoints.cli.client import ApiClient, StreamBroken
from vibecaas.entrypoints.cli.failures import CliError, ExitCode
from vibecaas.entrypoints.cli.narrator import Narrator
from vibecaas.entrypoints.cli.output import Printer
from vibecaas.entrypoints.cli.sse import Event, read_events

Json = dict[str, Any]
TERMINAL = {"succeeded", "failed", "cancelled", "capped"}
FINISHED_STREAM = 204
PATIENCE_SECONDS = 60
PAUSE_SECONDS = 0.5

Decide = Callable[[Json], bool | None]


def watch_run(client: ApiClient, run_id: str, printer: Printer, *, decide: Decide | None = None) -> Json:
    """Tell a run's story until it ends; returns the run as it ended.

    ``decide`` is asked once with the plan when the run waits for approval: True builds, False rejects, None
    leaves the run waiting and returns it as it is.
    """
    narrator = Narrator(client, run_id, printer)
    for event in follow(client, run_id):
        if printer.options.json:
            printer.event(event.data)
        else:
            narrator.tell(event)
        if event.kind == "run.awaiting_approval" and decide is not None:
            answer = decide(client.get(f"/runs/{run_id}/plan"))
            if answer is None:
                break
            decide_plan(client, run_id, approved=answer)
    run = client.get(f"/runs/{run_id}")
    if not printer.options.json:
        narrator.close(run)
    return run


def decide_plan(client: ApiClient, run_id: str, *, approved: bool) -> Json:
    """Say yes or no to a run's plan; returns the run."""
    return client.post(f"/runs/{run_id}/plan/approve") if approved else client.post(f"/runs/{run_id}/plan/reject", {})


def follow(client: ApiClient, run_id: str) -> Iterator[Event]:
    """Yield the run's events without a gap and without a repetition, up to the last one."""
    seen = 0
    broken_since: float | None = None
    while True:
        headers = {"Accept": "text/event-stream"}
        if seen:
            headers["Last-Event-ID"] = str(seen)
        try:
            with client.stream(f"/runs/{run_id}/events", headers) as response:
                if response.status_code == FINISHED_STREAM:
                    return
                for event in read_events(response.iter_lines()):
                    broken_since = None
                    if event.kind == "dropped":
                        break
                    if event.kind == "reset":
                        seen = 0
                        continue
                    if event.seq and event.seq <= seen:
                        continue
                    seen = max(seen, event.seq)
                    yield event
                    if event.kind.startswith("run.") and event.kind.removeprefix("run.") in TERMINAL:
                        return
        except (StreamBroken, CliError) as error:
            broken_since = _wait_or_give_up(client, broken_since, error)


def _wait_or_give_up(client: ApiClient, broken_since: float | None, error: Exception) -> float:
    """Pause before the next try; the API may be restarting."""
    if isinstance(error, CliError) and error.exit_code != ExitCode.UNAVAILABLE:
        raise error
    since = broken_since or time.monotonic()
    if time.monotonic() - since > PATIENCE_SECONDS:
        raise CliError(
            f"VibeCaaS at {client.session.base_url} has not answered for {PATIENCE_SECONDS} seconds.",
            exit_code=ExitCode.UNAVAILABLE,
            code="unreachable",
            hint="vibecaas status",
        ) from error
    time.sleep(PAUSE_SECONDS)
    return since
