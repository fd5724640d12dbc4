"""How often in a row a passphrase was wrong, and the delay that follows: on disk, so that a restart does not end it.

It keeps those away who try words at this computer. Who has the files tries them elsewhere; the cost of a derivation is
what keeps those away. Nothing is ever wiped.
"""

from __future__ import annotations

import math
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from zlp_tui.errors import KeysDamaged, StoreNewer, WrongPassphrase
from zlp_tui.keys.checked_json import read_checked, write_checked

FREE: Final = 5
"""So many wrong tries in a row have no delay after them."""
FIRST: Final = timedelta(seconds=30)
LONGEST: Final = timedelta(minutes=15)

_FORM: Final = "zlp-tries"
_MOST: Final = 1_000_000


def delay_after(wrong: int) -> timedelta:
    """How long to wait after so many wrong tries in a row."""
    if wrong < FREE:
        return timedelta()
    return min(FIRST * (1 << min(wrong - FREE, 10)), LONGEST)


class WrongTries:
    """The tries of one keyholder. `now` is in universal time, from a clock that is given."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "tries.json"

    def require_turn(self, now: datetime) -> None:
        """`WrongPassphrase` when it is too soon to try again; `values` has the seconds that are left."""
        wrong, last = self._kept(now)
        left = delay_after(wrong) - (now - last)
        if left > timedelta():
            raise WrongPassphrase(
                "That was wrong {wrong} times. Please try again in {seconds} seconds.", wrong=wrong,
                seconds=math.ceil(left.total_seconds()),
            )

    def count(self, now: datetime) -> None:
        """Count a try before it is tried, so that stopping the program gives none for nothing."""
        wrong, _ = self._kept(now)
        self._keep(min(wrong + 1, _MOST), now)

    def forget(self) -> None:
        """The passphrase was right."""
        with suppress(OSError):
            self._path.unlink(missing_ok=True)

    def _kept(self, now: datetime) -> tuple[int, datetime]:
        """How many, and when the last one was. What cannot be read counts as the first delay, from now."""
        try:
            fields = read_checked(self._path, _FORM)
            if fields is None:
                return 0, now
            last = datetime.fromisoformat(fields.text("last"))
            if last.tzinfo is None:
                raise ValueError
            wrong = fields.number("wrong", 0, _MOST)
        except (KeysDamaged, StoreNewer, ValueError):
            self._keep(FREE, now)
            return FREE, now
        if last > now:  # the clock was set back: the delay begins once more
            self._keep(wrong, now)
            return wrong, now
        return wrong, last

    def _keep(self, wrong: int, now: datetime) -> None:
        with suppress(OSError):  # a folder that cannot be written: reading the plans goes on
            write_checked(self._path, _FORM, {"wrong": wrong, "last": now.isoformat()})
