"""docs/reference/cli.md, from the command line itself."""

from cyclopts import App

MACHINE = """## This machine and this repository

These commands prepare, start and prove the product; each knows `--help`.
"""

HEADER = """# Command line

<!-- Made by tools/reference from the program; do not edit. -->

`./vibecaas COMMAND` at the root of the repository runs this program; it prepares its environment first.
Data go to stdout, everything else to stderr. `--json` prints the API's own objects and is stable.

Exit codes: 0 done, 1 failed, 2 usage, 3 not found, 4 not signed in or not permitted, 5 conflict, 6 limit or
quota, 7 unavailable, 130 interrupted.

"""


def render_page(app: App, machine: dict[str, str]) -> str:
    """Write the page for a whole program: the client's commands, then the machine's own (word -> sentence)."""
    made = app.generate_docs(output_format="markdown", heading_level=1)
    body = made.split("\n", 1)[1].lstrip("\n")  # our title replaces the program's name
    sections = [f"### vibecaas {word}\n\n{sentence}\n" for word, sentence in machine.items()]
    return "\n".join([HEADER + body.rstrip("\n") + "\n", MACHINE, *sections])


def command_names(app: App) -> list[str]:
    """Return every command as a person types it, for example ``runs watch``."""
    names: list[str] = []
    for name, child in app.resolved_commands().items():
        if name.startswith("-"):
            continue
        inner = [f"{name} {below}" for below in command_names(child)]
        names += inner or [name]
    return names
