"""Any valid spec becomes the same, complete, well-formed files."""

import ast
import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from appbuilder.base import template_inputs
from appbuilder.compiler import SPEC_PATH, build_id, compile_app
from appbuilder.spec import AppSpec, Field, add_field, changed, make_app, make_entity, make_field
from appbuilder.spec.names import is_free_entity_name

from ..examples import SPECS, notes
from ..mutation.test_mutations import MUTATIONS
from ..template_examples import bakery, guestbook
from ..whole import repair_shop
from .strategies import specs

PLACE = b"<" + b"<"
DEFINED_IN_PYTHON = re.compile(r"^(?:def |class |(?=\w+(?:: .+)? = ))(?!test_|__all__)(\w+)", re.MULTILINE)
# Next.js asks for these by name.
NEXT = {"Page", "Layout", "config", "dynamic", "metadata", "proxy"}
CALLED = ("web/src/main.tsx", "web/src/proxy.ts", "web/src/app/")
ROUTE = re.compile(r"^@(?:router|app)\..*\ndef \w+", re.MULTILINE)
DEFINED_IN_TYPESCRIPT = re.compile(r"^(?:export )?(?:async )?(?:function|const|interface|type) (\w+)", re.MULTILINE)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(specs())
def test_any_spec_becomes_an_app(spec: AppSpec) -> None:
    files = compile_app(spec)
    assert {"run", "README.md", SPEC_PATH, "api/app/main.py", "web/src/App.tsx", ".gitignore"} <= set(files)
    for path, file in files.items():
        assert PLACE not in file.content, path
        assert file.content.endswith(b"\n"), path
        assert not path.startswith("/")
        if path.endswith(".py"):
            ast.parse(file.content, path)
    assert AppSpec.model_validate_json(files[SPEC_PATH].content) == spec


