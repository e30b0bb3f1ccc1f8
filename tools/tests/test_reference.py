"""Reference pages from small models of our own."""

from pathlib import Path

import pytest
from cyclopts import App
from pydantic import AliasChoices, BaseModel, Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

from reference import __main__ as program
from reference import commands, errors, routes, settings


class _Http(BaseModel):
    port: int = Field(default=8420, description="Port of the console.")
    password: SecretStr = Field(default=SecretStr(""), description="Password.")


class _Settings(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="VIBECAAS_", env_nested_delimiter="__")

    http: _Http = Field(default_factory=_Http)
    home: str = Field(
        validation_alias=AliasChoices("VIBECAAS_HOME", "HOME_OF_IT"),
        description="Data folder.",
    )


class _Silent(BaseSettings):
    secretive: int = 1


def test_settings_are_listed_bare_ones_first() -> None:
    listed = settings.load(_Settings)

    assert [item.variable for item in listed] == ["VIBECAAS_HOME", "VIBECAAS_HTTP__PORT", "VIBECAAS_HTTP__PASSWORD"]
    page = settings.render_page(listed)
    assert "| `VIBECAAS_HOME` | Data folder. Also read from `HOME_OF_IT`. | required |" in page
    assert "| `VIBECAAS_HTTP__PORT` | Port of the console. | `8420` |" in page
    assert "VIBECAAS_HTTP__PASSWORD_FILE" in page
    assert "#VIBECAAS_HTTP__PORT=8420" in settings.render_example(listed)


def test_a_setting_without_a_sentence_is_refused() -> None:
    with pytest.raises(ValueError, match="SECRETIVE has no description"):
        settings.load(_Silent)


def test_every_error_code_needs_advice_and_no_advice_is_left_over() -> None:
    code = errors.ErrorCode("not_found", 404, "There is nothing here.", retryable=False)
    words = {"happened": "No such thing.", "do": "Look at the list."}

    assert "## `not_found`" in errors.render_page([code], {"not_found": words})
    with pytest.raises(ValueError, match="not_found has no advice"):
        errors.render_page([code], {})
    with pytest.raises(ValueError, match="no class has: gone"):
        errors.render_page([code], {"not_found": words, "gone": words})


def test_commands_are_named_as_a_person_types_them() -> None:
    app, runs = App(name="vibecaas"), App(name="runs", help="Runs.")
    app.command(runs)

    @runs.command
    def watch(run_id: str) -> None:
        """Watch a run."""

    assert commands.command_names(app) == ["runs watch"]
    page = commands.render_page(app, {"up": "Starts everything."})
    assert "vibecaas runs watch" in page
    assert "### vibecaas up\n\nStarts everything." in page


def test_routes_are_grouped_by_tag() -> None:
    operation = {
        "tags": ["projects"],
        "summary": "List projects",
        "x-permission": "projects:read",
        "responses": {"200": {}},
    }
    document = {"paths": {"/api/v1/projects": {"get": operation}}}

    page = routes.render_page(document)
    assert "## projects" in page
    assert "| GET | `/api/v1/projects` | projects:read | 200 | List projects |" in page


def test_a_stale_page_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = {"docs/reference/x.md": "# X\n"}

    assert program.run(made, tmp_path, check=True) == 1
    assert "docs/reference/x.md: differs" in capsys.readouterr().err
    assert program.run(made, tmp_path, check=False) == 0
    assert program.run(made, tmp_path, check=True) == 0
