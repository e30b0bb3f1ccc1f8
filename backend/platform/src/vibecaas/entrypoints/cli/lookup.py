"""Finds what a person means: a project by id, address or name, a run by its project."""

from typing import Any

from vibecaas.entrypoints.cli.client import ApiClient
from vibecaas.entrypoints.cli.failures import CliError, ExitCode

Json = dict[str, Any]
FAR = 1000
GOES_ON = {"queued", "planning", "awaiting_approval", "building", "verifying"}


def find_project(client: ApiClient, wanted: str | None) -> Json:
    """Return the project named by id, slug or name; without a word, the newest one.

    Raises:
        CliError: there is none, or more than one bears the name.
    """
    if wanted and wanted.startswith("prj_"):
        return client.get(f"/projects/{wanted}")
    if not wanted:
        newest = client.list("/projects", limit=1)["data"]
        if not newest:
            raise CliError("There is no project yet.", exit_code=ExitCode.NOT_FOUND, hint='vibecaas new "A guestbook"')
        return dict(newest[0])
    projects = client.list("/projects", limit=FAR)["data"]
    for key in ("slug", "name"):
        matching = [project for project in projects if project[key].casefold() == wanted.casefold()]
        if len(matching) == 1:
            return dict(matching[0])
        if matching:
            ids = ", ".join(project["id"] for project in matching)
            raise CliError(f"More than one project is called {wanted!r}: {ids}.", exit_code=ExitCode.USAGE)
    raise CliError(f"No project is called {wanted!r}.", exit_code=ExitCode.NOT_FOUND, hint="vibecaas projects list")


def find_run(client: ApiClient, wanted: str | None, project: str | None) -> str:
    """Return the id of the run that was named, or of the latest run of a project."""
    if wanted and wanted.startswith("run_"):
        return wanted
    found = find_project(client, wanted or project)
    latest = found.get("latest_run")
    if not latest:
        raise CliError(f"{found['name']} has no run yet.", exit_code=ExitCode.NOT_FOUND, hint="vibecaas ask REQUEST")
    return str(latest["id"])
