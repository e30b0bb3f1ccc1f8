"""The contract of GitStore, on real repositories: hashes, branches, links, comparisons."""

import asyncio
import time
from pathlib import Path

import pytest

from vibecaas.adapters.git_store import BareRepositories
from vibecaas.kit import ids
from vibecaas.kit.errors import StateConflict
from vibecaas.projects.schemas import FileContent, Parents

from .histories import APP, AT, PROJECT, build, edit, files, git, tree


@pytest.fixture
def store(tmp_path: Path) -> BareRepositories:
    return BareRepositories(tmp_path / "repositories")


def test_an_unknown_project_reads_as_empty(store: BareRepositories) -> None:
    async def scenario() -> None:
        assert await store.heads(project_id=PROJECT) == Parents(base=None, main=None)
        assert await store.entries(project_id=PROJECT, revision="main") == []
        assert await store.entries(project_id=PROJECT, revision="1" * 40) == []
        assert await store.entries(project_id=PROJECT, revision="--output=/tmp/x") == []
        assert await store.facts(project_id=PROJECT, commit="1" * 40) is None
        await store.erase(project_id=PROJECT)

    asyncio.run(scenario())


def test_a_first_build_is_the_tree_with_its_programs_marked(store: BareRepositories) -> None:
    async def scenario() -> None:
        made = await build(store, APP)

        assert await tree(store) == APP
        entries = await store.entries(project_id=PROJECT, revision="main")
        assert [entry.path for entry in entries if entry.executable] == ["run"]
        assert made.changed_paths == ("api/main.py", "run", "web/App.tsx")
        assert await store.heads(project_id=PROJECT) == Parents(base=made.base_commit, main=made.main_commit)

    asyncio.run(scenario())


def test_preparing_moves_no_branch_and_repeats_to_the_same_commit(store: BareRepositories) -> None:
    async def scenario() -> None:
        first = await build(store, APP)
        parents = await store.heads(project_id=PROJECT)
        wanted = {**APP, "new.txt": "new\n"}
        again = [
            await store.prepare_build(project_id=PROJECT, files=files(wanted), parents=parents, message="M", at=AT)
            for _ in range(2)
        ]

        assert again[0] == again[1]
        assert (await store.heads(project_id=PROJECT)).main == first.main_commit
        await store.publish(project_id=PROJECT, parents=parents, prepared=again[0])
        await store.publish(project_id=PROJECT, parents=parents, prepared=again[0])
        assert (await store.heads(project_id=PROJECT)).main == again[0].main_commit

    asyncio.run(scenario())


def test_of_two_writers_from_one_state_one_wins_and_the_other_hears_of_it(store: BareRepositories) -> None:
    async def write(parents: Parents, text: str) -> None:
        change = {"a.txt": FileContent(content=text.encode(), executable=False)}
        prepared = await store.prepare_edit(
            project_id=PROJECT, changes=change, parents=parents, message=text, author="usr_1", at=AT
        )
        await store.publish(project_id=PROJECT, parents=parents, prepared=prepared)

    async def scenario() -> None:
        await build(store, APP)
        parents = await store.heads(project_id=PROJECT)
        outcomes = await asyncio.gather(*(write(parents, str(n)) for n in range(6)), return_exceptions=True)

        assert sorted(type(one).__name__ for one in outcomes) == ["NoneType"] + ["StateConflict"] * 5
        winner = outcomes.index(None)
        assert (await tree(store))["a.txt"] == str(winner)

    asyncio.run(scenario())


def test_a_lock_of_a_killed_git_does_not_stop_the_next_writer(store: BareRepositories, tmp_path: Path) -> None:
    async def scenario() -> None:
        await build(store, APP)
        folder = tmp_path / "repositories" / f"{ids.encode('prj', PROJECT)}.git"
        (folder / "refs/heads/main.lock").write_text("")
        await edit(store, {"a.txt": "a\n"})
        assert (await tree(store))["a.txt"] == "a\n"

    asyncio.run(scenario())


