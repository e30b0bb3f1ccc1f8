"""`routes` and `openapi export`: the API's own description, asked of the running installation."""

import json
from pathlib import Path
from typing import Any

from cyclopts import App

from vibecaas.entrypoints.cli.commands.connection import connected
from vibecaas.entrypoints.cli.output import Output, Printer, table

app = App(name="openapi", help="The machine-readable contract of the API.")


def routes(*, output: Output = Output()) -> None:
    """List every operation of the API with the permission it needs."""
    with connected(signed_in=False) as client:
        document = client.root("/openapi.json")
    found = [
        {
            "method": method.upper(),
            "path": path,
            "operation_id": operation.get("operationId"),
            "permission": operation.get("x-permission"),
        }
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
        if isinstance(operation, dict)
    ]
    rows = [(item["method"], item["path"], item["permission"]) for item in found]
    Printer(output).result({"object": "list", "data": found}, table(("METHOD", "PATH", "PERMISSION"), rows))


@app.command
def export(to: str = "-", *, output: Output = Output()) -> None:
    """Print the OpenAPI document, or write it to a file.

    Args:
        to: Local file; `-` is stdout.
    """
    with connected(signed_in=False) as client:
        document: dict[str, Any] = client.root("/openapi.json")
    text = json.dumps(document, indent=2, ensure_ascii=False)
    if to == "-":
        Printer(output).result(document, text)
        return
    Path(to).write_text(text + "\n")
    Printer(output).result({"object": "openapi_export", "written_to": to}, f"Written to {to}.")
