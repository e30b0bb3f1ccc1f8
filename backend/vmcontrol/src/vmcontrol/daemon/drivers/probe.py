"""Runs a real sandbox and looks around inside: what holds is reported, what does not is named."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from pathlib import Path

from pydantic import BaseModel, ValidationError

from vmcontrol.daemon.boot import StepFailedError
from vmcontrol.daemon.config import DaemonConfig
from vmcontrol.daemon.drivers.cgroups import Cgroups
from vmcontrol.daemon.drivers.driver import BootOrder, Driver, RunningMachine
from vmcontrol.daemon.images import Image, app_environment, build_image
from vmcontrol.daemon.problems import ProblemError
from vmcontrol.schemas import Capabilities, ExecOutput, MachineSpec, MissingCapability, TemplateStatus

_MACHINE = ".probe"  # No caller's machine can have this name.
_LOOK = """
import json, os, subprocess, sys
def version(argv):
    try:
        done = subprocess.run(argv, capture_output=True, text=True, timeout=10)
    except OSError as error:
        return "missing: " + str(error.strerror)
    return (done.stdout or done.stderr).strip() if done.returncode == 0 else "broken: " + done.stderr.strip()[-200:]
status = dict(line.split(":", 1) for line in open("/proc/self/status").read().splitlines())
links = [line.split(":")[0].strip() for line in open("/proc/net/dev").read().splitlines()[2:]]
nested = subprocess.run(["/usr/bin/unshare", "-U", "true"], capture_output=True).returncode
print(json.dumps({
    "effective": status["CapEff"].strip(), "bounding": status["CapBnd"].strip(),
    "no_new_privileges": status["NoNewPrivs"].strip(), "links": links, "nested_refused": nested != 0,
    "host_environment": len(open("/proc/1/environ", "rb").read()),
    "runtimes": {"python": version([os.environ["APP_PYTHON"], "-V"]), "node": version(["node", "--version"])},
}))
"""
_FEATURES = ("exec", "files", "workspace", "ports", "volumes", "app_restart")
_NOT_HERE = {
    "suspend": "bubblewrap keeps no memory snapshot: suspending means stopping",
    "pause": "needs the cgroup freezer, which this driver does not use yet",
    "live_fork": "bubblewrap keeps no memory snapshot",
    "egress_proxy": "one machine: sandboxes have no network at all",
    "disk": "bubblewrap has no disk quota; single files and memory file systems are limited",
    "seccomp": "no system call filter is loaded yet",
}


class _View(BaseModel):
    """What the look-around inside printed."""

    effective: str
    bounding: str
    no_new_privileges: str
    links: list[str]
    nested_refused: bool
    host_environment: int
    runtimes: dict[str, str]

    def faults(self) -> list[str]:
        """Promises that do not hold, in words."""
        checks = {
            "the sandbox has capabilities": int(self.effective, 16) or int(self.bounding, 16),
            "programs inside can gain privileges": self.no_new_privileges != "1",
            f"the sandbox has network links: {self.links}": self.links != ["lo"],
            "new user namespaces are allowed inside": not self.nested_refused,
            "the host's environment is visible inside": self.host_environment,
        }
        return [words for words, fault in checks.items() if fault]


class Prober:
    """Probes one driver with the daemon's templates."""

    def __init__(self, config: DaemonConfig, driver: Driver, cgroups: Callable[[], Cgroups]) -> None:
        self._config = config
        self._driver = driver
        self._cgroups = cgroups

    async def probe(self) -> Capabilities:
        """One sandbox for the walls, one for each template's runtimes."""
        began = time.perf_counter()
        bare = Image(mounts=(), mount_points=(), memory_mounts=(), env={"APP_PYTHON": "/usr/bin/python3"}, problem=None)
        reason: str | None = None
        try:
            faults = (await self._look(bare, {"PATH": "/usr/bin:/bin", **bare.env})).faults()
            reason = "; ".join(faults) or None
        except (StepFailedError, ProblemError, ValidationError) as error:
            reason = f"no sandbox can run here: {error}"
        templates = tuple([await self._template(name) for name in sorted(self._config.templates)])
        cgroups = self._cgroups()
        missing = {**_NOT_HERE, **cgroups.missing}
        enforced = ("open_files", "file_size", "core_dumps", "memory_disks", "exec_time", "exec_output", "log_lines")
        return Capabilities(
            driver=self._driver.name,
            isolation=self._driver.isolation,
            available=reason is None,
            unavailable_reason=reason,
            features=_FEATURES,
            limits_enforced=enforced + tuple(x for x in ("memory", "processes", "cpu") if x not in cgroups.missing),
            missing=tuple(MissingCapability(name=name, reason=why) for name, why in sorted(missing.items())),
            templates=templates,
            max_memory_mib=_host_memory_mib(),
            max_vcpus=os.cpu_count() or 1,
            probe_ms=round((time.perf_counter() - began) * 1000, 1),
        )

    async def _template(self, name: str) -> TemplateStatus:
        template = self._config.templates[name]
        image = build_image(template, self._config)
        spec = MachineSpec(template=name, volume_id="probe")
        try:
            env = app_environment(image, template, spec, self._config.limits.memory_mib)
            runtimes = (await self._look(image, env)).runtimes
        except (StepFailedError, ProblemError, ValidationError) as error:
            return TemplateStatus(name=name, available=False, reason=str(error), runtimes={})
        needed = ["python"] + (["node"] if template.node_modules is not None else [])
        broken = [f"{x} is {runtimes[x]}" for x in needed if runtimes[x].startswith(("missing", "broken"))]
        return TemplateStatus(name=name, available=not broken, reason="; ".join(broken) or None, runtimes=runtimes)

    async def _look(self, image: Image, env: dict[str, str]) -> _View:
        run = await self._driver.start(
            BootOrder(
                machine_id=_MACHINE,
                volume_id=_MACHINE,
                socket_name=_MACHINE,
                image=image,
                env=env,
                start_command=("/usr/bin/true",),
                port=None,
                health_path=None,
                memory_mib=self._config.limits.memory_mib,
                vcpus=1,
            )
        )
        try:
            return _View.model_validate_json(await _output(run))
        finally:
            await run.stop(0)


async def _output(run: RunningMachine) -> str:
    order = {
        "argv": ["/usr/bin/python3", "-IS", "-c", _LOOK],
        "cwd": ".",
        "env": {},
        "timeout_seconds": 20,
        "output_limit_bytes": 65_536,
    }
    text = ""
    async with run.guest.stream("POST", "/exec", content=json.dumps(order).encode(), answer_seconds=30) as response:
        async for line in response.aiter_lines():
            event = json.loads(line)
            if event.get("stream") == "stdout":
                text += ExecOutput.model_validate(event).data
    return text


def _host_memory_mib() -> int:
    first = Path("/proc/meminfo").read_text().splitlines()[0]
    return int(first.split()[1]) // 1024
