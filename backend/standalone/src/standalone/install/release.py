"""A release: the product's own files copied to a place that the service users can read, named by their hash."""

from __future__ import annotations

import compileall
import os
import re
import shutil
from pathlib import Path

from standalone.install import stamps, synchronise
from standalone.layout import Layout
from standalone.problems import Problem

# Pieces of apps, with places that are filled in later: no modules of ours, and no Python yet.
OF_BUILT_APPS = re.compile(r"/appbuilder/base/(?:files|optional|parts)/")
PACKAGES = ("platform", "appbuilder", "vmcontrol", "simulators", "standalone")


class Release:
    """The files of one release. folder: its place; python_path: what PYTHONPATH must hold to import from it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @property
    def name(self) -> str:
        """The hash that names it."""
        return self.folder.name

    @property
    def python_path(self) -> str:
        """The five packages' folders, as PYTHONPATH wants them."""
        return ":".join(str(self.folder / "backend" / package / "src") for package in PACKAGES)

    @property
    def edge_template(self) -> Path:
        """The unrendered configuration of the edge."""
        return self.folder / "deploy" / "edge" / "nginx.conf.template"


def source_files(checkout: Path) -> dict[str, Path]:
    """Relative path, the same in release and checkout -> file of the checkout."""
    found: dict[str, Path] = {}
    for folder in (*(f"backend/{package}/src" for package in PACKAGES), "backend/platform/migrations", "deploy/edge"):
        found.update(_tree(checkout / folder, folder))
    alembic = checkout / "backend/platform/alembic.ini"
    if alembic.exists():
        found["backend/platform/alembic.ini"] = alembic
    if not found:
        raise Problem(f"{checkout} holds no VibeCaaS sources", remedy="start ./vibecaas from a complete checkout")
    return found


def wanted(layout: Layout) -> Release:
    """The release that the checkout's present content makes, whether or not it exists."""
    return Release(layout.home / "releases" / stamps.of_tree(source_files(layout.checkout)))


def ensure(layout: Layout) -> Release:
    """Copy the checkout's content as a release, unless it exists already."""
    release = wanted(layout)
    if not release.folder.exists():
        beside = release.folder.with_name(f"{release.name}.new")
        shutil.rmtree(beside, ignore_errors=True)
        write(layout.checkout, beside)
        # the service users may not write here, so each of their starts would compile every module again
        compileall.compile_dir(
            beside, quiet=2, workers=0, stripdir=str(beside), prependdir=str(release.folder), rx=OF_BUILT_APPS
        )
        _open_to_readers(beside)
        beside.rename(release.folder)
    return release


def write(checkout: Path, target: Path) -> None:
    """Copy the sources into `target`: readable by everybody, written by nobody but the owner."""
    for name, source in source_files(checkout).items():
        place = target / name
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, place)
        shutil.copystat(source, place)  # times decide whether compiled modules still fit
        place.chmod(0o755 if source.stat().st_mode & 0o100 else 0o644)


def _open_to_readers(target: Path) -> None:
    for place, _, files in os.walk(target):
        Path(place).chmod(0o755)
        for name in files:
            file = Path(place) / name
            file.chmod(file.stat().st_mode | 0o444)


def remove_others(layout: Layout, keep: Release) -> None:
    """Delete releases that are no longer used."""
    for folder in (layout.home / "releases").iterdir():
        if folder != keep.folder:
            shutil.rmtree(folder, ignore_errors=True)


def _tree(folder: Path, prefix: str) -> dict[str, Path]:
    return {f"{prefix}/{name}": file for name, file in synchronise.tree(folder).items()}
