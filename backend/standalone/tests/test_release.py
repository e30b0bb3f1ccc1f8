"""A release: what is copied, how it is named, and that half of one is never used."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from standalone.install import release as releases
from standalone.install import stamps, synchronise
from standalone.install.release import Release
from standalone.layout import Layout
from standalone.problems import Problem


@pytest.fixture
def layout(tmp_path: Path) -> Layout:
    checkout = tmp_path / "checkout"
    for package in releases.PACKAGES:
        folder = checkout / "backend" / package / "src" / package
        folder.mkdir(parents=True)
        (folder / "__init__.py").write_text('"""Doc."""\n')
    migrations = checkout / "backend/platform/migrations"
    migrations.mkdir()
    (migrations / "env.py").write_text("")
    (checkout / "deploy/edge").mkdir(parents=True)
    (checkout / "deploy/edge/nginx.conf.template").write_text("template")
    home = tmp_path / "home"
    home.mkdir()
    return Layout(checkout, home, tmp_path / "run", tmp_path / "env", 8420, 8421)


def test_a_release_holds_the_sources_in_the_shape_of_the_repository(layout: Layout) -> None:
    release = releases.ensure(layout)
    assert (release.folder / "backend/platform/src/platform/__init__.py").read_text() == '"""Doc."""\n'
    assert (release.folder / "backend/platform/migrations/env.py").exists()
    assert release.edge_template.read_text() == "template"
    assert all(Path(folder).is_dir() for folder in release.python_path.split(":"))


def test_modules_are_compiled_but_not_the_pieces_of_apps(layout: Layout, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pieces are filled in later; compiled as they are, they would greet a newcomer with warnings of syntax."""
    monkeypatch.setattr(sys, "pycache_prefix", None)  # the test command sets one; no service of the product has one
    base = layout.checkout / "backend/appbuilder/src/appbuilder/base"
    (base / "parts").mkdir(parents=True)
    (base / "__init__.py").write_text("")
    (base / "parts" / "piece.py").write_text("pieces = 1\n")
    copied = releases.ensure(layout).folder / "backend/appbuilder/src/appbuilder/base"
    assert list((copied / "__pycache__").glob("__init__*.pyc"))
    assert (copied / "parts/piece.py").exists()
    assert not (copied / "parts/__pycache__").exists()


def test_it_is_named_after_its_content(layout: Layout) -> None:
    first = releases.ensure(layout)
    assert releases.wanted(layout).name == first.name
    file = layout.checkout / "backend/platform/src/platform/__init__.py"
    file.write_text('"""Changed."""\n')
    assert releases.wanted(layout).name != first.name
    file.write_text('"""Doc."""\n')
    assert releases.wanted(layout).name == first.name
    file.chmod(0o755)
    assert releases.wanted(layout).name != first.name


def test_caches_and_tests_do_not_count(layout: Layout) -> None:
    name = releases.wanted(layout).name
    cache = layout.checkout / "backend/platform/src/platform/__pycache__"
    cache.mkdir()
    (cache / "x.pyc").write_bytes(b"1")
    tests = layout.checkout / "backend/platform/tests"
    tests.mkdir()
    (tests / "test_x.py").write_text("")
    assert releases.wanted(layout).name == name


def test_everybody_may_read_it_whatever_the_umask(layout: Layout) -> None:
    before = os.umask(0o077)
    try:
        release = releases.ensure(layout)
    finally:
        os.umask(before)
    modes = {path: path.stat().st_mode for path in (release.folder, *release.folder.rglob("*"))}
    assert len(modes) > 10
    assert [path for path, mode in modes.items() if mode & 0o444 != 0o444] == []
    assert [path for path, mode in modes.items() if path.is_dir() and mode & 0o111 != 0o111] == []


def test_what_an_interrupted_copy_left_is_replaced(layout: Layout) -> None:
    wanted = releases.wanted(layout)
    half = wanted.folder.with_name(f"{wanted.name}.new")
    half.mkdir(parents=True)
    (half / "half").write_text("")
    release = releases.ensure(layout)
    assert not (release.folder / "half").exists()
    assert not half.exists()


def test_former_releases_go(layout: Layout) -> None:
    release = releases.ensure(layout)
    former = Release(layout.home / "releases" / "former")
    former.folder.mkdir()
    releases.remove_others(layout, release)
    assert [folder.name for folder in (layout.home / "releases").iterdir()] == [release.name]


def test_no_sources_is_told(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="no VibeCaaS sources"):
        releases.source_files(tmp_path)


def test_synchronise_makes_equal_and_keeps_packages(tmp_path: Path) -> None:
    source, target = tmp_path / "a", tmp_path / "b"
    (source / "sub").mkdir(parents=True)
    (source / "sub" / "file").write_text("1")
    (target / "node_modules").mkdir(parents=True)
    (target / "node_modules" / "kept").write_text("1")
    (target / "gone").write_text("1")
    outside = tmp_path / "outside"
    outside.write_text("untouched")
    (target / "sub").mkdir()
    (target / "sub" / "file").symlink_to(outside)
    synchronise.synchronise(synchronise.tree(source), target)
    assert sorted(str(p.relative_to(target)) for p in target.rglob("*") if p.is_file()) == [
        "node_modules/kept",
        "sub/file",
    ]
    assert not (target / "sub" / "file").is_symlink()
    assert outside.read_text() == "untouched"
    (source / "sub" / "file").write_text("2")
    synchronise.synchronise(synchronise.tree(source), target)
    assert (target / "sub" / "file").read_text() == "2"


def test_stamps_do_not_depend_on_order_and_see_every_byte() -> None:
    assert stamps.of_bytes({"a": b"1", "b": b"2"}) == stamps.of_bytes({"b": b"2", "a": b"1"})
    assert stamps.of_bytes({"a": b"1", "b": b"2"}) != stamps.of_bytes({"a": b"12", "b": b""})
    assert len(stamps.of_bytes({})) == stamps.LENGTH
