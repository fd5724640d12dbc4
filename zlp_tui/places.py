"""Paths: the content and data that ship with zlp, and the folder of the user's files."""

from __future__ import annotations

import os
from pathlib import Path

_HERE = Path(__file__).resolve().parent


def _ours(name: str) -> Path:
    """A folder that ships with us: beside the packages in a checkout, inside `zlp_tui` (as `_name`) in a wheel."""
    shipped = _HERE / f"_{name}"
    return shipped if shipped.is_dir() else _HERE.parent / name


def content() -> Path:
    """`content/`: every word a user can see, a folder per locale; also gettext's directory."""
    return _ours("content")


def data() -> Path:
    """`data/`: what is not language (example plans, pictograms)."""
    return _ours("data")


def home() -> Path:
    """The folder of the user's files: `ZLP_HOME`, or the platform's user data folder."""
    named = os.environ.get("ZLP_HOME")
    if named:
        return Path(named).expanduser()
    from platformdirs import user_data_path  # imported only where `ZLP_HOME` is not set

    return user_data_path("zlp", appauthor=False)


def store_file(home_folder: Path) -> Path:
    """The path of the store."""
    return home_folder / "plans.db"


def settings_file(home_folder: Path) -> Path:
    """The settings of the user; usually there is no such file."""
    return home_folder / "settings.yaml"


def log_file(home_folder: Path) -> Path:
    """The path of the error log."""
    return home_folder / "zlp.log"
