"""The builder: turns a spec into a complete app; the same spec gives the same bytes."""

import hashlib
import json
from dataclasses import dataclass

from appbuilder.base import base_files
from appbuilder.compiler.api import api_files
from appbuilder.compiler.api_tests import api_test_files
from appbuilder.compiler.docs import doc_files
from appbuilder.compiler.features import features_of
from appbuilder.compiler.insights import insight_files
from appbuilder.compiler.nextjs import on_next, with_directives
from appbuilder.compiler.obeying import prepared
from appbuilder.compiler.static import static_files
from appbuilder.compiler.tidy import tidy_python
from appbuilder.compiler.unused import without_unused
from appbuilder.compiler.web import web_files
from appbuilder.spec import AppSpec

SPEC_PATH = "vibecaas.app.json"
_EXECUTABLE = frozenset({"run"})


@dataclass(frozen=True)
class AppFile:
    """A file of an app."""

    content: bytes
    executable: bool = False


def compile_app(spec: AppSpec) -> dict[str, AppFile]:
    """Every file of the app, by its path, in the order of the paths."""
    described = spec_text(spec)
    spec = prepared(spec)
    generated = {SPEC_PATH: described, **doc_files(spec)}
    if spec.kind.has_api:
        generated |= {**api_files(spec), **api_test_files(spec), **insight_files(spec)}
    if spec.kind.has_web:
        generated |= web_files(spec)
    if not spec.kind.has_api:
        generated |= static_files(spec)
    shared = {path: content.decode() for path, content in base_files(features_of(spec)).items()}
    kept = generated if spec.kind.has_web else _without_web(generated)
    texts = shared | kept
    texts = with_directives(without_unused(on_next(texts))) if spec.template == "nextjs" else without_unused(texts)
    texts |= {path: tidy_python(text) for path, text in texts.items() if path.endswith(".py")}
    return {path: AppFile(texts[path].encode(), executable=path in _EXECUTABLE) for path in sorted(texts)}


def _without_web(files: dict[str, str]) -> dict[str, str]:
    """The generated files of an API: features of entities bring parts of pages along."""
    return {path: text for path, text in files.items() if not path.startswith("web/")}


def spec_text(spec: AppSpec) -> str:
    """The spec as it is stored in the app: without what is as usual, so that people can read and edit it."""
    parts = {"spec_version": spec.spec_version, **spec.model_dump(mode="json", exclude_defaults=True)}
    return json.dumps(parts, indent=2, ensure_ascii=False) + "\n"


def build_id(spec: AppSpec) -> str:
    """What the app's health answers as ``build``: the first 12 hexadecimal digits of its spec file's SHA-256."""
    return hashlib.sha256(spec_text(spec).encode()).hexdigest()[:12]


__all__ = ["SPEC_PATH", "AppFile", "build_id", "compile_app", "spec_text"]
