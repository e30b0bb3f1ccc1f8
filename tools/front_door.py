"""The front-door rule: a contract type for import-linter that lets rooms meet only at their doors.

Configured in the root ``pyproject.toml``. The built-in contract types cannot say "my own room only" for
many rooms at once; this one can.
"""

from typing import cast

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output


class FrontDoorContract(Contract):
    """An import from one room into another must name exactly one of that room's doors.

    Options: ``container`` (the package that holds the rooms), ``rooms`` and ``doors`` (their names).
    ``domains.service`` is a door; ``domains.service.connect`` lies behind it, and the bare package
    ``domains`` is no door either.
    """

    type_name = "front_door"

    container = fields.StringField()
    rooms = fields.ListField(subfield=fields.StringField())
    doors = fields.ListField(subfield=fields.StringField())

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:  # noqa: ARG002 - import-linter's signature
        """Collect every direct import that enters a foreign room beside its doors."""
        trespasses = []
        for importer in sorted(graph.modules):
            own = self._room(importer)
            if own is None:
                continue
            for imported in sorted(graph.find_modules_directly_imported_by(importer)):
                room = self._room(imported)
                if room not in (None, own) and imported not in self._doors(str(room)):
                    details = graph.get_import_details(importer=importer, imported=imported)
                    trespasses.append((importer, imported, [detail["line_number"] for detail in details]))
        return ContractCheck(kept=not trespasses, metadata={"trespasses": trespasses})

    def render_broken_contract(self, check: ContractCheck) -> None:
        """Name importer, target and line of each trespass, and the doors that are open."""
        for importer, imported, lines in check.metadata["trespasses"]:
            where = ", ".join(f"l.{line}" for line in lines)
            output.print_error(f"{importer} imports {imported} ({where}), which is not a door.", bold=False)
        output.print(f"The doors of a room are: {', '.join(cast('list[str]', self.doors))}.")

    def _room(self, module: str) -> str | None:
        """Return the name of the room that holds this module, or None outside all rooms."""
        container = cast("str", self.container) + "."
        if not module.startswith(container):
            return None
        name = module.removeprefix(container).split(".", 1)[0]
        return name if name in cast("list[str]", self.rooms) else None

    def _doors(self, room: str) -> set[str]:
        return {f"{self.container}.{room}.{door}" for door in cast("list[str]", self.doors)}
