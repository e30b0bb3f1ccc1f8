"""Edits by hand: each leaves a valid spec, or says in plain words why it cannot be made."""

from typing import Any

import pytest
from pydantic import TypeAdapter

from appbuilder.editing import Edit, EditRefused, apply_edit
from appbuilder.spec import AppSpec, diff, make_app, make_entity, make_field

from .whole import repair_shop

EDIT: TypeAdapter[Edit] = TypeAdapter(Edit)


def edited(spec: AppSpec, **edit: Any) -> AppSpec:  # noqa: ANN401 - parts of any edit
    return apply_edit(spec, EDIT.validate_python(edit))


def lines(spec: AppSpec) -> list[tuple[str, str]]:
    return [(change.kind, change.what) for change in diff(repair_shop(), spec)]


def test_an_entity_is_added_with_a_field_and_pages() -> None:
    spec = edited(repair_shop(), op="add_entity", label="Customer company")
    made = spec.entities[-1]
    assert (made.name, made.plural) == ("customer_company", "customer_companies")
    assert [page.kind for page in spec.pages if page.entity == made.id] == ["list", "detail", "form"]
    assert spec.entity("e_machine").samples == repair_shop().entity("e_machine").samples


def test_a_rename_follows_the_words() -> None:
    spec = edited(repair_shop(), op="rename_entity", entity="e_machine", label="Device")
    assert (spec.entity("e_machine").label, spec.entity("e_machine").plural_label) == ("Device", "Devices")
    spec = edited(repair_shop(), op="rename_entity", entity="e_machine", label="Sheep", plural="Sheep")
    assert spec.entity("e_machine").plural == "sheep_entries"
    spec = edited(repair_shop(), op="rename_field", entity="e_machine", field="f_stock", label=" In store ")
    assert (spec.entity("e_machine").field("f_stock").name, spec.entity("e_machine").samples[0]["in_store"]) == (
        "in_store",
        3,
    )
    spec = edited(repair_shop(), op="rename_field", entity="e_machine", field="f_stock", label="STOCK")
    assert lines(spec) == [("changed", "name of field Stock of Machine")]
    assert spec.entity("e_machine").field("f_stock").name == "stock"


def test_what_is_removed_takes_along_what_leans_on_it() -> None:
    spec = edited(repair_shop(), op="remove_entity", entity="e_line")
    assert {"e_machine", "e_repair"} == {entity.id for entity in spec.entities}
    spec = edited(repair_shop(), op="remove_field", entity="e_line", field="f_unit_price")
    assert ("removed", "field Total of Repair") in lines(spec)


def test_a_field_is_added_with_its_settings() -> None:
    spec = edited(
        repair_shop(),
        op="add_field",
        entity="e_machine",
        label="Condition",
        type="enum",
        settings={"options": ["Good", "Worn out"], "required": True},
    )
    field = spec.entity("e_machine").fields[-1]
    assert [option.value for option in field.options] == ["good", "worn_out"]
    # The samples lack the new field, which is required; and repairs' samples point to them.
    assert spec.entity("e_machine").samples == ()
    assert spec.entity("e_repair").samples == ()
    spec = edited(repair_shop(), op="add_field", entity="e_machine", label="Owner", type="person")
    assert len(spec.entity("e_machine").samples) == 2


def test_an_option_that_goes_takes_along_what_names_it() -> None:
    state = repair_shop().entity("e_repair").field("f_state")
    kept = [option.model_dump() for option in state.options if option.value != "done"]
    spec = edited(
        repair_shop(),
        op="change_field",
        entity="e_repair",
        field="f_state",
        settings={"options": [*kept, {"value": "waits", "label": "Waits for parts"}]},
    )
    assert all("done" not in {move.source, move.target} for move in spec.entity("e_repair").workflow)
    assert "j_close" not in {job.id for job in spec.jobs}
    assert ("added", "option Waits for parts of field State of Repair") in lines(spec)


@pytest.mark.parametrize("name", ["create", "update"])
def test_the_form_comes_and_goes_with_what_people_may_do(name: str) -> None:
    spec = make_app("Notes", "Keeps notes.", make_entity("note", "notes", make_field("title", "text")))
    entity = spec.entities[0].id
    other = {"create": "update", "update": "create"}[name]
    read_only = edited(
        edited(spec, op="set_behaviour", entity=entity, name=name, value=False),
        op="set_behaviour",
        entity=entity,
        name=other,
        value=False,
    )
    assert spec.page(entity, "form") is not None
    assert read_only.page(entity, "form") is None
    again = edited(read_only, op="set_behaviour", entity=entity, name=name, value=True)
    assert again.page(entity, "form") == spec.page(entity, "form")


@pytest.mark.parametrize(
    ("edit", "message"),
    [
        ({"op": "remove_entity", "entity": "e_gone"}, "not in the plan any more"),
        ({"op": "rename_field", "entity": "e_machine", "field": "f_gone", "label": "X"}, "not in the plan any more"),
        ({"op": "rename_field", "entity": "e_machine", "field": "f_stock", "label": "Kind"}, "called “Kind”"),
        ({"op": "add_field", "entity": "e_machine", "label": "Colour", "type": "enum"}, "a choice needs options"),
        (
            {
                "op": "add_field",
                "entity": "e_machine",
                "label": "Sum",
                "type": "computed",
                "settings": {"expression": "2 +"},
            },
            "the name of a field is missing",
        ),
        (
            {"op": "change_field", "entity": "e_machine", "field": "f_stock", "settings": {"type": "text"}},
            "“type” is not set this way",
        ),
        (
            {"op": "change_field", "entity": "e_machine", "field": "f_stock", "settings": {"colour": "red"}},
            "does not exist",
        ),
        ({"op": "set_behaviour", "entity": "e_machine", "name": "votes", "value": "down"}, "choose off, up"),
        ({"op": "rename_entity", "entity": "e_machine", "label": "Repair"}, "two entities are called"),
    ],
)
def test_what_cannot_be_is_refused_in_plain_words(edit: dict[str, Any], message: str) -> None:
    with pytest.raises(EditRefused) as caught:
        edited(repair_shop(), **edit)
    assert message.lower() in str(caught.value).lower()


def test_the_last_of_its_kind_stays() -> None:
    spec = make_app("Notes", "Keeps notes.", make_entity("note", "notes", make_field("title", "text")))
    with pytest.raises(EditRefused, match="Note is all the app has"):
        edited(spec, op="remove_entity", entity="e_note")
    with pytest.raises(EditRefused, match="Title is all that Note has"):
        edited(spec, op="remove_field", entity="e_note", field="f_title")
