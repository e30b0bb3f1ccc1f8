"""`projects list|create|open`, also known as `new` and `open`."""

import webbrowser
from typing import Any

from cyclopts import App

from vibecaas.entrypoints.cli.commands.building import finish, story
from vibecaas.entrypoints.cli.commands.connection import connected
from vibecaas.entrypoints.cli.lookup import find_project
from vibecaas.entrypoints.cli.output import Output, Printer, Switch, clean, table

Json = dict[str, Any]
app = App(name="projects", help="Projects: an app with its files, versions and runs.")


@app.command(name="list")
def list_(*, limit: int = 20, output: Output = Output()) -> None:
    """List projects, newest first.

    Args:
        limit: How many at most.
    """
    with connected() as client:
        found = client.list("/projects", limit=limit)
    rows = [(item["name"], item["status"], preview_url(item), item["id"]) for item in found["data"]]
    text = table(("NAME", "STATUS", "APP", "ID"), rows) if rows else 'No project yet: vibecaas new "A guestbook"'
    Printer(output).result(found, text)


@app.command
def create(
    prompt: str,
    *,
    name: str | None = None,
    template: str | None = None,
    review: Switch = False,
    no_watch: Switch = False,
    no_input: Switch = False,
    output: Output = Output(),
) -> int:
    """Make a project from one sentence and build it: `vibecaas new "A guestbook with search"`.

    Args:
        prompt: What the app should do, in your words.
        name: Name of the project; otherwise taken from the request.
        template: What kind of app it is: fullstack (the usual one), static (pages only), api (no pages) or, where it
            is installed, nextjs (full-stack with Next.js).
        review: Show the plan and ask before building.
        no_watch: Return at once instead of showing the run as it happens.
        no_input: Never ask; with --review the run waits for `vibecaas runs approve`.
    """
    printer = Printer(output)
    body: Json = {"prompt": prompt, "auto_approve": not review}
    if name:
        body["name"] = name
    if template:
        body["template"] = template
    with connected() as client:
        project = client.post("/projects", body)
        run = project.get("latest_run")
        if run is None or no_watch or output.json:
            printer.result(project, f"{project['id']}  {clean(project['name'])}")
            return 0
        printer.progress(f"{printer.style('bold', clean(project['name']))}  {project['id']}")
        ended = story(client, run["id"], printer, ask=review and not no_input)
        return finish(client, ended, printer)


@app.command(name="open")
def open_(
    project: str | None = None,
    *,
    browser: Switch = False,
    output: Output = Output(),
) -> None:
    """Print the app's address and a fresh link to the workbench (one use, 15 minutes).

    Args:
        project: Id, address or name; otherwise the newest project.
        browser: Also open the workbench in a browser.
    """
    printer = Printer(output)
    with connected() as client:
        found = find_project(client, project) if project or client.list("/projects", limit=1)["data"] else None
        link = client.post("/auth/welcome-links")
    app_url = preview_url(found) if found else None
    shown = {"object": "opening", "project": found, "preview_url": app_url, "workbench": link}
    lines = [f"App:       {app_url}"] if app_url else []
    printer.result(shown, "\n".join([*lines, f"Workbench: {link['url']}"]))
    if browser:
        webbrowser.open(link["url"])


def preview_url(project: Json) -> str | None:
    """Return the address of a project's app, if it has one."""
    preview = project.get("preview")
    return str(preview["url"]) if preview else None
