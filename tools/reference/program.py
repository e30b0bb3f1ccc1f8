"""The whole command line: the platform's commands, and those that the machine adds around them."""

import ast
from importlib.util import find_spec
from pathlib import Path

from cyclopts import App

from standalone.__main__ import COMMANDS
from vibecaas.entrypoints.cli import app


def whole_program() -> App:
    """Return the client part of what ``./vibecaas`` runs."""
    return app


def machine_commands() -> dict[str, str]:
    """Return the machine's own commands with the sentence of the module that holds each.

    Raises:
        ValueError: a command names a module that does not exist or says nothing.
    """
    found = {}
    for word, module in COMMANDS.items():
        spec = find_spec(module)
        sentence = ast.get_docstring(ast.parse(Path(spec.origin).read_text())) if spec and spec.origin else None
        if not sentence:
            raise ValueError(f"The command {word} has no module {module} with a sentence about it.")
        found[word] = " ".join(sentence.split("\n\n")[0].split())
    return found
