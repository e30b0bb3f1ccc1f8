"""`runs list|start|verify|watch|plan|approve|reject|cancel`, also known as `ask`, `watch` and `stop`."""

from typing import Any

from cyclopts import App

from vibecaas.entrypoints.cli.client import ApiClient
from vibecaas.entrypoints.cli.commands.building import finish, story
from vibecaas.entrypoints.cli.commands.connection import connected
from vibecaas.entrypoints.cli.failures import CliError
from vibecaas.entrypoints.cli.local import read_json
from vibecaas.entrypoints.cli.lookup import find_project, find_run
from vibecaas.entrypoints.cli.narrator import render_plan
from vibecaas.entrypoints.cli.output import Output, Printer, Switch, clean, table
from vibecaas.entrypoints.cli.watch import TERMINAL, decide_plan

Json = dict[str, Any]
SHOWN_PROMPT = 50
app = App(name="runs", help="Runs: each turns one request into a checked version of the app.")


@app.command(name="list")
def list_(project: str | None = None, *, limit: int = 20, output: Output = Output()) -> None:
    """List the runs of a project, newest first.

    Args:
        project: Id, address or name; otherwise the newest project.
        limit: How many at most.
    """
    with connected() as client:
        found = client.list(f"/projects/{find_project(client, project)['id']}/runs", limit=limit)
    rows = [(item["status"], _short(item["prompt"]), item["created_at"], item["id"]) for item in found["data"]]
    Printer(output).result(found, table(("STATUS", "REQUEST", "BEGUN", "ID"), rows) if rows else "No run yet.")


@app.command
def start(
    prompt: str,
    *,
    project: str | None = None,
    review: Switch = False,
    no_watch: Switch = False,
    no_input: Switch = False,
    output: Output = Output(),
) -> int:
    """Ask for a change: `vibecaas ask "Add a rating from 1 to 5"`. A run that goes on gets it as a message.

    Args:
        prompt: What should change, in your words.
        project: Id, address or name; otherwise the newest project.
        review: Show the plan and ask before building.
        no_watch: Return at once instead of showing the run as it happens.
        no_input: Never ask; with --review the run waits for `vibecaas runs approve`.
    """
    printer = Printer(output)
    with connected() as client:
        found = find_project(client, project)
        try:
            run = client.post(f"/projects/{found['id']}/runs", {"prompt": prompt, "auto_approve": not review})
        except CliError as failure:
            if failure.code != "run_in_progress":
                raise
            return _say(client, found["id"], prompt, printer)
        if no_watch or output.json:
            printer.result(run, run["id"])
            return 0
        printer.progress(f"{printer.style('bold', clean(found['name']))}  {run['id']}")
        return finish(client, story(client, run["id"], printer, ask=review and not no_input), printer)


def _say(client: ApiClient, project_id: str, text: str, printer: Printer) -> int:
    """Queue the request as a message to the run that goes on."""
    run_id = find_run(client, None, project_id)
    message = client.post(f"/runs/{run_id}/messages", {"text": text})
    printer.note("A run is going on; your request waits as a message and is read at its next step.")
    printer.result(message, message["id"])
    return 0


@app.command
def verify(project: str | None = None, *, no_watch: Switch = False, output: Output = Output()) -> int:
    """Check the newest version, as after a file was saved by hand; nothing is built.

    Args:
        project: Id, address or name; otherwise the newest project.
        no_watch: Return at once instead of showing the run as it happens.
    """
    printer = Printer(output)
    with connected() as client:
        run = client.post(f"/projects/{find_project(client, project)['id']}/verify")
        if no_watch or output.json:
            printer.result(run, run["id"])
            return 0
        return finish(client, story(client, run["id"], printer, ask=False), printer)


@app.command
def watch(
    run: str | None = None,
    *,
    project: str | None = None,
    output: Output = Output(),
) -> int:
    """Show a run as it happens; with --json one event per line.

    Args:
        run: Id of the run, or the project whose latest run is meant.
        project: Id, address or name; otherwise the newest project.
    """
    printer = Printer(output)
    with connected() as client:
        ended = story(client, find_run(client, run, project), printer, ask=False)
        if output.json:
            return 0 if ended["status"] in ("succeeded", "awaiting_approval") else 1
        return finish(client, ended, printer)


@app.command
def plan(
    run: str | None = None,
    *,
    edit: str | None = None,
    dry_run: Switch = False,
    project: str | None = None,
    output: Output = Output(),
) -> None:
    """Show the plan of a run; edit it before it is built: `--json > plan.json`, change `spec`, `--edit plan.json`.

    Args:
        run: Id of the run; otherwise the latest one.
        edit: File with the plan or only its spec as JSON; `-` is stdin. A plan that somebody else changed is refused.
        dry_run: With --edit: show what the plan would be, store nothing.
        project: Id, address or name; otherwise the newest project.
    """
    printer = Printer(output)
    with connected() as client:
        path = f"/runs/{find_run(client, run, project)}/plan"
        found = client.get(path)
        if edit is not None:
            found = _edit_plan(client, path, read_json(edit), found["etag"], dry_run=dry_run)
    printer.result(found, render_plan(found, printer))


def _edit_plan(client: ApiClient, path: str, made: Json, etag: str, *, dry_run: bool) -> Json:
    is_plan = made.get("object") == "plan"
    headers = {"If-Match": f'"{made["etag"] if is_plan else etag}"'}
    body = {"spec": made["spec"] if is_plan else made}
    try:
        return client.put(path, body, headers=headers, dry_run=dry_run)
    except CliError as failure:
        if failure.code == "precondition_failed":
            failure.hint = "vibecaas runs plan --json"
        raise


@app.command
def approve(run: str | None = None, *, project: str | None = None, output: Output = Output()) -> None:
    """Approve the plan of a run that waits for it.

    Args:
        run: Id of the run; otherwise the latest one.
        project: Id, address or name; otherwise the newest project.
    """
    _decide(run, project, output, approved=True)


@app.command
def reject(run: str | None = None, *, project: str | None = None, output: Output = Output()) -> None:
    """Reject the plan of a run that waits; the run ends and nothing is built.

    Args:
        run: Id of the run; otherwise the latest one.
        project: Id, address or name; otherwise the newest project.
    """
    _decide(run, project, output, approved=False)


def _decide(run: str | None, project: str | None, output: Output, *, approved: bool) -> None:
    with connected() as client:
        run_id = find_run(client, run, project)
        answer = decide_plan(client, run_id, approved=approved)
    Printer(output).result(answer, run_id)


@app.command
def cancel(run: str | None = None, *, project: str | None = None, output: Output = Output()) -> None:
    """Stop a run within seconds; what it committed stays.

    Args:
        run: Id of the run; otherwise the latest one.
        project: Id, address or name; otherwise the newest project.
    """
    printer = Printer(output)
    with connected() as client:
        stopped = client.post(f"/runs/{find_run(client, run, project)}/cancel")
    word = "ended as" if stopped["status"] in TERMINAL else "is stopping, now"
    printer.result(stopped, f"{stopped['id']} {word} {stopped['status']}.")


def _short(text: str) -> str:
    line = clean(text)
    return line if len(line) <= SHOWN_PROMPT else line[: SHOWN_PROMPT - 1] + "…"
