"""Put accounts and roles into a spec, or take them out."""

from appbuilder.planner.editing import Editing
from appbuilder.planner.inflect import sentence_case
from appbuilder.planner.lexicon.access import ADDRESSED, MEMBERS, PERSON_FIELDS
from appbuilder.planner.reading.ownership import Implied, implied, signs_in
from appbuilder.planner.reading.wishes import AccessFact, BehaviourFact, FlowFact, OwnFact, PermissionFact, RoleFact
from appbuilder.spec import Access, AppSpec, Entity, Field, Permissions, Role, changed, safe_field_name, usual_access
from appbuilder.spec.access import ANYONE, GROUPS, ROLES_LIMIT


def apply_access(editing: Editing) -> None:
    """Decide whether people sign in; rights that only some have mean that they do."""
    facts = [fact for fact in editing.reading.facts if isinstance(fact, AccessFact)]
    wished = [fact for fact in facts if fact.way != "open"]
    needed = list(implied(editing.reading))
    if signs_in(editing.reading) or (not facts and editing.spec.access.has_accounts):
        _register(editing, wished, [*wished, *needed])
        return
    for fact in facts:
        _open(editing, fact)
    follows = [fact for fact in editing.reading.facts if isinstance(fact, BehaviourFact) and fact.name == "follow"]
    if follows and not facts and not editing.spec.access.has_accounts:
        _register_for_following(editing, follows)


def _register_for_following(editing: Editing, asked: list[BehaviourFact]) -> None:
    """Let people sign in to be told of changes, and leave everything else open to everybody."""
    everybody = Permissions(create=(ANYONE,), read=(ANYONE,), update=(ANYONE,), delete=(ANYONE,))

    def register(spec: AppSpec) -> AppSpec:
        entities = tuple(changed(each, permissions=everybody) for each in spec.entities)
        return changed(spec, access=usual_access(), entities=entities)

    said = "People may sign in, to be told of changes; everything else is open to everybody"
    editing.put(None, register, said, "")
    editing.trace += [(fact.span, said) for fact in asked]


def _register(editing: Editing, wished: list[AccessFact], asked: list[AccessFact | Implied]) -> None:
    access = _with_roles(editing, [name for name in _role_names(editing) if name != "admin"])
    if any(fact.way == "closed" for fact in wished):
        access = changed(access, registration="closed")
    roles = ", ".join(role.label.lower() for role in access.roles)
    said = f"People sign in with e-mail and password; roles: {roles}"
    if access.registration == "closed":
        said += "; only admins add people"
    is_new = not editing.spec.access.has_accounts

    def register(spec: AppSpec) -> AppSpec:
        entities = tuple(_with_people(each) for each in spec.entities) if is_new else spec.entities
        return changed(spec, access=access, entities=entities)

    editing.put(None, register, said, "")
    for each in asked:
        if isinstance(each, AccessFact) or (isinstance(each, OwnFact) and editing.entity(each.owner)):
            editing.trace.append((each.span, said))


def _role_names(editing: Editing) -> list[str]:
    names: list[str] = []
    for fact in editing.reading.facts:
        if isinstance(fact, RoleFact):
            names.append(fact.name)
        elif isinstance(fact, PermissionFact | FlowFact):
            names += [name for name in fact.who if name not in GROUPS]
    return list(dict.fromkeys(name for name in names if name not in {"user", "visitor", "guest"}))


def _with_roles(editing: Editing, names: list[str]) -> Access:
    """The app's roles and those that are named; who registers is a member, or what the request calls them."""
    before = editing.spec.access
    roles = tuple(
        Role(id=f"r_{safe_field_name(name)}", name=safe_field_name(name), label=sentence_case(name)) for name in names
    )
    if before.has_accounts:
        known = {role.name for role in before.roles}
        added = tuple(role for role in roles if role.name not in known)
        return changed(before, roles=(*before.roles, *added)[:ROLES_LIMIT])
    usual = usual_access(*roles[: ROLES_LIMIT - 2])
    public = [role for role in roles if role.label.lower() in MEMBERS]
    if len(public) != 1 or public[0].id == "r_member":
        return usual
    others = tuple(role for role in usual.roles if role.id not in {"r_member", public[0].id})
    return changed(usual, roles=(public[0], *others), default_role=public[0].id)


def _with_people(entity: Entity) -> Entity:
    """The entity, whose fields for colleagues point to accounts now."""
    fields = tuple(_as_person(each) if _is_person(entity, each) else each for each in entity.fields)
    return entity if fields == entity.fields else changed(entity, fields=fields)


def _is_person(entity: Entity, field: Field) -> bool:
    may_be = field.id != entity.title_field and not field.unique
    words = field.label.lower()
    return may_be and field.type == "text" and (words in PERSON_FIELDS or words in ADDRESSED.get(entity.name, ()))


def _as_person(field: Field) -> Field:
    return changed(
        field, type="person", searchable=False, sortable=False, filterable=True, max_length=None, default=None
    )


def _open(editing: Editing, fact: AccessFact) -> None:
    """Let everybody in: no accounts, and nothing that needs them."""
    if not editing.spec.access.has_accounts:
        editing.trace.append((fact.span, "nobody signs in; everyone with the address sees the same data"))
        return
    editing.put(fact.span, without_accounts, "Nobody signs in any more; everyone sees and changes everything", "")


def without_accounts(spec: AppSpec) -> AppSpec:
    """The app without accounts, roles, rights and what only people with accounts have."""
    entities = tuple(_without_people(each) for each in spec.entities)
    jobs = tuple(job for job in spec.jobs if job.action != "remind")
    reports = tuple(report for report in spec.reports if report.by != "owner" and _still_there(report.by, entities))
    kept = {report.id for report in reports}
    pages = tuple(
        changed(page, blocks=tuple(block for block in page.blocks if block.kind != "report" or block.report in kept))
        for page in spec.pages
    )
    return changed(spec, access=Access(), entities=entities, jobs=jobs, reports=reports, pages=pages)


def _still_there(by: str | None, entities: tuple[Entity, ...]) -> bool:
    return by is None or not any(
        field.id == by and field.type == "person" for each in entities for field in each.fields
    )


def _without_people(entity: Entity) -> Entity:
    fields = tuple(
        changed(each, type="text", filterable=False, searchable=True) if each.type == "person" else each
        for each in entity.fields
    )
    workflow = tuple(changed(move, who=()) for move in entity.workflow)
    behaviours = changed(entity.behaviours, follow=False)
    rules = tuple(
        rule for rule in entity.rules if "owner" not in {*getattr(rule, "scope", ()), *getattr(rule, "fields", ())}
    )
    return changed(entity, fields=fields, permissions=None, workflow=workflow, behaviours=behaviours, rules=rules)
