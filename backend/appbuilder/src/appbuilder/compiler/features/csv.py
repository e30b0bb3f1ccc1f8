"""CSV: entries taken out of a list, and brought in."""

from appbuilder.compiler.features.model import EntityParts, Feature, anywhere
from appbuilder.compiler.fill import block, fill, python_text
from appbuilder.compiler.words import words_of
from appbuilder.spec import AppSpec, Entity, Field
from appbuilder.spec.fields import UPLOAD_TYPES

_LEFT_OUT = UPLOAD_TYPES


def csv_fields(entity: Entity, *, typed: bool = False) -> list[Field]:
    """The fields with a column in the file; ``typed`` leaves out what the app works out."""
    fields = entity.typed_fields if typed else entity.fields
    return [field for field in fields if field.type not in _LEFT_OUT and not field.many]


def _line(field: Field) -> str:
    parts = [f'"{field.column}"', python_text(field.label)]
    if field.type in {"reference", "person"}:
        parts.append("link=True")
    if field.options:
        pairs = ", ".join(f'"{option.value}": {python_text(option.label)}' for option in field.options)
        parts.append(f"options={{{pairs}}}")
    return f"CsvField({', '.join(parts)}),"


def _lines(entity: Entity, *, typed: bool) -> list[str]:
    lines = [_line(field) for field in csv_fields(entity, typed=typed)]
    return [*lines, *(['CsvField("tags", "Tags"),'] if entity.behaviours.tags else [])]


def _fields_file(entity: Entity) -> str:
    can = entity.behaviours
    exported, imported = _lines(entity, typed=False), _lines(entity, typed=True)
    tuples = ["EXPORTED = (", *(f"    {line}" for line in exported), ")"] if can.export_csv else []
    if can.import_csv and can.export_csv and imported == exported:
        tuples.append("IMPORTED = EXPORTED")
    elif can.import_csv:
        tuples += ["IMPORTED = (", *(f"    {line}" for line in imported), ")"]
    return fill("api/csv_columns.py", **words_of(entity), tuples=block(tuples))


def _export(_: AppSpec, entity: Entity) -> EntityParts:
    if not entity.behaviours.export_csv:
        return EntityParts()
    words = words_of(entity)
    return EntityParts(
        files={f"api/app/{entity.plural}/csv_columns.py": _fields_file(entity)},
        list_routes=(f"router.include_router(export_routes(TABLE, {words['Name']}Query, EXPORTED))",),
        route_imports=(
            "from app.extras.csv_export import export_routes",
            f"from app.{entity.plural}.csv_columns import {_names(entity)}",
        ),
        list_actions=(f'<ExportLink path="/api/{words["slug"]}/export" query={{query}} />',),
        web_imports={"ExportLink": "../extras/ExportLink"},
        tests=(fill("tests/export.py", **words, header=python_text(_header(entity))),),
        methods=("`GET /export` (CSV)",),
    )


def _import(_: AppSpec, entity: Entity) -> EntityParts:
    if not entity.behaviours.import_csv:
        return EntityParts()
    words = words_of(entity)
    names = [field.label for field in csv_fields(entity, typed=True)]
    names += ["Tags"] if entity.behaviours.tags else []
    listed = ", ".join(f'"{name}"' for name in names)
    refresh = "refresh" if entity.totals else "list.reload"
    return EntityParts(
        files={f"api/app/{entity.plural}/csv_columns.py": _fields_file(entity)},
        list_routes=(f"router.include_router(import_routes(TABLE, {words['Name']}Input, IMPORTED))",),
        route_imports=(
            "from app.extras.csv_import import import_routes",
            f"from app.{entity.plural}.csv_columns import {_names(entity)}",
        ),
        list_actions=(
            f'<ImportButton path="/api/{words["slug"]}/import" fields={{[{listed}]}} onDone={{{refresh}}} />',
        ),
        web_imports={"ImportButton": "../extras/ImportButton"},
        tests=_import_tests(entity),
        test_imports=("from tests.csv_files import csv_of",) if "csv_of(" in "".join(_import_tests(entity)) else (),
        methods=("`POST /import` (CSV)",),
    )


def _names(entity: Entity) -> str:
    can = entity.behaviours
    return ", ".join([*(["EXPORTED"] if can.export_csv else []), *(["IMPORTED"] if can.import_csv else [])])


def _header(entity: Entity) -> str:
    """The first line of the export, as Python's csv writes it."""
    names = [field.label for field in csv_fields(entity)]
    names += ["Tags"] if entity.behaviours.tags else []
    return ",".join(f'"{name}"' if "," in name else name for name in names)


def _import_tests(entity: Entity) -> tuple[str, ...]:
    words = words_of(entity)
    known = csv_fields(entity, typed=True)
    tests = [fill("tests/import_wrong.py", **words)]
    if all(field in known for field in entity.typed_fields if field.required):
        columns = ", ".join(f'"{field.column}"' for field in known)
        tests.insert(0, fill("tests/import.py", **words, columns=columns))
    return tuple(tests)


EXPORT = Feature("export_csv", anywhere(lambda entity: entity.behaviours.export_csv), entity=_export)
IMPORT = Feature("import_csv", anywhere(lambda entity: entity.behaviours.import_csv), entity=_import)
CSV = Feature("csv", anywhere(lambda entity: entity.behaviours.export_csv or entity.behaviours.import_csv))
SPREADSHEETS = Feature("spreadsheets", lambda spec: CSV.is_used(spec) or bool(spec.reports))
