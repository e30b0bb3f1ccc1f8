"""A spec that uses every part; edits and removals leave it valid, and what is wrong is explained."""

import pytest
from pydantic import ValidationError

from appbuilder.spec import (
    AppSpec,
    changed,
    make_entity,
    make_field,
    remove_entity,
    remove_field,
    rename_entity,
    rename_field,
)
from appbuilder.spec.computed import currency_of, unit_of
from appbuilder.spec.expressions import ExpressionWrong, parse

from ..whole import repair_shop


def test_a_spec_with_every_part_survives_json() -> None:
    spec = repair_shop()
    assert AppSpec.model_validate_json(spec.model_dump_json()) == spec
    assert AppSpec.model_validate(spec.model_dump(exclude_defaults=True)) == spec


def test_permissions_are_the_usual_ones_unless_said_otherwise() -> None:
    spec = repair_shop()
    machine, line = spec.entity("e_machine"), spec.entity("e_line")
    assert spec.permissions(line) is not None
    assert spec.permissions(machine) == machine.permissions
    assert AppSpec.permissions(changed(spec, **_open(spec)), line) is None


def _open(spec: AppSpec) -> dict[str, object]:
    kept = make_entity("line", "lines", make_field("title", "text"))
    pages = [page for page in spec.pages if page.entity == "e_line"]
    return {"access": {"mode": "open"}, "entities": (kept,), "pages": pages, "reports": (), "jobs": (), "webhooks": ()}


def test_units_of_computed_fields() -> None:
    spec = repair_shop()
    line, repair = spec.entity("e_line"), spec.entity("e_repair")
    assert unit_of(spec, line, line.field("f_amount")) == "money"
    assert unit_of(spec, repair, repair.field("f_total")) == "money"
    assert currency_of(spec, repair, repair.field("f_total")) == "EUR"
    assert unit_of(spec, repair, repair.field("f_days_taken")) == "plain"


def test_a_renamed_field_is_renamed_in_expressions_and_samples() -> None:
    spec = rename_field(repair_shop(), "e_line", "f_unit_price", "price")
    assert spec.entity("e_line").field("f_amount").expression == "quantity * price"
    spec = rename_field(spec, "e_line", "f_amount", "sum_of_line")
    assert spec.entity("e_repair").field("f_total").expression == "sum(lines.sum_of_line)"
    spec = rename_entity(spec, "e_line", "position", "positions")
    assert spec.entity("e_repair").field("f_total").expression == "sum(positions.sum_of_line)"
    spec = rename_field(spec, "e_machine", "f_serial_number", "number")
    assert {"number", "kind", "stock"} == set(spec.entity("e_machine").samples[0])


@pytest.mark.parametrize("entity", [entity.id for entity in repair_shop().entities])
def test_every_field_can_be_removed(entity: str) -> None:
    spec = repair_shop()
    for field in spec.entity(entity).fields:
        smaller = remove_field(spec, entity, field.id)
        assert field.id not in {each.id for each in smaller.entity(entity).fields}


def test_what_leans_on_a_field_goes_with_it() -> None:
    spec = remove_field(repair_shop(), "e_repair", "f_state")
    repair = spec.entity("e_repair")
    assert (repair.status_field, repair.workflow) == (None, ())
    page = spec.page("e_repair", "list")
    assert page is not None
    assert (page.layout, page.views) == ("table", ("table", "calendar"))
    assert [job.action for job in spec.jobs] == ["remind", "archive"]
    assert "q_states" not in {report.id for report in spec.reports}
    spec = remove_field(repair_shop(), "e_line", "f_unit_price")
    assert "f_amount" not in {field.id for field in spec.entity("e_line").fields}
    assert "f_total" not in {field.id for field in spec.entity("e_repair").fields}
    spec = remove_field(repair_shop(), "e_machine", "f_stock")
    assert [rule.kind for rule in spec.entity("e_repair").rules] == [
        "sequence",
        "no_overlap",
        "unique_together",
        "quota",
    ]


@pytest.mark.parametrize("entity", [entity.id for entity in repair_shop().entities])
def test_every_entity_can_be_removed(entity: str) -> None:
    spec = remove_entity(repair_shop(), entity)
    text = spec.model_dump_json()
    assert f'"{entity}"' not in text
    assert all(page.blocks for page in spec.pages if page.kind == "content")


