"""The template of a spec: what it may hold, that edits keep to it, and which files it gets."""

import pytest
from pydantic import ValidationError

from appbuilder.compiler import compile_app
from appbuilder.editing import AddEntity, EditRefused, SetBehaviour, apply_edit
from appbuilder.spec import AppSpec, changed, usual_access

from ..examples import notes
from ..template_examples import bakery, tickets


def test_a_spec_that_says_nothing_is_full_stack() -> None:
    assert notes().template == "fullstack"
    assert AppSpec.model_validate_json(bakery().model_dump_json()) == bakery()


@pytest.mark.parametrize(
    ("spec", "changes", "problem"),
    [
        (bakery(), {"entities": notes().entities}, "a static site has no entities"),
        (bakery(), {"access": usual_access()}, "a static site has no accounts"),
        (tickets(), {"pages": bakery().pages}, "the template 'api' has no pages"),
        (tickets(), {"entities": ()}, "at least 1"),
        (notes(), {"entities": (), "pages": bakery().pages}, "at least 1"),
    ],
)
def test_what_does_not_fit_the_template_is_refused(spec: AppSpec, changes: dict[str, object], problem: str) -> None:
    with pytest.raises(ValidationError, match=problem):
        changed(spec, **changes)


def test_edits_keep_to_the_template() -> None:
    api = apply_edit(tickets(), AddEntity(op="add_entity", label="Customer"))
    api = apply_edit(api, SetBehaviour(op="set_behaviour", entity=api.entities[-1].id, name="update", value=False))
    assert (api.template, api.pages, api.entities[-1].name) == ("api", (), "customer")
    with pytest.raises(EditRefused, match="A static site has no entities"):
        apply_edit(bakery(), AddEntity(op="add_entity", label="Customer"))


def test_each_template_gets_its_files_only() -> None:
    site, api, app = ({path.partition("/")[0] for path in compile_app(each())} for each in (bakery, tickets, notes))
    assert "api" not in site
    assert "web" not in api
    assert {"api", "web"} <= app
    assert "`api/" not in compile_app(bakery())["README.md"].content.decode()
    assert "`web/" not in compile_app(tickets())["README.md"].content.decode()
