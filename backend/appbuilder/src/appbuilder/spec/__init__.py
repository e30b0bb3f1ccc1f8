"""The AppSpec: what an app is, as frozen data; the one thing planner, compiler and checks share."""

from appbuilder.spec.access import Access, Permissions, Role, usual_access
from appbuilder.spec.app import App, AppSpec, make_app
from appbuilder.spec.automation import Job, Webhook
from appbuilder.spec.behaviours import Behaviours, Transition
from appbuilder.spec.blocks import Block, Entries, EntryForm, Hero, Item, Items, ReportBlock, Text
from appbuilder.spec.changing import changed
from appbuilder.spec.colours import COLOUR_NAMES, parse_colour
from appbuilder.spec.diff import Change, diff
from appbuilder.spec.edits import (
    add_entity,
    add_field,
    rename_entity,
    rename_field,
    replace_entity,
    replace_field,
    set_theme,
)
from appbuilder.spec.entities import Entity, Sort, Total, make_entity
from appbuilder.spec.fields import Field, FieldType, Option, make_field
from appbuilder.spec.names import label_of, safe_entity_name, safe_field_name, snake_case
from appbuilder.spec.pages import Page, WizardStep, route_of, usual_pages
from appbuilder.spec.palette import theme_colours
from appbuilder.spec.problems import SpecProblem, explain
from appbuilder.spec.removals import remove_entity, remove_field
from appbuilder.spec.reports import Report
from appbuilder.spec.rules import Adjust, NoOverlap, Quota, Rule, Sequence, UniqueTogether
from appbuilder.spec.theme import Mode, Theme

__all__ = [
    "COLOUR_NAMES",
    "Access",
    "Adjust",
    "App",
    "AppSpec",
    "Behaviours",
    "Block",
    "Change",
    "Entity",
    "Entries",
    "EntryForm",
    "Field",
    "FieldType",
    "Hero",
    "Item",
    "Items",
    "Job",
    "Mode",
    "NoOverlap",
    "Option",
    "Page",
    "Permissions",
    "Quota",
    "Report",
    "ReportBlock",
    "Role",
    "Rule",
    "Sequence",
    "Sort",
    "SpecProblem",
    "Text",
    "Theme",
    "Total",
    "Transition",
    "UniqueTogether",
    "Webhook",
    "WizardStep",
    "add_entity",
    "add_field",
    "changed",
    "diff",
    "explain",
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
    "usual_access",
    "usual_pages",
]
