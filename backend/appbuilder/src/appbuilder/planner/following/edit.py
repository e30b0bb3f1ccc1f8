"""Renames and removals on a spec; ids stay, earlier names are kept."""

from appbuilder.planner.building.naming import clean_name
from appbuilder.planner.editing import Editing
from appbuilder.planner.following.commands import RemoveFact, RenameFact
from appbuilder.planner.inflect import plural, singular, title_case
from appbuilder.spec import (
    AppSpec,
    Entity,
    Field,
    remove_entity,
    remove_field,
    rename_entity,
    rename_field,
    replace_field,
    safe_entity_name,
    safe_field_name,
)


def rename(editing: Editing, fact: RenameFact) -> None:
    """Rename a field, an entity or the app."""
    if fact.old in {"app", "application", "website", "site", "title of the app", "app name", "it"}:
        _rename_app(editing, fact)
        return
    target = editing.field(fact.old, fact.owner)
    entity = None if fact.owner else editing.entity(fact.old)
    if entity is not None:
        _rename_entity(editing, entity, fact)
    elif target is not None:
        _rename_field(editing, *target, fact)
    else:
        editing.refused.append((fact.span, f"there is nothing called {fact.old} to rename"))


def _rename_app(editing: Editing, fact: RenameFact) -> None:
    name = clean_name(title_case(fact.new))
    if not name:
        editing.refused.append((fact.span, "the new name holds no letter or digit"))
        return
    renamed = editing.spec.app.model_copy(update={"name": name})
    editing.spec = AppSpec.model_validate(editing.spec.model_dump() | {"app": renamed.model_dump()})
    editing.done(fact.span, f"The app is called {name} now")


def _rename_entity(editing: Editing, entity: Entity, fact: RenameFact) -> None:
    noun = singular(fact.new)
    name, many = safe_entity_name(noun), safe_entity_name(plural(noun))
    many = many if many != name else safe_entity_name(f"{noun} items")
    others = [each for each in editing.spec.entities if each.id != entity.id]
    if any({name, many} & {other.name, other.plural} for other in others):
        editing.refused.append((fact.span, f"there are {plural(noun)} already"))
        return
    editing.spec = rename_entity(editing.spec, entity.id, name, many)
    editing.done(fact.span, f"Renamed {entity.plural_label.lower()} to {plural(noun)}")
    for child in editing.spec.children(entity.id):
        for each in child.references:
            if each.reference == entity.id and each.name == entity.name and child.find_field(name) is None:
                editing.spec = rename_field(editing.spec, child.id, each.id, name)


def _rename_field(editing: Editing, entity: Entity, old: Field, fact: RenameFact) -> None:
    name = safe_field_name(fact.new)
    taken = {key for each in entity.fields if each.id != old.id for key in (each.name, each.column)}
    if name in taken or f"{name}_id" in taken:
        editing.refused.append((fact.span, f"{entity.plural_label.lower()} have a field called {fact.new} already"))
        return
    label = fact.new[:1].upper() + fact.new[1:]
    if name == old.name:
        editing.spec = replace_field(editing.spec, entity.id, old.model_copy(update={"label": label}))
    else:
        editing.spec = rename_field(editing.spec, entity.id, old.id, name, label=label)
    editing.done(fact.span, f"Renamed {old.label.lower()} of {entity.plural_label.lower()} to {fact.new}")


def remove(editing: Editing, fact: RemoveFact) -> None:
    """Remove a field, an entity, or search; refuse to leave nothing."""
    if fact.what in {"search", "searching", "search box", "search field"}:
        _remove_search(editing, fact)
        return
    entity = None if fact.owner else editing.entity(fact.what)
    target = editing.field(fact.what, fact.owner)
    if entity is not None:
        _remove_entity(editing, entity, fact)
    elif target is not None:
        _remove_field(editing, *target, fact)
    else:
        editing.refused.append((fact.span, f"there is nothing called {fact.what} to remove"))


def _remove_entity(editing: Editing, entity: Entity, fact: RemoveFact) -> None:
    if len(editing.spec.entities) == 1:
        editing.refused.append((fact.span, "an app keeps at least one kind of record"))
        return
    alone = [
        child for child in editing.spec.children(entity.id) if all(each.reference == entity.id for each in child.fields)
    ]
    if alone:
        editing.refused.append((fact.span, f"{alone[0].plural_label.lower()} would have no field left"))
        return
    editing.spec = remove_entity(editing.spec, entity.id)
    editing.done(fact.span, f"Removed {entity.plural_label.lower()}; stored entries stay in the database")


def _remove_field(editing: Editing, entity: Entity, old: Field, fact: RemoveFact) -> None:
    left = [each for each in entity.fields if each.id != old.id and each.type not in {"boolean", "reference"}]
    if not left:
        editing.refused.append((fact.span, f"{entity.plural_label.lower()} need a field that people can read"))
        return
    editing.spec = remove_field(editing.spec, entity.id, old.id)
    editing.done(
        fact.span, f"Removed {old.label.lower()} from {entity.plural_label.lower()}; stored values stay in the database"
    )


def _remove_search(editing: Editing, fact: RemoveFact) -> None:
    named = editing.entity(fact.owner)
    found = False
    for entity in (named,) if named else editing.spec.entities:
        for each in entity.fields:
            if each.searchable:
                found = True
                editing.spec = replace_field(editing.spec, entity.id, each.model_copy(update={"searchable": False}))
    if found:
        editing.done(fact.span, "Removed the search")
