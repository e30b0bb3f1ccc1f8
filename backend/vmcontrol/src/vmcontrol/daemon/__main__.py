"""`python -m vmcontrol.daemon --config FILE`: run the daemon until SIGTERM."""

from __future__ import annotations

import argparse
import os
import signal
import socket
import sys
from contextlib import suppress
from pathlib import Path

import structlog
import uvicorn
from pydantic import ValidationError

from vmcontrol.daemon.app import create_app
from vmcontrol.daemon.config import DaemonConfig, read_config, read_token
from vmcontrol.daemon.drivers.probe import Prober
from vmcontrol.daemon.drivers.sandbox import SandboxDriver
from vmcontrol.daemon.machines import Machines
from vmcontrol.daemon.problems import ProblemError
from vmcontrol.daemon.storage import Storage

_WRONG_USAGE = 2
_NO_ROOT = (
    "vm-control never runs as root: an app that broke out of its sandbox would own this machine. "
    "Start it as an ordinary user, such as vibecaas-vm."
)


def main() -> int:
    """Start; the exit code is 2 for a wrong configuration or user."""
    parser = argparse.ArgumentParser(prog="vmcontrol.daemon", description="Keeps the machines of this host.")
    parser.add_argument("--config", type=Path, required=True)
    arguments = parser.parse_args()
    if os.geteuid() == 0:
        return _refuse(_NO_ROOT)
    structlog.configure(processors=[structlog.processors.TimeStamper(fmt="iso"), structlog.processors.JSONRenderer()])
    # Sockets are made 0660 and directories 0750 with the group they inherit; see SocketDirectory.
    os.umask(0o027)
    try:
        config = read_config(arguments.config)
        token = read_token(config.token_file)
        config.sockets_dir.mkdir(mode=0o750, parents=True, exist_ok=True)
        storage = Storage(config.home)
        storage.acquire()
    except (ProblemError, OSError, ValueError, ValidationError) as error:
        return _refuse(f"vm-control cannot start with {arguments.config}: {error}")
    with suppress(KeyboardInterrupt):
        _serve(config, storage, token)
    return 0


def _serve(config: DaemonConfig, storage: Storage, token: str) -> None:
    driver = SandboxDriver(config, storage)
    machines = Machines(config, storage, driver)
    app = create_app(machines, Prober(config, driver, lambda: driver.cgroups), token)
    # Started callers hold streams; they are cut when the sandboxes end.
    server = uvicorn.Server(
        uvicorn.Config(app, log_config=None, access_log=False, lifespan="on", timeout_graceful_shutdown=2)
    )
    # uvicorn stops orderly at the signal and raises it again then; that must not end us before the clean-up.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        with _listen(config.socket) as listener:
            server.run(sockets=[listener])
    finally:
        config.socket.unlink(missing_ok=True)


def _listen(path: Path) -> socket.socket:
    path.parent.mkdir(mode=0o750, parents=True, exist_ok=True)
    listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    path.unlink(missing_ok=True)
    listener.bind(str(path))
    path.chmod(0o660)
    return listener


def _refuse(sentence: str) -> int:
    sys.stderr.write(f"{sentence}\n")
    return _WRONG_USAGE


if __name__ == "__main__":
    sys.exit(main())
