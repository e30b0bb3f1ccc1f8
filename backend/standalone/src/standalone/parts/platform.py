"""The platform's own processes: roles and migrations once, then API, worker, scheduler and the edge."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from standalone import accounts
from standalone.accounts import Account
from standalone.install import apt
from standalone.install.release import Release
from standalone.layout import Layout
from standalone.parts import credentials, database, edge, machines, queue
from standalone.parts.credentials import Credentials
from standalone.problems import EXIT_MISSING_PACKAGES, Problem
from standalone.supervisor.spec import PartSpec, Ready

CHROMIUM = "/usr/bin/chromium"
_PASSED_ON = ("TZ", "SSL_CERT_FILE", "SSL_CERT_DIR")
# what `up` decides itself; a caller's other settings of the platform are passed on to it
_OWN = ("VIBECAAS_HOME", "VIBECAAS_RUN", "VIBECAAS_CHECKOUT", "VIBECAAS_ENVIRONMENT", "VIBECAAS_STARTED_AT",
        "VIBECAAS_PYTHON", "VIBECAAS_TEST_FSYNC")  # fmt: skip


@dataclass(frozen=True)
class Ports:
    """Loopback ports of the installation."""

    postgres: int
    redis: int


def environment(
    layout: Layout, account: Account, release: Release, *, secrets: Credentials, ports: Ports, browser: str | None
) -> dict[str, str]:
    """The settings of every process of the platform. browser: path of Chromium, None without browser checks."""
    settings = {
        "HOME": str(layout.home),
        "PROFILE": os.environ.get("VIBECAAS_PROFILE") or "development",
        "DATABASE__OWNER_URL": database.url(database.OWNER, secrets.database_owner, ports.postgres),
        "DATABASE__APP_URL": database.url(database.APP, secrets.database_app, ports.postgres),
        "DATABASE__SYSTEM_URL": database.url(database.SYSTEM, secrets.database_system, ports.postgres),
        "REDIS__URL": queue.url(secrets.redis, ports.redis),
        "HTTP__HOST": "127.0.0.1",
        "HTTP__PORT": str(layout.console_port),
        "HTTP__PUBLIC_URL": os.environ.get("VIBECAAS_HTTP__PUBLIC_URL") or layout.console_url,
        "HTTP__INTERNAL_SOCKET": str(internal_socket(layout)),
        "HTTP__STATIC_DIR": str(layout.web / "current"),
        "EDGE__PORT": str(layout.edge_port),
        "EDGE__PREVIEW_SUFFIX": preview_suffix(),
        "VMHOSTS__SOCKET": str(machines.socket(layout)),
        "VMHOSTS__TOKEN_FILE": str(
            credentials.write_for(layout.secrets / "vm_token.platform", secrets.vm_token.encode(), account)
        ),
        "AUTH__SIGNING_KEY_FILE": str(credentials.ensure_random(layout.secrets / "signing_key", account)),
        "STORAGE__REPOSITORIES": str(accounts.folder(layout.data / "repositories", account, 0o700)),
        "OBJECTS__ROOT": str(accounts.folder(layout.data / "objects", account, 0o700)),
    }
    if browser:
        settings["JOBS__BROWSER_PATH"] = browser
    callers = {
        name: value
        for name, value in os.environ.items()
        if (name.startswith("VIBECAAS_") and name not in _OWN) or name.startswith("FEATURE_") or name in _PASSED_ON
    }
    return {
        **callers,
        **{f"VIBECAAS_{name}": value for name, value in settings.items()},
        "PATH": "/usr/local/bin:/usr/bin:/bin",
        "LANG": "C.UTF-8",
        "HOME": str(accounts.folder(layout.data / "home", account, 0o700)),
        "PYTHONPATH": release.python_path,
    }


def preview_suffix() -> str:
    """What follows a preview's name in its host name."""
    return os.environ.get("VIBECAAS_EDGE__PREVIEW_SUFFIX") or "-preview.localhost"


def internal_socket(layout: Layout) -> Path:
    """Where the API listens for the edge alone."""
    return layout.platform_run / "api.sock"


def once_parts(layout: Layout, env: dict[str, str], secrets: Credentials, ports: Ports) -> list[PartSpec]:
    """Roles, then migrations: each ends before what needs it begins."""
    roles_env = {
        **{name: env[name] for name in ("PATH", "LANG", "PYTHONPATH")},
        "ROLES_ADMIN_URL": database.url(
            database.ADMIN, secrets.database_admin, ports.postgres, "postgres", driver="postgresql"
        ),
        f"ROLES_{database.OWNER.upper()}": secrets.database_owner,
        f"ROLES_{database.APP.upper()}": secrets.database_app,
        f"ROLES_{database.SYSTEM.upper()}": secrets.database_system,
    }
    return [
        _python(layout, "roles", "standalone.parts.roles", roles_env, needs=["postgres"], once=True),
        _python(layout, "migrate", "vibecaas.entrypoints.migrate", env, needs=["roles"], once=True),
    ]


def serving_parts(layout: Layout, env: dict[str, str]) -> list[PartSpec]:
    """API, worker and scheduler."""
    needs = ["migrate", "redis"]
    api_ready = Ready(tcp_port=layout.console_port, http_path="/readyz")
    return [
        _python(layout, "api", "vibecaas.entrypoints.api", env, needs=needs, ready=api_ready),
        _python(layout, "worker", "vibecaas.entrypoints.worker", env, needs=needs),
        _python(layout, "scheduler", "vibecaas.entrypoints.scheduler", env, needs=needs),
    ]


def edge_part(layout: Layout, account: Account, release: Release) -> PartSpec:
    """Nginx with the configuration rendered now; it never changes while it serves."""
    nginx = apt.find_program("nginx")
    if nginx is None:
        raise Problem("nginx is not installed", remedy=apt.refuse([apt.NGINX]).remedy, exit_code=EXIT_MISSING_PACKAGES)
    state = accounts.folder(layout.data / "edge", account, 0o700)
    settings = edge.EdgeSettings(
        port=layout.edge_port,
        preview_suffix=preview_suffix(),
        api_socket=internal_socket(layout),
        console_url=layout.console_url,
        run=layout.platform_run,
        state=state,
    )
    text = edge.render(release.edge_template.read_text(), settings, edge.nginx_options(nginx))
    file = credentials.write_for(layout.secrets / "edge.conf", text.encode(), account)
    return PartSpec(
        name="edge",
        argv=[nginx, "-e", "stderr", "-p", str(state), "-c", str(file)],
        env={"PATH": "/usr/bin:/bin"},
        cwd=str(state),
        ready=Ready(tcp_port=layout.edge_port),
        stop_seconds=5,
    )


def _python(
    layout: Layout,
    name: str,
    module: str,
    env: dict[str, str],
    *,
    needs: list[str],
    once: bool = False,
    ready: Ready | None = None,
) -> PartSpec:
    return PartSpec(
        name=name,
        argv=[str(layout.python), "-m", module],
        env={**env, "PYTHONUNBUFFERED": "1"},
        cwd=str(layout.data),
        needs=needs,
        once=once,
        ready=ready or Ready(),
        stop_seconds=20,
    )
