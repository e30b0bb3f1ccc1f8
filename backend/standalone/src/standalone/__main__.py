"""`python -m standalone`: the machine's commands, and everything else handed to the platform's command line."""

from __future__ import annotations

import importlib
import os
import sys

from standalone.problems import EXIT_USAGE, Problem

# word -> module; loaded only when asked for, since some run before any package is installed
COMMANDS = {
    "up": "standalone.commands.up",
    "down": "standalone.commands.down",
    "status": "standalone.commands.status",
    "doctor": "standalone.commands.doctor",
    "logs": "standalone.commands.logs",
    "reset": "standalone.commands.reset",
    "dev": "standalone.commands.dev",
    "test": "standalone.quality.test",
    "check": "standalone.quality.check",
    "fix": "standalone.quality.fix",
    "bench": "standalone.commands.bench",
    "evals": "standalone.commands.evals",
}
CLIENT = "vibecaas.entrypoints.cli"

HELP = """VibeCaaS: one sentence, one live app, on this machine.

  ./vibecaas up [--try "A guestbook with search"]   install what is missing, start, build a first app
  ./vibecaas down | status | doctor | logs [PART]   end it, look at it
  ./vibecaas reset                                  delete all data, after asking

  ./vibecaas new "..." | ask "..." | watch | stop | open        build and change apps
  ./vibecaas projects | runs | files | versions | vm ...        everything else; each knows --help and --json

  ./vibecaas dev                                    run with hot reload
  ./vibecaas test [--suite fast|full|e2e|fault]     check | fix | bench NAME | evals --mode offline

The data lie in {home}; VIBECAAS_HOME names another folder,
VIBECAAS_HTTP__PORT and VIBECAAS_EDGE__PORT other ports."""


def main(argv: list[str]) -> int:
    """Run one command; returns its exit code."""
    word, rest = (argv[0], argv[1:]) if argv else ("help", [])
    if word in {"help", "-h", "--help"}:
        print(HELP.format(home=os.environ.get("VIBECAAS_HOME", "the data folder")))
        return 0
    try:
        if word in COMMANDS:
            return int(importlib.import_module(COMMANDS[word]).main(rest))
        return int(importlib.import_module(CLIENT).main(argv))
    except Problem as problem:
        sys.stdout.flush()
        print("\n".join(problem.lines()), file=sys.stderr)
        return problem.exit_code
    except KeyboardInterrupt:
        print("\nInterrupted.", file=sys.stderr)
        return 130


if __name__ == "__main__":
    if sys.version_info < (3, 11):  # noqa: UP036  the launcher may have been bypassed
        print("vibecaas: Python 3.11 or newer is needed", file=sys.stderr)
        sys.exit(EXIT_USAGE)
    sys.exit(main(sys.argv[1:]))
