"""Puts an installation together: folders with their owners, ports, and what the supervisors are told."""

from __future__ import annotations

import contextlib
import json
import os
import socket
import stat
import subprocess
from dataclasses import asdict
from pathlib import Path

from standalone import accounts
from standalone.accounts import Account, Accounts
from standalone.install import webapp
from standalone.install.node import Node
from standalone.install.release import Release
from standalone.layout import Layout
from standalone.parts import credentials, database, machines, platform, queue
from standalone.parts.credentials import Credentials
from standalone.parts.platform import Ports
from standalone.problems import Problem
from standalone.supervisor.spec import PartSpec, SupervisorSpec

PLATFORM, MACHINE = "platform", "machine"


def supervisor_socket(layout: Layout, name: str) -> Path:
    """Where a supervisor listens for commands."""
    return (layout.platform_run if name == PLATFORM else layout.machine_run) / "sup.sock"


def prepare_folders(layout: Layout, who: Accounts) -> None:
    """Make the folders of data, sockets and logs with their owners. Raises Problem if one is not ours."""
    layout.home.mkdir(parents=True, exist_ok=True)
    if who.separate:
        layout.home.chmod(0o755)
        check_reachable(layout, who.platform)
    _make_run_folder(layout.run, who)
    accounts.folder(layout.platform_run, who.platform, 0o700)
    shared = layout.machine_run  # its sockets are the edge's upstreams: the platform's user is in this group
    accounts.folder(shared, who.machine, 0o2750)
    database.ensure_data_folder(layout, who.platform)
    layout.logs.mkdir(exist_ok=True)
    layout.logs.chmod(0o755)
    for name, account in ((PLATFORM, who.platform), (MACHINE, who.machine)):
        accounts.folder(layout.logs / name, account, 0o750)
    webapp.place_placeholder(layout)


def passwords(layout: Layout) -> Credentials:
    """The installation's passwords, generated at the first call."""
    return credentials.ensure(layout)


def platform_spec(
    layout: Layout, who: Accounts, release: Release, browser: str | None, *, extra: tuple[PartSpec, ...] = ()
) -> tuple[Path, dict[str, str]]:
    """Write what the platform's parts read at their start; returns their specification and their settings.

    extra: further parts that run as the platform's user.
    """
    secrets = credentials.ensure(layout)
    ports = _ports(layout)
    env = platform.environment(layout, who.platform, release, secrets=secrets, ports=ports, browser=browser)
    parts = [
        database.part(layout, ports.postgres),
        queue.part(layout, who.platform, ports.redis, secrets.redis),
        *platform.once_parts(layout, env, secrets, ports),
        *platform.serving_parts(layout, env),
        platform.edge_part(layout, who.platform, release),
        *extra,
    ]
    return _write_spec(layout, PLATFORM, who.platform, release, parts), env


def machine_spec(layout: Layout, who: Accounts, release: Release, images: dict[str, Path], node: Node) -> Path:
    """Write what vm-control reads at its start; returns its specification."""
    token = credentials.ensure(layout).vm_token
    parts = [machines.part(layout, who.machine, release, token=token, images=images, node=node)]
    return _write_spec(layout, MACHINE, who.machine, release, parts)


def check_port(port: int, setting: str) -> None:
    """Raise Problem if somebody else listens on this port of the loopback address."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            raise Problem(
                f"port {port} is taken",
                why=f"another program listens on 127.0.0.1:{port} ({error.strerror})",
                remedy=f"end that program, or choose another port:  {setting}=<port> ./vibecaas up",
            ) from error


def _write_spec(layout: Layout, name: str, account: Account, release: Release, parts: list[PartSpec]) -> Path:
    spec = SupervisorSpec(
        name=name,
        socket=str(supervisor_socket(layout, name)),
        logs=str(layout.logs / name),
        release=release.name,
        parts=parts,
    )
    path = layout.secrets / f"{name}.spec.json"
    return credentials.write_for(path, spec.to_json().encode(), account)


def _ports(layout: Layout) -> Ports:
    """The ports of database and queue: the former ones while they are free, else two free ones."""
    path = layout.home / "ports.json"
    with contextlib.suppress(OSError, ValueError, TypeError):
        known = Ports(**json.loads(path.read_text()))
        if all(_is_free(port) for port in (known.postgres, known.redis)):
            return known
    with socket.socket() as first, socket.socket() as second:
        first.bind(("127.0.0.1", 0))
        second.bind(("127.0.0.1", 0))
        chosen = Ports(postgres=first.getsockname()[1], redis=second.getsockname()[1])
    path.write_text(json.dumps(asdict(chosen)))
    return chosen


def free_port() -> int:
    """A port of the loopback address that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _is_free(port: int) -> bool:
    try:
        check_port(port, "")
    except Problem:
        return False
    return True


def _make_run_folder(run: Path, who: Accounts) -> None:
    """Everybody may write to /tmp, so a folder found there must be our own and closed."""
    with contextlib.suppress(FileExistsError):
        run.mkdir(mode=0o755 if who.separate else 0o700)
    state = run.lstat()
    ours = stat.S_ISDIR(state.st_mode) and state.st_uid == os.geteuid() and not state.st_mode & 0o022
    if not ours:
        raise Problem(
            f"the folder for sockets {run} belongs to somebody else",
            why="it is no folder of this user that only this user can write to",
            remedy="remove it, or name another one with VIBECAAS_RUN",
        )
    if who.separate:
        run.chmod(0o755)


def check_reachable(layout: Layout, account: Account) -> None:
    """Raise Problem if the service users cannot enter the data folder or start its Python."""
    for folder in (layout.home, *layout.home.parents):
        if not folder.stat().st_mode & 0o001:
            raise Problem(
                f"the service user {account.name} cannot enter {folder}",
                why=f"the data folder {layout.home} lies below it, and it is closed to others",
                remedy="choose another data folder with VIBECAAS_HOME",
            )
    tried = subprocess.run(
        [str(layout.python), "-I", "-c", ""], capture_output=True, text=True, check=False, cwd="/",
        user=account.uid, group=account.gid, extra_groups=[],
    )  # fmt: skip
    if tried.returncode != 0:
        raise Problem(
            f"the service user {account.name} cannot start {layout.python}",
            why=tried.stderr.strip(),
            remedy="let VIBECAAS_PYTHON name a Python that every user can read, such as /usr/bin/python3",
        )
