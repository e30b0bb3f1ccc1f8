"""The two parts that only `dev` has: the web app's development server, and one address for it and the API."""

from __future__ import annotations

import re
from pathlib import Path

from standalone import accounts
from standalone.accounts import Account
from standalone.install import apt, npm
from standalone.install.node import Node
from standalone.install.release import Release
from standalone.layout import Layout
from standalone.parts import edge
from standalone.parts.credentials import write_for
from standalone.problems import EXIT_MISSING_PACKAGES, Problem
from standalone.supervisor.spec import PartSpec, Ready


def web_part(layout: Layout, account: Account, node: Node, folder: Path, port: int) -> PartSpec:
    """Next's development server on the copy of the frontend that `folder` is."""
    return PartSpec(
        name="web",
        argv=[node.node, "node_modules/next/dist/bin/next", "dev", "--hostname", "127.0.0.1", "--port", str(port)],
        env=npm.environment(node, account, layout),
        cwd=str(folder),
        ready=Ready(tcp_port=port),
        stop_seconds=5,
    )


def address_part(layout: Layout, account: Account, release: Release, *, port: int, web_port: int) -> PartSpec:
    """Nginx in front of the API and the development server."""
    nginx = apt.find_program("nginx")
    if nginx is None:
        raise Problem("nginx is not installed", remedy=apt.refuse([apt.NGINX]).remedy, exit_code=EXIT_MISSING_PACKAGES)
    state = accounts.folder(layout.data / "development", account, 0o700)
    values = {
        "RUN": str(layout.platform_run),
        "PORT": str(port),
        "API_PORT": str(layout.console_port),
        "WEB_PORT": str(web_port),
        "TEMPORARY_PATHS": edge.temporary_paths(state, edge.nginx_options(nginx)),
    }
    template = release.edge_template.with_name("development.conf.template").read_text()
    text = re.sub(r"@@([A-Z_]+)@@", lambda found: values[found[1]], template)
    file = write_for(layout.secrets / "development.conf", text.encode(), account)
    return PartSpec(
        name="address",
        argv=[nginx, "-e", "stderr", "-p", str(state), "-c", str(file)],
        env={"PATH": "/usr/bin:/bin"},
        cwd=str(state),
        ready=Ready(tcp_port=port),
        stop_seconds=5,
    )
