"""The committed lock decides what is installed; optional packages of other platforms may come and go."""

import json

import pytest

from standalone.install.npm import says_the_same

TOOL = {"version": "1.0.0", "integrity": "sha512-a"}
OTHERS = {"version": "1.0.0", "integrity": "sha512-b", "optional": True, "os": ["android"], "cpu": ["arm64"]}


def lock(**packages: object) -> bytes:
    return json.dumps({"lockfileVersion": 3, "packages": packages}).encode()


@pytest.mark.parametrize("added", [{}, {"tool-android-arm64": OTHERS}, {"tool-wasm": {**TOOL, "optional": True}}])
def test_packages_of_other_platforms_change_nothing(added: dict[str, object]) -> None:
    assert says_the_same(lock(tool=TOOL), lock(tool=TOOL, **added))
    assert says_the_same(lock(tool=TOOL, **added), lock(tool=TOOL))


def test_who_else_needs_a_package_is_no_matter() -> None:
    assert says_the_same(lock(tool={**TOOL, "dev": True}), lock(tool=TOOL, native=OTHERS))


def test_an_optional_package_that_both_name_is_the_same() -> None:
    before, after = (lock(tool=TOOL, native={**OTHERS, "integrity": text}) for text in ("sha512-b", "sha512-c"))
    assert not says_the_same(before, after)


@pytest.mark.parametrize(
    "after",
    [
        lock(tool={**TOOL, "version": "1.0.1"}),
        lock(tool={**TOOL, "integrity": "sha512-c"}),
        lock(),
        lock(tool=TOOL, more=TOOL),
        b"no lock",
    ],
)
def test_anything_else_is_another_lock(after: bytes) -> None:
    assert not says_the_same(lock(tool=TOOL), after)
