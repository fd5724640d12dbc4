"""The copies of one plan, by whoever unlocked: of the plan that is on the table, and of one whose file is damaged. Both
implement `CopyStore`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from zlp_tui.conversation.ports.plan_copying import CopyDifference, KnownCopy
from zlp_tui.conversation.session.locked_plans.plan_copies import PlanCopies
from zlp_tui.errors import Refused, StoreDamaged
from zlp_tui.store.own_files.plan_folder import LockedFile
from zlp_tui.store.plan_claim import PlanClaim
from zlp_tui.store.store import Store


class BaseCopyStore:
    """What is told and said of the copies of a plan, whether it is open or not."""

    def __init__(self, copies: PlanCopies, plan: str) -> None:
        self._copies = copies
        self._plan = plan

    def copies(self) -> tuple[KnownCopy, ...]:
        """All copies, the newest first."""
        return tuple(KnownCopy(copy.name, copy.made_at, copy.size, copy.why)
                     for copy in self._copies.copies(self._plan))

    @property
    def waits(self) -> bool:
        """Whether somebody has yet to say that what was gone back to is right."""
        return self._copies.waits(self._plan)

    def confirm(self) -> None:
        """It is right."""
        self._copies.confirm(self._plan)

    @property
    def second(self) -> Path | None:
        """The second folder."""
        return self._copies.second

    def name_second(self, folder: str) -> None:
        """Keep copies there too."""
        self._copies.name_second(Path(folder) if folder else None)


class PlanCopyStore(BaseCopyStore):
    """`store` and `claim` are those of the plan, which is open meanwhile; `key_of_now` finds the key of its file anew,
    `copied` waits until no copy of it is being made, and `words` tells what differs in the file of a copy.
    """

    def __init__(
        self, copies: PlanCopies, plan: str, *, store: Store, claim: PlanClaim, key_of_now: Callable[[], bytes],
        copied: Callable[[], None], words: Callable[[LockedFile], tuple[str, ...]],
    ) -> None:
        super().__init__(copies, plan)
        self._store = store
        self._claim = claim
        self._key_of_now = key_of_now
        self._copied = copied
        self._words = words

    @property
    def is_damaged(self) -> bool:
        """It is not: it is open."""
        return False

    def copy(self) -> bool:
        """Copy the plan as it is now."""
        return self._copies.copy(self._plan, store=self._store).missed is None

    def differs(self, name: str) -> CopyDifference | None:
        """What differs between the plan and a copy. Its file is read as from outside, so this window lets go of it."""
        self._copied()
        with self._store.let_go_for(self._key_of_now):
            found = self._copies.compared(self._plan, self._copies.named(self._plan, name))
        if found.differs is None:
            return None
        return CopyDifference(*found.differs, () if found.differs.none else self._words(found.there))

    def restore(self, name: str) -> None:
        """Put a copy in the place of the plan. `Refused` where another window has the plan."""
        if self._claim.read_only:
            raise Refused("This plan is open in another window. Close it there first, then try again.")
        self._copied()
        copy = self._copies.named(self._plan, name)
        self._claim.release()
        try:
            with self._store.let_go_for(self._key_of_now):
                self._copies.restore(self._plan, copy)
        finally:
            self._claim.take()


class DamagedPlanCopyStore(BaseCopyStore):
    """`let_go` lets this window go of what it still has of the plan."""

    def __init__(self, copies: PlanCopies, plan: str, let_go: Callable[[], None]) -> None:
        super().__init__(copies, plan)
        self._let_go = let_go

    @property
    def is_damaged(self) -> bool:
        """It is."""
        return True

    def copy(self) -> bool:
        """`StoreDamaged`: there is nothing whole to copy."""
        raise StoreDamaged("The file with the plans is damaged. Please go back to a copy.")

    def differs(self, name: str) -> CopyDifference | None:
        """None: nobody can read the plan. `StoreDamaged` for a copy that is damaged too."""
        self._copies.compared(self._plan, self._copies.named(self._plan, name))
        return None

    def restore(self, name: str) -> None:
        """Put a copy in the place of the plan. Its damaged file stays beside it."""
        self._let_go()
        self._copies.restore(self._plan, self._copies.named(self._plan, name))
