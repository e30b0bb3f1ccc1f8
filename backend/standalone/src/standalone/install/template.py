"""The dependencies of generated apps, installed once for each image and shared by all its apps, read-only."""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection, Mapping
from functools import partial
from pathlib import Path

from appbuilder.base import template_inputs
from appbuilder.templates import TEMPLATES, Template
from standalone.accounts import Account, give
from standalone.install import npm, stamps, wheels
from standalone.install.node import Node
from standalone.install.shell import run
from standalone.layout import Layout
from standalone.problems import EXIT_USAGE, Problem
from standalone.progress import Progress

_YES = {"true", "1", "yes", "y", "on", "t"}
_NO = {"false", "0", "no", "n", "off", "f"}


def images(environ: Mapping[str, str]) -> list[str]:
    """The images that these settings ask for, the usual one first. Raises Problem."""
    wanted = (each.image for each in TEMPLATES.values() if not each.is_optional or _is_wanted(each, environ))
    return list(dict.fromkeys(wanted))


def _is_wanted(template: Template, environ: Mapping[str, str]) -> bool:
    """Read as the platform reads it, whose own reader is installed only later."""
    setting = f"VIBECAAS_TEMPLATES__{template.id.upper()}"
    said = environ.get(setting, "").lower() or "false"
    if said not in _YES | _NO:
        raise Problem(f"{setting} is {environ[setting]!r}", remedy="set it to true or false", exit_code=EXIT_USAGE)
    return said in _YES


def offered(wanted: Collection[str]) -> list[Template]:
    """The templates whose images these are."""
    return [each for each in TEMPLATES.values() if each.image in wanted]


def place(layout: Layout, image: str) -> Path:
    """Where the image made from the present packages lies."""
    return layout.home / "templates" / image / stamps.of_bytes(template_inputs(image))


def ensure_all(layout: Layout, node: Node, builder: Account, wanted: list[str], progress: Progress) -> dict[str, Path]:
    """Install the images that do not exist; returns the folder of each. Raises Problem."""
    for image in wanted:
        if not place(layout, image).exists():
            name = "app template" if image == "fullstack" else f"template {image}"
            with progress.step(name, partial(place, layout, image)):
                ensure(layout, node, builder, image)
    return {image: place(layout, image) for image in wanted}


def ensure(layout: Layout, node: Node, builder: Account, image: str) -> Path:
    """Install the image unless it exists; returns its folder with `web/node_modules` and `venv`.

    builder: who runs npm, never root. Raises Problem.
    """
    target = place(layout, image)
    if target.exists():
        return target
    work = npm.workshop(layout) / "template"
    shutil.rmtree(work, ignore_errors=True)
    for name, content in template_inputs(image).items():
        file = work / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    hand_over(work, builder)
    log = layout.logs / "install" / "template.log"
    npm.install(work / "web", node, builder, layout, log, what="installing the app template")
    (work / "web" / "node_modules" / ".vite-temp").mkdir(exist_ok=True)
    _keep_from_everybody(work)
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_name(f"{target.name}.new")
    shutil.rmtree(beside, ignore_errors=True)
    work.rename(beside)
    # made in its final owner's name and at once in a place it will be started from: scripts name their interpreter
    run(
        [str(layout.python), "-m", "venv", "--without-pip", str(beside / "venv")],
        what="making the apps' Python",
        log=log,
    )
    wheels.install_into(
        str(layout.python),
        str(beside / "venv" / "bin" / "python"),
        beside / "api" / "requirements.txt",
        log,
        hashes=False,
    )
    beside.rename(target)
    return target


def hand_over(folder: Path, owner: Account) -> None:
    """Give a whole tree to `owner`."""
    for place_, _, files in os.walk(folder):
        give(Path(place_), owner, 0o755)
        for name in files:
            if os.geteuid() == 0:
                os.lchown(Path(place_) / name, owner.uid, owner.gid)


def _keep_from_everybody(folder: Path) -> None:
    """Started by root, the finished tree is root's: no service user can change what all apps share."""
    if os.geteuid() != 0:
        return
    for place_, folders, files in os.walk(folder):
        for name in (*folders, *files):
            os.lchown(Path(place_) / name, 0, 0)
    os.chown(folder, 0, 0)
