"""Whether the plans are in a folder that is kept the same elsewhere, or on a drive of the network.

There another computer may put its own file in the place of ours, and locks are not always held.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final, NamedTuple

from zlp_tui.i18n import message

MOUNTS: Final = Path("/proc/mounts")

_NAMES: Final = {
    "onedrive": "OneDrive", "dropbox": "Dropbox", "nextcloud": "Nextcloud", "owncloud": "ownCloud",
    "google drive": "Google Drive", "googledrive": "Google Drive", "my drive": "Google Drive",
    "mobile documents": "iCloud", "icloud drive": "iCloud", "iclouddrive": "iCloud", "syncthing": "Syncthing",
}
"""How the folders of these services begin."""
_MARKS: Final = {
    ".dropbox": "Dropbox", ".dropbox.cache": "Dropbox", ".sync.ffs_db": "FreeFileSync", ".stfolder": "Syncthing",
    ".nextcloudsync.log": "Nextcloud", ".owncloudsync.log": "ownCloud",
}
"""What such services put into a folder that they keep."""
_NETWORK: Final = ("nfs", "cifs", "smb", "fuse.", "9p", "afs", "davfs")
_LOCAL: Final = ("fuse.ext", "fuse.ntfs", "fuse.exfat", "fuse.fuse-overlayfs", "fuse.portal", "fuse.lxcfs")


class SharedFolder(NamedTuple):
    """A warning: its message id, with its values."""

    message: str
    values: dict[str, object]


def shared_folder(folder: Path, mounts: Path = MOUNTS) -> SharedFolder | None:
    """The warning for this folder; None for one that is of this computer alone."""
    at = folder.resolve()
    for above in (at, *at.parents):
        service = _service(above)
        if service is not None:
            told = message("The plans are in a folder that {service} keeps the same elsewhere. "
                           "Use zlp on one computer at a time.")
            return SharedFolder(told, {"service": service})
    if _is_on_network(at, mounts):
        return SharedFolder(message("The plans are on a network drive. Use zlp on one computer at a time."), {})
    return None


def _service(folder: Path) -> str | None:
    name = folder.name.casefold()
    named = next((service for begins, service in _NAMES.items() if name.startswith(begins)), None)
    return named or next((service for mark, service in _MARKS.items() if (folder / mark).exists()), None)


def _is_on_network(folder: Path, mounts: Path) -> bool:
    """Whether the file system that the folder is in is one of the network, as far as the system tells."""
    if str(folder).startswith("\\\\"):
        return True
    try:
        lines = mounts.read_text("utf-8", "replace").splitlines()
    except OSError:
        return False
    kinds = {_path(fields[1]): fields[2] for line in lines if len(fields := line.split()) > 2}
    kind = next((kinds[str(above)] for above in (folder, *folder.parents) if str(above) in kinds), "")
    return kind.startswith(_NETWORK) and not kind.startswith(_LOCAL)


def _path(written: str) -> str:
    """A path as `/proc/mounts` has it: with a number for each space."""
    return written.replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\")
