"""What SQLite says when it cannot go on, in our own family of errors. The cause hangs on it, for the log."""

from __future__ import annotations

import errno
from typing import Final

from sqlcipher3 import dbapi2

from zlp_tui.errors import StoreBusy, StoreDamaged, StoreError, StoreFull, StoreReadOnly

_BUSY: Final = {5, 6}
_FULL: Final = {10, 13}
_READ_ONLY: Final = {3, 8, 14, 23}
_DAMAGED: Final = {11, 26}
_OS_FULL: Final = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO}
_OS_READ_ONLY: Final = {errno.EACCES, errno.EPERM, errno.EROFS}


def translated(cause: BaseException | None) -> StoreError:
    """The error of ours that tells a user what an error of the driver or the system means, by its code."""
    code = getattr(cause, "sqlite_errorcode", None) if isinstance(cause, dbapi2.Error) else None
    primary = code & 0xFF if isinstance(code, int) else -1
    system = cause.errno if isinstance(cause, OSError) else None
    if primary in _BUSY:
        return StoreBusy("Another window is writing just now. Please try again.")
    if primary in _FULL or system in _OS_FULL:
        return StoreFull("The disk is full or does not work. This was not kept; what was kept earlier is safe.")
    if primary in _READ_ONLY or system in _OS_READ_ONLY:
        return StoreReadOnly("Nothing can be kept in this folder. You can read the plans.")
    if primary in _DAMAGED:
        return StoreDamaged("The file with the plans is damaged. Please go back to a copy.")
    return StoreError("The plans could not be read or kept.")
