"""Tags: words on entries, to filter by."""

from appbuilder.compiler.features.model import EntityParts, Feature, Mark, anywhere
from appbuilder.compiler.fill import fill
from appbuilder.compiler.words import words_of
from appbuilder.spec import AppSpec, Entity


def _entity(_: AppSpec, entity: Entity) -> EntityParts:
    can = entity.behaviours
    if not can.tags:
        return EntityParts()
    words = words_of(entity)
    slug = words["slug"]
    shown = f'<Tags tags={{entry.tags}} list="/{slug}" />'
    tests = [fill("tests/tags.py", **words), *([fill("tests/tags_create.py", **words)] if can.create else [])]
    return EntityParts(
        columns=("TAGS,",),
        table_filters=("HAS_TAG,",),
        column_imports=("from app.extras.tags import HAS_TAG, TAGS",),
        input_fields=("tags: Tags = []",),
        out_fields=("tags: Tags",),
        query_fields=("tag: FilterText | None = None",),
        model_imports=("from app.extras.tags import Tags",),
        list_routes=("router.include_router(tag_routes(TABLE))",),
        route_imports=("from app.extras.tags import tag_routes",),
        out_types=("tags: string[];",),
        input_types=("tags: string[];",),
        form_rules=("tags: tagList(),",),
        form_inputs=(f'<TagInput path="/api/{slug}/tags" {{...form.bind("tags")}} />',),
        details=('<Detail label="Tags">', f"  {shown}", "</Detail>"),
        marks=(Mark("Tags", shown, stored="entry.tags.length || null"),),
        filters=(f'<TagFilter query={{query}} path="/api/{slug}/tags" />',),
        web_imports=dict.fromkeys(("TagFilter", "TagInput", "Tags", "tagList"), "../extras/tags"),
        tests=tuple(tests),
        methods=("`GET /tags`",),
    )


TAGS = Feature("tags", anywhere(lambda entity: entity.behaviours.tags), entity=_entity)
