"""Who may do what, in arbitrary combinations: accounts, roles, permissions, and entries that point to people."""

from hypothesis import strategies as st

from appbuilder.spec import (
    AppSpec,
    Entity,
    Permissions,
    Role,
    add_field,
    changed,
    make_field,
    replace_entity,
    usual_access,
)

STAFF = Role(id="r_staff", name="staff", label="Staff")


@st.composite
def people(draw: st.DrawFn, spec: AppSpec) -> AppSpec:
    """The app as it is, or with accounts."""
    if draw(st.booleans()):
        return spec
    access = usual_access(STAFF, registration=draw(st.sampled_from(["open", "closed"])))
    entities = tuple(changed(entity, permissions=draw(st.one_of(st.none(), permissions()))) for entity in spec.entities)
    entities = tuple(
        changed(entity, behaviours=changed(entity.behaviours, follow=draw(st.booleans()))) for entity in entities
    )
    spec = changed(spec, access=access, entities=entities)
    for entity in entities:
        if draw(st.booleans()):
            spec = add_field(spec, entity.id, make_field("helper", "person", required=draw(st.booleans())))
            if draw(st.booleans()):
                spec = replace_entity(spec, _named(spec.entity(entity.id)))
    return spec


def _named(entity: Entity) -> Entity:
    """The entity, whose helpers may read and change it; who may change an entry of their own sees it too."""
    rights = entity.permissions or Permissions()
    owners = ("owner",) if "owner" in (*rights.update, *rights.delete) else ()
    named = {
        act: tuple(dict.fromkeys([*(who for who in rights.of(act) if who != "anyone"), *owners, "f_helper"]))
        for act in ("read", "update")
    }
    return changed(entity, permissions=changed(rights, **named))


@st.composite
def permissions(draw: st.DrawFn) -> Permissions:
    groups = ["anyone", "signed_in", "r_staff", "r_admin"]

    def who(*more: str) -> tuple[str, ...]:
        return tuple(draw(st.lists(st.sampled_from([*groups, *more]), max_size=2, unique=True)))

    return Permissions(create=who(), read=who("owner"), update=who("owner"), delete=who("owner"))
