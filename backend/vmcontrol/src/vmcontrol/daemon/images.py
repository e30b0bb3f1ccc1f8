"""What a template brings into a machine: read-only mounts, variables, and what is wrong with it, if anything."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from vmcontrol.daemon.config import DaemonConfig, TemplateConfig
from vmcontrol.schemas import MachineSpec

HOME = "/home/user"
WORKSPACE = f"{HOME}/app"
DATA = f"{HOME}/data"
PYTHON = "/opt/vibecaas/python"
NODE = "/opt/vibecaas/node"
NODE_MODULES = "web/node_modules"
_VITE_TEMP = ".vite-temp"


@dataclass(frozen=True)
class Image:
    """Mounts are (host path, path inside). `mount_points` and `memory_mounts` are relative to the workspace."""

    mounts: tuple[tuple[Path, str], ...]
    mount_points: tuple[str, ...]
    memory_mounts: tuple[str, ...]
    env: dict[str, str]
    problem: str | None


def build_image(template: TemplateConfig, config: DaemonConfig) -> Image:
    """Read the template as it lies on this host."""
    mounts: list[tuple[Path, str]] = []
    env = {"PATH": "/usr/bin:/bin", "APP_PYTHON": "/usr/bin/python3"}
    if config.node_dir is not None:
        mounts.append((config.node_dir, NODE))
        env["PATH"] = f"{NODE}/bin:{NODE}:{env['PATH']}"
    if template.python_venv is not None:
        # A venv finds its packages beside the path it is called by, so it may move; only its base must be in /usr.
        mounts.append((template.python_venv, PYTHON))
        env["APP_PYTHON"] = f"{PYTHON}/bin/python"
    mounts += [(path, str(path)) for path in template.extra_binds]
    if template.node_modules is not None:
        mounts.append((template.node_modules, f"{WORKSPACE}/{NODE_MODULES}"))
    return Image(
        mounts=tuple(mounts),
        mount_points=() if template.node_modules is None else (NODE_MODULES,),
        memory_mounts=() if template.node_modules is None else (f"{NODE_MODULES}/{_VITE_TEMP}",),
        env=env,
        problem=_find_problem(template, mounts),
    )


def app_environment(image: Image, template: TemplateConfig, spec: MachineSpec, memory_mib: int) -> dict[str, str]:
    """All variables of the app and of commands: the machine's, then the template's, then the owner's."""
    env = {
        "HOME": HOME,
        "LANG": "C.UTF-8",
        "APP_DATA_DIR": DATA,
        "VITE_CACHE_DIR": "/tmp/vite",  # noqa: S108 - the machine's own /tmp
        # The kernel inside shows the host's memory; without this node would size its heap by that.
        "NODE_OPTIONS": f"--max-old-space-size={memory_mib * 3 // 4}",
        **image.env,
    }
    if template.port is not None:
        env["PORT"] = str(template.port)
    return {**env, **template.env, **spec.env}


def _find_problem(template: TemplateConfig, mounts: list[tuple[Path, str]]) -> str | None:
    try:
        return _problem(template, mounts)
    except OSError as error:
        return f"{error.filename} cannot be read by this daemon's user: {error.strerror}."


def _problem(template: TemplateConfig, mounts: list[tuple[Path, str]]) -> str | None:
    for source, _ in mounts:
        if not source.is_absolute() or not source.exists():
            return f"{source} does not exist on this host. Install the template again."
    modules, venv = template.node_modules, template.python_venv
    if modules is not None and not (modules / _VITE_TEMP).is_dir():
        return f"{modules} has no empty directory {_VITE_TEMP}, which Vite needs as a place to mount."
    if venv is not None:
        python = (venv / "bin" / "python").resolve()
        if Path("/usr") not in python.parents or not python.exists():
            return (
                f"{venv} belongs to the Python {python}; inside exists only what is below /usr. Use /usr/bin/python3."
            )
    return None