@pytest.mark.parametrize("name", SPECS)
def test_the_same_spec_gives_the_same_bytes_in_another_process(name: str) -> None:
    spec = SPECS[name]()
    program = (
        "import sys, hashlib; from appbuilder.compiler import compile_app; from appbuilder.spec import AppSpec;"
        "files = compile_app(AppSpec.model_validate_json(sys.stdin.read()));"
        "print({p: hashlib.sha256(f.content).hexdigest() for p, f in files.items()})"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", program],
            input=spec.model_dump_json(),
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1


@pytest.mark.parametrize("name", [*SPECS, "whole"])
def test_a_linter_has_nothing_to_say_about_an_app(name: str, tmp_path: Path) -> None:
    """No name is missing, none is left over, imports are in order."""
    for path, file in compile_app((SPECS | {"whole": repair_shop})[name]()).items():
        if path.endswith(".py"):
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_bytes(file.content)
    select = [
        "--select",
        "F,E,W,I,B,C4,SIM,RET,PIE,UP",
        "--line-length",
        "120",
        "--target-version",
        "py311",
    ]
    ruff = [sys.executable, "-m", "ruff", "check", "--isolated", "--no-cache", *select, "."]
    result = subprocess.run(ruff, cwd=tmp_path / "api", capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout


@pytest.mark.slow
@pytest.mark.parametrize("name", ["notes", "orders", "forum", "whole"])
def test_a_strict_type_checker_has_nothing_to_say_about_an_api(name: str, tmp_path: Path) -> None:
    for path, file in compile_app((SPECS | {"whole": repair_shop})[name]()).items():
        if path.startswith("api/app/"):
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_bytes(file.content)
    mypy = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(tmp_path / "cache"), "app"]
    result = subprocess.run(mypy, cwd=tmp_path / "api", env={}, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize("template", ["fullstack", "nextjs"])
@pytest.mark.parametrize("name", [*SPECS, "whole"])
def test_an_app_holds_nothing_that_it_does_not_use(name: str, template: str) -> None:
    """Whatever has a name is named a second time: functions, classes, constants, types, styles, modules."""
    spec = changed((SPECS | {"whole": repair_shop})[name](), template=template)
    files = {path: file.content.decode() for path, file in compile_app(spec).items()}
    api = {path: text for path, text in files.items() if path.startswith("api/") and path.endswith(".py")}
    web = {path: text for path, text in files.items() if path.startswith("web/src/") and path.endswith((".ts", ".tsx"))}
    named = DEFINED_IN_PYTHON, DEFINED_IN_TYPESCRIPT
    for sources, definition in zip((api, web), named, strict=True):
        words = Counter(word for text in sources.values() for word in re.findall(r"\w+", text))
        for path, text in sources.items():
            defined = set(definition.findall(ROUTE.sub("", text))) - (NEXT if path.startswith(CALLED) else set())
            assert [each for each in defined if words[each] < 2] == [], path
    for path in [path for path in web if not path.startswith(CALLED)]:
        module = path.rpartition("/")[2].partition(".")[0]
        assert any(f'/{module}"' in text for text in web.values()), path
    classes = re.findall(r"^  \.([\w-]+)", files["web/src/styles.css"], re.MULTILINE)
    assert [each for each in classes if not any(re.search(rf"\b{each}\b", text) for text in web.values())] == []


def test_only_run_is_executable() -> None:
    assert [path for path, file in compile_app(notes()).items() if file.executable] == ["run"]


@pytest.mark.parametrize("template", ["fullstack", "static", "nextjs"])
def test_the_image_is_what_the_app_installs(template: str) -> None:
    spec = {"fullstack": notes, "static": bakery, "nextjs": guestbook}[template]()
    files = compile_app(spec)
    inputs = template_inputs(spec.kind.image)
    assert set(inputs) == {"web/package.json", "web/package-lock.json", "api/requirements.txt"}
    assert all(files[path].content == content for path, content in inputs.items() if path in files)
    assert "web/package.json" in files


@pytest.mark.parametrize("image", ["fullstack", "nextjs"])
def test_the_lock_names_no_host_and_pins_what_is_wanted(image: str) -> None:
    lock = template_inputs(image)["web/package-lock.json"]
    assert b"http" not in lock
    wanted = json.loads(template_inputs(image)["web/package.json"])
    pinned = json.loads(lock)["packages"]
    for name, version in (wanted["dependencies"] | wanted["devDependencies"]).items():
        assert pinned[f"node_modules/{name}"]["version"] == version
    packages = [entry for path, entry in pinned.items() if path]
    assert [entry for entry in packages if "integrity" not in entry and not entry.get("inBundle")] == []


def test_the_build_changes_with_the_spec() -> None:
    assert build_id(notes()) == build_id(notes())
    assert build_id(notes()) != build_id(add_field(notes(), "e_note", make_field("rating", "rating")))


def test_a_new_field_only_adds_lines() -> None:
    """So a follow-up merges with what people changed elsewhere in the same files."""
    before = compile_app(notes())
    after = compile_app(add_field(notes(), "e_note", make_field("mood", "text")))
    for path in before:
        if path in {SPEC_PATH, "web/src/App.tsx"} or "import" in path:
            continue
        old, new = (files[path].content.decode().splitlines() for files in (before, after))
        kept = [line for line in old if not line.startswith(("import ", "from "))]
        left = iter(new)
        assert all(line in left for line in kept), path


def test_no_entity_can_be_called_as_what_every_app_has() -> None:
    """An entity's folder stands beside the app's own modules: a folder ``parts`` would hide ``parts.py``."""
    spec = repair_shop()
    own = {entity.plural for entity in spec.entities}
    names = {
        path.split("/")[depth].partition(".")[0]
        for path in compile_app(spec)
        for folder, depth in (("api/app/", 2), ("web/src/", 2))
        if path.startswith(folder) and not path.endswith(".css")  # imported with its ending, so it hides nothing
    }
    generated = {name for name in names - own if name.islower() and name.isidentifier() and name != "__init__"}
    assert {"core", "account", "wiring", "ui"} <= generated
    assert [name for name in sorted(generated - {"account"}) if is_free_entity_name(name)] == []
    with pytest.raises(ValueError, match="use accounts"):
        make_entity("thing", "account", make_field("name", "text"))


def test_every_mutation_finds_what_it_breaks() -> None:
    """The mutations themselves run in the exhaustive suite; that one has nothing left to break shows at once."""
    built = {mutation.spec: compile_app(mutation.spec()) for mutation in MUTATIONS}
    lost = [
        mutation.name
        for mutation in MUTATIONS
        if mutation.old not in built[mutation.spec][mutation.file].content.decode()
    ]
    assert lost == []


def test_filters_stand_in_one_row() -> None:
    """A text that the search finds needs none, and ranges that would not fit wait."""
    choices = [make_field(name, "boolean") for name in ("old", "big", "red", "wet")]
    title, price = make_field("title", "text", required=True), make_field("price", "money", filterable=True)
    place = make_field("place", "text", filterable=True)

    def controls(*fields: Field) -> str:
        app = make_app("Shop", "Keeps things.", make_entity("thing", "things", title, place, *fields))
        text = compile_app(app)["web/src/things/ThingList.tsx"].content.decode()
        return text[text.index("<ListControls>") : text.index("</ListControls>")]

    assert "TextFilter" not in controls(price)
    assert "more={" not in controls(*choices[:3], price)
    later, _, shown = controls(*choices, price).partition("more={")[2].partition("}\n        >")
    assert "RangeFilter" in later
    assert "RangeFilter" not in shown
    assert shown.count("YesNoFilter") == len(choices)


@pytest.mark.parametrize(
    ("name", "is_grouped"), [("year", False), ("birth_year", False), ("vintage", False), ("stock", True)]
)
def test_years_are_shown_without_separators(name: str, is_grouped: bool) -> None:
    title, number = make_field("title", "text", required=True), make_field(name, "integer")
    app = make_app("Cellar", "Keeps wines.", make_entity("wine", "wines", title, number))
    pages = "".join(file.content.decode() for path, file in compile_app(app).items() if path.startswith("web/src"))
    assert f".{name}" in pages
    assert bool(re.search(rf"formatNumber\(\w+\.{name}\)", pages)) == is_grouped
