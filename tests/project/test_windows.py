"""What can be tried of Windows without it: imports with POSIX's modules blocked, and the lock's use of `msvcrt`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

STUBS = """
import ctypes, sys, types
from unittest.mock import MagicMock

BLOCKED = ("termios", "fcntl", "tty", "pty", "pwd", "grp", "resource", "textual.drivers.linux_driver",
           "textual.drivers._input_reader_linux")

class Blocked:
    def find_spec(self, name, path=None, target=None):
        if name in BLOCKED:
            raise ModuleNotFoundError(f"{name} is not there on Windows", name=name)

# What others import does not depend on us: they come first, as they are here.
import asyncio, selectors, socket, subprocess, tempfile
import alembic.command, alembic.config, babel.dates, babel.lists, platformdirs, pydantic, sqlmodel, yaml
import textual.app, textual.await_complete, textual.containers, textual.driver, textual.pilot, textual.widgets
from textual.widgets import Input, Markdown, Static, TextArea

for name in BLOCKED:
    sys.modules.pop(name, None)
for name in ("textual.drivers._input_reader", "textual.drivers.web_driver"):
    sys.modules.pop(name, None)
sys.meta_path.insert(0, Blocked())
ctypes.windll = ctypes.WinDLL = MagicMock()
ctypes.WinError = OSError
sys.modules["msvcrt"] = msvcrt = types.ModuleType("msvcrt")
import signal
signal.SIGBREAK = signal.SIGTERM
for name in ("SIGHUP", "SIGALRM", "setitimer", "ITIMER_REAL"):
    delattr(signal, name)
sys.platform = "win32"
"""

IMPORT_ALL = """
import importlib, pathlib
assert not [name for name in sys.modules if name.partition(".")[0] in ("zlp_tui", "screens")]
modules = [
    ".".join(path.with_suffix("").parts) for package in ("zlp_tui", "screens")
    for path in sorted(pathlib.Path(package).rglob("*.py"))
    if path.stem not in ("__init__", "__main__") and "migrations" not in path.parts
]
for module in modules:
    importlib.import_module(module)
from screens.textual_overrides._drivers import TerminalDriver
from textual.drivers.windows_driver import WindowsDriver
assert issubclass(TerminalDriver, WindowsDriver)
print(len(modules))
"""

LOCK = """
import os, pathlib
held = {}

def locking(handle, mode, size):
    at, file = os.lseek(handle, 0, os.SEEK_CUR), os.fstat(handle).st_ino
    if mode == msvcrt.LK_UNLCK:
        assert held.pop((file, at, size)) == handle
    elif (file, at, size) in held:
        raise PermissionError(13, "locked")
    else:
        held[file, at, size] = handle

msvcrt.locking, msvcrt.LK_NBLCK, msvcrt.LK_UNLCK = locking, 2, 0
from zlp_tui.file_lock import FileLock

file = pathlib.Path(sys.argv[1])
one, other = FileLock(file), FileLock(file)
assert one.take() and one.take() and one.held
assert [(at, size) for _, at, size in held] == [(0, 1)]
assert not other.take() and not other.held
one.release()
one.release()
assert not held and not one.held
assert other.take() and not one.take()
other.release()
assert not held
print("locked")
"""


def on_windows(code: str, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", STUBS + code, *arguments], capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_every_module_can_be_imported_without_what_only_posix_has() -> None:
    assert int(on_windows(IMPORT_ALL)) > 250


def test_one_window_holds_the_lock_on_the_first_byte_and_lets_go_of_it(tmp_path: Path) -> None:
    assert on_windows(LOCK, str(tmp_path / "plans.db")) == "locked\n"
