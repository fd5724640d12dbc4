"""The error log: kinds of errors and lines of code, never the text of an error."""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path


def log_error(log_file: Path, error: BaseException) -> None:
    """Append the types of an error and of its causes, each with its lines of code, to the log.

    Messages and values are left out, because they hold what people said. A log that cannot be written is ignored.
    """
    import traceback  # only when something is wrong

    lines = [datetime.now(UTC).isoformat(timespec="seconds")]
    cause: BaseException | None = error
    while cause is not None:
        lines.append(f"  {type(cause).__module__}.{type(cause).__qualname__}{_errno(cause)}")
        lines += [f"    {Path(f.filename).name}:{f.lineno} {f.name}" for f in traceback.extract_tb(cause.__traceback__)]
        cause = cause.__cause__ or cause.__context__
    try:
        handle = open_log(log_file)
    except OSError:
        return
    with suppress(OSError), os.fdopen(handle, "a", encoding="utf-8") as log:
        log.write("\n".join(lines) + "\n")


def open_log(log_file: Path) -> int:
    """Open the log for appending, readable by its owner only; returns the descriptor. `OSError` when it cannot be."""
    log_file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    return os.open(log_file, os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_NOFOLLOW", 0), 0o600)


def _errno(error: BaseException) -> str:
    return f" {error.errno}" if isinstance(error, OSError) and error.errno is not None else ""
