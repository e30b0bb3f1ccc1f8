"""Read a request: one rule set after the other takes what it understands and leaves the rest open."""

from appbuilder.planner.reading.access import read_access
from appbuilder.planner.reading.acts import read_acts
from appbuilder.planner.reading.admission import read_admission
from appbuilder.planner.reading.app import read_app
from appbuilder.planner.reading.automation import read_automation
from appbuilder.planner.reading.behaviours import read_behaviours
from appbuilder.planner.reading.beyond import read_beyond
from appbuilder.planner.reading.choices import read_choices
from appbuilder.planner.reading.constraints import read_constraints
from appbuilder.planner.reading.deeds import read_bare_deeds, read_deeds, read_offered, read_parts_taken, read_ratings
from appbuilder.planner.reading.descriptions import read_descriptions
from appbuilder.planner.reading.facts import Reading
from appbuilder.planner.reading.features import read_features
from appbuilder.planner.reading.fields import read_fields
from appbuilder.planner.reading.figures import read_figures
from appbuilder.planner.reading.flows import read_flows
from appbuilder.planner.reading.formulas import read_formulas
from appbuilder.planner.reading.limits import read_limits
from appbuilder.planner.reading.linking import read_attached, read_parties, read_rows, read_which
from appbuilder.planner.reading.look import read_look
from appbuilder.planner.reading.makings import read_makings, read_plain_links
from appbuilder.planner.reading.negations import read_negations
from appbuilder.planner.reading.order import read_order
from appbuilder.planner.reading.ownership import read_ownership
from appbuilder.planner.reading.pages import read_pages
from appbuilder.planner.reading.phrasings import read_phrasings
from appbuilder.planner.reading.quotes import read_quotes
from appbuilder.planner.reading.relations import read_assignments, read_categories, read_pairs, read_relations
from appbuilder.planner.reading.reports import read_reports, read_views
from appbuilder.planner.reading.rights import read_rights
from appbuilder.planner.reading.rules import read_rules
from appbuilder.planner.reading.scenes import read_scenes
from appbuilder.planner.reading.states import read_named_states, read_states
from appbuilder.planner.reading.talk import read_talk
from appbuilder.planner.reading.things import read_joint_work, read_objects
from appbuilder.planner.reading.totals import read_totals
from appbuilder.planner.reading.uploads import read_uploads

RULES = (
    read_quotes,
    read_phrasings,
    read_admission,
    read_rights,
    read_negations,
    read_talk,
    read_automation,
    read_beyond,
    read_formulas,
    read_which,
    read_named_states,
    read_descriptions,
    read_look,
    read_states,
    read_constraints,
    read_scenes,
    read_app,
    read_limits,
    read_ownership,
    read_assignments,
    read_plain_links,
    read_rows,
    read_attached,
    read_makings,
    read_access,
    read_uploads,
    read_pairs,
    read_flows,
    read_views,
    read_behaviours,
    read_pages,
    read_order,
    read_figures,
    read_totals,
    read_reports,
    read_features,
    read_ratings,
    read_parts_taken,
    read_offered,
    read_objects,
    read_joint_work,
    read_deeds,
    read_bare_deeds,
    read_parties,
    read_categories,
    read_choices,
    read_rules,
    read_relations,
    read_fields,
    read_acts,
)
"""In this order: what would be misread by a later rule is taken by an earlier one."""


def read(request: str) -> Reading:
    """Return everything the request says, as facts, with the places that say it."""
    reading = Reading.of(request)
    for rule in RULES:
        rule(reading)
    return reading


__all__ = ["RULES", "Reading", "read"]