def test_half_a_publication_is_finished_by_repeating_it(store: BareRepositories, tmp_path: Path) -> None:
    async def scenario() -> None:
        await build(store, APP)
        await edit(store, {"notes.md": "mine\n"})
        parents = await store.heads(project_id=PROJECT)
        prepared = await store.prepare_build(
            project_id=PROJECT, files=files({**APP, "b": "b"}), parents=parents, message="M", at=AT
        )
        git(tmp_path, "update-ref", "refs/heads/vibecaas/base", prepared.base_commit or "")
        await store.publish(project_id=PROJECT, parents=parents, prepared=prepared)
        assert await store.heads(project_id=PROJECT) == Parents(base=prepared.base_commit, main=prepared.main_commit)
        await edit(store, {"c": "c"})
        with pytest.raises(StateConflict):
            await store.publish(project_id=PROJECT, parents=parents, prepared=prepared)

    asyncio.run(scenario())


def test_links_are_named_as_links(store: BareRepositories, tmp_path: Path) -> None:
    async def scenario() -> None:
        await build(store, APP)
        blob = git(tmp_path, "hash-object", "-w", "--stdin", stdin=b"/etc/passwd").strip()
        listing = git(tmp_path, "ls-tree", "main") + f"120000 blob {blob}\tleak\n"
        made = git(tmp_path, "mktree", stdin=listing.encode()).strip()
        identity = ["-c", "user.name=x", "-c", "user.email=x@y"]
        commit = git(tmp_path, *identity, "commit-tree", made, "-p", "main", stdin=b"link").strip()
        git(tmp_path, "update-ref", "refs/heads/main", commit)

        entries = {entry.path: entry.type for entry in await store.entries(project_id=PROJECT, revision="main")}
        assert entries["leak"] == "symlink"
        await edit(store, {"a.txt": "a\n"})
        entries = {entry.path: entry.type for entry in await store.entries(project_id=PROJECT, revision="main")}
        assert entries["leak"] == "symlink"

    asyncio.run(scenario())


def test_a_comparison_tells_each_file_with_its_lines(store: BareRepositories) -> None:
    async def scenario() -> None:
        first = await build(store, {**APP, "old.txt": "a\nb\n"})
        second = await edit(
            store,
            {
                "old.txt": None,
                "new 😀.txt": "x\ndiff --git a/b c/d\n",
                "web/App.tsx": "<Mine/>\n",
                "long.txt": "y\n" * 100_000,
            },
        )
        changes = {
            one.path: one
            for one in await store.compare(project_id=PROJECT, base=first.main_commit, commit=second.main_commit)
        }
        assert {path: one.status for path, one in changes.items()} == {
            "old.txt": "deleted",
            "new 😀.txt": "added",
            "web/App.tsx": "modified",
            "long.txt": "added",
        }
        assert "+diff --git a/b c/d\n" in changes["new 😀.txt"].patch
        assert (changes["web/App.tsx"].insertions, changes["web/App.tsx"].deletions) == (1, 1)
        assert changes["web/App.tsx"].patch.endswith("-<App/>\n+<Mine/>\n")
        assert changes["long.txt"].truncated
        assert not changes["web/App.tsx"].truncated
        count = await store.count(project_id=PROJECT, base=first.main_commit, commit=second.main_commit)
        assert (count.files_changed, count.insertions, count.deletions) == (4, 100_003, 3)
        everything = await store.compare(project_id=PROJECT, base=None, commit=first.main_commit)
        assert {one.status for one in everything} == {"added"}

    asyncio.run(scenario())


def test_a_hook_in_a_repository_never_runs(store: BareRepositories, tmp_path: Path) -> None:
    async def scenario() -> None:
        await build(store, APP)
        folder = tmp_path / "repositories" / f"{ids.encode('prj', PROJECT)}.git"
        (folder / "hooks").mkdir(exist_ok=True)
        hook = folder / "hooks" / "reference-transaction"
        hook.write_text(f"#!/bin/sh\ntouch {tmp_path}/ran\n")
        hook.chmod(0o755)
        await edit(store, {"a.txt": "a\n"})
        assert not (tmp_path / "ran").exists()

    asyncio.run(scenario())


def test_a_commit_of_sixty_files_is_quick(store: BareRepositories) -> None:
    async def scenario() -> float:
        await build(store, APP)
        many = {f"web/src/part{n}/File{n}.tsx": f"export const n = {n};\n" * 100 for n in range(60)}
        started = time.perf_counter()
        await build(store, many)
        return time.perf_counter() - started

    assert asyncio.run(scenario()) < 2  # 0.1 s alone; the machine is shared
