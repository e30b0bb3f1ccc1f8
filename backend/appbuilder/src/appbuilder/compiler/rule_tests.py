"""The generated app's own tests of rules and workflows."""

from collections.abc import Iterable, Iterator

from appbuilder.compiler.fill import block, fill_text, number, python_text
from appbuilder.compiler.obeying import ROOM, start_of
from appbuilder.compiler.rules import columns_of, quota_field, sequence_message
from appbuilder.spec import Adjust, AppSpec, Entity, Field, NoOverlap, Quota, Rule, Sequence, UniqueTogether
from appbuilder.spec.access import OWNER

_MOMENTS = {
    "date": ("2030-03-04", "2030-03-06", "2030-03-05", "2030-03-07"),
    "datetime": ("2030-03-04T10:00", "2030-03-04T12:00", "2030-03-04T11:00", "2030-03-04T13:00"),
}
_LONGEST = 12
# With what stands before and after it.
_LINE = 70


def rule_tests(spec: AppSpec, entity: Entity) -> Iterator[str]:
    """A test for each rule, and one for the workflow."""
    if not entity.behaviours.create:
        return
    for rule in entity.rules:
        test = _test(spec, entity, rule)
        if test:
            yield test
    if entity.workflow and entity.behaviours.update:
        yield _workflow(entity)


def _test(spec: AppSpec, entity: Entity, rule: Rule) -> str:
    match rule:
        case Sequence():
            return _sequence(entity, rule)
        case NoOverlap():
            return _overlap(spec, entity, rule)
        case Quota():
            return _quota(spec, entity, rule)
        case UniqueTogether():
            return _unique(spec, entity, rule)
        case Adjust():
            return _adjust(spec, entity, rule)


def _function(rule: Rule, name: str, lines: Iterable[str]) -> str:
    head = f"\n\ndef test_the_rule_{rule.id.removeprefix('u_')}_{name}(client: TestClient) -> None:\n    <<lines>>"
    return fill_text(head, lines=block(lines))


def _new(entity: Entity, *arguments: str) -> str:
    call = f"json=new_{entity.name}({', '.join(arguments)})"
    return f"client.post(PATH, {call})" if len(call) <= _LINE else f"client.post(\n    PATH, {call}\n)"


def _is_fixed(entity: Entity, scope: Iterable[str]) -> bool:
    """Whether a scope cannot be shared by two entries."""
    return any(each != OWNER and entity.field(each).unique for each in scope)


def _scope(spec: AppSpec, entity: Entity, scope: Iterable[str], *, given: dict[str, str] | None = None) -> list[str]:
    """Arguments that give the scope's links something to point to; other fields are filled in anyway."""
    found = []
    for each in scope:
        field = None if each == OWNER else entity.field(each)
        if field is not None and field.reference:
            value = (given or {}).get(field.id) or f'given_{spec.entity(field.reference).name}()["id"]'
            found.append(f"{field.column}={value}")
        elif field is not None and field.type == "person":
            found.append(f"{field.column}=add_person()")
    return found


def _same(entity: Entity, scope: Iterable[str], *, without: Iterable[str] = ()) -> list[str]:
    columns = columns_of(entity, (each for each in scope if each != OWNER and each not in set(without)))
    return [f'{column}=first["{column}"]' for column in columns]


def _ends(field: Field) -> tuple[str, str]:
    if field.type in _MOMENTS:
        return _MOMENTS[field.type][0], _MOMENTS[field.type][1]
    low, high = field.range
    start = low if low is not None else (high - 1 if high is not None else 1)
    return number(start), number(start + 1)


def _value(field: Field, value: str) -> str:
    return python_text(value) if field.type in _MOMENTS else value


def _sequence(entity: Entity, rule: Sequence) -> str:
    earlier, later = entity.field(rule.earlier), entity.field(rule.later)
    small, large = _ends(later)[0], _ends(earlier)[1]
    arguments = (f"{earlier.column}={_value(earlier, large)}", f"{later.column}={_value(later, small)}")
    lines = [
        f"response = {_new(entity, *arguments)}",
        f'assert response.json()["errors"] == {{"{later.column}": {python_text(sequence_message(entity, rule))}}}',
    ]
    fits = earlier.type in _MOMENTS or (float(large) > float(small) and (earlier.range[1] or 1e9) >= float(large))
    return _function(rule, "keeps_the_order", lines) if fits else ""


