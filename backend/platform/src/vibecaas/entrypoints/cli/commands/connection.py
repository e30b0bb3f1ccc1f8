"""A command's connection to the API, closed when the command ends."""

from collections.abc import Iterator
from contextlib import contextmanager

from vibecaas.entrypoints.cli.client import ApiClient
from vibecaas.entrypoints.cli.failures import CliError, ExitCode
from vibecaas.entrypoints.cli.session import load_session


@contextmanager
def connected(*, signed_in: bool = True) -> Iterator[ApiClient]:
    """Open a client for the stored session.

    Raises:
        CliError: nobody is signed in and the command needs somebody.
    """
    session = load_session()
    if signed_in and not session.signed_in:
        raise CliError("You are not signed in.", exit_code=ExitCode.NOT_PERMITTED, code="unauthenticated")
    client = ApiClient(session)
    try:
        yield client
    finally:
        client.close()
