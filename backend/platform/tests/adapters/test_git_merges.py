"""The contract of GitStore, on real repositories: merges, conflicts, restores."""

import asyncio
from pathlib import Path

import pytest

from vibecaas.adapters.git_store import BareRepositories

from .histories import APP, PROJECT, build, edit, restore, tree


@pytest.fixture
def store(tmp_path: Path) -> BareRepositories:
    return BareRepositories(tmp_path / "repositories")


def test_the_same_arguments_give_the_same_hashes_anywhere(tmp_path: Path) -> None:
    async def hashes(name: str) -> tuple[str, str, str]:
        store = BareRepositories(tmp_path / name)
        first = await build(store, APP)
        changed = await edit(store, {"web/App.tsx": "<Mine/>\n"})
        merged = await build(store, {**APP, "api/main.py": "one\n\n\ntwo\n\n\nfour\n"})
        return first.main_commit, changed.main_commit, merged.main_commit

    assert asyncio.run(hashes("a")) == asyncio.run(hashes("b"))


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


def test_a_conflict_keeps_only_the_lines_that_both_changed(store: BareRepositories) -> None:
    async def scenario() -> None:
        await build(store, APP)
        await edit(store, {"api/main.py": "ONE\n\n\ntwo\n\n\nthree\n"})
        merged = await build(store, {**APP, "api/main.py": "eins\n\n\ntwo\n\n\nfour\n"})
        assert merged.conflicts == ("api/main.py",)
        assert (await tree(store))["api/main.py"] == "ONE\n\n\ntwo\n\n\nfour\n"
        built = merged.base_commit or ""
        assert await store.conflicts(project_id=PROJECT, commit=merged.main_commit) == (built, ("api/main.py",))
        assert await store.conflicts(project_id=PROJECT, commit=built) == (built, ())

    asyncio.run(scenario())


def test_an_edit_goes_with_a_file_that_the_builder_moves(store: BareRepositories) -> None:
    async def scenario() -> None:
        lines = [f"line {number}\n" for number in range(20)]
        moved = [line.replace("line 1\n", "LINE 1\n").replace("line 9\n", "nine\n") for line in lines]
        await build(store, {**APP, "goals/routes.py": "".join(lines), "goals/list.py": "".join(lines) + "list\n"})
        mine = "".join(lines).replace("line 15\n", "fifteen\n").replace("line 9\n", "NINE\n")
        await edit(store, {"goals/routes.py": mine, "goals/own.py": "mine\n"})
        merged = await build(
            store, {**APP, "aims/routes.py": "".join(moved), "aims/list.py": "".join(lines) + "list\n"}
        )
        found = await tree(store)
        assert "aims/routes.py" in merged.conflicts
        text = found["aims/routes.py"]
        assert all(words in text for words in ("fifteen\n", "LINE 1\n", "NINE\n"))
        assert "nine\n" not in text
        assert found["aims/own.py"] == "mine\n"
        assert not [path for path in found if path.startswith("goals/")]

    asyncio.run(scenario())


def test_a_binary_file_in_conflict_stays_ours(store: BareRepositories) -> None:
    async def scenario() -> None:
        await build(store, {**APP, "icon.bin": "a\0a"})
        await edit(store, {"icon.bin": "b\0b"})
        merged = await build(store, {**APP, "icon.bin": "c\0c"})
        assert merged.conflicts == ("icon.bin",)
        assert (await tree(store))["icon.bin"] == "b\0b"

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
