"""The generated page of one entry, and the lists of other entries that belong to it."""

from appbuilder.compiler.features import entity_parts
from appbuilder.compiler.fill import block, fill
from appbuilder.compiler.layouts import image_of, shape_of
from appbuilder.compiler.web_access import either, form_for, if_may, only_creators
from appbuilder.compiler.web_imports import imports
from appbuilder.compiler.web_parts import (
    delete_button,
    has_status_control,
    is_written_below,
    page_header,
    page_title,
    workflow_used,
)
from appbuilder.compiler.web_values import shown, status
from appbuilder.compiler.words import words_of
from appbuilder.spec import AppSpec, Entity, Field
from appbuilder.spec.names import camel_case, pascal_case


def detail(spec: AppSpec, entity: Entity) -> str:
    """The file ``<Name>Detail.tsx``."""
    words = words_of(entity)
    parts = child_components(spec, entity)
    more = entity_parts(spec, entity)
    can_delete = entity.behaviours.delete
    details = [line for field in detailed(entity) for line in _line(spec, entity, field)]
    details += [*more.details, '<Detail label="Added">{formatDateTime(entry.created_at)}</Detail>']
    body = fill(
        "web/Detail.tsx",
        **words,
        imports="",
        navigate="const navigate = useNavigate();" if can_delete else "",
        header=page_header(_title(spec, entity), block([*more.actions, *_actions(spec, entity)])),
        details=with_picture(entity, details),
        children=block(
            [*(f"<{name} {camel_case(entity.name)}Id={{entry.id}} />" for name, _, _ in parts), *more.sections]
        ),
    )
    extra = {"api": "*./api", **workflow_used(entity), **more.web_imports}
    for name, child, _ in parts:
        extra[name] = f"../{child.plural}/{name}"
    return imports(body, **extra) + "\n" + body


def detailed(entity: Entity) -> list[Field]:
    """All fields but a short title, which stands above them already, and the picture beside them."""
    image = image_of(entity)
    return [
        field for field in entity.fields if field != image and (field.id != entity.title_field or field.type != "text")
    ]


def with_picture(entity: Entity, details: list[str], *, source: str = "") -> str:
    """The details of ``entry``, beside its picture if it may have one."""
    lines = ["<Details>", *(f"  {line}" for line in details), "</Details>"]
    image = image_of(entity)
    if image is None:
        return block(lines)
    alt = f"{{`{image.label} of ${{api.titleOf(entry)}}`}}"
    start = f"<WithPicture id={{entry.{image.column}}} alt={alt}{source}>"
    return block([start, *(f"  {line}" for line in lines), "</WithPicture>"])


def _title(spec: AppSpec, entity: Entity) -> str:
    back = f'back={{{{ to: "/{entity.slug}", label: "{page_title(spec, entity, "list")}" }}}}'
    return f"title={{api.titleOf(entry)}} {back}"


def _actions(spec: AppSpec, entity: Entity) -> list[str]:
    words = words_of(entity)
    lines = []
    if entity.behaviours.update:
        edit = f'<ButtonLink look="secondary" icon="edit" to={{`/{words["slug"]}/${{entry.id}}/edit`}}>'
        lines += if_may(spec, entity, "update", [edit, "  Edit", "</ButtonLink>"])
    if entity.behaviours.delete:
        remove = delete_button(
            small=False,
            deleted=f'() => navigate("/{words["slug"]}")',
            restored=f"() => navigate(`/{words['slug']}/${{entry.id}}`)",
        )
        lines += if_may(spec, entity, "delete", remove)
    return lines


def _line(spec: AppSpec, entity: Entity, field: Field) -> list[str]:
    if field.id == entity.status_field and has_status_control(entity):
        control = status(entity, field).replace("onSaved={onChange}", "onSaved={loaded.reload}")
        value = either(spec, entity, control, shown(spec, entity, field)).splitlines()
    else:
        value = [shown(spec, entity, field)]
    if len(value) == 1 and not value[0].startswith("<"):
        return [f'<Detail label="{field.label}">{value[0]}</Detail>']
    return [f'<Detail label="{field.label}">', *(f"  {line}" for line in value), "</Detail>"]


def child_components(spec: AppSpec, entity: Entity) -> list[tuple[str, Entity, Field]]:
    """The lists on an entry's page: component, child entity, and the child's field that points here."""
    found = []
    for child in spec.children(entity.id):
        fields = [field for field in child.links if field.reference == entity.id]
        for field in fields:
            tail = (
                pascal_case(entity.name)
                if len(fields) == 1
                else f"{pascal_case(entity.name)}As{pascal_case(field.name)}"
            )
            found.append((f"{pascal_case(child.plural)}Of{tail}", child, field))
    return found


def _section(title: str, action: str) -> str:
    parts = [f'title="{title}"', "count={list.data?.total}"]
    if not action:
        return f"<Section {' '.join(parts)}>"
    return block(["<Section", *(f"  {line}" for part in (*parts, action) for line in part.splitlines()), ">"])


def child_list(spec: AppSpec, entity: Entity, component: str, child: Entity, field: Field) -> str:
    """The file of such a list; it lives in the child's folder."""
    words = words_of(child)
    parent = camel_case(entity.name)
    title = (
        child.plural_label
        if component.endswith(f"Of{pascal_case(entity.name)}")
        else (f"{child.plural_label} ({field.label.lower()})")
    )
    action = ""
    form = ""
    if is_written_below(child, field):
        lines = [
            f"<{words['Name']}Form",
            f"  initial={{{{ {field.column}: {parent}Id }}}}",
            f'  without="{field.column}"',
            "  onSaved={list.reload}",
            "/>",
        ]
        form = block(form_for(spec, child, lines))
    elif child.behaviours.create:
        button = [
            f'<ButtonLink look="secondary" icon="plus" to={{`/{words["slug"]}/new?{field.column}=${{{parent}Id}}`}}>',
            f"  New {words['words']}",
            "</ButtonLink>",
        ]
        action = block(["action={", *(f"  {line}" for line in only_creators(spec, child, button)), "}"])
    body = fill(
        "web/Children.tsx",
        **words,
        imports="",
        parent_words=entity.label.lower(),
        Component=component,
        parent=parent,
        column=field.column,
        without="" if field.many else f' without="{field.column}"',
        section=_section(title, action),
        form=block(['<div className="mt-4 max-w-2xl">', *(f"  {line}" for line in form.splitlines()), "</div>"])
        if form
        else "",
        Shape=shape_of(spec, child),
    )
    shape = f"{words['Name']}{shape_of(spec, child)}"
    own = {name: f"./{name}" for name in (shape, f"{words['Name']}Form")}
    return imports(body, api="*./api", **own) + "\n" + body
