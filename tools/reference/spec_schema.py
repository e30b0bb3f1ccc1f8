"""The JSON Schema of an app's spec, by which editors complete and check `vibecaas.app.json`."""

import json

from appbuilder.spec import AppSpec

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def render() -> str:
    """Return the schema as it is committed: keys in the order of the models, two spaces, a final newline."""
    schema = AppSpec.model_json_schema()
    named = {"$schema": DIALECT, "$id": f"urn:vibecaas:app-spec:{AppSpec.model_fields['spec_version'].default}"}
    return json.dumps(named | schema, indent=2, ensure_ascii=False) + "\n"