@pytest.mark.parametrize(
    "expression",
    ["quantity * (unit_price - 2.5)", "days(ended, began) / 7", "-sum(lines.amount) + 3", "count(lines)", "a-b*c"],
)
def test_expressions_are_read(expression: str) -> None:
    parse(expression)


@pytest.mark.parametrize(
    ("expression", "part_of_message"),
    [
        ("quantity *", "the name of a field is missing"),
        ("(a + b", "')' is missing at the end"),
        ("a b", "nothing was expected at 'b'"),
        ("max(a)", "there is no function 'max'"),
        ("days(a)", "',' is missing"),
        ("sum(lines)", "'.' is missing"),
        ("a ? b", "'?' has no meaning"),
        ("(" * 30 + "a" + ")" * 30, "too many parentheses"),
        ("-" * 40 + "a", "too many signs"),
        ("a + " * 90 + "a", "longer than"),
    ],
)
def test_a_wrong_expression_is_explained(expression: str, part_of_message: str) -> None:
    with pytest.raises(
        ExpressionWrong, match=part_of_message.replace("(", r"\(").replace(")", r"\)").replace("?", r"\?")
    ):
        parse(expression)


def test_an_order_that_no_entry_could_keep_is_explained() -> None:
    broken = repair_shop().model_dump(mode="json")
    least = {"id": "f_least", "name": "least", "label": "Least", "type": "integer", "min": 8}
    most = {"id": "f_most", "name": "most", "label": "Most", "type": "integer", "max": 5}
    broken["entities"][0]["fields"] += [least, most]
    rule = {"id": "u_n", "kind": "sequence", "earlier": "f_least", "later": "f_most"}
    broken["entities"][0]["rules"] = [rule]
    with pytest.raises(ValidationError, match="'most' is at most 5, and 'least' at least 8"):
        AppSpec.model_validate(broken)
    broken["entities"][0]["fields"][-1]["max"] = 8
    AppSpec.model_validate(broken)


@pytest.mark.parametrize(
    ("path", "value", "part_of_message"),
    [
        ("access.default_role", "r_admin", "cannot be admins"),
        ("access.roles.0.is_admin", True, "cannot be admins"),
        ("access.roles.2.is_admin", False, "one role must be an admin"),
        ("entities.0.permissions.create", ["owner"], "a new entry has no owner yet"),
        ("entities.0.permissions.read", ["r_boss"], "no role 'r_boss'"),
        ("entities.1.workflow.0.target", "lost", "none of its options"),
        ("entities.1.rules.0.later", "f_problem", "cannot be compared"),
        ("entities.1.rules.0.later", "f_nothing", "none of its fields"),
        ("entities.1.rules.2.fields", ["f_photo"], "cannot tell which entries belong together"),
        ("entities.1.rules.3.target", "f_kind", "number field of the linked entry"),
        ("entities.2.fields.4.expression", "quantity * amount", "would need its own value"),
        ("entities.2.fields.4.expression", "quantity + unit_price", "cannot be added"),
        ("entities.2.fields.4.expression", "sum(machines.stock)", "does not point to"),
        ("entities.2.fields.1.name", "created_by", "two fields are called 'created_by'"),
        ("entities.0.samples.0.stock", -1, "outside"),
        ("entities.0.samples.0.colour", "red", "no field 'colour'"),
        ("entities.1.samples.0.machine", 9, "from 1 to 2"),
        ("pages.2.views", ["gallery"], "only a list"),
        ("reports.0.by", "f_problem", "not by 'f_problem'"),
        ("reports.2.period", None, "by which period"),
        ("jobs.0.field", "f_problem", "no date field"),
        ("jobs.0.field", "created_at", "nobody knows before an entry is added"),
        ("webhooks.0.entity", "e_ghost", "a webhook is about 'e_ghost'"),
    ],
)
def test_what_is_wrong_is_explained(path: str, value: object, part_of_message: str) -> None:
    broken = repair_shop().model_dump(mode="json")
    *parts, last = path.split(".")
    place = broken
    for part in parts:
        place = place[int(part)] if isinstance(place, list) else place[part]
    place[last] = value
    with pytest.raises(ValidationError, match=part_of_message):
        AppSpec.model_validate(broken)
