"""A spec accepts what makes sense, refuses the rest in words, and survives JSON."""

import pytest
from pydantic import ValidationError

from appbuilder.spec import AppSpec, Entity, Sort, Theme, Total, make_app, make_entity, make_field, route_of

from ..examples import SPECS


@pytest.mark.parametrize("name", SPECS)
def test_json_is_an_exact_inverse(name: str) -> None:
    spec = SPECS[name]()
    assert AppSpec.model_validate_json(spec.model_dump_json()) == spec


def test_ids_come_from_names() -> None:
    spec = SPECS["library"]()
    assert [entity.id for entity in spec.entities] == ["e_author", "e_book"]
    assert spec.entities[1].fields[1].id == "f_author"
    assert spec.entities[1].fields[1].column == "author_id"


def test_options_may_be_plain_words() -> None:
    field = make_field("status", "enum", options=["In progress", "done"])
    assert [(option.value, option.label) for option in field.options] == [
        ("in_progress", "In progress"),
        ("done", "Done"),
    ]


@pytest.mark.parametrize(
    ("settings", "part_of_message"),
    [
        ({"name": "class", "type": "text"}, "Use 'class_value' instead"),
        ({"name": "Über", "type": "text", "id": "f_x"}, "Use 'ber' instead"),
        ({"name": "state", "type": "enum"}, "an enum needs options"),
        ({"name": "state", "type": "enum", "options": ["a", "A"]}, "same value"),
        ({"name": "owner", "type": "reference"}, "a reference names the entity"),
        ({"name": "age", "type": "integer", "max_length": 3}, "only text has a greatest length"),
        ({"name": "age", "type": "integer", "min": 5, "max": 5}, "must be smaller"),
        ({"name": "age", "type": "integer", "min": 0.5}, "whole numbers"),
        ({"name": "age", "type": "integer", "searchable": True}, "search looks into text"),
        ({"name": "age", "type": "integer", "default": 1.5}, "whole number"),
        ({"name": "age", "type": "integer", "max": 9, "default": 10}, "outside"),
        ({"name": "born", "type": "date", "default": "soon"}, "2026-11-24"),
        ({"name": "born", "type": "date", "min": 1}, "only numbers"),
        ({"name": "cost", "type": "money", "default": 0.001}, "two decimal places"),
        ({"name": "cost", "type": "decimal", "currency": "EUR"}, "only money"),
        ({"name": "stars", "type": "rating", "max": 50}, "a rating goes"),
        ({"name": "flag", "type": "boolean", "unique": True}, "cannot be unique"),
        ({"name": "age", "type": "integer", "unique": True, "min": 1, "max": 5}, "too few to be unique"),
        ({"name": "flag", "type": "boolean", "default": "yes"}, "true or false"),
        ({"name": "note", "type": "text", "unique": True, "default": "x"}, "unique field cannot have a default"),
        ({"name": "mail", "type": "email", "default": "a@b.co"}, "no default"),
        ({"name": "state", "type": "enum", "options": ["a"], "default": "b"}, "one of its options"),
        ({"name": "note", "type": "text", "default": 3}, "use text"),
        ({"name": "note", "type": "text", "default": ""}, "empty"),
        ({"name": "note", "type": "text", "label": 'A "b"'}, "label"),
    ],
)
def test_a_wrong_field_says_what_to_do(settings: dict[str, object], part_of_message: str) -> None:
    with pytest.raises(ValidationError) as error:
        make_field(**settings)  # type: ignore[arg-type]
    assert part_of_message in str(error.value)


def _entity(**settings: object) -> Entity:
    return make_entity("task", "tasks", make_field("name", "text"), make_field("done", "boolean"), **settings)


