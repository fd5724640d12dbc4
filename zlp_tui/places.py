"""Where things are: our own content and data, and the folder that the program keeps everything in."""

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
    """The folder of everything the program keeps: `ZLP_HOME`, or the platform's user data folder."""
    named = os.environ.get("ZLP_HOME")
    if named:
        return Path(named).expanduser()
    from platformdirs import user_data_path  # not at the front door: only where no folder is named

    return user_data_path("zlp", appauthor=False)


def store_file(home_folder: Path) -> Path:
    """The file the plans are kept in."""
    return home_folder / "plans.db"


def settings_file(home_folder: Path) -> Path:
    """The settings of the user; usually there is no such file."""
    return home_folder / "settings.yaml"


def log_file(home_folder: Path) -> Path:
    """The log: causes of errors, never what somebody said."""
    return home_folder / "zlp.log"
