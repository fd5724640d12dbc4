"""`PlanKeys`: who has a key to which plan, given and taken back by whoever unlocked the plans (decision 0043)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from zlp_tui import places
from zlp_tui.conversation.session.locked_plans.plan_copies import PlanCopies
from zlp_tui.conversation.session.plan_lists.plan_list import EVERYBODY
from zlp_tui.errors import KeysDamaged, NoKey, NotFound, Refused, StoreError
from zlp_tui.keys.holder_names import keyholders
from zlp_tui.keys.keyholder import UnlockedKeyholder, read_keyholder
from zlp_tui.keys.known_people import known_people, remember
from zlp_tui.keys.public_key import spoken
from zlp_tui.keys.word_list import word_list
from zlp_tui.store.lists.plan_list_rows import rows_in
from zlp_tui.store.own_files.give_key import give_key, may_open
from zlp_tui.store.own_files.plan_folder import plans_in
from zlp_tui.store.own_files.renew_key import confirm_key, renew_key
from zlp_tui.store.plans_to_read import PlansToRead
from zlp_tui.text import same_name


class KeyOwner(NamedTuple):
    """Somebody who can have a key: on this computer, or known from elsewhere. `public` is theirs."""

    name: str
    public: bytes
    here: bool


class NamedPlan(NamedTuple):
    """A plan, and whose it is."""

    id: str
    name: str


class PlanKeys:
    """The keys of the plans of one home, as one keyholder knows them. `plans` are those that they may open."""

    def __init__(
        self, home: Path, who: UnlockedKeyholder, plans: PlansToRead, *, clock: Callable[[], datetime],
        new_id: Callable[[], str],
    ) -> None:
        self._copies = PlanCopies(home, who.keys, clock=clock, new_id=new_id)
        self._folder = places.plans_folder(home)
        self._holders = places.keyholders_folder(home)
        self._who = who
        self._plans = plans
        self._clock = clock
        self._new_id = new_id

    @property
    def mine(self) -> bytes:
        """The public key of whoever unlocked."""
        return self._who.keys.public

    def owners(self) -> tuple[KeyOwner, ...]:
        """Who can have a key: the keyholders of this computer, then whom one knows elsewhere. One whose file is damaged
        is left out."""
        return owners_known(self._holders, self._who)

    def owner_called(self, name: str) -> KeyOwner | None:
        """Who has this name; those of this computer first."""
        return next((owner for owner in self.owners() if same_name(owner.name, name)), None)

    def named(self, name: str) -> KeyOwner:
        """The same; `NotFound` for nobody."""
        owner = self.owner_called(name)
        if owner is None:
            raise NotFound("Nobody of this name has a key here.")
        return owner

    def know(self, name: str, public: bytes) -> KeyOwner:
        """Know somebody elsewhere by this name. `Refused` for a name of somebody with another key."""
        known = self.owner_called(name)
        if known is not None and known.public != public:
            raise Refused("Somebody here has this name already. Choose a name that tells you apart.")
        if known is None:
            remember(self._holders / self._who.id, self._who.keys, name, public)
        return known or KeyOwner(name, public, here=False)

    def words_of(self, public: bytes) -> tuple[str, ...]:
        """Five words that tell this key from every other, to be read to each other."""
        return spoken(public, word_list(places.data()))

    def my_plans(self) -> tuple[NamedPlan, ...]:
        """The plans that whoever unlocked may open, the last talked about first; those that have ended behind."""
        with self._plans.listing() as session:
            rows = rows_in(session, limit=EVERYBODY, which="all") if session else ()
        return tuple(NamedPlan(row.id, row.name) for row in rows)

    def openers(self, plan: str) -> tuple[bytes, ...]:
        """The public keys that open a plan."""
        return may_open(self._folder, plan)

    def plans_of(self, public: bytes) -> int:
        """How many plans of this computer a key opens, also those that one may not open oneself."""
        count = 0
        for plan in plans_in(self._folder):
            try:
                count += public in self.openers(plan)
            except KeysDamaged:
                continue
        return count

    def give(self, plans: Iterable[NamedPlan], public: bytes) -> tuple[NamedPlan, ...]:
        """Give a key to these plans; those that it did not open before."""
        return tuple(
            plan for plan in plans
            if give_key(self._folder, plan.id, self._who.keys, public, self._new_id, self._clock)
        )

    def take_back(self, plan: str, public: bytes) -> bool:
        """Give a plan a new key that this public key does not open; False where it opened none. What they copied stays
        readable for them. `Refused` for one's own key, `StoreBusy` while another window has the plan."""
        if public == self.mine:
            raise Refused("You cannot take your own key away. Somebody else who has one can.")
        openers = self.openers(plan)
        if public not in openers:
            return False
        self._renew(plan, [opener for opener in openers if opener != public])
        return True

    def rotate(self, plan: str) -> None:
        """Give a plan a new key, for the same people."""
        openers = self.openers(plan)
        if self.mine not in openers:
            raise NoKey("You have no key to this plan. Ask the client, or somebody who has one.")
        self._renew(plan, openers)

    def _renew(self, plan: str, openers: Iterable[bytes]) -> None:
        self._copies.copy_if_changed(plan, "key")
        renew_key(
            self._folder, plan, self._who.keys, tuple(openers), clock=self._clock, new_id=self._new_id
        )

    def confirm(self) -> int:
        """Remove what was kept of plans under their earlier keys, of all that one may open; how many files went."""
        return sum(len(confirm_key(self._folder, plan.id)) for plan in self.my_plans())


def owners_known(holders: Path, who: UnlockedKeyholder) -> tuple[KeyOwner, ...]:
    """Who can have a key, as whoever unlocked knows them: `PlanKeys.owners`."""
    return (*_here(holders, who), *(
        KeyOwner(name, public, here=False) for name, public in known_people(holders / who.id, who.keys).items()
    ))


def _here(holders: Path, who: UnlockedKeyholder) -> Iterator[KeyOwner]:
    for holder in keyholders(holders):
        if holder == who.id:
            yield KeyOwner(who.name, who.keys.public, here=True)
            continue
        try:
            read = read_keyholder(holders, holder)
        except StoreError:
            continue
        yield KeyOwner(read.name, read.public, here=True)
