"""Settings of the user: `settings.yaml` in the home folder of the program."""

from __future__ import annotations

from pathlib import Path
from typing import Final, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from zlp_tui.errors import ScriptBroken
from zlp_tui.idle_watch import MINUTES
from zlp_tui.script.source import read

LONGEST: Final = 15
"""The most minutes for which a screen that nobody touches may stay open."""
_YES: Final = ("yes", "ja")


class Settings(BaseModel):
    """The settings that the file may hold; what it leaves out has its default."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    keymap: dict[str, str] = Field(default_factory=dict)
    """Keys by the id of their action: `letter: f11`, `undo: "u,ctrl+z"`."""
    lock_after: int = Field(default=MINUTES, ge=1, le=LONGEST)
    """How many minutes nobody need press a key before the screen is locked, where plans have a lock."""
    plain: Literal["yes", "no", "ja", "nee"] = "no"
    """Whether to begin line by line, also where the terminal can show screens."""


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


def wants_plain(file: Path) -> bool:
    """Whether the settings in a file ask for line by line; also when something else in them cannot be used."""
    try:
        data = read(file).data
    except ScriptBroken:
        return False
    return isinstance(data, dict) and data.get("plain") in _YES
