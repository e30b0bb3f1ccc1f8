"""The generated form of an entity and the pages that hold it."""

from appbuilder.compiler.features import entity_parts
from appbuilder.compiler.fill import block, fill, number, python_text
from appbuilder.compiler.layouts import calendar_of, wizard_steps
from appbuilder.compiler.web_access import editing_of, refusal
from appbuilder.compiler.web_imports import imports
from appbuilder.compiler.web_pages import is_on_pages
from appbuilder.compiler.web_parts import choices_hooks, choices_imports, left_out, page_title, workflow_used
from appbuilder.compiler.web_rules import form_checks
from appbuilder.compiler.web_values import choices_variable, control, options_of, rule, rule_name
from appbuilder.compiler.words import words_of
from appbuilder.spec import AppSpec, Entity, Field
from appbuilder.spec.fields import UPLOAD_TYPES


def form(spec: AppSpec, entity: Entity) -> str:
    """The file ``<Name>Form.tsx``."""
    words = words_of(entity)
    can = entity.behaviours
    more = entity_parts(spec, entity)
    begun = bool(_from_address(spec, entity))
    chosen = [field for field in entity.fields if field.type in {"reference", "person"}]
    start = _start(entity, with_initial=begun)
    left = left_out(spec, entity)
    known = [f'"{column}"' for column in left]
    inputs = [*(_input(spec, entity, field, left) for field in entity.typed_fields), *more.form_inputs]
    in_steps = bool(wizard_steps(spec, entity))
    asked_on_pages = is_on_pages(spec, entity, "form")
    action = "action" if asked_on_pages else f'"Add {words["words"]}"'
    body = fill(
        "web/Form.tsx",
        **words,
        imports="",
        rules=block([*(f"{field.column}: {rule(field)}," for field in entity.typed_fields), *more.form_rules]),
        initial_prop=f"/** What a new one begins with. */\ninitial?: Partial<api.{words['Name']}Input>;"
        if begun
        else "",
        initial_argument="initial, " if begun else "",
        without_prop=_without(known) if known else "",
        without_argument="without, " if known else "",
        choices_load=choices_hooks(spec, chosen),
        start=start,
        save=_save(create=can.create, update=can.update),
        action_prop="/** What the button says that adds a new one. */\naction?: string;" if asked_on_pages else "",
        action_argument=f'action = "Add {words["words"]}", ' if asked_on_pages else "",
        checks=form_checks(entity),
        steps=_steps(spec, entity) if in_steps else "",
        result=_wizard(entity, action) if in_steps else _one_page(entity, inputs, action),
    )
    rules = {rule_name(field) for field in entity.typed_fields if field.type not in UPLOAD_TYPES}
    rules |= {"inOrder"} if "inOrder(" in body else set()
    extra = {"api": "*./api", **workflow_used(entity), **choices_imports(spec, chosen), **more.web_imports}
    lines = imports(body, **extra)
    rule_import = f'import {{ {", ".join(sorted(rules))} }} from "../lib/rules";'
    merged = sorted([*lines.splitlines(), rule_import], key=_module)
    return block(merged) + "\n" + body


def _without(columns: list[str]) -> str:
    return f"/** What is known already, and so not asked for. */\nwithout?: {' | '.join(columns)};"


def _input(spec: AppSpec, entity: Entity, field: Field, left: list[str]) -> str:
    element = control(spec, entity, field)[1]
    return f'{{without !== "{field.column}" && {element}}}' if field.column in left else element


def _one_page(entity: Entity, inputs: list[str], action: str) -> str:
    words = words_of(entity)["words"]
    label = f'label={{entry ? "Edit {words}" : "New {words}"}}'
    frame = f'<FormFrame {label} action={{entry ? "Save" : {action}}} cancel={{cancel}} form={{form}}>'
    return block(["return (", f"  {frame}", *(f"    {line}" for line in inputs), "  </FormFrame>", ");"])


def _wizard(entity: Entity, action: str) -> str:
    """Whoever changes an entry sees all of it at once."""
    words = words_of(entity)["words"]
    return block(
        [
            "return entry ? (",
            f'  <FormFrame label="Edit {words}" action="Save" cancel={{cancel}} form={{form}}>',
            "    {steps.map((step) => (",
            "      <Fragment key={step.title}>{step.fields}</Fragment>",
            "    ))}",
            "  </FormFrame>",
            ") : (",
            f'  <Wizard label="New {words}" action={{{action}}} cancel={{cancel}} form={{form}} steps={{steps}} />',
            ");",
        ]
    )


def _steps(spec: AppSpec, entity: Entity) -> str:
    """What features add to a form comes last."""
    left, more, steps = left_out(spec, entity), entity_parts(spec, entity), wizard_steps(spec, entity)
    lines = ["const steps = ["]
    for step in steps:
        fields = [entity.field(field_id) for field_id in step.fields]
        inputs = [_input(spec, entity, field, left) for field in fields]
        inputs += more.form_inputs if step is steps[-1] else []
        names = ", ".join(f'"{field.column}"' for field in fields)
        lines += ["  {", f'    title: "{step.title}",', f"    names: [{names}],"]
        for part, elements in (
            ("fields", inputs),
            ("summary", [_entered(field) for field in fields if field.type not in UPLOAD_TYPES]),
        ):
            lines += [f"    {part}: (", "      <>", *(f"        {each}" for each in elements), "      </>", "    ),"]
        lines.append("  },")
    return block([*lines, "];"])


def _entered(field: Field) -> str:
    choices = {"enum": options_of(field), "reference": choices_variable(field), "person": choices_variable(field)}
    named = f" choices={{{choices[field.type]}}}" if field.type in choices else ""
    value = f'form.bind("{field.column}").value'
    if field.type in {"date", "datetime"}:
        value = f"{'formatDate' if field.type == 'date' else 'formatDateTime'}(String({value}))"
    return f'<Entered label="{field.label}" value={{{value}}}{named} />'


def _module(line: str) -> tuple[bool, bool, str]:
    module = line.rpartition(" from ")[2]
    return (module.startswith('".'), module.startswith('"./'), module)


def _start(entity: Entity, *, with_initial: bool) -> str:
    pairs = [f"{field.column}: {_initial(field)}" for field in entity.fields if field.default is not None]
    if with_initial:
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


def _from_address(spec: AppSpec, entity: Entity) -> list[str]:
    """What the address may say about a new entry: where it belongs, and on which day of a calendar it was begun."""
    date = calendar_of(spec, entity)
    return [
        *(f'{field.column}: Number(parameters.get("{field.column}")) || undefined' for field in entity.links),
        *([f'{date.column}: parameters.get("{date.column}") ?? undefined'] if date else []),
    ]


def editor(spec: AppSpec, entity: Entity) -> str:
    """The file ``<Name>Editor.tsx``: the pages for a new entry and for changing one."""
    words = words_of(entity)
    common = {"list_title": page_title(spec, entity, "list"), "form_title": page_title(spec, entity, "form")}
    parameters, initial = "", ""
    known = _from_address(spec, entity)
    if known:
        pairs = ", ".join(known)
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
