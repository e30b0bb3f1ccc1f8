"""The part of the generated README about accounts."""

from appbuilder.compiler.access import ACTIONS, NAMED, named_fields, who_may
from appbuilder.compiler.fill import block, fill
from appbuilder.spec import AppSpec, Entity
from appbuilder.spec.access import ANYONE, OWNER, SIGNED_IN, Action

_GROUPS = {ANYONE: "everybody", SIGNED_IN: "everybody who is signed in", OWNER: "whoever added it"}


def accounts_section(spec: AppSpec) -> str:
    """How people come in, and who may do what."""
    usual = spec.access.role(spec.access.default_role or "").label
    admins = " or ".join(role.label for role in spec.access.admins)
    coming = f"People register themselves and get the role {usual}."
    if spec.access.registration == "closed":
        coming = f"Only people with the role {admins} add others, on the page People."
    rows = [
        f"| {entity.plural_label} | {' | '.join(_cell(spec, entity, each) for each in ACTIONS)} |"
        for entity in spec.entities
    ]
    return fill("account/README.md", coming=coming, admin=spec.access.admins[0].label, rows=block(rows))


def _cell(spec: AppSpec, entity: Entity, action: Action) -> str:
    if not getattr(entity.behaviours, action):
        return "nobody"
    labels = {role.name: role.label for role in spec.access.roles}
    may = who_may(spec, entity, action)
    named = [f"whom it names as {label}" for label in named_fields(entity, may)]
    others = [_GROUPS.get(who) or labels[who] for who in may if not who.startswith(NAMED)]
    return ", ".join((*others, *named))
