"""The generated list of reports in the API, and its tests."""

from appbuilder.compiler.access import who_may
from appbuilder.compiler.fill import block, fill, python_text
from appbuilder.compiler.words import words_of
from appbuilder.spec import AppSpec, Entity, Field, Report
from appbuilder.spec.access import ANYONE, OWNER, SIGNED_IN

INSIGHTS = "api/app/extras/insights"


def insight_files(spec: AppSpec) -> dict[str, str]:
    """The generated files about reports, by path in the app; none in an app without reports."""
    if not spec.reports:
        return {}
    return {f"{INSIGHTS}/reports.py": _reports(spec), "api/tests/test_insights.py": _tests(spec)}


def split_field(spec: AppSpec, report: Report) -> Field | None:
    """The field that a report is split by; None when it is split by what every entry has, or not at all."""
    if report.by in {None, OWNER, "created_at"}:
        return None
    return spec.entity(report.entity).field(report.by or "")


def split_label(spec: AppSpec, report: Report) -> str:
    """The heading of the values that a report is split by."""
    by = split_field(spec, report)
    if report.period:
        return report.period.capitalize()
    if by is not None:
        return by.label
    return "Person" if report.by == OWNER else ""


def measure_label(spec: AppSpec, report: Report) -> str:
    """The heading of a report's numbers."""
    entity = spec.entity(report.entity)
    if report.field is None:
        return entity.plural_label
    label = entity.field(report.field).label
    return label if report.kind == "sum" else f"Average {label[:1].lower()}{label[1:]}"


def _reports(spec: AppSpec) -> str:
    plurals = sorted({spec.entity(report.entity).plural for report in spec.reports})
    imports = [f"from app import {plural}" for plural in plurals]
    reports = [line for report in spec.reports for line in ["Report(", *_report(spec, report), "),"]]
    return fill("api/reports.py", imports=block(imports), reports=block(reports))


def _report(spec: AppSpec, report: Report) -> list[str]:
    entity = spec.entity(report.entity)
    parts = {
        "key": python_text(report.key),
        "title": python_text(report.title),
        "table": f"{entity.plural}.TABLE",
        "kind": python_text(report.kind),
        "measure": python_text(measure_label(spec, report)),
    }
    if report.field:
        parts["column"] = python_text(entity.field(report.field).column)
    if report.by:
        by = split_field(spec, report)
        column = {OWNER: "created_by_id", "created_at": "created_at"}.get(report.by) or (by.column if by else "")
        parts["by"] = python_text(column)
        parts["by_label"] = python_text(split_label(spec, report))
        if report.period:
            parts["period"] = python_text(report.period)
        elif by is not None and by.type in {"enum", "boolean"}:
            parts["names"] = _names(by)
    if report.limit:
        parts["limit"] = str(report.limit)
    return [f"    {name}={value}," for name, value in parts.items()]


def _names(field: Field) -> str:
    if field.type == "boolean":
        return '{True: "Yes", False: "No"}'
    return "{" + ", ".join(f"{python_text(each.value)}: {python_text(each.label)}" for each in field.options) + "}"


def _tests(spec: AppSpec) -> str:
    entities = [spec.entity(report.entity) for report in spec.reports]
    tests = [_test(spec, report, entity) for report, entity in zip(spec.reports, entities, strict=True)]
    head = fill(
        "tests/insights.py",
        examples=", ".join(sorted({f"given_{entity.name}" for entity in entities})),
        people="from tests.people import somebody" if any("somebody()" in test for test in tests) else "",
        keys=block(f"{python_text(report.key)}," for report in spec.reports),
    )
    return head + "".join(tests)


def _test(spec: AppSpec, report: Report, entity: Entity) -> str:
    given, expected = f"given_{entity.name}()", "1"
    if report.field:
        given = f"entry = {given}"
        expected = f'entry["{entity.field(report.field).column}"]' + (" or 0" if report.kind == "sum" else "")
        expected = f"({expected})" if " or " in expected else expected
    common = {
        "function": f"the_report_{report.id[2:]}_follows_the_{entity.plural}",
        "key": report.key,
        "nothing": "None" if report.kind == "average" else "0",
    }
    text = fill("tests/insight.py", **common, given=given, expected=expected)
    if report.kind == "count" and not _everybody_reads(spec, entity):
        text += fill("tests/insight_private.py", **common, name=entity.name)
    if entity.behaviours.archive:
        slug = words_of(entity)["slug"]
        text += fill("tests/insight_archive.py", **common, name=entity.name, slug=slug)
    return text.replace("== None", "is None")


def _everybody_reads(spec: AppSpec, entity: Entity) -> bool:
    """Whether people who just registered read the entries of others."""
    usual = next((role.name for role in spec.access.roles if role.id == spec.access.default_role), ANYONE)
    return bool({ANYONE, SIGNED_IN, usual} & set(who_may(spec, entity, "read")))
