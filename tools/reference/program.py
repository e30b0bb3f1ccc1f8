"""The whole command line: the platform's commands and, mounted around them, the machine's own."""

from cyclopts import App

from vibecaas.entrypoints.cli import app


def whole_program() -> App:
    """Return the program that ``./vibecaas`` runs."""
    return app
