"""The generated form of an entity and the pages that hold it."""

from appbuilder.compiler.api_models import number
from appbuilder.compiler.features import entity_parts
from appbuilder.compiler.fill import block, fill, python_text
from appbuilder.compiler.web_access import editing_of, refusal
from appbuilder.compiler.web_imports import imports
from appbuilder.compiler.web_parts import choices_hooks, choices_imports, left_out, options_used, page_title
from appbuilder.compiler.web_values import control, rule, rule_name
from appbuilder.compiler.words import words_of
from appbuilder.spec import AppSpec, Entity, Field


def form(spec: AppSpec, entity: Entity) -> str:
    """The file ``<Name>Form.tsx``."""
    words = words_of(entity)
    can = entity.behaviours
    more = entity_parts(spec, entity)
    references = list(entity.references)
    chosen = [field for field in entity.fields if field.type in {"reference", "person"}]
    start = _start(entity)
    left = left_out(spec, entity)
    known = [f'"{column}"' for column in left]
    inputs = [_input(spec, field, may_be_left_out=field.column in left) for field in entity.typed_fields]
    body = fill(
        "web/Form.tsx",
        **words,
        imports="",
        rules=block([*(f"{field.column}: {rule(field)}," for field in entity.typed_fields), *more.form_rules]),
        initial_prop=f"/** What a new one begins with. */\ninitial?: Partial<api.{words['Name']}Input>;"
        if references
        else "",
        initial_argument="initial, " if references else "",
        without_prop=_without(known) if known else "",
        without_argument="without, " if known else "",
        choices_load=choices_hooks(spec, chosen),
        start=start,
        save=_save(create=can.create, update=can.update),
        add=f"Add {words['words']}",
        inputs=block([*inputs, *more.form_inputs]),
    )
    rules = {rule_name(field): "../lib/rules" for field in entity.typed_fields}
    extra = {"api": "*./api", **options_used(entity), **choices_imports(spec, chosen), **more.web_imports}
    lines = imports(body, **extra)
    rule_import = f'import {{ {", ".join(sorted(rules))} }} from "../lib/rules";'
    merged = sorted([*lines.splitlines(), rule_import], key=_module)
    return block(merged) + "\n" + body


def _without(columns: list[str]) -> str:
    return f"/** What is known already, and so not asked for. */\nwithout?: {' | '.join(columns)};"


def _input(spec: AppSpec, field: Field, *, may_be_left_out: bool) -> str:
    element = control(spec, field)[1]
    return f'{{without !== "{field.column}" && {element}}}' if may_be_left_out else element


def _module(line: str) -> tuple[bool, str]:
    module = line.rpartition(" from ")[2]
    return (module.startswith('"./'), module)


def _start(entity: Entity) -> str:
    pairs = [f"{field.column}: {_initial(field)}" for field in entity.fields if field.default is not None]
    if entity.references:
        pairs.append("...initial")
    return f"{{ {', '.join(pairs)} }}" if pairs else "{}"


def _initial(field: Field) -> str:
    value = field.default
    if value in {"today", "now"} and field.type in {"date", "datetime"}:
        return f"{value}()"
    if isinstance(value, bool):
        return "true" if value else "false"
    return number(value) if isinstance(value, int | float) else python_text(str(value))


def _save(*, create: bool, update: bool) -> str:
    if create and update:
        return "const saved = entry ? await api.update(entry.id, values) : await api.create(values);"
    if create:
        return "const saved = await api.create(values);"
    return "if (!entry) return;\nconst saved = await api.update(entry.id, values);"


def editor(spec: AppSpec, entity: Entity) -> str:
    """The file ``<Name>Editor.tsx``: the pages for a new entry and for changing one."""
    words = words_of(entity)
    common = {"list_title": page_title(spec, entity, "list"), "form_title": page_title(spec, entity, "form")}
    parameters, initial = "", ""
    if entity.references:
        names = [field.column for field in entity.references]
        pairs = ", ".join(f'{name}: Number(parameters.get("{name}")) || undefined' for name in names)
        parameters = f"const [parameters] = useSearchParams();\nconst initial = {{ {pairs} }};"
        initial = "initial={initial} "
    new = (
        fill(
            "web/editor_new.tsx",
            **words,
            **common,
            parameters=parameters,
            initial=initial,
            refusal=refusal(spec, entity),
        )
        if entity.behaviours.create
        else ""
    )
    editing = editing_of(spec, entity, fill("web/editing.tsx", **words))
    edit = fill("web/editor_edit.tsx", **words, **common, editing=editing) if entity.behaviours.update else ""
    body = fill("web/Editor.tsx", imports="", new=new, edit=edit)
    name = words["Name"]
    extra = {"api": "*./api", f"{name}Form": f"./{name}Form"}
    return imports(body, **extra) + "\n" + body
