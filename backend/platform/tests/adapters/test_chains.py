"""Chains of follow-ups: entries and hand-made edits survive each; a conflict is told and shown, never lost."""

import asyncio
from pathlib import Path
from typing import Any

import pytest
from backend.appbuilder.tests.apps.running import running_api

from appbuilder.checks.values import value
from appbuilder.compiler import compile_app
from appbuilder.planner import plan, plan_follow_up
from appbuilder.spec import AppSpec, Entity
from vibecaas.adapters.git_store import BareRepositories

from .histories import PROJECT, build, edit, tree

CHAINS = (
    ("Notes with a title and a text", ("add a rating from 1 to 5", "rename text to body", "make it dark")),
    ("A list of books with title, author and year", ("add a genre", "remove the year", "rename books to volumes")),
    ("Track chores with a person and a due date", ("add a status: open, done", "add notes", "use teal buttons")),
    (
        "Keep recipes with a name and ingredients",
        ("add a cooking time", "add a difficulty: easy, hard", "beige background"),
    ),
    ("A contact list with name, e-mail and phone", ("add a birthday", "rename phone to mobile", "remove the e-mail")),
    ("Collect ideas with a title and a description", ("add a priority: low, high", "sort by priority", "make it dark")),
    ("Plants with a name and a place", ("add a last watered date", "rename place to room", "add notes")),
    ("A guestbook", ("add a country", "rename message to words", "use navy buttons")),
    ("Movies with a title, a year and a rating", ("add a director", "remove the rating", "add a rating from 1 to 10")),
    (
        "Expenses with a description, an amount and a date",
        ("add a category: food, travel", "show the total", "make it dark"),
    ),
    (
        "Wines with a name, a vintage and a price",
        ("add a rating from 1 to 5", "rename vintage to year", "show the average price"),
    ),
    ("Tools with a name and a condition", ("add borrowers with a name", "rename tools to instruments", "add notes")),
    (
        "Songs with a title and an artist",
        ("add a length in minutes", "rename artist to performer", "make it dark"),
    ),
    ("Meetings with a title, a date and an agenda", ("add a location", "remove the agenda", "add an agenda")),
    (
        "Goals with a title and a target date",
        ("add a status: planned, reached", "rename goals to aims", "use green buttons"),
    ),
    ("Quotes with a text and an author", ("add a source", "add a year", "remove the source")),
    (
        "Games with a name and a number of players",
        ("add a duration in minutes", "make it dark", "rename games to matches"),
    ),
    ("A list of birds with a species, a place and a date", ("add a count", "rename place to location", "add notes")),
    ("Parts with a name, a quantity and a price", ("add a supplier", "show the total quantity", "remove the price")),
    ("Links with a title and an address", ("add a category: work, home", "add notes", "make it light")),
    ("Patients with a name and a birthday", ("add an allergy", "rename patients to clients", "use navy buttons")),
    (
        "Trips with a destination, a start date and an end date",
        ("add a budget", "rename budget to cost", "make it dark"),
    ),
    ("Complaints with a subject and a message", ("add a status: new, solved", "add an e-mail", "remove the e-mail")),
    ("Lessons with a topic and a date", ("add homework", "rename homework to tasks to do", "add a grade from 1 to 6")),
    ("Equipment with a name and a serial number", ("add a location", "add a purchase date", "remove the location")),
    ("Customers with a company and a contact", ("add a phone", "rename company to firm", "add a website")),
    (
        "Workouts with an exercise, a date and a place",
        ("add a weight in kilograms", "remove the place", "make it dark"),
    ),
    ("Donations with a donor and an amount", ("add a date", "show the total amount", "rename donor to giver")),
    ("Rooms with a number and a floor", ("add a capacity", "rename floor to storey", "remove the capacity")),
    ("Articles with a headline and a text", ("add an author", "rename headline to title", "use maroon buttons")),
)


def texts_of(spec: AppSpec) -> dict[str, str]:
    return {path: file.content.decode() for path, file in compile_app(spec).items()}


def write(files: dict[str, str], place: Path) -> None:
    for path, text in files.items():
        (place / path).parent.mkdir(parents=True, exist_ok=True)
        (place / path).write_text(text, encoding="utf-8")


def body(entity: Entity) -> dict[str, Any]:
    return {field.column: value(field) for field in entity.fields if field.type != "reference"}


