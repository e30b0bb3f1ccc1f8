"""Run all house rules: ``python tools/house_rules``; exit code 1 when one is broken."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # started as a folder, tools/ is not on the path

from house_rules import no_commit, no_function_imports, tenant_scope, units_in_names
from house_rules.rule import apply
from repo import ROOT, Finding, python_files, report

RULES = (no_commit.RULE, tenant_scope.RULE, no_function_imports.RULE, units_in_names.RULE)


def main(root: Path = ROOT) -> int:
    """Apply every rule to every Python file of ours."""
    findings: list[Finding] = []
    paths = list(python_files(root))
    for path in paths:
        text = (root / path).read_text()
        for rule in RULES:
            findings.extend(apply(rule, path, text))
    names = ", ".join(rule.name for rule in RULES)
    return report("house rules", findings, f"{names} on {len(paths)} files")


if __name__ == "__main__":
    sys.exit(main())
