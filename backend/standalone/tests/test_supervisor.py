"""The supervisor with real processes: order, restart, end, and what happens when it is killed itself."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from standalone.supervisor import client
from standalone.supervisor.logfile import KEPT, LogFile
from standalone.supervisor.spec import PartSpec, Ready, SupervisorSpec

from .waiting import wait_until

LISTEN = """
import os, socket, sys, time
print("started", os.getpid(), flush=True)
server = socket.socket(socket.AF_UNIX)
if os.path.exists(sys.argv[1]): os.unlink(sys.argv[1])
server.bind(sys.argv[1]); server.listen()
while True: server.accept()[0].close()
"""
STUBBORN = (
    "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('up', flush=True); time.sleep(600)"
)


def listener(name: str, folder: Path, **more: Any) -> PartSpec:  # noqa: ANN401  options of PartSpec
    path = str(folder / f"{name}.sock")
    return part(name, LISTEN, path, ready=Ready(unix_socket=path), **more)


def part(name: str, program: str, *words: str, **more: Any) -> PartSpec:  # noqa: ANN401  options of PartSpec
    argv = [sys.executable, "-c", program, *words]
    return PartSpec(name=name, argv=argv, env={"PATH": "/usr/bin:/bin"}, cwd="/", **{"stop_seconds": 3.0, **more})


@contextmanager
def supervised(folder: Path, *parts: PartSpec) -> Iterator[Path]:
    spec = SupervisorSpec("test", str(folder / "sup.sock"), str(folder / "logs"), "release", list(parts))
    file = folder / "spec.json"
    file.write_text(spec.to_json())
    with subprocess.Popen([sys.executable, "-m", "standalone.supervisor.daemon", str(file)]) as process:
        wait_until(lambda: client.ask(folder / "sup.sock", {"do": "status"}) is not None)
        try:
            yield folder / "sup.sock"
        finally:
            process.terminate()
            process.wait(20)


def parts_of(control: Path) -> dict[str, dict[str, Any]]:
    answer = client.ask(control, {"do": "status"})
    assert answer is not None
    return {part["name"]: part for part in answer["parts"]}


def state_of(control: Path, name: str) -> str:
    return str(parts_of(control)[name]["state"])


def gone(pid: int) -> bool:
    return not Path(f"/proc/{pid}").exists()


def test_a_killed_part_comes_back(short_folder: Path) -> None:
    with supervised(short_folder, listener("one", short_folder), listener("two", short_folder)) as control:
        wait_until(lambda: all(part["state"] == "ready" for part in parts_of(control).values()))
        before = parts_of(control)
        os.kill(before["one"]["pid"], signal.SIGKILL)
        wait_until(lambda: state_of(control, "one") == "ready" and parts_of(control)["one"]["restarts"] == 1)
        after = parts_of(control)
        assert after["one"]["pid"] != before["one"]["pid"]
        assert after["one"]["last_end"] == "ended by signal SIGKILL"
        assert after["two"]["pid"] == before["two"]["pid"]


def test_children_of_a_killed_part_end_with_it(short_folder: Path) -> None:
    parent = (
        "import subprocess, sys, time; child = subprocess.Popen(['sleep', '600']); "
        "print('child', child.pid, flush=True); time.sleep(600)"
    )
    log = short_folder / "logs" / "parent.log"
    with supervised(short_folder, part("parent", parent)) as control:
        wait_until(lambda: log.exists() and "child" in log.read_text())
        child = int(log.read_text().split("child ")[1].split()[0])
        os.kill(parts_of(control)["parent"]["pid"], signal.SIGKILL)
        wait_until(lambda: gone(child))


def test_a_part_waits_for_what_it_needs(short_folder: Path) -> None:
    mark = short_folder / "mark"
    once = part("once", f"import time; time.sleep(0.3); open({str(mark)!r}, 'w').close()", once=True)
    needs = part(
        "needs", f"import os, time; print(os.path.exists({str(mark)!r}), flush=True); time.sleep(600)", needs=["once"]
    )
    with supervised(short_folder, needs, once) as control:
        wait_until(lambda: state_of(control, "needs") == "ready")
        assert state_of(control, "once") == "done"
    assert "True" in (short_folder / "logs" / "needs.log").read_text()


def test_a_failed_preparation_is_told_and_nothing_that_needs_it_starts(short_folder: Path) -> None:
    once = part("once", "raise SystemExit('no such table')", once=True)
    with supervised(short_folder, once, listener("api", short_folder, needs=["once"])) as control:
        wait_until(lambda: state_of(control, "once") == "failed")
        assert state_of(control, "api") == "waiting"
    assert "no such table" in (short_folder / "logs" / "once.log").read_text()


def test_a_program_that_does_not_exist_fails_loudly(short_folder: Path) -> None:
    missing = PartSpec(name="missing", argv=["/nowhere/program"], env={}, cwd="/")
    with supervised(short_folder, missing) as control:
        wait_until(lambda: parts_of(control)["missing"]["failures"] >= 2)
        assert "/nowhere/program" in parts_of(control)["missing"]["last_end"]


def test_restart_replaces_one_part(short_folder: Path) -> None:
    with supervised(short_folder, listener("one", short_folder)) as control:
        wait_until(lambda: state_of(control, "one") == "ready")
        before = parts_of(control)["one"]["pid"]
        client.ask(control, {"do": "restart", "part": "one"})
        wait_until(lambda: state_of(control, "one") == "ready" and parts_of(control)["one"]["pid"] != before)


def test_the_end_leaves_nothing_running_not_even_a_stubborn_part(short_folder: Path) -> None:
    stubborn = part("stubborn", STUBBORN, stop_seconds=0.5)
    with supervised(short_folder, listener("one", short_folder), stubborn) as control:
        wait_until(lambda: all(part["state"] == "ready" for part in parts_of(control).values()))
        pids = [part["pid"] for part in parts_of(control).values()]
        assert client.stop(control, timeout_seconds=20)
        assert all(gone(pid) for pid in pids)
        assert not control.exists()
        assert client.ask(control, {"do": "status"}) is None


def test_parts_end_when_the_supervisor_is_killed(short_folder: Path) -> None:
    with supervised(short_folder, listener("one", short_folder)) as control:
        wait_until(lambda: state_of(control, "one") == "ready")
        answer = client.ask(control, {"do": "status"})
        assert answer is not None
        os.kill(answer["pid"], signal.SIGKILL)
        wait_until(lambda: gone(answer["parts"][0]["pid"]))


@pytest.mark.parametrize("line", [b"", b"\n", b"nonsense\n", b"[1]\n", b'{"do": "restart", "part": "nobody"}\n'])
def test_a_broken_command_harms_nothing(short_folder: Path, line: bytes) -> None:
    import socket  # noqa: PLC0415  used by this test alone

    with supervised(short_folder, listener("one", short_folder)) as control:
        with socket.socket(socket.AF_UNIX) as connection:
            connection.connect(str(control))
            connection.sendall(line)
            connection.shutdown(socket.SHUT_WR)
            connection.recv(4096)
        assert state_of(control, "one") in {"starting", "ready"}


def test_a_specification_survives_its_file(tmp_path: Path) -> None:
    spec = SupervisorSpec("s", "/x", "/l", "r", [listener("one", tmp_path, needs=["two"])])
    file = tmp_path / "spec.json"
    file.write_text(spec.to_json())
    assert SupervisorSpec.read(file) == spec
    assert json.loads(file.read_text())["parts"][0]["needs"] == ["two"]


def test_a_log_is_turned_over_and_the_oldest_dropped(tmp_path: Path) -> None:
    log = LogFile(tmp_path / "part.log", limit_bytes=100)
    for number in range(60):
        log.write(f"line {number:03}\n".encode() * 3)
    log.close()
    files = sorted(file.name for file in tmp_path.iterdir())
    assert files == ["part.log", *(f"part.log.{number}" for number in range(1, KEPT + 1))]
    assert all(file.stat().st_size < 200 for file in tmp_path.iterdir())
    assert "line 059" in (tmp_path / "part.log").read_text()
