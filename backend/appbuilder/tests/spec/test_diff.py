"""Two specs are compared by ids, in the words of people."""

from appbuilder.spec import (
    AppSpec,
    Change,
    Hero,
    add_entity,
    add_field,
    changed,
    diff,
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

from ..whole import repair_shop


def lines(after: AppSpec, before: AppSpec | None = None) -> list[tuple[str, str, str | None, str | None]]:
    found = diff(before or repair_shop(), after)
    return [(change.kind, change.what, change.before, change.after) for change in found]


def test_the_same_spec_has_no_differences() -> None:
    assert diff(repair_shop(), repair_shop()) == ()


def test_a_field_that_is_added_is_one_line_with_its_place() -> None:
    after = add_field(repair_shop(), "e_machine", make_field("priority", "integer"))
    assert diff(repair_shop(), after) == (
        Change("added", "field Priority of Machine", None, "Priority", "/entities/0/fields/5"),
    )


def test_a_rename_is_a_rename() -> None:
    assert lines(rename_field(repair_shop(), "e_machine", "f_stock", "in_store")) == [
        ("changed", "name of field Stock of Machine", "Stock", "In store")
    ]
    renamed = rename_entity(repair_shop(), "e_machine", "device", "devices")
    assert ("changed", "name of entity Machine", "Machine", "Device") in lines(renamed)
    assert not [change for change in diff(repair_shop(), renamed) if change.kind != "changed"]


def test_a_field_that_is_removed_takes_along_what_leans_on_it() -> None:
    found = lines(remove_field(repair_shop(), "e_line", "f_unit_price"))
    assert ("removed", "field Unit price of Line", "Unit price", None) in found
    assert ("removed", "field Amount of Line", "Amount", None) in found
    assert ("removed", "field Total of Repair", "Total", None) in found
    assert not [what for _, what, _, _ in found if "sample" in what]


def test_settings_are_told_with_the_thing_they_belong_to() -> None:
    spec = repair_shop()
    machine = spec.entity("e_machine")
    stock = changed(machine.field("f_stock"), required=True, max=99)
    spec = replace_field(spec, "e_machine", stock)
    spec = replace_entity(
        spec, changed(spec.entity("e_machine"), behaviours=changed(machine.behaviours, comments=True))
    )
    spec = set_theme(spec, accent="navy", mode="dark")
    assert lines(spec) == [
        ("changed", "mode in theme", "auto", "dark"),
        ("changed", "accent in theme", "teal", "navy"),
        ("changed", "required of field Stock of Machine", "no", "yes"),
        ("changed", "max of field Stock of Machine", None, "99"),
        ("changed", "comments in behaviours of Machine", "no", "yes"),
    ]


def test_options_are_told_apart_by_their_values() -> None:
    spec = repair_shop()
    kind = spec.entity("e_machine").field("f_kind")
    first, second = kind.options
    options = [changed(first, label="Circular saw"), second, "Lathe"]
    assert lines(replace_field(spec, "e_machine", changed(kind, options=options))) == [
        ("changed", "name of option Saw of field Kind of Machine", "Saw", "Circular saw"),
        ("added", "option Lathe of field Kind of Machine", None, "Lathe"),
    ]


def test_an_entity_comes_and_goes_with_its_pages() -> None:
    spec = repair_shop()
    larger = add_entity(spec, make_entity("customer", "customers", make_field("title", "text")))
    assert [(kind, what) for kind, what, _, _ in lines(larger)] == [
        ("added", "entity Customer"),
        ("added", "page Customers"),
        ("added", "page Customer"),
        ("added", "page New customer"),
    ]
    smaller = remove_entity(larger, larger.entities[-1].id)
    assert smaller == spec
    assert [change.kind for change in diff(larger, smaller)] == ["removed"] * 4


def test_an_order_is_told_as_an_order() -> None:
    spec = repair_shop()
    machine = spec.entity("e_machine")
    turned = changed(machine, fields=(machine.fields[1], machine.fields[0], *machine.fields[2:]))
    assert lines(replace_entity(spec, turned)) == [
        (
            "changed",
            "order of fields of Machine",
            "Serial number, Kind, Stock, Seats, Manual",
            "Kind, Serial number, Stock, Seats, Manual",
        )
    ]


def test_parts_without_ids_are_compared_by_what_they_hold() -> None:
    spec = repair_shop()
    repair = spec.entity("e_repair")
    first, *others = repair.workflow
    move = f"move from {first.source} to {first.target} of Repair".replace("_", " ")
    assert [(kind, what) for kind, what, _, _ in lines(replace_entity(spec, changed(repair, workflow=others)))] == [
        ("removed", move)
    ]
    other = changed(repair, workflow=(changed(first, who=("owner", "r_mechanic")), *others))
    assert lines(replace_entity(spec, other)) == [("changed", f"who of {move}", "Mechanic", "owner, Mechanic")]


def test_a_block_of_another_kind_and_a_part_that_comes_are_told_whole() -> None:
    spec = repair_shop()
    line = changed(spec.entity("e_line"), permissions=None)
    assert lines(spec, before=replace_entity(spec, line)) == [
        (
            "added",
            "permissions of Line",
            None,
            "create: signed in; read: owner, Mechanic; update: owner; delete: owner",
        )
    ]
    home = spec.pages[0]
    hero = Hero(kind="hero", title="Welcome", text="Hello")
    pages = (changed(home, blocks=(*home.blocks[:-1], hero)), *spec.pages[1:])
    assert [kind for kind, _, _, _ in lines(changed(spec, pages=pages))] == ["changed"]
