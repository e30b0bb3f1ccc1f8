"""Python environments from hashed requirements; built beside their place and renamed into it when complete."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from standalone.install.shell import run


def build_environment(python: str, target: Path, checkout: Path, requirements: list[Path], log: Path) -> None:
    """Make the environment `target` with `python`, uv and these hashed requirements.

    An interrupted attempt leaves only a folder that the next one removes. Raises Problem.
    """
    beside = target.with_name(f"{target.name}.new")
    shutil.rmtree(beside, ignore_errors=True)
    beside.parent.mkdir(parents=True, exist_ok=True)
    env = package_env()
    inner = str(beside / "bin" / "python")
    run([python, "-m", "venv", str(beside)], what="making a Python environment", log=log, env=env)
    run(
        [inner, "-m", "pip", "install", "--quiet", "--no-deps", "--require-hashes", "--no-compile",
         "-r", str(checkout / "requirements" / "bootstrap.txt")],
        what="installing uv", log=log, env=env,
    )  # fmt: skip
    for file in requirements:
        install_into(inner, inner, file, log)
    beside.rename(target)


def install_into(uv_python: str, python: str, requirements: Path, log: Path, *, hashes: bool = True) -> None:
    """Install requirements into the environment of `python` with the uv of `uv_python`."""
    strict = ["--require-hashes"] if hashes else []
    run(
        [uv_python, "-m", "uv", "pip", "install", "--quiet", "--compile-bytecode", "--python", python, *strict,
         "-r", str(requirements)],
        what="installing Python packages", log=log, env=package_env(),
    )  # fmt: skip


def package_env() -> dict[str, str]:
    """The environment for pip and uv: the machine's package source and certificates, no Python downloads."""
    env = {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "VIRTUAL_ENV"}}
    env.update(UV_PYTHON_DOWNLOADS="never", UV_NO_CONFIG="1", UV_NATIVE_TLS="true", PIP_DISABLE_PIP_VERSION_CHECK="1")
    if "UV_DEFAULT_INDEX" not in env and (index := _pip_setting("index-url")):
        env["UV_DEFAULT_INDEX"] = index
    if "SSL_CERT_FILE" not in env and (certificate := _pip_setting("cert")):
        env["SSL_CERT_FILE"] = certificate
    return env


def _pip_setting(name: str) -> str | None:
    """What the machine's pip is told about its package source; uv does not read pip's settings."""
    variable = f"PIP_{name.replace('-', '_').upper()}"
    if os.environ.get(variable):
        return os.environ[variable]
    files = [Path("/etc/pip.conf"), Path.home() / ".config/pip/pip.conf", Path.home() / ".pip/pip.conf"]
    for file in files:
        try:
            lines = file.read_text().splitlines()
        except OSError:
            continue
        for line in lines:
            key, _, value = line.partition("=")
            if key.strip() == name and value.strip():
                return value.strip()
    return None


def works(environment: Path) -> bool:
    """Whether the environment's interpreter still starts (a system upgrade can take it away)."""
    python = environment / "bin" / "python"
    if not python.exists():
        return False
    return subprocess.run([str(python), "-c", "import sys"], capture_output=True, check=False).returncode == 0
