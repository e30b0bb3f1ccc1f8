"""How one field is typed, entered and shown in the web client; one line for each field in each file."""

from appbuilder.compiler.computing import currency, value_type
from appbuilder.compiler.fill import number
from appbuilder.compiler.obeying import start_of
from appbuilder.spec import AppSpec, Entity, Field
from appbuilder.spec.fields import NUMBER_TYPES
from appbuilder.spec.names import camel_case

_TONES = {
    "success": """
        done completed complete paid closed resolved approved active published delivered won accepted yes
        finished confirmed available passed sold ready healthy read
    """,
    "warning": """
        pending waiting in_progress started progress doing review in_review on_hold paused sent draft
        partial shipped low medium reading planned
    """,
    "danger": """
        cancelled canceled rejected overdue failed blocked lost expired declined urgent high critical no
        broken sick absent inactive out_of_stock
    """,
    "accent": "open new todo to_do ordered requested created started backlog lead",
}
YEARS = ("year", "vintage")  # 2020 is no 2,020


def const_name(field: Field) -> str:
    """``status`` as STATUS_OPTIONS."""
    return f"{field.name.upper()}_OPTIONS"


def file_name(entity: Entity, field: Field) -> str:
    """What tells the name of the file in a field; no field is called so."""
    name = f"{field.name}_filename"
    while any(name in {other.name, other.column} for other in entity.fields):
        name += "_2"
    return name


def options_of(field: Field) -> str:
    """The same, as the other files of the entity's folder name it."""
    return f"api.{const_name(field)}"


def tone_of(value: str) -> str:
    """The colour of an option's dot, guessed from its name."""
    return next((tone for tone, words in _TONES.items() if value in words.split()), "neutral")


def output_type(field: Field) -> str:
    """The TypeScript type of a stored value."""
    if field.type in {*NUMBER_TYPES, "reference", "person", "computed"}:
        return "number | null"
    return "boolean | null" if field.type == "boolean" else "string | null"


def input_type(field: Field) -> str:
    """The TypeScript type of a value that is sent."""
    if field.many:
        return "number[]"
    kind = output_type(field).removesuffix(" | null")
    return kind if field.required or field.type == "boolean" else f"{kind} | null"


def rule(field: Field) -> str:
    """The rule of a field, as a call of ``lib/rules``."""
    name = {
        "long_text": "text",
        "integer": "number",
        "rating": "number",
        "decimal": "number",
        "money": "number",
        "datetime": "dateTime",
        "enum": "choice",
        "boolean": "flag",
        "person": "reference",
        "image": "upload",
        "file": "upload",
    }.get(field.type, field.type)
    if name == "flag":
        return "flag()"
    if field.many:
        return f"references({{{' required: true ' if field.required else ''}}})"
    parts = ["required: true"] if field.required else []
    if field.length_limit:
        parts.append(f"max: {field.length_limit}")
    if name in {"number", "duration"}:
        low, high = field.range
        parts += [f"min: {number(low)}"] if low is not None else []
        parts += [f"max: {number(high)}"] if high is not None else []
        parts += {"money": ["places: 2"], "decimal": [], "duration": []}.get(field.type, ["places: 0"])
    return f"{name}({{ {', '.join(parts)} }})" if parts else f"{name}({{}})"


def rule_name(field: Field) -> str:
    """The function of ``lib/rules`` that the field's rule calls."""
    return rule(field).partition("(")[0]


_INPUTS = {
    "long_text": ("TextArea", ""),
    "email": ("TextInput", ' type="email"'),
    "url": ("TextInput", ' type="url"'),
    "phone": ("TextInput", ' type="tel"'),
    "date": ("TextInput", ' type="date"'),
    "datetime": ("TextInput", ' type="datetime-local"'),
    "integer": ("NumberInput", " whole"),
    "decimal": ("NumberInput", ""),
    "duration": ("DurationInput", ""),
    "boolean": ("Checkbox", ""),
    "image": ("UploadInput", " image"),
    "file": ("UploadInput", ""),
}