class Chain:
    """An app with a history, its data, and what people put into both."""

    def __init__(self, place: Path, installed: Path) -> None:
        self.store = BareRepositories(place / "repositories")
        self.place = place
        self.env = {
            "PATH": "/usr/bin:/bin",
            "APP_PYTHON": str(installed / "venv/bin/python"),
            "APP_DATA_DIR": str(place / "data"),
            "APP_SAMPLES": "0",
            "PYTHONDONTWRITEBYTECODE": "1",
        }
        self.files: dict[str, str] = {}

    async def build(self, spec: AppSpec) -> tuple[str, ...]:
        made = await build(self.store, texts_of(spec))
        self.files = await tree(self.store)
        if made.conflicts:
            built, kept_paths = await self.store.conflicts(project_id=PROJECT, commit=made.main_commit)
            assert (built, kept_paths) == (made.base_commit, made.conflicts)
            shown = await self.store.compare(project_id=PROJECT, base=made.main_commit, commit=built)
            assert set(made.conflicts) <= {change.path for change in shown if change.patch}
        return made.conflicts

    async def edit(self, path: str, old: str, new: str) -> None:
        text = self.files[path]
        assert old in text, (path, old)
        await edit(self.store, {path: text.replace(old, new, 1)})
        self.files = await tree(self.store)

    def entries(self, spec: AppSpec, entity_id: str, new: dict[str, Any] | None = None) -> list[dict[str, Any]]:
        """Start the app as it stands on main, add an entry, return all."""
        place = self.place / f"app_{len(list(self.place.iterdir()))}"
        write(self.files, place)
        path = f"/api/{spec.entity(entity_id).slug}"
        with running_api(place, self.env) as app:
            if new is not None:
                status, answer = app.request("POST", path, new)
                assert status == 201, answer
            status, answer = app.request("GET", f"{path}?sort=created_at")
            assert status == 200, (answer, (place / "api/log").read_text())
            items: list[dict[str, Any]] = answer["items"]
            app.stop()
        return items


def kept(before: dict[str, Any], after: dict[str, Any], old: Entity, new: Entity) -> None:
    """Each value is where its field is now."""
    for field in new.fields:
        earlier = next((each for each in old.fields if each.id == field.id and each.type == field.type), None)
        if earlier is not None and field.type != "computed":
            assert after[field.column] == before[earlier.column], field.name


async def follow(chain: Chain, request: str, changes: tuple[str, str, str], *, in_the_way: bool) -> None:
    first = plan(request).spec
    entity = first.entities[0]
    assert await chain.build(first) == ()
    [entry] = chain.entries(first, entity.id, body(entity))
    await chain.edit("README.md", "\n\n", "\n\nKept by hand.\n\n")
    await chain.edit("web/src/styles.css", "@import", "/* By hand. */\n@import")
    await chain.edit(f"api/app/{entity.plural}/routes.py", "def list_", "# By hand.\ndef list_")
    hand_made = ["Kept by hand.", "/* By hand. */", "# By hand."]
    if in_the_way:  # on the very line beside which the builder is going to write
        models = f"api/app/{entity.plural}/models.py"
        fields = chain.files[models].split("Input(Input)")[1].split("\n\n\n")[0]
        last = [line for line in fields.splitlines() if line.strip()][-1]
        await chain.edit(models, last, f"{last}  # the last one")
        hand_made.append("# the last one")
    conflicts: set[str] = set()
    spec = first
    for change in changes:
        before, spec = spec, plan_follow_up(spec, change).spec
        assert spec != before, change
        conflicts |= set(await chain.build(spec))
        text = "\n".join(chain.files.values())
        assert [words for words in hand_made if words not in text] == []
        if not conflicts:
            after = next(each for each in chain.entries(spec, entity.id) if each["id"] == entry["id"])
            kept(entry, after, entity, spec.entity(entity.id))
    # Nothing but what people changed can be in the way of the builder.
    assert {path.rpartition("/")[2] for path in conflicts} <= {"routes.py", "models.py"}
    for path in conflicts & set(texts_of(spec)):  # the person takes what the builder made
        await edit(chain.store, {path: texts_of(spec)[path]})
    chain.files = await tree(chain.store)
    after = next(each for each in chain.entries(spec, entity.id) if each["id"] == entry["id"])
    kept(entry, after, entity, spec.entity(entity.id))


@pytest.mark.slow
@pytest.mark.parametrize("number", range(len(CHAINS)), ids=[request for request, _ in CHAINS])
def test_three_follow_ups_keep_entries_and_edits(number: int, tmp_path: Path, template: Path) -> None:
    request, changes = CHAINS[number]
    asyncio.run(follow(Chain(tmp_path, template), request, changes, in_the_way=number % 3 == 0))
