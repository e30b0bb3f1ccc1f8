"""The generated pages of shared entries."""

from appbuilder.compiler.features.people import has_upload_fields
from appbuilder.compiler.fill import block, fill
from appbuilder.compiler.web_detail import detailed, with_picture
from appbuilder.compiler.web_imports import imports
from appbuilder.compiler.web_parts import workflow_used
from appbuilder.compiler.web_values import shown
from appbuilder.compiler.words import words_of
from appbuilder.spec import AppSpec, Entity, Field
from appbuilder.spec.fields import UPLOAD_TYPES


def shared_files(spec: AppSpec) -> dict[str, str]:
    """A page for each kind of entry that can be shared, and the one that finds out which it is."""
    shared = [entity for entity in spec.entities if entity.behaviours.share]
    files = {
        f"web/src/{entity.plural}/{words_of(entity)['Name']}Shared.tsx": _entry_page(spec, entity) for entity in shared
    }
    return files | ({"web/src/extras/SharedPage.tsx": _page(shared)} if shared else {})


def _entry_page(spec: AppSpec, entity: Entity) -> str:
    details = [f'<Detail label="{field.label}">{_value(spec, entity, field)}</Detail>' for field in detailed(entity)]
    details.append('<Detail label="Added">{formatDateTime(entry.created_at)}</Detail>')
    names, types = ("entry, files", "; files: string") if has_upload_fields(entity) else ("entry", "")
    shown_details = with_picture(entity, details, source=" from={files}")
    body = fill("web/Shared.tsx", **words_of(entity), imports="", details=shown_details, names=names, types=types)
    uploads = dict.fromkeys(("FileLink", "UploadedImage", "WithPicture"), "../extras/uploads")
    return imports(body, api="*./api", **workflow_used(entity), **uploads) + "\n" + body


def _value(spec: AppSpec, entity: Entity, field: Field) -> str:
    """Files come from below the link, which is the permission to see them."""
    value = shown(spec, entity, field)
    return value.replace(" />", " from={files} />") if field.type in UPLOAD_TYPES else value


def _page(shared: list[Entity]) -> str:
    lines, kinds, pages = [], [], []
    for entity in shared:
        name, plural = words_of(entity)["Name"], entity.plural
        lines += [f'import type {{ {name} }} from "../{plural}/api";']
        lines += [f'import {{ {name}Shared }} from "../{plural}/{name}Shared";']
        kinds.append(f'| {{ kind: "{plural}"; entry: {name} }}')
        files = " files={`/api/shared/${token}/files`}" if has_upload_fields(entity) else ""
        pages.append(f'{{shared.kind === "{plural}" && <{name}Shared entry={{shared.entry}}{files} />}}')
    kinds[-1] += ";"
    return fill("web/SharedPage.tsx", imports=block(lines), kinds=block(kinds), pages=block(pages))
