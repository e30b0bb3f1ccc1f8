"""Accounts are everywhere in apps that have them, and nowhere in others."""

import re

import pytest

from appbuilder.compiler import compile_app

from ..examples import SPECS
from ..whole import repair_shop

# What acts for the app itself: at start, where accounts are kept, in tests, when a date has come or a web hook is due;
# what it shows to whoever has a link to share; and examples, which an admin removes.
ON_ITS_OWN = (
    "api/app/main.py",
    "api/app/account/",
    "api/app/core/",
    "api/tests/",
    "api/app/extras/jobs.py",
    "api/app/extras/shares.py",
    "api/app/extras/webhooks.py",
    "api/app/extras/samples.py",
)
ALL = {**SPECS, "repair_shop": repair_shop}
WITH_ACCOUNTS = [name for name, spec in ALL.items() if spec().access.has_accounts]
OPEN = [name for name in ALL if name not in WITH_ACCOUNTS]


@pytest.mark.parametrize("name", WITH_ACCOUNTS)
def test_whoever_asks_is_always_named(name: str) -> None:
    """Without a person the app acts for itself and nothing is hidden: no route may do so."""
    for path, file in compile_app(ALL[name]()).items():
        if path.endswith(".py") and not path.startswith(ON_ITS_OWN):
            assert not re.search(rb"\b(?:reading|writing)\(\)", file.content), path


@pytest.mark.parametrize("name", OPEN)
def test_nothing_of_accounts_is_in_an_open_app(name: str) -> None:
    files = compile_app(ALL[name]())
    assert not [
        path for path in files if "/account/" in path or path.endswith(("core/access.py", "core/permissions.py"))
    ]
    words = re.compile(rb"\bpermit\(|created_by|may_update|sign-in|useSession|scrypt|person_id\(\)|\bAccess\(")
    assert not [path for path, file in files.items() if words.search(file.content) and path != "web/package-lock.json"]


@pytest.mark.parametrize("name", ALL)
def test_no_mark_of_the_builder_is_left(name: str) -> None:
    mark = re.compile(rb"^\s*(?:#|//|\{/\*) (?:if \w+|else|end if)(?: \*/\})?$", re.MULTILINE)
    assert not [path for path, file in compile_app(ALL[name]()).items() if mark.search(file.content)]