def control(spec: AppSpec, entity: Entity, field: Field) -> tuple[str, str]:
    """The component for entering the field and the element that uses it."""
    name, extra = _INPUTS.get(field.type, ("TextInput", ""))
    if field.type == "money":
        name, extra = "NumberInput", f' unit="{field.currency or "USD"}"'
    elif field.type == "rating":
        low, high = field.range
        name, extra = "RatingInput", f" min={{{number(low or 0)}}} max={{{number(high or 0)}}}"
    elif start_of(entity, field):
        options = f"options={{{options_of(field)}}} workflow={{WORKFLOW}} current={{entry?.{field.column}}}"
        name, extra = "WorkflowInput", f" {options}"
    elif field.type == "enum":
        name, extra = "Select", f" choices={{{options_of(field)}}}"
    elif field.many:
        name, extra = "Several", f" choices={{{choices_variable(field)}}}"
    elif field.type in {"reference", "person"}:
        name, extra = "Select", f" choices={{{choices_variable(field)}}}"
    del spec
    required = " required" if field.required and field.type != "boolean" else ""
    return name, f'<{name} label="{field.label}"{required}{extra} {{...form.bind("{field.column}")}} />'


def choices_variable(field: Field) -> str:
    """The variable that holds what a reference can be set to."""
    return f"{camel_case(field.name)}Choices"


def stored(field: Field) -> str:
    """The expression for what ``entry`` holds: null where that is nothing."""
    return f"entry.{field.name}.length || null" if field.many else f"entry.{field.column}"


def shown(spec: AppSpec, entity: Entity, field: Field) -> str:
    """The expression that shows ``entry``'s value; text comes as it is."""
    value = f"entry.{field.column}"
    simple = {
        "integer": f"{{{value} ?? NOTHING}}" if field.name.endswith(YEARS) else f"{{formatNumber({value})}}",
        "decimal": f"{{formatNumber({value}, 6)}}",
        "money": f'{{formatMoney({value}, "{currency(spec, entity, field)}")}}',
        "duration": f"{{formatDuration({value})}}",
        "date": f"{{formatDate({value})}}",
        "datetime": f"{{formatDateTime({value})}}",
        "boolean": f"{{formatFlag({value})}}",
        "email": f"<TextLink to={{{value} && `mailto:${{{value}}}`}}>{{{value}}}</TextLink>",
        "phone": f"<TextLink to={{{value} && `tel:${{{value}}}`}}>{{{value}}}</TextLink>",
        "url": f"<TextLink to={{{value}}}>{{{value}}}</TextLink>",
        "image": f"<UploadedImage id={{{value}}} alt={{`{field.label} of ${{api.titleOf(entry)}}`}} />",
        "file": f"<FileLink id={{{value}}} name={{entry.{file_name(entity, field)}}} />",
        "person": f"{{entry.{field.name}?.title ?? NOTHING}}",
    }
    if field.type == "rating":
        return f"<Stars value={{{value}}} max={{{number(field.range[1] or 0)}}} />"
    if field.type == "enum":
        return f"<Badge value={{{value}}} options={{{options_of(field)}}} />"
    if field.type == "reference" and field.reference:
        parent = spec.entity(field.reference)
        what = "" if parent.name_field else f' what="{parent.label}"'
        if field.many:
            return f'<EntryLinks list="/{parent.slug}" entries={{entry.{field.name}}}{what} />'
        return f'<EntryLink list="/{parent.slug}" entry={{entry.{field.name}}}{what} />'
    return simple.get(value_type(spec, entity, field), f"{{{value} ?? NOTHING}}")


def status(entity: Entity, field: Field) -> str:
    """The control that shows a status and changes it."""
    options = options_of(field)
    name, workflow = ("WorkflowSelect", "  workflow={WORKFLOW}\n") if entity.workflow else ("StatusSelect", "")
    return (
        f"<{name}\n"
        f"  label={{`{field.label} of ${{api.titleOf(entry)}}`}}\n"
        f"  value={{entry.{field.column}}}\n"
        f"  options={{{options}}}\n{workflow}"
        f"  save={{(value) => api.update(entry.id, {{ {field.column}: value }})}}\n"
        "  onSaved={onChange}\n"
        "/>"
    )
