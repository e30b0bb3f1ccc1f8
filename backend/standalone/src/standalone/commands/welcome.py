"""The local owner's session for the command line, and the link that opens the workbench."""

from __future__ import annotations

import json
import subprocess
from typing import Any

from standalone.accounts import Accounts, switch
from standalone.layout import Layout
from standalone.problems import Problem
from vibecaas.entrypoints.cli.client import ApiClient
from vibecaas.entrypoints.cli.failures import CliError
from vibecaas.entrypoints.cli.session import Session, load_session, save_session


def base_url(layout: Layout) -> str:
    """Where the command line reaches the API."""
    return f"http://127.0.0.1:{layout.console_port}"


def ensure_session(layout: Layout, who: Accounts, env: dict[str, str]) -> None:
    """Make sure that the command line is signed in as the local owner; a session that works is kept."""
    session = load_session()
    if session.signed_in and session.base_url == base_url(layout):
        try:
            ApiClient(session).get("/users/me")
        except CliError:
            pass  # expired or of a former data folder: a new one is made
        else:
            return
    token = _local_owner(layout, who, env)["welcome_token"]
    answer = ApiClient(Session(base_url(layout))).post("/auth/welcome", {"token": token, "session": "token"})
    save_session(base_url(layout), str(answer["access_token"]), str(answer["refresh_token"]))


def show(layout: Layout) -> None:
    """Print where everything is."""
    print(f"  console:   {layout.console_url}")
    print(f"  workbench: {link(layout)}")
    print("  (the link works once, within 15 minutes; './vibecaas open' prints a new one)", flush=True)


def link(layout: Layout) -> str:
    """A fresh link to the workbench, or the console's address if the session has ended."""
    try:
        return str(ApiClient(load_session()).post("/auth/welcome-links")["url"])
    except CliError:
        return layout.console_url


def _local_owner(layout: Layout, who: Accounts, env: dict[str, str]) -> dict[str, Any]:
    done = subprocess.run(
        [str(layout.python), "-m", "vibecaas.entrypoints.local_owner"], env=env, cwd="/", capture_output=True,
        text=True, check=False, **switch(who.platform),
    )  # type: ignore[call-overload]  # fmt: skip
    lines = [line for line in done.stdout.splitlines() if line.startswith("{")]
    if done.returncode != 0 or not lines:
        raise Problem(
            "the local owner could not be made", why=done.stderr.strip()[-2000:], remedy="./vibecaas logs api"
        )
    made: dict[str, Any] = json.loads(lines[-1])
    return made
