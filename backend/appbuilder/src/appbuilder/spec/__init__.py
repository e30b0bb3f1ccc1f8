"""The AppSpec: what an app is, as frozen data; the one thing planner, compiler and checks share."""

from appbuilder.spec.app import App, AppSpec, make_app
from appbuilder.spec.colours import COLOUR_NAMES, parse_colour
from appbuilder.spec.edits import (
    add_entity,
    add_field,
    remove_entity,
    remove_field,
    rename_entity,
    rename_field,
    replace_entity,
    replace_field,
    set_theme,
)
from appbuilder.spec.entities import Behaviours, Entity, Sort, Total, make_entity
from appbuilder.spec.fields import Field, FieldType, Option, make_field
from appbuilder.spec.names import label_of, safe_entity_name, safe_field_name, snake_case
from appbuilder.spec.pages import Page, route_of, usual_pages
from appbuilder.spec.palette import theme_colours
from appbuilder.spec.theme import Mode, Theme

__all__ = [
    "COLOUR_NAMES",
    "App",
    "AppSpec",
    "Behaviours",
    "Entity",
    "Field",
    "FieldType",
    "Mode",
    "Option",
    "Page",
    "Sort",
    "Theme",
    "Total",
    "add_entity",
    "add_field",
    "label_of",
    "make_app",
    "make_entity",
    "make_field",
    "parse_colour",
    "remove_entity",
    "remove_field",
    "rename_entity",
    "rename_field",
    "replace_entity",
    "replace_field",
    "route_of",
    "safe_entity_name",
    "safe_field_name",
    "set_theme",
    "snake_case",
    "theme_colours",
    "usual_pages",
]
