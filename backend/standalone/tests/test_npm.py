"""The committed lock decides what is installed; optional packages of other platforms may come and go."""

import json

import pytest

from standalone.install.npm import says_the_same

TOOL = {"version": "1.0.0", "integrity": "sha512-a"}
OTHERS = {"version": "1.0.0", "integrity": "sha512-b", "optional": True, "os": ["android"], "cpu": ["arm64"]}


def lock(**packages: object) -> bytes:
    return json.dumps({"lockfileVersion": 3, "packages": packages}).encode()


@pytest.mark.parametrize("added", [{}, {"tool-android-arm64": OTHERS}])
def test_packages_of_other_platforms_change_nothing(added: dict[str, object]) -> None:
    assert says_the_same(lock(tool=TOOL), lock(tool=TOOL, **added))
    assert says_the_same(lock(tool=TOOL, **added), lock(tool=TOOL))


@pytest.mark.parametrize(
    "after",
    [
        lock(tool={**TOOL, "version": "1.0.1"}),
        lock(tool={**TOOL, "integrity": "sha512-c"}),
        lock(),
        lock(tool=TOOL, more=TOOL),
        lock(tool=TOOL, more={**TOOL, "optional": True}),
        b"no lock",
    ],
)
def test_anything_else_is_another_lock(after: bytes) -> None:
    assert not says_the_same(lock(tool=TOOL), after)
