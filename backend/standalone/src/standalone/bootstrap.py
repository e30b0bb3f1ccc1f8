"""First stage, run by the system's Python: the few Debian packages and the Python environment, side by side."""

from __future__ import annotations

import fcntl
import os
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from pathlib import Path

from standalone import layout as layouts
from standalone.install import apt, shell, wheels
from standalone.problems import Problem
from standalone.progress import Progress

NEEDED_BYTES = 2_500_000_000
# the others (doctor, the CLI) run without the system's programs
WHOLE_PRODUCT = {"up", "dev", "test", "check", "bench", "evals"}


def main(argv: list[str]) -> int:
    """Prepare the environment named by argv[0] for the command in argv[1:]; returns the exit code."""
    try:
        prepare(Path(argv[0]), argv[1:])
    except Problem as problem:
        sys.stdout.flush()
        print("\n".join(problem.lines()), file=sys.stderr)
        return problem.exit_code
    return 0


def prepare(environment: Path, command: list[str]) -> None:
    """Install what is missing. Raises Problem; what was begun is then repeated by the next start."""
    layout = layouts.discover()
    packages = missing_packages(command)
    if packages and (not apt.can_install() or "--user" in command):
        raise apt.refuse(packages)
    shell.writable(layout.home)
    shell.enough_space(layout.home, NEEDED_BYTES)
    with (layout.home / ".install.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not environment.exists():
            _install(layout, environment, packages)


def missing_packages(command: list[str]) -> list[apt.Package]:
    """The Debian packages this command cannot do without and the machine lacks."""
    missing = [] if apt.has_venv(sys.executable) else [apt.PYTHON_VENV]
    if command and command[0] in WHOLE_PRODUCT:
        missing += apt.missing_small(root=os.geteuid() == 0)
    return missing


def _install(layout: layouts.Layout, environment: Path, packages: list[apt.Package]) -> None:
    progress = Progress()
    progress.say(f"VibeCaaS is being installed into {layout.home}")
    logs = layout.logs / "install"

    def install_packages() -> None:
        with progress.step("system packages") as step:
            step.note = " ".join(package.name for package in packages)
            apt.install(packages, logs / "apt.log")

    def install_wheels() -> None:
        with progress.step("Python packages", lambda: environment):
            requirements = [layout.checkout / "requirements" / "runtime.txt"]
            wheels.build_environment(sys.executable, environment, layout.checkout, requirements, logs / "wheels.log")

    # an environment needs python3-venv first; otherwise the two go side by side
    jobs: list[Callable[[], None]] = [install_packages] if packages else []
    if apt.PYTHON_VENV in packages:
        install_packages()
        jobs = []
    with apt.no_services() if jobs else nullcontext(), ThreadPoolExecutor(2) as pool:
        for future in [pool.submit(job) for job in (*jobs, install_wheels)]:
            future.result()
    progress.close()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
