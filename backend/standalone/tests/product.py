"""A whole product for tests: its own data folder and ports, started by the launcher as a user would."""

import json
import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

from standalone import layout as layouts
from vibecaas.entrypoints.cli.client import ApiClient
from vibecaas.entrypoints.cli.session import Session

from .waiting import wait_until

CHECKOUT = Path(__file__).resolve().parents[3]
SHARED = ("environments", "node", "templates")
RUN_SECONDS = 120.0
COMMAND_SECONDS = 300.0


@dataclass
class Product:
    """One installation. `environment` is what its launcher is called with."""

    home: Path
    console_port: int
    edge_port: int
    environment: dict[str, str]
    _opened: ExitStack = field(default_factory=ExitStack)

    def launch(self, *words: str) -> str:
        """Call the launcher; fails the test with its output if it fails."""
        done = subprocess.run(
            [str(CHECKOUT / "vibecaas"), *words],
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=COMMAND_SECONDS,
        )
        assert done.returncode == 0, f"vibecaas {' '.join(words)}: {done.returncode}\n{done.stdout}\n{done.stderr}"
        return done.stdout

    def client(self) -> ApiClient:
        """A caller signed in as the local owner."""
        stored = json.loads((self.home / "session.json").read_text())
        base_url = f"http://127.0.0.1:{self.console_port}"
        client = ApiClient(Session(base_url, stored["access_token"], stored["refresh_token"]))
        self._opened.callback(client.close)
        return client

    def build(self, client: ApiClient, prompt: str) -> dict[str, Any]:
        """Ask for an app and wait for the end of its run; returns the run."""
        project = client.post("/projects", {"prompt": prompt, "auto_approve": True})
        return self.finish(client, project["latest_run"]["id"])

    def finish(self, client: ApiClient, run_id: str) -> dict[str, Any]:
        """Wait for the end of a run; returns it."""
        found: dict[str, Any] = {}

        def ended() -> bool:
            found.update(client.get(f"/runs/{run_id}"))
            return found["finished_at"] is not None

        wait_until(ended, RUN_SECONDS)
        return found

    def app(self, preview: dict[str, Any]) -> httpx.Client:
        """A client of a running app, through the edge."""
        host = f"{preview['host']}:{self.edge_port}"
        address = f"http://127.0.0.1:{self.edge_port}"
        client = httpx.Client(base_url=address, headers={"Host": host}, trust_env=False, timeout=10)
        self._opened.callback(client.close)
        return client

    def close(self) -> None:
        """Close every client that was handed out."""
        self._opened.close()


def free_ports() -> tuple[int, int]:
    """Two ports of the loopback address that nobody uses."""
    with socket.socket() as first, socket.socket() as second:
        first.bind(("127.0.0.1", 0))
        second.bind(("127.0.0.1", 0))
        return first.getsockname()[1], second.getsockname()[1]


def installed_home() -> Path:
    """The installation that runs these tests; its packages are used again, its data are not."""
    return Path(os.environ.get("VIBECAAS_TEST_INSTALLED") or layouts.discover().home)


@contextmanager
def running(*words: str, **settings: str) -> Iterator[Product]:
    """Start a product with these words behind `up` and these settings; ends it and deletes its data."""
    home = Path(tempfile.mkdtemp(prefix="vcp", dir="/tmp"))
    console_port, edge_port = free_ports()
    _share(installed_home(), home)
    environment = {
        "PATH": os.environ["PATH"],
        "LANG": "C.UTF-8",
        "HOME": str(home),
        "VIBECAAS_HOME": str(home),
        "VIBECAAS_HTTP__PORT": str(console_port),
        "VIBECAAS_EDGE__PORT": str(edge_port),
        **settings,
    }
    product = Product(home, console_port, edge_port, environment)
    try:
        product.launch("up", *words)
        yield product
    finally:
        product.close()
        subprocess.run([str(CHECKOUT / "vibecaas"), "down"], env=environment, check=False, capture_output=True)
        shutil.rmtree(home, ignore_errors=True)


def _share(installed: Path, home: Path) -> None:
    for name in SHARED:
        if (installed / name).is_dir():
            (home / name).symlink_to(installed / name)
    (home / "web").mkdir()
    for built in (installed / "web").iterdir() if (installed / "web").is_dir() else ():
        if built.is_dir() and not built.is_symlink():
            (home / "web" / built.name).symlink_to(built)
