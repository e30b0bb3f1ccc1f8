"""Where checks and tests run: the checkout itself, or, started by root, a copy that the service user owns."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from standalone import accounts, assembly
from standalone.accounts import Account, switch
from standalone.install import apt, mirror, npm, shell, stamps, synchronise, template, webapp, wheels
from standalone.install import node as nodes
from standalone.install.node import Node
from standalone.install.release import PACKAGES
from standalone.layout import Layout
from standalone.progress import Progress

NEEDED_BYTES = 3_000_000_000


@dataclass(frozen=True)
class Workspace:
    """A tree to work in and everything to work with. reports: a folder for machine-readable results."""

    folder: Path
    reports: Path
    python: Path
    node: Node
    account: Account
    env: dict[str, str]

    def run(self, argv: list[str], *, cwd: Path | None = None, quiet: bool = False) -> subprocess.CompletedProcess[str]:
        """Run a program here, never as root. quiet: collect its output instead of showing it."""
        extra: dict[str, Any] = switch(self.account)
        output = subprocess.PIPE if quiet else None
        return subprocess.run(
            argv, cwd=cwd or self.folder, env=self.env, check=False, text=True, stdin=subprocess.DEVNULL,
            stdout=output, stderr=subprocess.STDOUT if quiet else None, **extra,
        )  # fmt: skip

    @property
    def frontend(self) -> Path:
        """The web app's folder."""
        return self.folder / "frontend"


def prepare(layout: Layout, *, browser: bool, frontend: bool = True) -> Workspace:
    """Install the tools of development and lay out the tree. Raises Problem, also when a lock would change."""
    shell.writable(layout.home)
    shell.enough_space(layout.home, NEEDED_BYTES)
    progress = Progress()
    who = accounts.ensure()
    if who.separate:
        layout.home.chmod(0o755)
    if browser and apt.can_install() and apt.find_program("chromium") is None:
        with progress.step("Chromium"):
            apt.install([apt.CHROMIUM], layout.logs / "install" / "chromium.log")
    python = _environment(layout, progress) / "bin" / "python"
    if who.separate:
        assembly.check_reachable(layout, who.platform)
    node = nodes.installed(layout)
    if node is None:
        with progress.step("Node"):
            node = nodes.ensure(layout)
    folder = _tree(layout, who.platform, progress)
    _name_sources(python, folder)
    reports = accounts.folder(layout.home / "reports", who.platform, 0o755)
    workspace = Workspace(folder, reports, python, node, who.platform, _env(layout, folder, node, who.platform))
    if frontend:
        with progress.step("web app's packages"):
            log = layout.logs / "install" / "web-development.log"
            npm.install(workspace.frontend, node, who.platform, layout, log, what="installing the web app's packages")
    progress.close()
    return workspace


def install_images(layout: Layout, workspace: Workspace, wanted: list[str]) -> None:
    """Install what built apps need to run; the tests find it by APP_TEMPLATE_DIR and APP_NEXTJS_TEMPLATE_DIR."""
    progress = Progress()
    template.ensure_all(layout, workspace.node, workspace.account, wanted, progress)
    progress.close()


def install_product(layout: Layout, workspace: Workspace) -> None:
    """Install what whole products of the tests share, beside the app template: the built web app."""
    install_images(layout, workspace, ["fullstack"])
    target = webapp.built(layout)
    if not target.exists():
        progress = Progress()
        layout.web.mkdir(exist_ok=True)
        with progress.step("web app", lambda: target):
            webapp.ensure(layout, workspace.node, workspace.account, workspace.frontend)
        progress.close()


def tracked(checkout: Path) -> dict[str, Path]:
    """Relative path -> file of everything that git knows or would add; without git, everything but caches."""
    command = ["git", "-C", str(checkout), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        said = subprocess.run(command, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        return synchronise.tree(checkout)
    names = [name for name in said.stdout.split("\0") if name]
    if said.returncode != 0 or not names:
        return synchronise.tree(checkout)
    return {name: checkout / name for name in names if (checkout / name).is_file()}


def _environment(layout: Layout, progress: Progress) -> Path:
    requirements = [layout.checkout / "requirements" / name for name in ("bootstrap.txt", "dev.txt")]
    target = layout.home / "environments" / f"dev-{stamps.of_files(requirements)}"
    if not target.exists():
        with progress.step("tools of development", lambda: target):
            log = layout.logs / "install" / "wheels-dev.log"
            base = str(Path(sys.base_prefix) / "bin" / Path(sys.executable).name)
            python = base if Path(base).exists() else sys.executable
            wheels.build_environment(python, target, layout.checkout, requirements[1:], log)
    return target


def _name_sources(python: Path, folder: Path) -> None:
    """Programs that tests start with a clean environment find the packages of this tree all the same."""
    place = next((python.parent.parent / "lib").glob("python3.*")) / "site-packages" / "vibecaas_sources.pth"
    content = "".join(f"{folder / 'backend' / package / 'src'}\n" for package in PACKAGES)
    if not place.exists() or place.read_text() != content:
        place.write_text(content)


def _tree(layout: Layout, owner: Account, progress: Progress) -> Path:
    """The checkout, or its copy with a git index of its own, since some tools ask git which files there are."""
    if os.geteuid() != 0:
        return layout.checkout
    target = layout.home / "workspace" / "tree"
    log = layout.logs / "install" / "workspace.log"
    with progress.step("copy for the service user"):
        mirror.hand_over(tracked(layout.checkout), target, owner=owner, layout=layout, log=log)
        env = {"PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "GIT_CONFIG_GLOBAL": "/dev/null"}
        for command in (["git", "init", "-q"], ["git", "add", "--all"]):
            shell.run(command, what="listing the copied files", log=log, env=env, account=owner, cwd=target)
    return target


def _env(layout: Layout, folder: Path, node: Node, account: Account) -> dict[str, str]:
    """No setting of the running installation reaches the tests; the machine's package sources do."""
    sources = [str(folder / "backend" / package / "src") for package in PACKAGES]
    kept = {
        name: value for name, value in wheels.package_env().items() if not name.startswith(("VIBECAAS_", "FEATURE_"))
    }
    env = {**kept, **npm.environment(node, account, layout)}
    home = accounts.folder(layout.home / "workspace" / "home", account, 0o700)
    env.update(
        HOME=str(home),
        PATH=f"{node.folder}:/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin",
        PYTHONPATH=":".join([*sources, str(folder / "tools"), str(folder)]),
        PYTHONPYCACHEPREFIX=str(home / "pycache"),
        VIBECAAS_TEST_INSTALLED=str(layout.home),
        APP_TEMPLATE_DIR=str(template.place(layout, "fullstack")),
        APP_NEXTJS_TEMPLATE_DIR=str(template.place(layout, "nextjs")),
        USER=account.name,
        LOGNAME=account.name,
    )
    return env
