"""What `up --try` does once everything runs: one project from one sentence, told as it happens."""

from __future__ import annotations

import os
import sys
import time

from standalone.commands import welcome
from standalone.layout import Layout
from standalone.problems import Problem
from vibecaas.entrypoints.cli.client import ApiClient
from vibecaas.entrypoints.cli.commands.building import story
from vibecaas.entrypoints.cli.failures import CliError
from vibecaas.entrypoints.cli.output import Output, Printer
from vibecaas.entrypoints.cli.session import load_session


def build(layout: Layout, request: str, *, review: bool, installed_at: float | None = None) -> int:
    """Create the project, follow its run, print addresses and times; returns the exit code.

    installed_at: when everything was ready (Unix time), if this start installed something.
    """
    printer = Printer(Output(), err=sys.stdout)
    began_at = installed_at or time.time()
    client = ApiClient(load_session())
    try:
        project = client.post("/projects", {"prompt": request, "auto_approve": not review})
        run = story(client, project["latest_run"]["id"], printer, ask=review)
        project = client.get(f"/projects/{project['id']}")
    except CliError as failure:
        raise Problem(f"the app was not built: {failure.message}", remedy=failure.hint) from failure
    finally:
        client.close()
    preview = project["preview"]
    if preview:
        print(f"\n  app:       {preview['url']}")
    print(f"  workbench: {welcome.link(layout)}")
    _print_times(began_at, time.time())
    return 0 if run["status"] in {"succeeded", "awaiting_approval"} else 1


def _print_times(began_at: float, now: float) -> None:
    """The time since the command was typed, split into installation with start, and the build of the app."""
    typed_at = float(os.environ.get("VIBECAAS_STARTED_AT") or began_at)
    installation_seconds, build_seconds = max(began_at - typed_at, 0), now - began_at
    total = installation_seconds + build_seconds
    split = f"{installation_seconds:.0f} s installation and start + {build_seconds:.1f} s build"
    print(f"  time:      {total:.0f} s = {split}", flush=True)
