"""Images of apps: which are installed, and which templates machines then have."""

from __future__ import annotations

from pathlib import Path

import pytest

from appbuilder.templates import TEMPLATES
from standalone.accounts import Account
from standalone.install import template
from standalone.install.node import Node
from standalone.layout import Layout
from standalone.parts import machines
from standalone.problems import Problem
from standalone.progress import Progress
from vibecaas.settings import Templates

SETTING = "VIBECAAS_TEMPLATES__NEXTJS"
USUAL = ["fullstack", "static", "api"]


@pytest.fixture
def layout(tmp_path: Path) -> Layout:
    return Layout(tmp_path, tmp_path, tmp_path / "run", tmp_path / "env", 8420, 8421)


@pytest.mark.parametrize(
    ("settings", "images"),
    [
        ({}, ["fullstack"]),
        ({SETTING: ""}, ["fullstack"]),
        ({SETTING: "false"}, ["fullstack"]),
        ({SETTING: "true"}, ["fullstack", "nextjs"]),
        ({SETTING: "1"}, ["fullstack", "nextjs"]),
    ],
)
def test_an_optional_image_is_installed_only_when_it_is_asked_for(settings: dict[str, str], images: list[str]) -> None:
    assert template.images(settings) == images


@pytest.mark.parametrize("said", ["true", "1", "Yes", "on", "T", "y", "false", "0", "no", "OFF", "f", "n"])
def test_the_platform_reads_the_setting_in_the_same_way(said: str) -> None:
    assert set(Templates.model_fields) == {each.id for each in TEMPLATES.values() if each.is_optional}
    assert ("nextjs" in template.images({SETTING: said})) == Templates.model_validate({"nextjs": said}).nextjs


def test_a_setting_that_says_neither_is_refused() -> None:
    with pytest.raises(Problem, match="VIBECAAS_TEMPLATES__NEXTJS is 'perhaps'") as caught:
        template.images({SETTING: "perhaps"})
    assert "true or false" in caught.value.remedy


def test_what_is_there_is_not_installed_again_and_what_is_not_asked_for_is_left_out(layout: Layout) -> None:
    """A Node that does not exist: any installation would fail."""
    there = template.place(layout, "fullstack")
    there.mkdir(parents=True)
    nobody = Account("nobody", 65534, 65534, (), "/nonexistent")
    found = template.ensure_all(layout, Node(layout.home / "no"), nobody, template.images({}), Progress())
    assert found == {"fullstack": there}
    assert not template.place(layout, "nextjs").parent.exists()


@pytest.mark.parametrize(("settings", "ids"), [({}, USUAL), ({SETTING: "true"}, [*USUAL, "nextjs"])])
def test_machines_have_the_templates_whose_images_are_there(
    layout: Layout, settings: dict[str, str], ids: list[str]
) -> None:
    images = {image: template.place(layout, image) for image in template.images(settings)}
    known = machines.configuration(layout, images, Node(layout.home), token_file=layout.home / "token", cgroup=None)
    templates = known["templates"]
    assert isinstance(templates, dict)
    assert list(templates) == ids
    assert all(str(images["fullstack"]) in templates[each]["node_modules"] for each in USUAL)
