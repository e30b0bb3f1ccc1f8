"""From an accepted request to a preview that answers, beside the same app made by hand with npm and pip."""

import os
import platform
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import httpx

from appbuilder.compiler import compile_app
from appbuilder.planner import plan
from vibecaas.entrypoints.cli.client import ApiClient
from vibecaas.entrypoints.cli.session import load_session

PROMPT = "A guestbook where visitors leave a name and a message, newest first, with search"
ROUNDS = 10
HAND_ROUNDS = 3
LIMIT_SECONDS = 120.0
POLL_SECONDS = 0.05


def wait_for(answers: Any, what: str) -> None:  # noqa: ANN401 - a callable that returns a truth
    """Ask again and again until it is so; SystemExit after the limit."""
    end = time.monotonic() + LIMIT_SECONDS
    while not answers():
        if time.monotonic() > end:
            raise SystemExit(f"first_preview: {what} took more than {LIMIT_SECONDS:.0f} s")
        time.sleep(POLL_SECONDS)


def page_answers(http: httpx.Client, port: int, host: str) -> bool:
    """Tell whether the app's page and its API answer at this address."""
    try:
        headers = {"Host": host}
        page = http.get(f"http://127.0.0.1:{port}/", headers=headers)
        api = http.get(f"http://127.0.0.1:{port}/api/health", headers=headers)
    except httpx.TransportError:
        return False
    return page.status_code == api.status_code == httpx.codes.OK and "<div id=" in page.text


def once(client: ApiClient, http: httpx.Client) -> float:
    """Ask for an app; return the seconds until its preview answers. The project is deleted afterwards."""
    started = time.monotonic()
    project = client.post("/projects", {"prompt": PROMPT, "auto_approve": True})
    preview: dict[str, Any] = {}

    def known() -> bool:
        found = client.get(f"/projects/{project['id']}")["preview"]
        preview.update(found or {})
        return found is not None

    wait_for(known, "the address of the preview")
    host = preview["url"].removeprefix("http://").rstrip("/")
    port = int(host.rsplit(":", 1)[1])
    wait_for(lambda: page_answers(http, port, host), "the preview")
    seconds = time.monotonic() - started
    run_id = project["latest_run"]["id"]
    client.post(f"/runs/{run_id}/cancel")  # its checks are not what is measured
    wait_for(lambda: client.get(f"/runs/{run_id}")["finished_at"] is not None, "the end of the run")
    client.send("DELETE", f"/projects/{project['id']}")
    return seconds


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def by_hand(http: httpx.Client) -> float:
    """Write the same files, install with npm and pip, start; return the seconds until it answers."""
    folder = Path(tempfile.mkdtemp(prefix="vc-bench-"))
    port, api_port = free_port(), free_port()
    started = time.monotonic()
    for name, file in compile_app(plan(PROMPT).spec).items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.content)
        target.chmod(0o755 if file.executable else 0o644)
    subprocess.run(["./run", "setup"], cwd=folder, check=True, capture_output=True)
    environment = {**os.environ, "PORT": str(port), "API_PORT": str(api_port), "APP_DATA_DIR": str(folder / "data")}
    app = subprocess.Popen(
        ["./run", "dev"],
        cwd=folder,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        wait_for(lambda: page_answers(http, port, f"localhost:{port}"), "the app made by hand")
        return time.monotonic() - started
    finally:
        os.killpg(app.pid, signal.SIGTERM)
        app.wait()
        shutil.rmtree(folder, ignore_errors=True)


def main() -> int:
    """Measure and print."""
    client = ApiClient(load_session())
    versions = f"Python {platform.python_version()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}"
    files = compile_app(plan(PROMPT).spec)
    size = sum(len(file.content) for file in files.values())
    print(f"command: ./vibecaas bench first_preview\nversions: {versions}\nfiles: {len(files)}\nsize_bytes: {size}")
    with httpx.Client(timeout=10, trust_env=False) as http:
        once(client, http)  # warms both sides
        ours = [once(client, http) for _ in range(ROUNDS)]
        by_hand(http)
        hand = [by_hand(http) for _ in range(HAND_ROUNDS)]
    median, hand_median = statistics.median(ours), statistics.median(hand)
    print(f"rounds: {ROUNDS}\nfirst_preview_seconds_median: {median:.2f}\nfirst_preview_seconds_max: {max(ours):.2f}")
    print(f"by_hand_rounds: {HAND_ROUNDS}\nby_hand_seconds_median: {hand_median:.2f}")
    print(f"ratio_first_preview_to_by_hand: {median / hand_median:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
