"""`login` and `logout`."""

import getpass
import sys
from pathlib import Path

from vibecaas.entrypoints.cli.client import ApiClient
from vibecaas.entrypoints.cli.commands.connection import connected
from vibecaas.entrypoints.cli.failures import CliError, ExitCode
from vibecaas.entrypoints.cli.output import Output, Printer, Switch, clean
from vibecaas.entrypoints.cli.session import Session, clear_session, load_session, save_session


def login(
    email: str | None = None,
    *,
    url: str | None = None,
    password_file: str | None = None,
    token_file: str | None = None,
    no_input: Switch = False,
    output: Output = Output(),
) -> None:
    """Sign in and keep the session in a file that only you can read.

    Args:
        email: Your address; asked for on a terminal.
        url: Address of the installation, if it is not the one used last.
        password_file: Read the password from this file; `-` is stdin.
        token_file: Sign in with the one-use token of a welcome link instead; `-` is stdin.
        no_input: Never ask; fail when something is missing.
    """
    base_url = url or load_session().base_url
    client = ApiClient(Session(base_url))
    try:
        if token_file:
            answer = client.post("/auth/welcome", {"token": _read(token_file), "session": "token"})
        else:
            address = email or _ask("E-mail: ", no_input=no_input, secret=False)
            password = _read(password_file) if password_file else _ask("Password: ", no_input=no_input, secret=True)
            answer = client.post("/auth/login", {"email": address, "password": password, "session": "token"})
    finally:
        client.close()
    save_session(base_url, str(answer["access_token"]), str(answer["refresh_token"]))
    user = answer["user"]
    shown = {"object": "login", "base_url": base_url, "user": user, "organization": answer["organization"]}
    Printer(output).result(shown, f"Signed in at {base_url} as {clean(user['email'])}.")


def logout(*, output: Output = Output()) -> None:
    """End this session here and on the server."""
    try:
        with connected() as client:
            client.post("/auth/logout")
    except CliError as failure:
        if failure.exit_code != ExitCode.NOT_PERMITTED:
            raise
    clear_session()
    Printer(output).result({"object": "logout"}, "Signed out.")


def _read(path: str) -> str:
    try:
        text = sys.stdin.read() if path == "-" else Path(path).read_text()
    except OSError as error:
        raise CliError(f"{path} cannot be read: {error.strerror}.", exit_code=ExitCode.USAGE) from error
    return text.strip("\r\n")


def _ask(question: str, *, no_input: bool, secret: bool) -> str:
    if no_input or not sys.stdin.isatty():
        raise CliError(
            f"{question.rstrip(': ')} is missing and there is no terminal to ask on.",
            exit_code=ExitCode.USAGE,
            hint="vibecaas login EMAIL --password-file -",
        )
    return getpass.getpass(question) if secret else input(question)
