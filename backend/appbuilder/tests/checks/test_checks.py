"""Checks are complete, clean up after themselves and keep their ids."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from pydantic import TypeAdapter

from appbuilder.checks import BrowserCheck, Check, HttpCheck, acceptance_checks
from appbuilder.spec import AppSpec, rename_entity, rename_field

from ..compiler.strategies import specs
from ..examples import SPECS, library, notes, readings

ADAPTER: TypeAdapter[HttpCheck | BrowserCheck] = TypeAdapter(Check)
VARIABLE = re.compile(r"\{(\w+)\}")


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(specs())
def test_every_variable_is_set_before_it_is_used(spec: AppSpec) -> None:
    for check in acceptance_checks(spec):
        known = {"unique"}
        steps = check.steps if isinstance(check, HttpCheck) else check.setup
        for step in steps:
            assert set(VARIABLE.findall(step.path + str(step.body))) <= known, check.id
            known |= set(step.save)
        if isinstance(check, BrowserCheck):
            assert set(VARIABLE.findall(check.model_dump_json(include={"steps"}))) <= known, check.id


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(specs())
def test_everything_that_is_added_is_removed(spec: AppSpec) -> None:
    for check in acceptance_checks(spec):
        steps = check.steps if isinstance(check, HttpCheck) else check.setup
        made = {variable for step in steps if 201 in step.expect_status for variable in step.save}
        removed = {name for step in check.cleanup if step.method == "DELETE" for name in VARIABLE.findall(step.path)}
        assert made <= removed, check.id


@pytest.mark.parametrize("name", SPECS)
def test_ids_are_unique_and_json_is_an_exact_inverse(name: str) -> None:
    checks = acceptance_checks(SPECS[name]())
    assert len({check.id for check in checks}) == len(checks)
    assert all(ADAPTER.validate_json(check.model_dump_json()) == check for check in checks)
    assert {check.area for check in checks} >= {"backend", "frontend"}


def test_ids_survive_renames() -> None:
    renamed = rename_field(rename_entity(notes(), "e_note", "memo", "memos"), "e_note", "f_text", "body")
    assert [check.id for check in acceptance_checks(renamed)] == [check.id for check in acceptance_checks(notes())]


def test_every_behaviour_of_a_list_is_checked() -> None:
    ids = {check.id.removeprefix("e_note.") for check in acceptance_checks(notes())}
    assert ids >= {"create", "required", "invalid", "order", "search", "update", "delete", "kept", "list"}
    assert ids >= {"page", "form", "form_messages", "search_page", "nothing_found", "edit_page", "delete_page"}


def test_links_filters_and_totals_are_checked() -> None:
    ids = {check.id.removeprefix("e_book.") for check in acceptance_checks(library())}
    assert ids >= {"filter.f_status", "filter.f_rating", "filter.f_author", "link.f_author", "totals"}


def test_nothing_is_added_that_could_not_be_removed() -> None:
    for check in acceptance_checks(readings()):
        steps = check.steps if isinstance(check, HttpCheck) else check.setup
        assert not [step for step in steps if step.method == "POST" and 201 in step.expect_status]
