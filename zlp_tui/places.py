"""Paths: the content and data that ship with zlp, and the folder of the user's files."""

from __future__ import annotations

import os
from pathlib import Path

from zlp_tui.errors import ZlpError
from zlp_tui.i18n import message

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
        try:
            return Path(named).expanduser()
        except RuntimeError as unknown:
            raise ZlpError(
                message("ZLP_HOME names a user who is not known here: {folder}. Choose another folder."), folder=named
            ) from unknown
    from platformdirs import user_data_path  # imported only where `ZLP_HOME` is not set

    return user_data_path("zlp", appauthor=False)


def check_environment(home_folder: Path) -> None:
    """Raise `ZlpError` when the folder of the user cannot be one, or when `TZ` names a file that is no time zone."""
    nearest = next((folder for folder in (home_folder, *home_folder.parents) if folder.exists()), None)
    if nearest is not None and not nearest.is_dir():
        raise ZlpError(message("{file} is a file, and plans are kept in a folder. Choose another ZLP_HOME."),
                       file=str(nearest))
    zone = os.environ.get("TZ", "").removeprefix(":")
    if Path(zone).is_absolute() and not _is_zone(Path(zone)):
        raise ZlpError(message("TZ names no time zone: {zone}. Choose one such as Europe/Amsterdam."), zone=zone)


def _is_zone(file: Path) -> bool:
    try:
        with file.open("rb") as opened:
            return opened.read(4) == b"TZif"
    except OSError:
        return False


def store_file(home_folder: Path) -> Path:
    """The path of the store."""
    return home_folder / "plans.db"


def plans_folder(home_folder: Path) -> Path:
    """Where each plan has a folder of its own."""
    return home_folder / "plans"


def taken_in_folder(home_folder: Path) -> Path:
    """Where plans that were taken in wait which are here already, until somebody chooses."""
    return home_folder / "taken-in"


def copies_folder(home_folder: Path) -> Path:
    """Where each plan has a folder with its copies."""
    return home_folder / "copies"


def erased_folder(home_folder: Path) -> Path:
    """Where stands which plans were erased, without a word of them."""
    return home_folder / "erased"


def keyholders_folder(home_folder: Path) -> Path:
    """Where each keyholder has a folder of their own."""
    return home_folder / "keyholders"


def access_point_file(home_folder: Path) -> Path:
    """Where the id stands that this computer has in the logs of plans."""
    return home_folder / "access-point"


def unfinished_exports(home_folder: Path) -> Path:
    """Where it is noted which files are being written elsewhere; there only meanwhile."""
    return home_folder / "unfinished"


def settings_file(home_folder: Path) -> Path:
    """The settings of the user; usually there is no such file."""
    return home_folder / "settings.yaml"


def log_file(home_folder: Path) -> Path:
    """The path of the error log."""
    return home_folder / "zlp.log"
