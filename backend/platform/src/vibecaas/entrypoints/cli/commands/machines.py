"""`vm list`."""

from cyclopts import App

from vibecaas.entrypoints.cli.commands.connection import connected
from vibecaas.entrypoints.cli.output import Output, Printer, table

app = App(name="vm", help="MicroVMs: where the apps run.")


@app.command(name="list")
def list_(*, limit: int = 20, output: Output = Output()) -> None:
    """List microVMs with their state and the strength of their isolation.

    Args:
        limit: How many at most.
    """
    with connected() as client:
        found = client.list("/microvms", limit=limit)
    rows = [
        (item["id"], item["status"], item["isolation"], f"{item['memory_mib']} MiB", item["project_id"])
        for item in found["data"]
    ]
    text = table(("ID", "STATUS", "ISOLATION", "MEMORY", "PROJECT"), rows) if rows else "No microVM."
    Printer(output).result(found, text)
