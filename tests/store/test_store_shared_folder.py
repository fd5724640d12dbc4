"""F16: a folder that is kept the same elsewhere, or is on the network, is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tools.book import Clock
from zlp_tui.store.check import check
from zlp_tui.store.files.shared_folder import shared_folder
from zlp_tui.store.store import open_store


@pytest.mark.parametrize(("folder", "service"), [
    ("OneDrive - Zorg/zlp", "OneDrive"), ("Dropbox/a/b", "Dropbox"), ("Nextcloud", "Nextcloud"),
    ("Library/Mobile Documents/zlp", "iCloud"), ("Google Drive/My Drive/zlp", "Google Drive"), ("mine/zlp", None),
])
def test_a_synced_folder_is_known_by_its_name_f16(tmp_path: Path, folder: str, service: str | None) -> None:
    found = shared_folder(tmp_path / folder, tmp_path / "no mounts")
    assert (found.values["service"] if found else None) == service


def test_a_synced_folder_is_known_by_what_stands_in_it_f16(tmp_path: Path) -> None:
    (tmp_path / ".dropbox").touch()
    found = shared_folder(tmp_path / "zlp")
    assert found is not None and found.values == {"service": "Dropbox"}


@pytest.mark.parametrize(("kind", "network"), [
    ("nfs4", True), ("cifs", True), ("smb3", True), ("fuse.sshfs", True), ("ext4", False), ("fuse.ntfs-3g", False),
])
def test_a_network_drive_is_known_f16(tmp_path: Path, kind: str, network: bool) -> None:
    mounts, here = tmp_path / "mounts", tmp_path / "the drive"
    mounts.write_text(f"/dev/a / ext4 rw 0 0\nserver:/b {str(here).replace(' ', chr(92) + '040')} {kind} rw 0 0\n")
    assert (shared_folder(here / "zlp", mounts) is not None) is network
    assert shared_folder(tmp_path, mounts) is None


def test_check_names_a_synced_folder_f16(tmp_path: Path) -> None:
    file = tmp_path / "Dropbox" / "plans.db"
    open_store(file, clock=Clock()).close()
    told = [finding for finding in check(file) if finding.what == "folder"]
    assert [(finding.sound, finding.values) for finding in told] == [(True, {"service": "Dropbox"})]
