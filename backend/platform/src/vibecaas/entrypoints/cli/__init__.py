"""The command line: a client program of the HTTP API and nothing else."""

from vibecaas.entrypoints.cli.program import app, main

__all__ = ["app", "main"]
