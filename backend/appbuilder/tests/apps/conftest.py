"""What built apps need to run: the template's dependencies, prepared once."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from appbuilder.base import template_inputs
from appbuilder.compiler import compile_app
from appbuilder.spec import AppSpec


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with ``web/node_modules`` and ``venv``; APP_TEMPLATE_DIR names one that exists."""
    known = os.environ.get("APP_TEMPLATE_DIR")
    return Path(known) if known else _install("fullstack", tmp_path_factory.mktemp("template"))


@pytest.fixture(scope="session")
def nextjs_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same for apps with Next.js; APP_NEXTJS_TEMPLATE_DIR names one that exists."""
    known = os.environ.get("APP_NEXTJS_TEMPLATE_DIR")
    return Path(known) if known else _install("nextjs", tmp_path_factory.mktemp("nextjs"))


def _install(image: str, place: Path) -> Path:
    for path, content in template_inputs(image).items():
        (place / path).parent.mkdir(exist_ok=True)
        (place / path).write_bytes(content)
    subprocess.run([sys.executable, "-m", "venv", place / "venv"], check=True)
    python = str(place / "venv/bin/python")
    install = [python, "-m", "pip", "install", "-q", "-r", str(place / "api/requirements.txt")]
    subprocess.run(install, check=True)
    subprocess.run(["npm", "install", "--no-audit", "--no-fund"], cwd=place / "web", check=True)
    return place


def write_app(spec: AppSpec, place: Path, template: Path) -> dict[str, str]:
    """Writes the app with the template's packages; returns the environment its ``run`` needs."""
    for path, file in compile_app(spec).items():
        target = place / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.content)
        target.chmod(0o755 if file.executable else 0o644)
    modules = place / "web/node_modules"
    if spec.template == "nextjs":
        # Next.js follows no links that lead out of the app.
        shutil.copytree(template / "web/node_modules", modules, symlinks=True)
    elif spec.kind.has_web and not modules.exists():
        # A folder of its own, since Vite writes into it and the template may belong to somebody else.
        modules.mkdir()
        for package in (template / "web/node_modules").iterdir():
            if package.name != ".vite-temp":
                (modules / package.name).symlink_to(package)
    return {
        "PATH": os.environ["PATH"],
        "APP_PYTHON": str(template / "venv/bin/python"),
        "APP_DATA_DIR": str(place / "data"),
        "VITE_CACHE_DIR": str(place / "cache"),
    }
