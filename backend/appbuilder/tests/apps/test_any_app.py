"""Any valid spec becomes an app that type-checks, passes its own tests, starts and answers."""

import json
import os
import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from appbuilder.compiler import build_id
from appbuilder.spec import AppSpec

from ..compiler.strategies import specs
from .conftest import write_app
from .running import running_api

COUNT = 200
BATCH = 5
FAST = 6
SAMPLE = (0, 95, 195)


def some_specs(count: int) -> list[AppSpec]:
    """Return the first specs that Hypothesis draws; the same in every process."""
    drawn: list[AppSpec] = []

    @settings(
        derandomize=True,
        database=None,
        deadline=None,
        max_examples=count,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(specs())
    def draw(spec: AppSpec) -> None:
        drawn.append(spec)

    draw()
    return drawn


def test_six_apps_build_check_start_and_pass_their_tests(tmp_path: Path, template: Path) -> None:
    # Hypothesis begins with the smallest; those further on use more parts.
    judge(some_specs(COUNT)[3 : 3 + 7 * FAST : 7], tmp_path, template)


@pytest.mark.slow
@pytest.mark.parametrize("first", SAMPLE)
def test_any_app_builds_checks_starts_and_passes_its_tests(first: int, tmp_path: Path, template: Path) -> None:
    judge(batch(first), tmp_path, template)


@pytest.mark.slow
@pytest.mark.exhaustive
@pytest.mark.parametrize("first", [first for first in range(0, COUNT, BATCH) if first not in SAMPLE])
def test_all_other_apps_do_so_too(first: int, tmp_path: Path, template: Path) -> None:
    judge(batch(first), tmp_path, template)


def batch(first: int) -> list[AppSpec]:
    drawn = some_specs(COUNT)
    assert len(drawn) == COUNT
    return drawn[first : first + BATCH]


def judge(chosen: list[AppSpec], place: Path, template: Path) -> None:
    """Build all; type-check them in one go, which costs little more than one; then each by itself."""
    problems = []
    folders = [place / f"app_{number}" for number in range(len(chosen))]
    envs = [write_app(spec, folder, template) for spec, folder in zip(chosen, folders, strict=True)]
    problems.append(type_problems(place, template))
    for spec, folder, env in zip(chosen, folders, envs, strict=True):
        tests = subprocess.run(
            [env["APP_PYTHON"], "-m", "pytest", "-q", "-x"],
            cwd=folder / "api",
            env={**env, "PYTHONDONTWRITEBYTECODE": "1", "APP_DATA_DIR": str(folder / "test-data")},
            capture_output=True,
            text=True,
            check=False,
        )
        if tests.returncode != 0:
            problems.append(f"{spec.model_dump_json(exclude_defaults=True)}\n{tests.stdout[-4000:]}")
            continue
        with running_api(folder, env) as app:
            assert app.request("GET", "/api/health") == (200, {"status": "ok", "build": build_id(spec)})
            for entity in spec.entities:
                status, answer = app.request("GET", f"/api/{entity.slug}")
                if status not in {200, 401}:
                    problems.append(f"GET /api/{entity.slug}: {status} {answer}")
    assert not any(problems), "\n\n".join(problem for problem in problems if problem)


def type_problems(place: Path, template: Path) -> str:
    """What the TypeScript compiler says about all web clients below the folder."""
    (place / "node_modules").symlink_to(template / "web/node_modules")
    own = next(place.glob("app_*/web/tsconfig.json"))
    config = json.loads(own.read_text("utf-8")) | {"include": ["app_*/web/src"]}
    (place / "tsconfig.json").write_text(json.dumps(config))
    command = ["node", "node_modules/typescript/bin/tsc", "--noEmit", "-p", "."]
    env = {"PATH": os.environ["PATH"], "HOME": str(place)}
    result = subprocess.run(command, cwd=place, env=env, capture_output=True, text=True, check=False)
    return "" if result.returncode == 0 else result.stdout[:6000]
