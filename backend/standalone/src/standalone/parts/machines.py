"""vm-control: its configuration and how it is started, as the machines' own user."""

from __future__ import annotations

import json
from pathlib import Path

from standalone import accounts
from standalone.accounts import Account
from standalone.install import template
from standalone.install.node import Node
from standalone.install.release import Release
from standalone.layout import Layout
from standalone.parts import credentials, limits
from standalone.supervisor.spec import PartSpec, Ready

SOCKET_NAME = "api.sock"


def socket(layout: Layout) -> Path:
    """Where vm-control listens."""
    return layout.machine_run / SOCKET_NAME


def configuration(
    layout: Layout, images: dict[str, Path], node: Node, *, token_file: Path, cgroup: str | None
) -> dict[str, object]:
    """The daemon's settings: where things lie, and the templates of generated apps whose images are installed."""
    sandbox_folder = node.sandbox_folder
    return {
        "home": str(layout.machines),
        "sockets_dir": str(layout.machine_run),
        "socket": str(socket(layout)),
        "token_file": str(token_file),
        "node_dir": str(sandbox_folder) if sandbox_folder else None,
        "cgroup": cgroup,
        "templates": {
            each.id: {
                "node_modules": str(images[each.image] / "web" / "node_modules"),
                "python_venv": str(images[each.image] / "venv"),
                "start_command": list(each.dev_command),
                "port": each.port,
                "health_path": each.health_path,
            }
            for each in template.offered(images)
        },
    }


def offered(layout: Layout) -> set[str]:
    """The templates that machines had at the last start; empty before the first."""
    file = layout.secrets / "vmcontrol.json"
    return set(json.loads(file.read_bytes())["templates"]) if file.exists() else set()


def part(
    layout: Layout, account: Account, release: Release, *, token: str, images: dict[str, Path], node: Node
) -> PartSpec:
    """The daemon. It reads its token and its settings from files of its own user."""
    accounts.folder(layout.machines, account, 0o700)
    token_file = credentials.write_for(layout.secrets / "vm_token.machine", token.encode(), account)
    content = json.dumps(
        configuration(layout, images, node, token_file=token_file, cgroup=limits.delegate(layout, account)),
        indent=1,
    ).encode()
    file = credentials.write_for(layout.secrets / "vmcontrol.json", content, account)
    return PartSpec(
        name="vmcontrol",
        argv=[str(layout.python), "-m", "vmcontrol.daemon", "--config", str(file)],
        env={"PATH": "/usr/local/bin:/usr/bin:/bin", "LANG": "C.UTF-8", "PYTHONPATH": release.python_path},
        cwd=str(layout.machines),
        ready=Ready(unix_socket=str(socket(layout))),
        stop_seconds=20,
    )
