"""`versions list|show|restore`."""

from typing import Any

from cyclopts import App

from vibecaas.entrypoints.cli.commands.connection import connected
from vibecaas.entrypoints.cli.lookup import find_project
from vibecaas.entrypoints.cli.output import Output, Printer, clean, table

VERDICTS = {"yes": "yes", "no": "no", "not_checked": "not checked"}
app = App(name="versions", help="Versions of a project: every change is one and can be restored.")


@app.command(name="list")
def list_(project: str | None = None, *, limit: int = 20, output: Output = Output()) -> None:
    """List the versions of a project, newest first.

    Args:
        project: Id, address or name; otherwise the newest project.
        limit: How many at most.
    """
    with connected() as client:
        found = client.list(f"/projects/{find_project(client, project)['id']}/versions", limit=limit)
    rows = [
        (
            item["created_at"],
            item["kind"],
            item["message"].split("\n")[0],
            _lines(item),
            VERDICTS.get(item["publishable"]["verdict"], item["publishable"]["verdict"]),
            item["id"],
        )
        for item in found["data"]
    ]
    printer = Printer(output)
    heads = ("WHEN", "KIND", "MESSAGE", "LINES", "PUBLISHABLE", "ID")
    printer.result(found, table(heads, rows) if rows else "No version yet.")
    if rows:
        printer.progress(publishable(found["data"][0]))


@app.command
def show(version: str, *, output: Output = Output()) -> None:
    """Show a version: what it changed, and whether it can be published or what is against it.

    Args:
        version: Id of the version, see `vibecaas versions list`.
    """
    with connected() as client:
        found = client.get(f"/versions/{version}")
    lines = (f"{found['id']}  {clean(found['message'])}  {_lines(found)}", publishable(found))
    Printer(output).result(found, "\n".join(lines))


@app.command
def restore(version: str, *, output: Output = Output()) -> None:
    """Bring back the files of a version, as a new version; the app's data stay.

    Args:
        version: Id of the version, see `vibecaas versions list`.
    """
    with connected() as client:
        made = client.post(f"/versions/{version}/restore")
    Printer(output).result(made, f"{made['id']}  {clean(made['message'])}")


def publishable(version: dict[str, Any]) -> str:
    """Return whether a version can be published, with all that is against it."""
    judgement = version["publishable"]
    if judgement["verdict"] == "yes":
        return "This version can be published."
    return "\n".join(f"Not publishable: {clean(reason['message'])}" for reason in judgement["reasons"])


def _lines(version: dict[str, Any]) -> str:
    return f"+{version['insertions']} -{version['deletions']}"
