"""Failures of a start are told with cause and remedy: port, folder, disk, network, packages, sockets."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from standalone import accounts, assembly, layout, progress
from standalone.commands import reset
from standalone.install import apt, shell
from standalone.problems import EXIT_MISSING_PACKAGES, Problem

LAUNCHER = Path(__file__).resolve().parents[3] / "vibecaas"


def run(program: str, log: Path) -> None:
    shell.run([sys.executable, "-c", program], what="the step", log=log)


def test_a_taken_port_is_named_with_the_setting() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(Problem) as caught:
            assembly.check_port(port, "VIBECAAS_HTTP__PORT")
    assert str(port) in caught.value.what
    assert "VIBECAAS_HTTP__PORT=" in caught.value.remedy


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(Problem, match="not writable") as caught:
        shell.writable(tmp_path / "file" / "home")
    assert "VIBECAAS_HOME" in caught.value.remedy


def test_a_full_disk_is_named(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="nearly full"):
        shell.enough_space(tmp_path, 10**18)


@pytest.mark.parametrize(
    ("output", "words"),
    [
        ("error: failed to fetch https://x", "network"),
        ("OSError: [Errno 28] No space left on device", "disk is full"),
        ("EACCES: permission denied, mkdir", "not writable"),
        ("self-signed certificate in certificate chain", "certificate is not trusted"),
        ("something else", "ended with code 3"),
    ],
)
def test_a_failed_program_is_explained_by_its_output(tmp_path: Path, output: str, words: str) -> None:
    with pytest.raises(Problem) as caught:
        run(f"import sys; print({output!r}); sys.exit(3)", tmp_path / "log")
    assert words in caught.value.what
    assert output in caught.value.why


def test_a_program_that_takes_too_long_is_ended(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="took too long"):
        shell.run(["sleep", "60"], what="the step", log=tmp_path / "log", timeout_seconds=0.1)


def test_missing_packages_give_one_exact_line() -> None:
    problem = apt.refuse([apt.NGINX, apt.GIT])
    assert problem.exit_code == EXIT_MISSING_PACKAGES == 7
    assert problem.remedy.endswith("apt-get install -y --no-install-recommends nginx-light git")


def test_no_service_is_started_during_an_installation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    policy = tmp_path / "policy-rc.d"
    monkeypatch.setattr(apt, "POLICY", policy)
    codes = []

    def failing_installation() -> None:
        with apt.no_services():
            codes.append(subprocess.run([str(policy)], check=False).returncode)
            raise Problem("apt failed")

    with pytest.raises(Problem, match="apt failed"):
        failing_installation()
    assert codes == [101]
    assert not policy.exists()


def test_the_machines_own_policy_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    policy = tmp_path / "policy-rc.d"
    policy.write_text("#!/bin/sh\nexit 0\n")
    monkeypatch.setattr(apt, "POLICY", policy)
    with apt.no_services():
        pass
    assert policy.read_text() == "#!/bin/sh\nexit 0\n"


def test_too_long_a_socket_path_is_told_before_anything_starts() -> None:
    with pytest.raises(Problem, match="too long"):
        layout.check_socket_length(Path("/tmp") / ("x" * 80))  # noqa: S108  no such folder is made
    layout.check_socket_length(Path("/tmp") / ("x" * 70))  # noqa: S108  no such folder is made


@pytest.mark.parametrize("text", ["0", "80", "70000", "http", "-1"])
def test_a_port_that_cannot_be_used_is_refused(text: str) -> None:
    with pytest.raises(Problem, match="no usable port"):
        layout.discover({"VIBECAAS_HTTP__PORT": text, "HOME": "/nonexistent"})


def test_each_home_has_sockets_of_its_own(tmp_path: Path) -> None:
    first = layout.discover({"VIBECAAS_HOME": str(tmp_path / "a"), "HOME": "/nonexistent"})
    second = layout.discover({"VIBECAAS_HOME": str(tmp_path / "b"), "HOME": "/nonexistent"})
    assert first.run != second.run


def test_a_folder_for_sockets_of_somebody_else_is_not_used(short_folder: Path) -> None:
    open_to_all = short_folder / "run"
    open_to_all.mkdir()
    open_to_all.chmod(0o777)
    where = layout.Layout(short_folder, short_folder / "home", open_to_all, short_folder, 8420, 8421)
    found = accounts.existing()
    who = accounts.Accounts(found.platform, found.machine, separate=False) if found else None
    assert who is not None
    with pytest.raises(Problem, match="belongs to somebody else"):
        assembly.prepare_folders(where, who)


def test_the_launcher_says_which_python_is_missing(tmp_path: Path) -> None:
    tools = tmp_path / "bin"
    tools.mkdir()
    for name in ("sh", "dirname", "date", "id", "cut", "sha256sum", "cat", "sed"):
        (tools / name).symlink_to(f"/usr/bin/{name}")
    script = tmp_path / "vibecaas"
    script.write_text(LAUNCHER.read_text().replace("/usr/bin/python3", "/nonexistent/python3"))
    env = {"PATH": str(tools), "HOME": str(tmp_path)}
    done = subprocess.run(["/bin/sh", str(script), "up"], env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 7
    assert "Python 3.11" in done.stderr
    assert "apt-get install" in done.stderr


def test_nothing_is_installed_to_look_at_nothing(tmp_path: Path) -> None:
    env = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "VIBECAAS_HOME": str(tmp_path / "home")}
    done = subprocess.run([str(LAUNCHER), "status"], env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 3
    assert "not running" in done.stdout
    assert not (tmp_path / "home").exists()


def test_reset_asks_and_deletes_only_what_it_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path / "home"
    (home / "data" / "postgres").mkdir(parents=True)
    (home / "templates").mkdir()
    monkeypatch.setenv("VIBECAAS_HOME", str(home))
    with pytest.raises(Problem, match="nobody can answer"):
        reset.main([])
    assert (home / "data" / "postgres").exists()
    assert reset.main(["--yes"]) == 0
    assert not (home / "data").exists()
    assert (home / "templates").exists()
    assert reset.main(["--yes", "--everything"]) == 0
    assert not (home / "templates").exists()


def test_a_failed_step_is_shown_as_failed(capsys: pytest.CaptureFixture[str]) -> None:
    shown = progress.Progress(stream=sys.stdout)
    with pytest.raises(Problem), shown.step("one"):
        raise Problem("no")
    with shown.step("two") as step:
        step.keep()
    output = capsys.readouterr().out
    assert "one" in output
    assert "failed" in output
    assert "already there" in output
