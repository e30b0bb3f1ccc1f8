"""`files list|get|put`."""

import sys
from pathlib import Path
from urllib.parse import quote

from cyclopts import App

from vibecaas.entrypoints.cli.client import ApiClient
from vibecaas.entrypoints.cli.commands.connection import connected
from vibecaas.entrypoints.cli.failures import CliError, ExitCode
from vibecaas.entrypoints.cli.local import read_bytes
from vibecaas.entrypoints.cli.lookup import find_project
from vibecaas.entrypoints.cli.output import Output, Printer, clean, table

app = App(name="files", help="Files of a project; every write is a version.")


@app.command(name="list")
def list_(
    prefix: str | None = None,
    *,
    project: str | None = None,
    version: str | None = None,
    output: Output = Output(),
) -> None:
    """List a project's files.

    Args:
        prefix: Only paths that begin like this.
        project: Id, address or name; otherwise the newest project.
        version: Id of a version; otherwise the present state.
    """
    with connected() as client:
        found = client.get(f"/projects/{find_project(client, project)['id']}/files", prefix=prefix, version=version)
    rows = [(item["path"], item["size_bytes"]) for item in found["data"]]
    Printer(output).result(found, table(("PATH", "BYTES"), rows) if rows else "No file.")


@app.command
def get(
    path: str,
    *,
    to: str = "-",
    project: str | None = None,
    version: str | None = None,
    output: Output = Output(),
) -> None:
    """Write a file's content to stdout or to a file.

    Args:
        path: Path in the project.
        to: Local file; `-` is stdout.
        project: Id, address or name; otherwise the newest project.
        version: Id of a version; otherwise the present state.
    """
    with connected() as client:
        address = _address(client, path, project)
        content = client.send("GET", address, params={"version": version} if version else {}).content
    if to == "-" and not output.json:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    shown = {
        "object": "file_content",
        "path": path,
        "size_bytes": len(content),
        "written_to": None if to == "-" else to,
    }
    if to == "-":
        shown["text"] = content.decode("utf-8", "replace")
    else:
        _write(Path(to), content)
    Printer(output).result(shown, f"{clean(path)}: {len(content)} bytes to {to}")


@app.command
def put(
    path: str,
    source: str = "-",
    *,
    project: str | None = None,
    output: Output = Output(),
) -> None:
    """Write a file into the project as a new version; refused if somebody changed it meanwhile.

    Args:
        path: Path in the project.
        source: Local file; `-` is stdin.
        project: Id, address or name; otherwise the newest project.
    """
    content = read_bytes(source)
    with connected() as client:
        address = _address(client, path, project)
        condition = _condition(client, address)
        headers = {"Content-Type": "application/octet-stream", **condition}
        entry = client.send("PUT", address, content=content, headers=headers).json()
    Printer(output).result(entry, f"{clean(entry['path'])}: {entry['size_bytes']} bytes")


def _address(client: ApiClient, path: str, project: str | None) -> str:
    return f"/projects/{find_project(client, project)['id']}/files/{quote(path)}"


def _condition(client: ApiClient, address: str) -> dict[str, str]:
    """Return the header that makes the write safe: the tag of what is there, or "only if nothing is"."""
    try:
        tag = client.send("GET", address).headers["ETag"]
    except CliError as failure:
        if failure.exit_code != ExitCode.NOT_FOUND:
            raise
        return {"If-None-Match": "*"}
    return {"If-Match": tag}


def _write(target: Path, content: bytes) -> None:
    try:
        target.write_bytes(content)
    except OSError as error:
        raise CliError(f"{target} cannot be written: {error.strerror}.", exit_code=ExitCode.USAGE) from error
