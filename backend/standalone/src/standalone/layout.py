"""Where everything of one installation lies; paths only, nothing is created here."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from standalone.problems import Problem

SOCKET_PATH_LIMIT_BYTES = 107
# what the machine part appends for one sandbox: "/vm/" + 8 characters + "/port-5173.sock"
LONGEST_SOCKET_SUFFIX_BYTES = len("/vm/12345678/port-65535.sock")
DEFAULT_CONSOLE_PORT = 8420
DEFAULT_EDGE_PORT = 8421


@dataclass(frozen=True)
class Layout:
    """The folders of one installation and its two public ports.

    checkout: the repository this program was started from. home: the one data folder. run: short folder of sockets.
    """

    checkout: Path
    home: Path
    run: Path
    environment: Path
    console_port: int
    edge_port: int

    @property
    def python(self) -> Path:
        """The interpreter of the installed environment."""
        return self.environment / "bin" / "python"

    @property
    def data(self) -> Path:
        """Database, queue, repositories and objects; belongs to the platform's user."""
        return self.home / "data"

    @property
    def machines(self) -> Path:
        """Workspaces and volumes of sandboxes; belongs to the machines' user."""
        return self.home / "machines"

    @property
    def secrets(self) -> Path:
        """Generated passwords and keys, one file each, mode 0600."""
        return self.home / "secrets"

    @property
    def logs(self) -> Path:
        """One log per part."""
        return self.home / "logs"

    @property
    def platform_run(self) -> Path:
        """Sockets of the platform's parts."""
        return self.run / "pf"

    @property
    def machine_run(self) -> Path:
        """Sockets of vm-control and of the sandboxes."""
        return self.run / "vm"

    @property
    def web(self) -> Path:
        """Built web apps; `current` points at the one being served."""
        return self.home / "web"

    @property
    def console_url(self) -> str:
        """Address of console and API."""
        return f"http://localhost:{self.console_port}"


def discover(environ: dict[str, str] | None = None) -> Layout:
    """The layout that the launcher's environment describes.

    Raises Problem when a port is no number or the folder of sockets would have too long a path.
    """
    env = dict(os.environ) if environ is None else environ
    checkout = Path(env.get("VIBECAAS_CHECKOUT") or Path(__file__).resolve().parents[4])
    home = Path(env.get("VIBECAAS_HOME") or _default_home(env)).absolute()
    layout = Layout(
        checkout=checkout,
        home=home,
        run=_run_folder(home, env),
        environment=Path(env.get("VIBECAAS_ENVIRONMENT") or home / "environments" / "none"),
        console_port=_port(env, "VIBECAAS_HTTP__PORT", DEFAULT_CONSOLE_PORT),
        edge_port=_port(env, "VIBECAAS_EDGE__PORT", DEFAULT_EDGE_PORT),
    )
    check_socket_length(layout.run)
    return layout


def check_socket_length(run: Path) -> None:
    """Raise Problem if a sandbox's socket below `run` would not fit into a socket address."""
    length = len(os.fsencode(run)) + LONGEST_SOCKET_SUFFIX_BYTES
    if length > SOCKET_PATH_LIMIT_BYTES:
        raise Problem(
            f"the folder for sockets has too long a path: {run}",
            why=f"sockets in it would have paths of {length} bytes; the system allows {SOCKET_PATH_LIMIT_BYTES}",
            remedy="set VIBECAAS_RUN to a shorter folder",
        )


def _default_home(env: dict[str, str]) -> Path:
    if os.geteuid() == 0:
        return Path("/var/lib/vibecaas")
    return Path(env.get("HOME") or Path.home()) / ".local/share/vibecaas"


def _run_folder(home: Path, env: dict[str, str]) -> Path:
    """Short, and another one for each home, so that several installations stand side by side."""
    if env.get("VIBECAAS_RUN"):
        return Path(env["VIBECAAS_RUN"]).absolute()
    mark = "" if home == _default_home(env) else "-" + hashlib.sha256(os.fsencode(home)).hexdigest()[:8]
    if os.geteuid() == 0:
        return Path(f"/run/vibecaas{mark}")
    return Path(f"/tmp/vc-{os.geteuid()}{mark}")  # noqa: S108  its owner and mode are checked when it is made


def _port(env: dict[str, str], name: str, default: int) -> int:
    text = env.get(name) or str(default)
    if not text.isdigit() or not 1024 <= int(text) <= 65535:  # noqa: PLR2004  the range of unprivileged ports
        raise Problem(
            f"{name} is {text!r}, which is no usable port",
            remedy="choose a number from 1024 to 65535",
            exit_code=2,
        )
    return int(text)
