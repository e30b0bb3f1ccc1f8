"""Lays out the guest agent and the few /etc files where every sandbox can have them, compiled once."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
from pathlib import Path

_SOURCE = Path(__file__).parents[2] / "agent"
_ETC = {
    "passwd": "root:x:0:0:root:/:/bin/sh\nuser:x:1000:1000:user:/home/user:/bin/sh\n",
    "group": "root:x:0:\nuser:x:1000:\n",
    "hosts": "127.0.0.1 localhost sandbox\n::1 localhost\n",
    "nsswitch.conf": "passwd: files\ngroup: files\nhosts: files\n",
}


def stage(runtime: Path) -> Path:
    """Make `<runtime>/<hash>/{agent,etc}` if it is not there, remove older ones, and return it."""
    sources = sorted(_SOURCE.glob("*.py"))
    contents = [path.read_bytes() for path in sources] + [repr(_ETC).encode()]
    target = runtime / hashlib.sha256(b"\0".join(contents)).hexdigest()[:16]
    if not target.exists():
        beside = runtime / f"new-{os.getpid()}"
        (beside / "agent").mkdir(parents=True)
        (beside / "etc").mkdir()
        for path, content in zip(sources, contents, strict=False):
            (beside / "agent" / path.name).write_bytes(content)
        for name, text in _ETC.items():
            (beside / "etc" / name).write_text(text)
        # By the Python that will run it; the mount is read-only, so it could not keep its compilation itself.
        subprocess.run(  # noqa: S603 - a fixed program on our own files
            ["/usr/bin/python3", "-ISm", "compileall", "-q", "--invalidation-mode", "unchecked-hash", beside / "agent"],
            check=True,
            timeout=60,
        )
        beside.rename(target)
    for path in runtime.iterdir():
        if path != target:
            shutil.rmtree(path, ignore_errors=True)
    return target
