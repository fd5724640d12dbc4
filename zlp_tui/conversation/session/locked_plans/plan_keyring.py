"""`PlanKeyring`: the keys of the plan that is on the table, by whoever unlocked. Implements `Keyring`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from zlp_tui import places
from zlp_tui.conversation.ports.keyholding import KeyholderName, ShownCode
from zlp_tui.conversation.ports.plan_keyholding import KeyName
from zlp_tui.conversation.session.locked_plans.home_lock import HomeLock
from zlp_tui.conversation.session.locked_plans.plan_keys import KeyOwner, NamedPlan, PlanKeys
from zlp_tui.conversation.wizards.keys.plan_keys_wizards import PlanKeysWizards
from zlp_tui.i18n import Catalogue
from zlp_tui.keys.public_key import read_public_line
from zlp_tui.store.own_files.plan_folder import unlocked
from zlp_tui.store.own_files.renew_key import confirm_key, former_files
from zlp_tui.store.plan_claim import PlanClaim
from zlp_tui.store.plan_stores import PlanStores
from zlp_tui.store.store import Store


class PlanKeyring:
    """`keys` are those of all plans of this home; `store` and `claim` those of this plan, which is open meanwhile."""

    def __init__(
        self, keys: PlanKeys, lock: HomeLock, home: Path, plan: str, *, store: Store, claim: PlanClaim
    ) -> None:
        self._keys = keys
        self._lock = lock
        self._folder = places.plans_folder(home)
        self._plan = plan
        self._store = store
        self._claim = claim

    def openers(self) -> tuple[KeyName, ...]:
        """Who may open the plan, oneself first."""
        owners = {owner.public: owner for owner in reversed(self._keys.owners())}
        named = [
            self._named(owners.get(public) or KeyOwner("", public, here=False))
            for public in self._keys.openers(self._plan)
        ]
        return tuple(sorted(named, key=lambda opener: not opener.mine))

    def others(self) -> tuple[KeyName, ...]:
        """Whom one knows who may not."""
        openers = self._keys.openers(self._plan)
        return tuple(self._named(owner) for owner in self._keys.owners() if owner.public not in openers)

    def _named(self, owner: KeyOwner) -> KeyName:
        return KeyName(owner.public.hex(), owner.name, owner.here, owner.public == self._keys.mine)

    def names(self) -> tuple[str, ...]:
        """The names that are taken."""
        return tuple(owner.name for owner in self._keys.owners())

    @property
    def has_former(self) -> bool:
        """Whether the file of the plan under an earlier key is still here."""
        return bool(former_files(self._folder, self._plan))

    def words_of(self, key: str) -> Sequence[str]:
        """Five words that tell this key from every other."""
        return self._keys.words_of(bytes.fromhex(key))

    def read_line(self, typed: str) -> str:
        """The key in such a line."""
        return read_public_line(typed).hex()

    def know(self, name: str, key: str) -> None:
        """Know somebody elsewhere by this name."""
        self._keys.know(name, bytes.fromhex(key))

    def new_keyholder(self, name: str, passphrase: str) -> tuple[str, ShownCode]:
        """Make a keyholder on this computer."""
        made, code = self._lock.new_keyholder(name, passphrase)
        return made.keys.public.hex(), code

    def give(self, key: str) -> None:
        """Give somebody a key to the plan, which may be open meanwhile."""
        self._keys.give([NamedPlan(self._plan, "")], bytes.fromhex(key))

    def take_back(self, key: str) -> None:
        """Give the plan another key. This window lets go of it meanwhile, and has it again after that."""
        self._claim.release()
        try:
            with self._store.let_go_for(self._key_of_now):
                self._keys.take_back(self._plan, bytes.fromhex(key))
        finally:
            self._claim.take()

    def _key_of_now(self) -> bytes:
        return unlocked(self._folder, self._plan, self._lock.who.keys).key

    def remove_former(self) -> None:
        """Remove the file of the plan under an earlier key."""
        confirm_key(self._folder, self._plan)


def plan_keys_wizards(
    lock: HomeLock, home: Path, stores: PlanStores, plan: str, *, claim: PlanClaim, clock: Callable[[], datetime],
    new_id: Callable[[], str], tr: Catalogue,
) -> PlanKeysWizards:
    """The conversations about the keys of a plan that is open."""
    who = lock.who
    keys = PlanKeys(home, who, stores, clock=clock, new_id=new_id)
    ring = PlanKeyring(keys, lock, home, plan, store=stores.store_of(plan), claim=claim)
    return PlanKeysWizards(ring, lock, KeyholderName(who.id, who.name), tr)
