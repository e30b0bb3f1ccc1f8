"""`doctor`: what this machine offers, what is missing, and the one line that mends it."""

from __future__ import annotations

import argparse
import os
import platform as machine
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass

from standalone import layout as layouts
from standalone import state
from standalone.install import apt, node
from standalone.layout import Layout
from standalone.parts import edge, queue
from standalone.problems import EXIT_MISSING_PACKAGES, Problem

OK, WANTED, MISSING = "ok", "wanted", "missing"


@dataclass(frozen=True)
class Finding:
    """One line. level: ok, wanted (something is left out without it) or missing (nothing works without it)."""

    level: str
    subject: str
    text: str


def main(argv: list[str]) -> int:
    """Run the command; 0 when nothing necessary is missing, else 7."""
    argparse.ArgumentParser(prog="vibecaas doctor", description="Look at this machine.").parse_args(argv)
    findings = list(examine(layouts.discover()))
    for finding in findings:
        print(f"  {finding.level:<8}{finding.subject:<16}{finding.text}")
    return EXIT_MISSING_PACKAGES if any(finding.level == MISSING for finding in findings) else 0


def examine(layout: Layout) -> Iterator[Finding]:
    """Look at everything the product stands on."""
    yield Finding(OK, "system", f"{machine.system()} {machine.release()}, {os.cpu_count()} processors")
    yield Finding(OK, "python", f"{machine.python_version()} at {layout.python}")
    yield from _programs()
    yield _redis()
    yield _nginx()
    yield _sandbox()
    found = node.installed(layout)
    yield Finding(OK, "node", found.node if found else "none yet; './vibecaas up' fetches one")
    yield _disk(layout)
    now = state.read(layout)
    broken = [part["name"] for part in now.parts if part["state"] not in state.GOOD]
    text = f"running, but not ready: {', '.join(broken)}" if broken else ("running" if now.running else "not running")
    yield Finding(WANTED if broken else OK, "vibecaas", text)


def _programs() -> Iterator[Finding]:
    for package in (apt.BUBBLEWRAP, apt.GIT, apt.CHROMIUM):
        path = apt.find_program(*package.programs)
        line = f"as root: apt-get install -y --no-install-recommends {package.name}"
        level = OK if path else (WANTED if package.wanted_only else MISSING)
        yield Finding(level, package.name, path or line)


def _redis() -> Finding:
    try:
        return Finding(OK, "redis", queue.program())
    except Problem as problem:
        return Finding(MISSING, "redis", f"{problem.what}; {problem.remedy}")


def _nginx() -> Finding:
    path = apt.find_program("nginx")
    if path is None:
        return Finding(MISSING, "nginx", "as root: apt-get install -y --no-install-recommends nginx-light")
    try:
        edge.nginx_options(path)
    except Problem as problem:
        return Finding(MISSING, "nginx", f"{problem.what}; {problem.remedy}")
    return Finding(OK, "nginx", path)


def _sandbox() -> Finding:
    """Whether bubblewrap may make the namespaces that a sandbox consists of."""
    path = apt.find_program("bwrap")
    if path is None:
        return Finding(MISSING, "sandbox", "needs bubblewrap")
    tried = subprocess.run(
        [path, "--unshare-all", "--ro-bind", "/", "/", "true"], capture_output=True, text=True, check=False
    )
    if tried.returncode == 0:
        return Finding(OK, "sandbox", "bubblewrap makes user, process and network namespaces")
    return Finding(MISSING, "sandbox", f"the kernel refuses namespaces: {tried.stderr.strip()}")


def _disk(layout: Layout) -> Finding:
    place = layout.home
    while not place.exists():
        place = place.parent
    state_ = os.statvfs(place)
    free_bytes = state_.f_bavail * state_.f_frsize
    low = free_bytes < 2_500_000_000  # noqa: PLR2004  what a first installation takes
    return Finding(WANTED if low else OK, "disk", f"{free_bytes // 1_000_000_000} GB free at {place}")
