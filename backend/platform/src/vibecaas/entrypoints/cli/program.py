"""The program: its commands, and the one place that turns failures into words and exit codes."""

import json
import sys
from collections.abc import Sequence

from cyclopts import App, CycloptsError

import vibecaas
from vibecaas.entrypoints.cli.commands import account, files, interface, machines, projects, runs, versions
from vibecaas.entrypoints.cli.failures import CliError, ExitCode

app = App(
    name="vibecaas",
    help='Build an app from one sentence. Begin with: vibecaas new "A guestbook with search"',
    version=vibecaas.__version__,
    result_action="return_value",
    suppress_keyboard_interrupt=False,
)
for group in (projects.app, runs.app, files.app, versions.app, machines.app, interface.app):
    app.command(group)
app.command(interface.routes, name="routes")
app.command(account.login, name="login")
app.command(account.logout, name="logout")
app.command(projects.create, name="new")
app.command(runs.start, name="ask")
app.command(runs.watch, name="watch")
app.command(runs.cancel, name="stop")
app.command(projects.open_, name="open")


def main(argv: Sequence[str] | None = None, program: App = app) -> int:
    """Run one command and return its exit code. ``program`` may be a larger one that holds these commands."""
    words = list(sys.argv[1:] if argv is None else argv)
    try:
        result = program(words, exit_on_error=False, print_error=True)
    except CycloptsError:
        return ExitCode.USAGE
    except CliError as failure:
        explain(failure, as_json="--json" in words)
        return failure.exit_code
    except KeyboardInterrupt:
        print("Interrupted.", file=sys.stderr)
        return ExitCode.INTERRUPTED
    except BrokenPipeError:
        sys.stderr.close()  # the reader of our output has left; nothing is left to say
        return ExitCode.DONE
    return result if isinstance(result, int) else ExitCode.DONE


def explain(failure: CliError, *, as_json: bool) -> None:
    """Tell what happened, which code and request, and the next sensible command."""
    if as_json:
        print(json.dumps(failure.as_object(), ensure_ascii=False), file=sys.stderr)
        return
    print(f"Error: {failure.message}", file=sys.stderr)
    facts = [
        f"code {failure.code}" if failure.code else "",
        f"request {failure.request_id}" if failure.request_id else "",
    ]
    known = ", ".join(fact for fact in facts if fact)
    if known:
        print(f"  ({known})", file=sys.stderr)
    if failure.hint:
        print(f"  Next: {failure.hint}", file=sys.stderr)
