"""`dev`: the product from the checkout, with hot reload of API, worker, machines and web app, until Ctrl-C."""

from __future__ import annotations

import argparse
import os
import time
from pathlib import Path

from standalone import accounts, assembly, state
from standalone import layout as layouts
from standalone.accounts import Accounts
from standalone.commands import welcome
from standalone.install import apt, mirror, npm, shell, synchronise, template, webapp
from standalone.install import node as nodes
from standalone.install.node import Node
from standalone.install.release import Release, source_files
from standalone.layout import Layout
from standalone.lock import exclusive
from standalone.parts import database, development
from standalone.progress import Progress
from standalone.start import start_machine, start_platform, wait_until_ready
from standalone.supervisor import client
from standalone.supervisor.spec import PartSpec

_LOOK_SECONDS = 0.5
# a changed file below one of these restarts these parts; files of the app builder are used by both
_RESTARTS = {
    "backend/vmcontrol/": ((assembly.MACHINE, "vmcontrol"),),
    "backend/": ((assembly.PLATFORM, "api"), (assembly.PLATFORM, "worker"), (assembly.PLATFORM, "scheduler")),
}


def main(argv: list[str]) -> int:
    """Run the command until it is interrupted."""
    words = argparse.ArgumentParser(prog="vibecaas dev", description="Run from the checkout with hot reload.")
    words.add_argument("--port", type=int, default=8422, help="address of web app and API together")
    options = words.parse_args(argv)
    layout = layouts.discover()
    shell.writable(layout.home)
    os.environ["VIBECAAS_HTTP__PUBLIC_URL"] = f"http://localhost:{options.port}"
    with exclusive(layout):
        state.stop(layout)
        try:
            _start(layout, options.port)
            _follow(layout, accounts.ensure())
        finally:
            state.stop(layout)
    return 0


def changed(before: dict[str, int], after: dict[str, int]) -> set[str]:
    """Names of files that were added, removed or written between two looks."""
    return {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}


def parts_to_restart(names: set[str]) -> set[tuple[str, str]]:
    """(supervisor, part) of everything that runs code of these files."""
    found: set[tuple[str, str]] = set()
    for name in names:
        prefix = next((prefix for prefix in _RESTARTS if name.startswith(prefix)), None)
        if prefix:
            found.update(_RESTARTS[prefix])
    return found


def _start(layout: Layout, port: int) -> None:
    for number, setting in ((layout.console_port, "VIBECAAS_HTTP__PORT"), (layout.edge_port, "VIBECAAS_EDGE__PORT")):
        assembly.check_port(number, setting)
    assembly.check_port(port, "another --port")
    who = accounts.ensure()
    assembly.prepare_folders(layout, who)
    progress = Progress()
    release = _synchronise(layout, who, backend=True)
    node = nodes.ensure(layout)
    images = template.ensure_all(layout, node, who.platform, template.images(os.environ), progress)
    with progress.step("web app's packages"):
        extra = _web_parts(layout, who, release, node, port)
    with progress.step("platform"):
        database.ensure_folder(layout, who.platform, assembly.passwords(layout))
        browser = apt.find_program(*apt.CHROMIUM.programs)
        env = start_platform(layout, who, release, browser, extra=extra)
        wait_until_ready(layout, assembly.PLATFORM)
    with progress.step("machines"):
        start_machine(layout, who, release, images, node)
        wait_until_ready(layout, assembly.MACHINE)
    welcome.ensure_session(layout, who, env)
    welcome.show(layout)


def _web_parts(layout: Layout, who: Accounts, release: Release, node: Node, port: int) -> tuple[PartSpec, ...]:
    folder = _web_folder(layout)
    log = layout.logs / "install" / "web-development.log"
    mirror.hand_over(webapp.sources(layout.checkout), folder, owner=who.platform, layout=layout, log=log)
    npm.install(folder, node, who.platform, layout, log, what="installing the web app's packages")
    web_port = assembly.free_port()
    return (
        development.web_part(layout, who.platform, node, folder, web_port),
        development.address_part(layout, who.platform, release, port=port, web_port=web_port),
    )


def _follow(layout: Layout, who: Accounts) -> None:
    """Look twice a second; bring changes over and restart what runs them."""
    print("Changes are picked up as you save. Ctrl-C ends everything.", flush=True)
    seen = _look(layout)
    while True:
        time.sleep(_LOOK_SECONDS)
        now = _look(layout)
        names = changed(seen, now)
        seen = now
        if not names:
            continue
        restarts = parts_to_restart(names)
        _synchronise(layout, who, backend=bool(restarts))
        for supervisor, part in sorted(restarts):
            client.ask(assembly.supervisor_socket(layout, supervisor), {"do": "restart", "part": part})
        what = ", ".join(part for _, part in sorted(restarts)) or "web"
        print(f"  {len(names)} changed ({min(names)}): {what}", flush=True)


def _synchronise(layout: Layout, who: Accounts, *, backend: bool) -> Release:
    """Bring the checkout's files to where the service users can read them."""
    release = Release(layout.home / "development")
    if backend:
        release.folder.mkdir(exist_ok=True)
        synchronise.synchronise(source_files(layout.checkout), release.folder)
    elif _web_folder(layout).exists():
        log = layout.logs / "install" / "web-development.log"
        sources = webapp.sources(layout.checkout)
        mirror.hand_over(sources, _web_folder(layout), owner=who.platform, layout=layout, log=log)
    return release


def _web_folder(layout: Layout) -> Path:
    return npm.workshop(layout) / "web-development"


def _look(layout: Layout) -> dict[str, int]:
    """Time of the last change of every source file."""
    files = {
        **source_files(layout.checkout),
        **{f"frontend/{n}": f for n, f in webapp.sources(layout.checkout).items()},
    }
    times: dict[str, int] = {}
    for name, file in files.items():
        try:
            times[name] = file.stat().st_mtime_ns
        except FileNotFoundError:
            continue  # gone between the listing and the look; the next look sees it so
    return times
