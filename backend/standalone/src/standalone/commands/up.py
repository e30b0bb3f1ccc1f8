"""`up`: install what is missing, start everything, and with --try build the first app."""

from __future__ import annotations

import argparse
import os
import time
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from standalone import accounts, assembly, state
from standalone import layout as layouts
from standalone.accounts import Accounts
from standalone.commands import first_app, welcome
from standalone.install import apt, shell, template, webapp
from standalone.install import node as nodes
from standalone.install import release as releases
from standalone.install.node import Node
from standalone.install.release import Release
from standalone.layout import Layout
from standalone.lock import exclusive
from standalone.parts import database, machines, platform
from standalone.problems import EXIT_USAGE, Problem
from standalone.progress import Progress
from standalone.start import start_machine, start_platform, wait_until_ready

NEEDED_BYTES = 1_000_000_000


@dataclass
class Installation:
    """One run of `up`. late: work that the first app does not wait for."""

    layout: Layout
    who: Accounts
    release: Release
    browser: bool
    progress: Progress = field(default_factory=Progress)
    late: list[Future[None]] = field(default_factory=list)


def parser() -> argparse.ArgumentParser:
    """The words that `up` understands."""
    words = argparse.ArgumentParser(prog="vibecaas up", description="Start VibeCaaS; install what is missing first.")
    words.add_argument("--try", dest="request", metavar="REQUEST", help="build this app as soon as everything runs")
    words.add_argument("--review", action="store_true", help="with --try: show the plan and ask before building")
    words.add_argument("--user", action="store_true", help="install no system packages and create no users")
    words.add_argument("--no-browser", action="store_true", help="do without Chromium; browser checks are skipped")
    return words


def main(argv: list[str]) -> int:
    """Run the command; returns the exit code. Raises Problem."""
    options = parser().parse_args(argv)
    if options.user and os.geteuid() == 0:
        raise Problem(
            "--user is for an ordinary account, and this is root", remedy="leave it out", exit_code=EXIT_USAGE
        )
    if options.request is not None and not options.request.strip():
        raise Problem(
            "the request is empty", remedy='say what to build:  ./vibecaas up --try "A guestbook"', exit_code=EXIT_USAGE
        )
    layout = layouts.discover()
    shell.writable(layout.home)
    with exclusive(layout):
        return stay_up(layout, options) if _already_running(layout) else bring_up(layout, options)


def stay_up(layout: Layout, options: argparse.Namespace) -> int:
    """What is left to do when everything runs: the answer, and late work that an earlier start could not finish."""
    print("VibeCaaS is already running.")
    code = _answer(layout, options)
    if webapp.is_current(layout) and (options.no_browser or _has_browser() or not apt.can_install()):
        return code
    installation = Installation(layout, accounts.ensure(), releases.wanted(layout), browser=not options.no_browser)
    with ThreadPoolExecutor(2) as pool:
        _begin_browser(installation, pool)
        _begin_web_app(installation, pool, nodes.ensure(layout))
        _finish_late(installation)
    return code


def bring_up(layout: Layout, options: argparse.Namespace) -> int:
    """Everything from nothing running to the answer; the late work is finished before it returns."""
    shell.enough_space(layout.home, NEEDED_BYTES)
    assembly.check_port(layout.console_port, "VIBECAAS_HTTP__PORT")
    assembly.check_port(layout.edge_port, "VIBECAAS_EDGE__PORT")
    packages = apt.missing_small(root=os.geteuid() == 0)
    if packages and not apt.can_install():
        raise apt.refuse(packages)
    who = accounts.ensure()
    assembly.prepare_folders(layout, who)
    installation = Installation(layout, who, releases.ensure(layout), browser=not options.no_browser)
    with ThreadPoolExecutor(4) as pool:
        try:
            _start_everything(installation, pool, packages)
        except Problem as problem:
            installation.progress.say(f"  {problem.what}; what else was begun is finished first")
            raise
        with installation.progress.paused():
            code = _answer(layout, options, installed_at=time.time())
        _finish_late(installation)
    releases.remove_others(layout, installation.release)
    return code


