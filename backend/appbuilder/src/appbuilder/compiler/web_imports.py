"""Which imports a generated file of the web client needs: what its body uses, and nothing else."""

import re
from collections import defaultdict

# Module of each component and function, as the entities' folders see it.
_HOMES = {
    "react": ("Fragment",),
    "react-router": ("Link", "useNavigate", "useSearchParams"),
    "../account/session": ("useSession",),
    "../account/Only": ("FormFor", "Only", "Refusal", "useRefusal"),
    "../lib/calendarQuery": ("useCalendarQuery",),
    "../lib/entryId": ("useEntryId",),
    "../lib/form": ("useForm",),
    "../lib/format": (
        "formatAgo",
        "formatDate",
        "formatDateTime",
        "formatDuration",
        "formatFlag",
        "formatMoney",
        "formatNumber",
        "now",
        "today",
    ),
    "../lib/listQuery": ("useListQuery",),
    "../lib/load": ("useLoad",),
    "../lib/viewQuery": ("useViewQuery",),
    "../lib/workflow": ("reachable",),
    "../ui/Badge": ("Badge",),
    "../extras/insights/Report": ("Report",),
    "../ui/Blocks": (
        "Article",
        "Blocks",
        "Charts",
        "FormBlock",
        "Hero",
        "Item",
        "Items",
        "Latest",
        "Question",
        "Questions",
        "Teaser",
        "TeaserText",
        "Teasers",
        "TextBlock",
        "Tiles",
    ),
    "../ui/Board": ("Board",),
    "../ui/Calendar": ("Calendar",),
    "../ui/Cover": ("Cover",),
    "../ui/Gallery": ("Gallery", "Picture"),
    "../ui/ViewSwitch": ("ViewSwitch",),
    "../ui/Wizard": ("Entered", "Wizard"),
    "../ui/Button": ("Button", "ButtonLink", "IconLink"),
    "../ui/Card": ("Card", "CardList", "CardText", "Fact", "Facts"),
    "../ui/DeleteButton": ("DeleteButton",),
    "../ui/Details": ("Detail", "Details"),
    "../ui/EntryBody": ("EntryBody",),
    "../ui/Field": ("Checkbox", "DurationInput", "NumberInput", "Select", "TextArea", "TextInput"),
    "../ui/FormFrame": ("FormFrame",),
    "../ui/Layout": ("Aside", "Narrow", "Section"),
    "../ui/Links": ("EntryLink", "TextLink"),
    "../ui/ListBody": ("ListBody", "PartBody"),
    "../ui/ListControls": (
        "ChoiceFilter",
        "Filters",
        "ListControls",
        "NumberFilter",
        "RangeFilter",
        "SearchBox",
        "SortSelect",
        "TextFilter",
        "YesNoFilter",
    ),
    "../ui/PageHeader": ("PageHeader",),
    "../ui/Rating": ("RatingInput", "Stars"),
    "../ui/Several": ("EntryLinks", "Several"),
    "../ui/StatusSelect": ("StatusSelect",),
    "../ui/WorkflowSelect": ("WorkflowInput", "WorkflowSelect"),
    "../ui/Table": ("ActionCell", "Cell", "Row", "Table", "TitleCell"),
    "../ui/Toasts": ("useToast",),
    "../ui/Totals": ("GroupedTotal", "Total", "Totals"),
    "../ui/states": ("Empty",),
}
_COMPONENT = re.compile(r"[A-Z]\w*[a-z]")
_CONSTANTS = {"NOTHING": "../lib/format"}


def imports(body: str, **extra: str) -> str:
    """The import lines for a body.

    ``extra`` names other identifiers, as name=module; ``*`` before the module imports it as a namespace.
    """
    wanted: dict[str, set[str]] = defaultdict(set)
    for module, names in _HOMES.items():
        wanted[module] |= {name for name in names if re.search(rf"<{name}\b|(?<![\w.]){name}\(", body)}
    for name, module in _CONSTANTS.items():
        wanted[module] |= {name} if re.search(rf"\b{name}\b", body) else set()
    lines = []
    for name, module in extra.items():
        if not re.search(rf"<{name}\b" if _COMPONENT.match(name) else rf"(?<![\w.`]){name}\b", body):
            continue
        if module.startswith("*"):
            lines.append((module[1:], f'import * as {name} from "{module[1:]}";'))
        else:
            wanted[module].add(name)
    for module, used in wanted.items():
        if used:
            listed = sorted(used, key=lambda name: name.lower())
            lines.append((module, f'import {{ {", ".join(listed)} }} from "{module}";'))
    return "\n".join(line for _, line in sorted(lines, key=lambda pair: (pair[0][0] == ".", pair[0][:2] == "./", pair)))
