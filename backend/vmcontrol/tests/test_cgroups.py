"""Control groups: a limit is either enforced or named as missing, and a command enters before it begins."""

from __future__ import annotations

import subprocess
from pathlib import Path

from vmcontrol.daemon.drivers.cgroups import LIMITS, MachineCgroup, discover


def test_without_a_cgroup_every_limit_is_named_as_missing() -> None:
    found = discover(None)
    assert found.missing.keys() == LIMITS.keys()
    assert found.parents == {}
    assert found.make("m", memory_mib=64, processes=16, vcpus=1).enter(["true"]) == ["true"]


def test_what_cannot_be_written_is_missing_with_the_reason() -> None:
    found = discover("no-such-cgroup-of-vibecaas")
    assert found.missing.keys() == LIMITS.keys()
    assert all("cgroup v" in reason and "no-such-cgroup" in reason for reason in found.missing.values())


def test_a_command_enters_all_groups_and_keeps_its_arguments(tmp_path: Path) -> None:
    groups = {tmp_path / "memory one", tmp_path / "pids"}
    for group in groups:
        group.mkdir()
    argv = MachineCgroup(groups, 1).enter(["/usr/bin/printf", "%s|", "a b", "--", "$HOME", ""])
    done = subprocess.run(argv, capture_output=True, text=True, check=True)
    assert done.stdout == "a b|--|$HOME||"
    assert [(group / "cgroup.procs").read_text() for group in groups] == ["0\n", "0\n"]


def test_a_command_that_cannot_enter_does_not_run(tmp_path: Path) -> None:
    argv = MachineCgroup({tmp_path / "gone"}, 1).enter(["/usr/bin/touch", str(tmp_path / "ran")])
    assert subprocess.run(argv, capture_output=True, check=False).returncode == 71
    assert not (tmp_path / "ran").exists()


def test_memory_kills_are_read_from_the_counters(tmp_path: Path) -> None:
    group = MachineCgroup({tmp_path}, 1)
    assert not group.out_of_memory()
    (tmp_path / "memory.oom_control").write_text("oom_kill_disable 0\nunder_oom 0\noom_kill 0\n")
    assert not group.out_of_memory()
    (tmp_path / "memory.oom_control").write_text("oom_kill_disable 0\nunder_oom 0\noom_kill 1\n")
    assert group.out_of_memory()