def _answer(layout: Layout, options: argparse.Namespace, *, installed_at: float | None = None) -> int:
    """Build the first app if one was asked for, else say where everything is."""
    if options.request:
        return first_app.build(layout, options.request, review=options.review, installed_at=installed_at)
    welcome.show(layout)
    return 0


def _already_running(layout: Layout) -> bool:
    """Whether this very release runs completely; anything else that runs is ended first."""
    now = state.read(layout)
    if not now.running:
        return False
    reason = _outdated(layout, now)
    if reason is None:
        return True
    print(f"VibeCaaS is running, but {reason}: it is started again.")
    state.stop(layout)
    return False


def _outdated(layout: Layout, now: state.State) -> str | None:
    """What is wrong with the installation that runs; None if nothing is."""
    if not now.complete:
        return "some of its parts are down"
    if now.release != releases.wanted(layout).name:
        return "the sources have changed since its start"
    if machines.offered(layout) != {each.id for each in template.offered(template.images(os.environ))}:
        return "other templates are wanted than at its start"
    return None


def _start_everything(installation: Installation, pool: ThreadPoolExecutor, packages: list[apt.Package]) -> None:
    """Both sides of the installation and the start, until every part is ready."""
    layout, who, progress = installation.layout, installation.who, installation.progress
    if packages:
        with progress.step("system packages"):
            apt.install(packages, layout.logs / "install" / "apt.log")
    _begin_browser(installation, pool)
    dependencies = pool.submit(_node_and_images, installation, template.images(os.environ))
    with progress.step("database"):
        database.ensure_folder(layout, who.platform, assembly.passwords(layout))
    browser = _browser(installation)
    with progress.step("platform"):
        env = start_platform(layout, who, installation.release, browser)
        wait_until_ready(layout, assembly.PLATFORM)
    welcome.ensure_session(layout, who, env)
    node, images = dependencies.result()
    with progress.step("machines"):
        start_machine(layout, who, installation.release, images, node)
        wait_until_ready(layout, assembly.MACHINE)
    _begin_web_app(installation, pool, node)


def _node_and_images(installation: Installation, wanted: list[str]) -> tuple[Node, dict[str, Path]]:
    layout, progress = installation.layout, installation.progress
    found = nodes.installed(layout)
    if found is None:
        with progress.step("Node"):
            found = nodes.ensure(layout)
    return found, template.ensure_all(layout, found, installation.who.platform, wanted, progress)


def _has_browser() -> bool:
    return apt.find_program(*apt.CHROMIUM.programs) is not None


def _browser(installation: Installation) -> str | None:
    """The browser for checks: the one that is there, or the one that is about to be installed."""
    if not installation.browser:
        return None
    return apt.find_program(*apt.CHROMIUM.programs) or (platform.CHROMIUM if apt.can_install() else None)


def _begin_browser(installation: Installation, pool: ThreadPoolExecutor) -> None:
    """Start what the first app does not wait for: without a browser its browser checks are skipped, and say so."""
    if not installation.browser or _has_browser():
        return

    def install_browser() -> None:
        with installation.progress.step("Chromium") as step:
            if apt.can_install():
                apt.install([apt.CHROMIUM], installation.layout.logs / "install" / "chromium.log")
            else:
                step.leave_out("browser checks are skipped; as root: apt-get install -y chromium")

    installation.late.append(pool.submit(install_browser))


def _begin_web_app(installation: Installation, pool: ThreadPoolExecutor, node: Node) -> None:
    """Start what the first app does not wait for: until then the console says that it is being built."""
    layout, builder = installation.layout, installation.who.platform
    target = webapp.built(layout)
    if target.exists():
        webapp.ensure(layout, node, builder)
        return

    def build_web_app() -> None:
        with installation.progress.step("web app", lambda: target):
            webapp.ensure(layout, node, builder)

    installation.late.append(pool.submit(build_web_app))


def _finish_late(installation: Installation) -> None:
    """Wait for the late work; a failure is told, and what already runs goes on."""
    problems = [error for future in installation.late if (error := future.exception()) is not None]
    if problems:
        raise problems[0]
