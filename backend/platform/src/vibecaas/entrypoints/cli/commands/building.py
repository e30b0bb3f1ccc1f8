"""What `new`, `ask` and `watch` share: tell a run, ask for approval, end with the app's address."""

import sys
from typing import Any

from vibecaas.entrypoints.cli.client import ApiClient
from vibecaas.entrypoints.cli.failures import ExitCode
from vibecaas.entrypoints.cli.output import Printer
from vibecaas.entrypoints.cli.watch import watch_run

Json = dict[str, Any]


def story(client: ApiClient, run_id: str, printer: Printer, *, ask: bool) -> Json:
    """Watch a run; with ``ask`` a person decides about its plan. Ctrl-C leaves the run going on."""
    terminal = sys.stdin.isatty()

    def decide(_plan: Json) -> bool | None:
        if not (ask and terminal):
            return None
        answer = input("Build this? [Y/n] ").strip().lower()
        return answer in ("", "y", "yes")

    try:
        return watch_run(client, run_id, printer, decide=decide)
    except KeyboardInterrupt:
        printer.note(f"\nThe run goes on. Watch it: vibecaas watch {run_id}   Stop it: vibecaas stop {run_id}")
        raise


def finish(client: ApiClient, run: Json, printer: Printer) -> int:
    """Print where the app is and return the exit code that belongs to the run's end."""
    status = run["status"]
    if status == "awaiting_approval":
        printer.note(f"Build it: vibecaas runs approve {run['id']}   Reject it: vibecaas runs reject {run['id']}")
        printer.result(run, run["id"])
        return ExitCode.DONE
    if status == "succeeded":
        project = client.get(f"/projects/{run['project_id']}")
        preview = project.get("preview") or {}
        printer.result(project, str(preview.get("url") or ""))
        return ExitCode.DONE
    return ExitCode.LIMIT if status == "capped" else ExitCode.FAILED
