"""Opens a file with the program that the system has for it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from zlp_tui.errors import Refused


def open_file(path: Path) -> None:
    """Open a file and do not wait. Its folder is handed over as where the program starts, so that no more than the name
    of the file stands among its arguments. `Refused` where the system has nothing to open files with."""
    folder, name = path.absolute().parent, f"./{path.name}"
    if sys.platform == "win32":
        import os

        os.startfile(path.name, cwd=folder)  # noqa: S606 - a file that was written just now
        return
    opener = shutil.which("open" if sys.platform == "darwin" else "xdg-open")
    if opener is None:
        raise Refused("The file is there, but nothing was found here to open it with.")
    subprocess.Popen(
        [opener, name], cwd=folder, start_new_session=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
