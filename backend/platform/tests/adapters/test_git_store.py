"""The contract of GitStore, on real repositories: hashes, merges, branches, links."""

import asyncio
import subprocess
import time
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest

from vibecaas.adapters.git_store import BareRepositories
from vibecaas.kit import ids
from vibecaas.kit.errors import StateConflict
from vibecaas.projects.schemas import FileContent, Parents, PreparedBuild

AT = datetime(2026, 8, 1, 12, 0, tzinfo=UTC)
PROJECT = UUID(int=7)
APP = {"run": "#!/bin/sh\n", "api/main.py": "one\n\n\ntwo\n\n\nthree\n", "web/App.tsx": "<App/>\n"}


def files(texts: Mapping[str, str]) -> dict[str, FileContent]:
    return {path: FileContent(content=text.encode(), executable=path == "run") for path, text in texts.items()}


@pytest.fixture
def store(tmp_path: Path) -> BareRepositories:
    return BareRepositories(tmp_path / "repositories")


async def build(store: BareRepositories, texts: Mapping[str, str], message: str = "Build") -> PreparedBuild:
    parents = await store.heads(project_id=PROJECT)
    prepared = await store.prepare_build(
        project_id=PROJECT, files=files(texts), parents=parents, message=message, at=AT
    )
    await store.publish(project_id=PROJECT, parents=parents, prepared=prepared)
    return prepared


async def edit(store: BareRepositories, changes: Mapping[str, str | None]) -> PreparedBuild:
    parents = await store.heads(project_id=PROJECT)
    contents = {
        p: FileContent(content=t.encode(), executable=False) if t is not None else None for p, t in changes.items()
    }
    prepared = await store.prepare_edit(
        project_id=PROJECT, changes=contents, parents=parents, message="Edit", author="usr_1", at=AT
    )
    await store.publish(project_id=PROJECT, parents=parents, prepared=prepared)
    return prepared


async def restore(store: BareRepositories, commit: str, built: Mapping[str, str]) -> PreparedBuild:
    parents = await store.heads(project_id=PROJECT)
    prepared = await store.prepare_restore(
        project_id=PROJECT,
        commit=commit,
        built=files(built),
        parents=parents,
        message="Restore",
        author="usr_1",
        at=AT,
    )
    await store.publish(project_id=PROJECT, parents=parents, prepared=prepared)
    return prepared


async def tree(store: BareRepositories, revision: str = "main") -> dict[str, str]:
    entries = await store.entries(project_id=PROJECT, revision=revision)
    contents = await store.contents(project_id=PROJECT, blobs=[entry.blob for entry in entries])
    return {entry.path: content.decode() for entry, content in zip(entries, contents, strict=True)}


def git(tmp_path: Path, *arguments: str, stdin: bytes = b"") -> str:
    folder = tmp_path / "repositories" / f"{ids.encode('prj', PROJECT)}.git"
    return subprocess.run(
        ["git", *arguments],
        input=stdin,
        capture_output=True,
        check=True,
        env={"GIT_DIR": str(folder), "PATH": "/usr/bin:/bin"},
    ).stdout.decode()


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


def test_the_same_arguments_give_the_same_hashes_anywhere(tmp_path: Path) -> None:
    async def hashes(name: str) -> tuple[str, str, str]:
        store = BareRepositories(tmp_path / name)
        first = await build(store, APP)
        changed = await edit(store, {"web/App.tsx": "<Mine/>\n"})
        merged = await build(store, {**APP, "api/main.py": "one\n\n\ntwo\n\n\nfour\n"})
        return first.main_commit, changed.main_commit, merged.main_commit

    assert asyncio.run(hashes("a")) == asyncio.run(hashes("b"))


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


def test_a_build_that_changes_nothing_is_no_commit(store: BareRepositories) -> None:
    async def scenario() -> None:
        first = await build(store, APP)
        again = await build(store, APP)
        assert again.unchanged
        assert again.main_commit == first.main_commit
        assert (await edit(store, {"run": "#!/bin/sh\n"})).main_commit != first.main_commit  # the mode changed
        mine = await edit(store, {"notes.md": "x"})
        assert (await build(store, APP)).main_commit == mine.main_commit

    asyncio.run(scenario())


