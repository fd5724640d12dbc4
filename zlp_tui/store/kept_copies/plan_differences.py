"""What differs between two files of one plan, told by their histories: both went on from the same beginning."""

from __future__ import annotations

from contextlib import closing
from typing import Final, NamedTuple

from zlp_tui.store.files.connection import connect
from zlp_tui.store.files.driver_transaction import translating
from zlp_tui.store.own_files.plan_folder import LockedFile

_HISTORY: Final = "SELECT * FROM change ORDER BY seq"
_DAYS: Final = "SELECT on_date FROM change ORDER BY seq"


class PlanDifferences(NamedTuple):
    """How many Changes only one of the two files has, and the local day of the last of these, ISO; empty for none."""

    only_here: int
    last_here: str
    only_there: int
    last_there: str

    @property
    def none(self) -> bool:
        """Whether both have the same history."""
        return not (self.only_here or self.only_there)


def plan_differences(here: LockedFile, there: LockedFile) -> PlanDifferences:
    """Compare two files of one plan. Errors as of `Store.reading`."""
    (ours, our_days), (theirs, their_days) = _history(here), _history(there)
    same = next((at for at, (our, their) in enumerate(zip(ours, theirs, strict=False)) if our != their),
                min(len(ours), len(theirs)))
    return PlanDifferences(
        len(ours) - same, our_days[-1] if len(ours) > same else "",
        len(theirs) - same, their_days[-1] if len(theirs) > same else "",
    )


def _history(file: LockedFile) -> tuple[list[tuple[object, ...]], list[str]]:
    with translating(), closing(connect(file.path, file.key, mode="ro")) as connection:
        connection.execute("BEGIN")
        return connection.execute(_HISTORY).fetchall(), [day for (day,) in connection.execute(_DAYS)]