@pytest.mark.parametrize(
    ("settings", "part_of_message"),
    [
        ({"title_field": "f_nothing"}, "none of its fields"),
        ({"title_field": "f_done"}, "choose one that people can read"),
        ({"status_field": "f_done"}, "one of its enum fields"),
        ({"default_sort": Sort(field="f_nothing")}, "none of its sortable fields"),
        ({"default_sort": Sort(field="id")}, "cannot be sorted by 'id'"),
        ({"behaviours": {"read": False}}, "set read to true"),
        ({"totals": (Total(kind="sum", field="f_name", label="Sum"),)}, "needs one of its number fields"),
        ({"totals": (Total(kind="count", by="f_name", label="Count"),)}, "can be split by"),
        ({"totals": (Total(kind="count", label="A"), Total(kind="count", label="B"))}, "there twice"),
    ],
)
def test_a_wrong_entity_says_what_to_do(settings: dict[str, object], part_of_message: str) -> None:
    with pytest.raises(ValidationError) as error:
        _entity(**settings)
    assert part_of_message in str(error.value)


def test_a_plural_differs_from_its_singular() -> None:
    with pytest.raises(ValidationError, match="plural must differ"):
        make_entity("sheep", "sheep", make_field("name", "text"))


def test_two_fields_may_not_share_a_name_in_json() -> None:
    with pytest.raises(ValidationError, match="two fields are called 'owner_id'"):
        make_entity(
            "task",
            "tasks",
            make_field("owner", "reference", reference="e_task"),
            make_field("owner_id", "text"),
        )
    with pytest.raises(ValidationError, match="two fields are called 'price_min'"):
        make_entity("task", "tasks", make_field("price", "money", filterable=True), make_field("price_min", "text"))


def test_a_total_knows_whether_it_needs_a_field() -> None:
    with pytest.raises(ValidationError, match="a count counts entries"):
        Total(kind="sum", label="Sum")


def test_references_lead_somewhere_and_never_in_a_required_circle() -> None:
    lost = make_entity("task", "tasks", make_field("name", "text"), make_field("a", "reference", reference="e_no"))
    with pytest.raises(ValidationError, match="which does not exist"):
        make_app("App", "An app.", lost)
    one = make_entity(
        "one", "ones", make_field("name", "text"), make_field("b", "reference", reference="e_two", required=True)
    )
    two = make_entity(
        "two", "twos", make_field("name", "text"), make_field("a", "reference", reference="e_one", required=True)
    )
    with pytest.raises(ValidationError, match="nobody could add the first entry"):
        make_app("App", "An app.", one, two)


def test_names_of_entities_are_unique() -> None:
    other = make_entity("task", "jobs", make_field("name", "text"), id="e_other")
    with pytest.raises(ValidationError, match="two entities are called 'task'"):
        make_app("App", "An app.", _entity(), other)


def test_every_entity_has_its_pages() -> None:
    spec = make_app("App", "An app.", _entity())
    with pytest.raises(ValidationError, match="exactly one page of each kind"):
        AppSpec(app=spec.app, entities=spec.entities, pages=spec.pages[:2])
    list_page, detail, form = spec.pages
    assert [route_of(page, spec.entities[0]) for page in spec.pages] == ["/tasks", "/tasks/:id", "/tasks/new"]
    with pytest.raises(ValidationError, match="laid out as board or calendar or cards or gallery or table"):
        type(list_page).model_validate(list_page.model_dump() | {"layout": "page"})
    with pytest.raises(ValidationError, match="only lists and content pages stand"):
        type(form).model_validate(form.model_dump() | {"in_navigation": True})
    hidden = list_page.model_copy(update={"in_navigation": False})
    with pytest.raises(ValidationError, match="at least one page"):
        AppSpec(app=spec.app, entities=spec.entities, pages=(hidden, detail, form))


def test_a_colour_is_a_name_or_a_code() -> None:
    assert Theme(accent="Dark Orchid").accent == "darkorchid"
    assert Theme(accent="#AbC").accent == "#abc"
    with pytest.raises(ValidationError, match="is not a colour"):
        Theme(accent="blurple")


def test_looking_up() -> None:
    spec = SPECS["projects"]()
    found = spec.find_entity("Work hours")
    assert found is not None
    assert found.id == "e_work_hour"
    assert spec.find_entity("nothing") is None
    assert [child.id for child in spec.children("e_client")] == ["e_project"]
    with pytest.raises(KeyError, match="no entity with the id"):
        spec.entity("e_no")
    with pytest.raises(KeyError, match="no field with the id"):
        found.field("f_no")
    assert found.find_field("HOURS") == found.field("f_hours")
