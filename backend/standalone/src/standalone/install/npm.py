"""npm as the product uses it: own settings, the committed lock, and a failure if that lock would change."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

from standalone import accounts
from standalone.accounts import Account, give
from standalone.install.node import Node
from standalone.install.shell import run
from standalone.layout import Layout
from standalone.problems import Problem

# settings of the machine's npm that decide whether its package source can be reached
_SETTINGS = ("registry", "cafile", "proxy", "https-proxy", "noproxy", "strict-ssl")
_PASSED_ON = {"LANG", "LC_ALL", "SSL_CERT_FILE", "SSL_CERT_DIR", "NODE_EXTRA_CA_CERTS", "TMPDIR", "TZ"}


def workshop(layout: Layout) -> Path:
    """The folder of all builds. Started by root it stays root's: nobody can swap what root writes there."""
    folder = layout.home / "build"
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o755)
    return folder


def install(folder: Path, node: Node, account: Account, layout: Layout, log: Path, *, what: str) -> None:
    """Run `npm install` with the folder's committed lock, as `account`.

    Raises Problem, also when the lock does not fit the package file.
    """
    lock = folder / "package-lock.json"
    before = lock.read_bytes()
    run(
        [node.npm, "install", "--no-audit", "--no-fund", "--no-progress", "--loglevel=error"],
        what=what, log=log, env=environment(node, account, layout), account=account, cwd=folder,
    )  # fmt: skip
    after = lock.read_bytes()
    lock.write_bytes(before)
    if not says_the_same(before, after):
        raise Problem(
            f"{what} failed: it would change package-lock.json",
            why="the committed lock does not fit package.json",
            remedy="run npm install in that folder, look at the difference and commit it",
        )


def says_the_same(before: bytes, after: bytes) -> bool:
    """Whether two locks pin the same packages.

    A package source may hold more or fewer of the optional packages of other platforms than the one that the lock was
    made from; npm then adds or drops their entries, which changes nothing on this machine. What both name is the same.
    """
    if before == after:
        return True
    old, new = _packages(before), _packages(after)
    shared = old.keys() & new.keys()
    only_one = {**old, **new}.keys() - shared
    return (
        bool(shared)
        and all(_pin(old[name]) == _pin(new[name]) for name in shared)
        and all(_is_optional(old.get(name) or new.get(name)) for name in only_one)
    )


def _packages(lock: bytes) -> dict[str, object]:
    packages = _parse(lock).get("packages")
    return packages if isinstance(packages, dict) else {}


def _pin(entry: object) -> tuple[object, ...]:
    """What decides which files are installed; marks such as `dev` depend on who else needs the package."""
    known = entry if isinstance(entry, dict) else {}
    return tuple(known.get(name) for name in ("version", "integrity", "resolved", "link", "dependencies"))


def _is_optional(entry: object) -> bool:
    return isinstance(entry, dict) and entry.get("optional") is True


def environment(node: Node, account: Account, layout: Layout) -> dict[str, str]:
    """The environment for npm: an own settings file that keeps only where the machine's packages come from."""
    folder = workshop(layout)
    home = accounts.folder(folder / "home", account, 0o755)
    settings = folder / "npmrc"
    settings.write_text(
        "".join(f"{name}={value}\n" for name, value in _machine_settings(node, folder, account).items())
    )
    give(settings, account, 0o600)
    kept = {name: value for name, value in os.environ.items() if name in _PASSED_ON or name.lower().endswith("_proxy")}
    return {
        **kept,
        "PATH": f"{node.folder}:/usr/local/bin:/usr/bin:/bin",
        "HOME": str(home),
        "npm_config_userconfig": str(settings),
        "npm_config_cache": str(home / "npm-cache"),
        "npm_config_update_notifier": "false",
        "npm_config_omit_lockfile_registry_resolved": "true",
        "NEXT_TELEMETRY_DISABLED": "1",
        "CI": "1",
    }


def _machine_settings(node: Node, folder: Path, account: Account) -> dict[str, str]:
    """Package source and certificates as the caller's npm knows them; the certificates are copied, for `account`."""
    found: dict[str, str] = {}
    env = {**os.environ, "PATH": f"{node.folder}:{os.environ.get('PATH', '/usr/bin:/bin')}"}
    said = subprocess.run([node.npm, "config", "list", "--json"], capture_output=True, env=env, check=False, cwd="/")
    known = _parse(said.stdout)
    for name in _SETTINGS:
        value = known.get(name)
        if value not in (None, "", [], ["", ""]):
            found[name] = str(value).lower() if isinstance(value, bool) else str(value)
    if "cafile" in found:
        copy = folder / "npm-cafile.pem"
        try:
            copy.write_bytes(Path(found["cafile"]).read_bytes())
        except OSError as error:
            raise Problem(
                f"npm's certificate file {found['cafile']} cannot be read", why=str(error.strerror),
                remedy="mend or remove the setting cafile of npm",
            ) from error  # fmt: skip
        give(copy, account, 0o644)
        found["cafile"] = str(copy)
    return found


def _parse(text: bytes) -> dict[str, object]:
    try:
        parsed = json.loads(text or b"{}")
    except ValueError:
        return {}
    return parsed if isinstance(parsed, dict) else {}
