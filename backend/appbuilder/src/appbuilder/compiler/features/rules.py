"""Rules across fields and entries, and workflows."""

from appbuilder.compiler.features.model import AppParts, EntityParts, Feature, anywhere
from appbuilder.compiler.rule_tests import rule_tests
from appbuilder.compiler.rules import has_rules, rules_file
from appbuilder.compiler.web_rules import workflow_file
from appbuilder.spec import AppSpec, Entity


def _app(spec: AppSpec) -> AppParts:
    plurals = [entity.plural for entity in spec.entities if has_rules(entity)]
    return AppParts(
        modules=(
            "from app.core.rules import keep_rules",
            *(f"from app.{plural}.rules import RULES as {plural.upper()}_RULES" for plural in plurals),
        ),
        listeners=tuple(f"keep_rules({plural}.TABLE, {plural.upper()}_RULES)" for plural in plurals),
    )


def _entity(spec: AppSpec, entity: Entity) -> EntityParts:
    if not has_rules(entity):
        return EntityParts()
    files = {f"api/app/{entity.plural}/rules.py": rules_file(spec, entity)}
    if entity.workflow:
        files[f"web/src/{entity.plural}/workflow.ts"] = workflow_file(spec, entity)
    return EntityParts(files=files, tests=tuple(rule_tests(spec, entity)))


RULES = Feature("rules", anywhere(has_rules), _app, _entity)
WORKFLOW = Feature("workflow", anywhere(lambda entity: bool(entity.workflow)))