def _overlap(spec: AppSpec, entity: Entity, rule: NoOverlap) -> str:
    if _is_fixed(entity, rule.scope) or rule.start in rule.scope or rule.end in rule.scope:
        return ""
    start, end = entity.field(rule.start), entity.field(rule.end or rule.start)
    one, two, between, later = (python_text(value) for value in _MOMENTS[start.type])
    if rule.end is None:
        two, between = one, one

    def times(first: str, last: str) -> list[str]:
        return [f"{start.column}={first}", *([f"{end.column}={last}"] if rule.end else [])]

    same = _same(entity, rule.scope)
    lines = [
        f"first = {_new(entity, *times(one, two), *_scope(spec, entity, rule.scope))}.json()",
        f"response = {_new(entity, *times(between, later), *same)}",
        "assert response.status_code == 422",
        f'assert "This time is taken by" in response.json()["errors"]["{start.column}"]',
        f"assert {_new(entity, *times(later, later), *same)}.status_code == 201",
    ]
    if entity.behaviours.delete:
        lines += [
            "path = f\"{PATH}/{first['id']}\"",
            "assert client.delete(path).status_code == 204",
            f"assert {_new(entity, *times(one, two), *same)}.status_code == 201",
            'assert client.post(f"{path}/restore").status_code == 409',
        ]
    return _function(rule, "refuses_what_overlaps", lines)


def _quota(spec: AppSpec, entity: Entity, rule: Quota) -> str:
    amount = entity.field(rule.amount) if rule.amount else None
    if _is_fixed(entity, rule.scope) or amount is not None or (rule.limit or 2) > _LONGEST:
        return ""
    limit, given = rule.limit or 2, {}
    if rule.limit_field:
        linked = spec.entity(entity.field(rule.scope[0]).reference or "")
        column = linked.field(rule.limit_field).column
        given[rule.scope[0]] = f'given_{linked.name}({column}={limit})["id"]'
    same = _same(entity, rule.scope)
    lines = [f"first = {_new(entity, *_scope(spec, entity, rule.scope, given=given))}.json()"]
    again, others = f"assert {_new(entity, *same)}.status_code == 201", limit - 1
    if others == 1:
        lines.append(again)
    elif others:
        lines += [f"for _ in range({others}):", *(f"    {line}" for line in again.splitlines())]
    lines += [f"response = {_new(entity, *same)}", f'assert "At most {limit}" in response.text']
    field = quota_field(entity, rule)
    lines.append(f"assert response.status_code == {422 if field else 409}")
    return _function(rule, "limits_how_many_there_are", lines)


def _unique(spec: AppSpec, entity: Entity, rule: UniqueTogether) -> str:
    if _is_fixed(entity, rule.fields):
        return ""
    lines = [
        f"first = {_new(entity, *_scope(spec, entity, rule.fields))}.json()",
        f"response = {_new(entity, *_same(entity, rule.fields))}",
        "assert response.status_code in {409, 422}",
    ]
    return _function(rule, "refuses_the_same_values", lines)


def _adjust(spec: AppSpec, entity: Entity, rule: Adjust) -> str:
    reference, amount = entity.field(rule.reference), entity.field(rule.amount)
    linked = spec.entity(reference.reference or "")
    target = linked.field(rule.target)
    low, high = target.range
    start = (low or 0) + ROOM if rule.direction == "subtract" else (low or 0)
    taken = max(amount.range[0] or 0, 2)
    sign = -1 if rule.direction == "subtract" else 1
    if (high is not None and max(start, start + taken) > high) or (amount.range[1] or taken) < taken:
        return ""
    get = f'client.get(f"/api/{linked.slug}/{{linked[\'id\']}}").json()["{target.column}"]'
    links = [f'{reference.column}=linked["id"]', f"{amount.column}={number(taken)}"]
    lines = [
        f"linked = given_{linked.name}({target.column}={number(start)})",
        f"entry = {_new(entity, *links)}.json()",
        f"assert {get} == {number(start + sign * taken)}",
    ]
    if entity.behaviours.delete:
        lines += [
            "assert client.delete(f\"{PATH}/{entry['id']}\").status_code == 204",
            f"assert {get} == {number(start)}",
            "assert client.post(f\"{PATH}/{entry['id']}/restore\").status_code == 204",
            f"assert {get} == {number(start + sign * taken)}",
        ]
    return _function(rule, "adjusts_the_linked_number", lines)


def _workflow(entity: Entity) -> str:
    status = entity.field(entity.status_field or "")
    start = start_of(entity, status) or ""
    possible = [move.target for move in entity.workflow if move.source == start]
    wrong = [option.value for option in status.options if option.value not in {start, *possible}]
    others = [option.value for option in status.options if option.value != start]
    lines = ["", "", "def test_the_status_changes_only_as_it_may(client: TestClient) -> None:"]
    if others:
        lines += [
            f'    refused = client.post(PATH, json=new_{entity.name}({status.column}="{others[0]}"))',
            f'    assert "{status.column}" in refused.json()["errors"]',
        ]
    lines.append(f"    path = f\"{{PATH}}/{{given_{entity.name}()['id']}}\"")
    if wrong:
        lines.append(f'    assert client.patch(path, json={{"{status.column}": "{wrong[0]}"}}).status_code == 409')
    if possible:
        lines.append(f'    assert client.patch(path, json={{"{status.column}": "{possible[0]}"}}).status_code == 200')
    if entity.behaviours.delete:
        lines += [
            "    assert client.delete(path).status_code == 204",
            '    assert client.post(f"{path}/restore").status_code == 204',
        ]
    lines.append(f'    assert client.get(path).json()["{status.column}"] == "{possible[0] if possible else start}"')
    return block(lines) + "\n"
