"""Each check notices what it is for: an app that is broken in one place fails the check, unbroken it passes.

The mutations stand in the modules beside this one, in ``MUTATIONS``.
"""

from collections.abc import Callable
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest

from appbuilder.checks import BrowserCheck, HttpCheck, acceptance_checks
from appbuilder.spec import AppSpec

from ..apps.browsing import browse
from ..apps.checking import CheckFailed, do_check
from ..apps.conftest import template, write_app
from ..apps.running import running, running_api
from .model import Mutation

pytestmark = [pytest.mark.slow, pytest.mark.exhaustive]
__all__ = ["template"]


def _mutations() -> list[Mutation]:
    modules = (import_module(f"{__package__}.{module.name}") for module in iter_modules([str(Path(__file__).parent)]))
    return [mutation for module in modules for mutation in getattr(module, "MUTATIONS", ())]


MUTATIONS = _mutations()


@cache
def _checks(spec: Callable[[], AppSpec]) -> dict[str, HttpCheck | BrowserCheck]:
    return {check.id: check for check in acceptance_checks(spec())}


def _run(place: Path, env: dict[str, str], checks: list[HttpCheck | BrowserCheck]) -> None:
    """Starts the app once and does the checks; a browser needs the web client too."""
    in_browser = any(isinstance(check, BrowserCheck) for check in checks)
    with (running if in_browser else running_api)(place, env) as app:
        for check in checks:
            if isinstance(check, BrowserCheck):
                browse(app, check)
            else:
                do_check(app, check)


@pytest.mark.parametrize("spec", dict.fromkeys(mutation.spec for mutation in MUTATIONS), ids=lambda spec: spec.__name__)
def test_the_checks_pass_in_the_unbroken_app(spec: Callable[[], AppSpec], tmp_path: Path, template: Path) -> None:
    wanted = dict.fromkeys(mutation.check for mutation in MUTATIONS if mutation.spec is spec)
    _run(tmp_path, write_app(spec(), tmp_path, template), [_checks(spec)[name] for name in wanted])


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.name)
def test_the_check_fails_in_the_broken_app(mutation: Mutation, tmp_path: Path, template: Path) -> None:
    env = write_app(mutation.spec(), tmp_path, template)
    file = tmp_path / mutation.file
    text = file.read_text("utf-8")
    assert mutation.old in text, f"{mutation.file} does not hold {mutation.old!r}"
    file.write_text(text.replace(mutation.old, mutation.new, 1), "utf-8")
    with pytest.raises(CheckFailed):
        _run(tmp_path, env, [_checks(mutation.spec)[mutation.check]])
