"""`versions list|restore`."""

from typing import Any

from cyclopts import App

from vibecaas.entrypoints.cli.commands.connection import connected
from vibecaas.entrypoints.cli.lookup import find_project
from vibecaas.entrypoints.cli.output import Output, Printer, clean, table

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
            f"+{item['insertions']} -{item['deletions']}",
            item["id"],
        )
        for item in found["data"]
    ]
    Printer(output).result(
        found, table(("WHEN", "KIND", "MESSAGE", "LINES", "ID"), rows) if rows else "No version yet."
    )


@app.command
def restore(version: str, *, output: Output = Output()) -> None:
    """Bring back the files of a version, as a new version; the app's data stay.

    Args:
        version: Id of the version, see `vibecaas versions list`.
    """
    with connected() as client:
        made = client.post(f"/versions/{version}/restore")
    Printer(output).result(made, f"{made['id']}  {clean(made['message'])}")


def _lines(version: dict[str, Any]) -> str:
    return f"+{version['insertions']} -{version['deletions']}"
