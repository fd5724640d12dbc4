"""What is made anew is for its owner alone and follows no link, wherever in the program it is made."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from zlp_tui.private_file import lay_private_file, new_private_file

ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps no such rights")
@pytest.mark.parametrize("umask", [0, 0o777])
def test_it_is_for_its_owner_alone_whatever_the_umask(tmp_path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        lay_private_file(tmp_path / "made")
    finally:
        os.umask(before)
    assert (tmp_path / "made").stat().st_mode & 0o777 == 0o600 & ~umask


def test_what_has_this_name_stays_as_it_is_and_no_link_is_followed(tmp_path: Path) -> None:
    there, link = tmp_path / "there", tmp_path / "link"
    there.write_text("Koffie.", encoding="utf-8")
    link.symlink_to(tmp_path / "elsewhere")
    for path in (there, link):
        with pytest.raises(FileExistsError):
            new_private_file(path)
    assert there.read_text(encoding="utf-8") == "Koffie."
    assert not (tmp_path / "elsewhere").exists()


def test_it_is_made_so_in_one_place() -> None:
    with_flags = [path.relative_to(ROOT).as_posix() for path in (ROOT / "zlp_tui").rglob("*.py")
                  if "O_EXCL" in path.read_text(encoding="utf-8")]
    assert with_flags == ["zlp_tui/private_file.py"]
