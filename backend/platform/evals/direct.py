"""Measures without the product: the app builder alone, and the app run from the packages of a prepared template."""

import asyncio
import os
import pwd
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
from evals.harness import Report, judge
from evals.loading import EvalRequest

from appbuilder.compiler import compile_app
from appbuilder.planner import RequestNotUnderstood, plan
from appbuilder.spec import AppSpec
from vibecaas.agents.ports import Target

WAIT_SECONDS = 60.0
POLL_SECONDS = 0.05
ADDRESS = "127.0.0.1"


def leave_root() -> None:
    """Become nobody if this is root: built apps and the browser, which keeps its sandbox, need no privileges."""
    if os.geteuid() == 0:
        nobody = pwd.getpwnam("nobody")
        os.setgroups([])
        os.setgid(nobody.pw_gid)
        os.setuid(nobody.pw_uid)


def template() -> Path:
    """Return the folder with `web/node_modules` and `venv` that APP_TEMPLATE_DIR names; SystemExit without it."""
    place = Path(os.environ.get("APP_TEMPLATE_DIR", ""))
    if not (place / "web/node_modules").is_dir() or not (place / "venv/bin/python").exists():
        raise SystemExit("evals --direct: set APP_TEMPLATE_DIR to a template with web/node_modules and venv/.")
    return place


def evaluate_directly(request: EvalRequest) -> Report:
    """Build one request in this process, run the app and judge it; nothing of it stays."""
    report, started = Report(request), time.monotonic()
    try:
        spec = plan(request.prompt).spec
    except RequestNotUnderstood as refusal:
        report.status = f"failed: {refusal.reason}"
        report.results = [(check.area, check.title, "the request is not understood") for check in request.checks]
        return report
    with (
        tempfile.TemporaryDirectory(prefix="vc-eval-", ignore_cleanup_errors=True) as folder,
        _running(Path(folder), spec) as port,
    ):
        report.starts = port is not None
        report.status = "succeeded" if port else f"failed: {_end_of(Path(folder) / 'log')}"
        if port:
            asyncio.run(judge(report, spec, Target(host=ADDRESS, address=ADDRESS, port=port, cookie=None)))
        else:
            report.results = [(check.area, check.title, "the app does not start") for check in request.checks]
    report.wall_seconds = time.monotonic() - started
    return report


@contextmanager
def _running(place: Path, spec: AppSpec) -> Iterator[int | None]:
    """Write and start the app; yields its port once page and API answer, or None if they do not."""
    for name, file in compile_app(spec).items():
        target = place / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.content)
        target.chmod(0o755 if file.executable else 0o644)
    modules = place / "web/node_modules"  # a folder of its own: Vite writes into it
    modules.mkdir()
    for package in (template() / "web/node_modules").glob("[!.]*"):
        (modules / package.name).symlink_to(package)
    port = _free_port()
    own = {"APP_PYTHON": str(template() / "venv/bin/python"), "APP_DATA_DIR": str(place / "data"), "HOME": str(place)}
    own |= {"VITE_CACHE_DIR": str(place / "cache"), "PORT": str(port), "API_PORT": str(_free_port())}
    with (place / "log").open("wb") as log:
        command, env = ["./run", "dev"], {"PATH": os.environ["PATH"], **own}
        app = subprocess.Popen(command, cwd=place, env=env, stdout=log, stderr=log, start_new_session=True)  # noqa: S603 - our own
    try:
        yield port if _answers(port, app) else None
    finally:
        if app.poll() is None:
            os.killpg(app.pid, signal.SIGTERM)
        app.wait()


def _answers(port: int, app: "subprocess.Popen[bytes]") -> bool:
    end = time.monotonic() + WAIT_SECONDS
    with httpx.Client(base_url=f"http://{ADDRESS}:{port}", timeout=10, trust_env=False) as http:
        while app.poll() is None and time.monotonic() < end:
            try:
                if all(http.get(path).is_success for path in ("/", "/api/health")):
                    return True
            except httpx.TransportError:
                pass
            time.sleep(POLL_SECONDS)
    return False


def _end_of(log: Path) -> str:
    lines = log.read_text(encoding="utf-8", errors="replace").strip().splitlines()
    return lines[-1] if lines else "the app says nothing"


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((ADDRESS, 0))
        return int(probe.getsockname()[1])
