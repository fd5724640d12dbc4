"""Settings of the user: `settings.yaml` in the home folder of the program."""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from zlp_tui.errors import ScriptBroken
from zlp_tui.script.source import read


class Settings(BaseModel):
    """The settings that the file may hold; what it leaves out has its default."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    keymap: dict[str, str] = Field(default_factory=dict)
    """Keys by the id of their action: `letter: f11`, `undo: "u,ctrl+z"`."""


def load_settings(file: Path) -> Settings:
    """The settings in a file, or the defaults when there is none; ScriptBroken with the line that cannot be used."""
    if not file.exists():
        return Settings()
    source = read(file)
    try:
        return Settings.model_validate(source.data)
    except ValidationError as broken:
        line = source.line(broken.errors()[0]["loc"])
        raise ScriptBroken("{file}, line {line}: zlp cannot use this setting.", file=file.name, line=line) from broken
