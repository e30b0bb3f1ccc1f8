"""Follow-ups: ids stay, names may change, and nothing is left that points to what is gone."""

import pytest

from appbuilder.spec import (
    Sort,
    add_entity,
    add_field,
    make_entity,
    make_field,
    remove_entity,
    remove_field,
    rename_entity,
    rename_field,
    replace_entity,
    replace_field,
    set_theme,
)

from ..examples import library, notes


def test_a_field_is_added_at_the_end() -> None:
    spec = add_field(notes(), "e_note", make_field("rating", "rating"))
    assert [field.id for field in spec.entities[0].fields] == ["f_place", "f_text", "f_rating"]


def test_a_renamed_field_keeps_its_id_and_frees_its_name() -> None:
    spec = rename_field(notes(), "e_note", "f_text", "body")
    body = spec.entity("e_note").field("f_text")
    assert (body.name, body.label, body.previous_names) == ("body", "Body", ("text",))
    spec = add_field(spec, "e_note", make_field("text", "text"))
    assert spec.entity("e_note").fields[-1].id == "f_text_2"
    back = rename_field(rename_field(notes(), "e_note", "f_text", "body"), "e_note", "f_text", "text")
    assert back.entity("e_note").field("f_text").previous_names == ("body",)


def test_what_leans_on_a_removed_field_goes_with_it() -> None:
    spec = library()
    for field_id in ("f_title", "f_status", "f_price", "f_rating"):
        spec = remove_field(spec, "e_book", field_id)
    book = spec.entity("e_book")
    assert book.title_field == "f_shelf"
    assert book.status_field is None
    assert book.default_sort == Sort()
    assert [total.label for total in book.totals] == ["Books", "Signed or not"]


def test_an_entity_is_renamed_with_its_pages() -> None:
    spec = rename_entity(notes(), "e_note", "memo", "memos")
    assert spec.entity("e_note").previous_names == ("note",)
    assert [page.title for page in spec.pages] == ["Memos", "Memo", "New memo"]
    assert add_entity(spec, make_entity("note", "notes", make_field("name", "text"))).entities[1].id == "e_note_2"


def test_an_entity_is_removed_with_its_pages_and_references() -> None:
    spec = remove_entity(library(), "e_author")
    assert [entity.id for entity in spec.entities] == ["e_book"]
    assert {page.entity for page in spec.pages} == {"e_book"}
    assert spec.entities[0].references == ()


def test_rules_are_replaced_in_place() -> None:
    field = make_field("place", "text", required=False, max_length=10)
    spec = replace_field(notes(), "e_note", field)
    assert spec.entities[0].fields[0].max_length == 10
    entity = make_entity("note", "notes", *spec.entities[0].fields, default_sort=Sort(field="updated_at"))
    assert replace_entity(spec, entity).entities[0].default_sort.field == "updated_at"


def test_the_theme_changes_in_parts() -> None:
    spec = set_theme(set_theme(notes(), accent="teal"), mode="dark")
    assert (spec.theme.accent, spec.theme.mode) == ("teal", "dark")


def test_what_is_not_there_cannot_be_edited() -> None:
    with pytest.raises(KeyError):
        remove_field(notes(), "e_note", "f_no")
    with pytest.raises(KeyError):
        remove_entity(notes(), "e_no")