def test_a_build_is_merged_into_what_people_wrote(store: BareRepositories) -> None:
    async def scenario() -> None:
        await build(store, APP)
        await edit(
            store, {"web/App.tsx": "<Mine/>\n", "notes.md": "mine\n", "api/main.py": "ONE\n\n\ntwo\n\n\nthree\n"}
        )
        merged = await build(store, {**APP, "api/main.py": "one\n\n\ntwo\n\n\nfour\n", "api/more.py": "more\n"})

        assert merged.conflicts == ()
        assert await tree(store) == {
            "run": "#!/bin/sh\n",
            "web/App.tsx": "<Mine/>\n",
            "notes.md": "mine\n",
            "api/main.py": "ONE\n\n\ntwo\n\n\nfour\n",
            "api/more.py": "more\n",
        }
        facts = await store.facts(project_id=PROJECT, commit=merged.main_commit)
        assert facts is not None
        assert len(facts.parents) == 2
        assert facts.parents[1] == merged.base_commit

    asyncio.run(scenario())


def test_a_conflict_keeps_what_people_wrote_and_is_told(store: BareRepositories) -> None:
    async def scenario() -> None:
        await build(store, {**APP, "gone.txt": "gone\n", "thing": "file\n"})
        await edit(store, {"web/App.tsx": "<Mine/>\n", "gone.txt": None, "thing": None})
        await edit(store, {"thing/inside.txt": "a folder now\n"})
        merged = await build(
            store,
            {**APP, "web/App.tsx": "<Theirs/>\n", "gone.txt": "changed\n", "thing": "other\n", "new.txt": "new\n"},
        )

        assert set(merged.conflicts) >= {"web/App.tsx", "gone.txt"}
        found = await tree(store)
        assert found["web/App.tsx"] == "<Mine/>\n"
        assert "gone.txt" not in found
        assert found["thing/inside.txt"] == "a folder now\n"
        assert found["new.txt"] == "new\n"
        assert not any("<<<<<<<" in text for text in found.values())
        assert not any("~" in path for path in found)

    asyncio.run(scenario())


def test_files_that_were_there_before_the_first_build_stay(store: BareRepositories) -> None:
    async def scenario() -> None:
        await edit(store, {"README.md": "mine\n", "notes.md": "mine\n"})
        merged = await build(store, {**APP, "README.md": "theirs\n"})
        found = await tree(store)
        assert merged.conflicts == ("README.md",)
        assert found["README.md"] == "mine\n"
        assert found["notes.md"] == "mine\n"
        assert found["web/App.tsx"] == "<App/>\n"

    asyncio.run(scenario())


def test_what_was_restored_away_comes_back_when_it_is_asked_for_again(store: BareRepositories) -> None:
    async def scenario() -> None:
        with_rating = {**APP, "api/rating.py": "rating\n", "api/main.py": "one\n\n\ntwo\n\n\nthree\nrating\n"}
        first = await build(store, APP)
        await edit(store, {"notes.md": "mine\n"})
        second = await build(store, with_rating)
        assert "api/rating.py" in await tree(store)

        back = await restore(store, first.main_commit, APP)
        assert await tree(store) == APP
        facts = await store.facts(project_id=PROJECT, commit=back.main_commit)
        assert facts is not None
        assert facts.parents == (second.main_commit, back.base_commit)
        assert (await store.heads(project_id=PROJECT)).base == back.base_commit
        await edit(store, {"api/main.py": "ONE\n\n\ntwo\n\n\nthree\n"})

        again = await build(store, with_rating)
        assert again.conflicts == ()
        found = await tree(store)
        assert found["api/rating.py"] == "rating\n"
        assert found["api/main.py"] == "ONE\n\n\ntwo\n\n\nthree\nrating\n"

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
