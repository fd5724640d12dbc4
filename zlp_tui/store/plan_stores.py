"""All plans of this computer, in one file or each in a file of its own: to list them, to open one, to begin one."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime
from itertools import chain, repeat
from pathlib import Path
from typing import Final, Protocol

from sqlcipher3 import dbapi2

from zlp_tui.errors import NoKey, StoreDamaged, StoreError, ZlpError
from zlp_tui.keys.atomic_file import remove_leftovers
from zlp_tui.keys.key_pair import KeyPair
from zlp_tui.keys.slots import random_key
from zlp_tui.plan.transaction import Transaction
from zlp_tui.store.files.driver_transaction import driver_of, transaction
from zlp_tui.store.lists.listed_plans import tell_in_one_file, tell_in_own_files
from zlp_tui.store.lists.plan_index import NEXT_NUMBER, reading_index, reading_plan
from zlp_tui.store.own_files.plan_folder import make_plan, open_plan, plans_in, require_plan, seal_of, unlocked
from zlp_tui.store.store import A_MOMENT, Store

Begin = Callable[[Transaction, Callable[[], str]], str]
"""Writes a new plan with ids from a source, of which the first one is the plan's; the plan's id."""


class PlanStores(Protocol):
    """Where plans are kept. Errors are those of `Store`."""

    @property
    def refusal(self) -> StoreError | None:
        """Why nothing at all can be written; None when it can. Of one plan its store tells."""

    def look_again(self) -> bool:
        """Whether nothing could be written, and now it can be."""

    def listing(self, *, anew: bool = True) -> AbstractContextManager[Transaction]:
        """One look at all plans at the same moment, for lists; not `anew`: as they were listed last, unless one was
        opened since, for who searches in that list letter by letter."""

    def listing_around(self, plan: str) -> AbstractContextManager[Transaction]:
        """One look at all plans as they were listed last, if this one was among them: for what tells it from others,
        which its own words do not change."""

    def store_of(self, plan: str) -> Store:
        """The store of one plan, open until `close`."""

    def reading_of(self, plan: str) -> AbstractContextManager[Transaction]:
        """One look at one plan, of which nothing stays open that was not."""

    def begin(self, write: Begin, new_id: Callable[[], str]) -> str:
        """Begin a plan; its id."""

    def tell_listed(self, plans: Collection[str], at: datetime) -> None:
        """Tell in the logs of these plans, by id, that words of theirs stand in a list: once a day. What cannot be told
        now is told with the next list."""

    def damaged(self) -> tuple[str, ...]:
        """The plans that the last listing left out, because their file cannot be read; by id."""

    def why_unseen(self, plan: str) -> StoreError | None:
        """Why a plan of this id or name may be here that no listing has; None when there is no such plan."""

    def let_go_of(self, plan: str) -> None:
        """Close the file of one plan, if it is open and no other plan stands in it."""

    def close(self) -> None:
        """Let go of all files; may be called again."""


class OneFile:
    """All plans in one file."""

    def __init__(self, store: Store) -> None:
        self.store: Final = store

    @property
    def refusal(self) -> StoreError | None:
        """Why nothing can be written in the file."""
        return self.store.refusal

    def look_again(self) -> bool:
        """As `Store.look_again`."""
        return self.store.look_again()

    def listing(self, *, anew: bool = True) -> AbstractContextManager[Transaction]:
        """The plans of the file."""
        return self.store.reading()

    def listing_around(self, plan: str) -> AbstractContextManager[Transaction]:
        """The plans of the file."""
        return self.store.reading()

    def store_of(self, plan: str) -> Store:
        """The file."""
        return self.store

    def reading_of(self, plan: str) -> AbstractContextManager[Transaction]:
        """The file."""
        return self.store.reading()

    def begin(self, write: Begin, new_id: Callable[[], str]) -> str:
        """Begin a plan in the file."""
        with self.store.writing() as session:
            return write(session, new_id)

    def tell_listed(self, plans: Collection[str], at: datetime) -> None:
        """Tell it in the file."""
        tell_in_one_file(self.store, plans, at)

    def damaged(self) -> tuple[str, ...]:
        """None: who cannot read the file reads no plan."""
        return ()

    def why_unseen(self, plan: str) -> StoreError | None:
        """None: every plan is listed."""
        return None

    def let_go_of(self, plan: str) -> None:
        """Nothing: others stand in the file."""

    def close(self) -> None:
        """Let go of the file."""
        self.store.close()


class OwnFiles:
    """Each plan in a locked file of its own, as one keyholder may open them. `holder` is the keyholder's own folder.
    `read_only`: no plan is written."""

    def __init__(
        self, folder: Path, holder: Path, keys: KeyPair, *, clock: Callable[[], datetime], durable: bool = True,
        patience: float = A_MOMENT, read_only: bool = False,
    ) -> None:
        self._folder = folder
        self._holder = holder
        self._keys: KeyPair | None = keys
        self._clock = clock
        self._durable = durable
        self._patience = patience
        self._read_only = read_only
        self._troubles: Mapping[str, StoreError] = {}
        """Why plans were not in the last listing, by id."""
        self._is_listed = False
        """Whether the plans were listed, and none was opened or begun here since."""
        self._open: dict[str, Store] = {}
        self._closed = False

    @property
    def refusal(self) -> StoreError | None:
        """None: each plan's store tells of its own file."""
        return None

    def look_again(self) -> bool:
        """False: each plan's store looks again."""
        return False

    @contextmanager
    def listing(self, *, anew: bool = True) -> Iterator[Transaction]:
        """The plans that this keyholder has a key to."""
        anew = anew or not self._is_listed
        with reading_index(self._holder, self._folder, self._require_keys(), anew=anew) as plans:
            if anew:
                self._troubles, self._is_listed = plans.troubles, True
            yield plans.session

    @contextmanager
    def listing_around(self, plan: str) -> Iterator[Transaction]:
        """The plans that this keyholder has a key to: no file is looked at, which takes 100 ms with 10,000 plans."""
        with reading_index(self._holder, self._folder, self._require_keys(), anew=False, among=plan) as plans:
            yield plans.session

    def tell_listed(self, plans: Collection[str], at: datetime) -> None:
        """Tell it in the file of each, as this keyholder."""
        tell_in_own_files(self._folder, self._holder, self._require_keys(), plans, at)

    def damaged(self) -> tuple[str, ...]:
        """The plans that the last listing left out, because their file cannot be read; by id."""
        return tuple(plan for plan, error in self._troubles.items() if isinstance(error, StoreDamaged))

    def why_unseen(self, plan: str) -> StoreError | None:
        """Of an id why it cannot be opened. Of a name, which nobody knows who has no key: that a plan here is damaged,
        or that there are plans that this keyholder has no key to."""
        here = plans_in(self._folder)
        if plan in here:
            try:
                self.store_of(plan)
            except StoreError as error:
                return error
            return None
        with self.listing() as session:
            ((seen,),) = session.run("SELECT count(*) FROM plan", ())
        if self.damaged():
            return StoreDamaged(
                "The file of a plan here is damaged. What is wrong says: {command}", command="zlp check"
            )
        return NoKey("No plan that you have a key to has this name.") if seen < len(here) else None

    def store_of(self, plan: str) -> Store:
        """The file of the plan. Errors as of `open_plan`."""
        keys, self._is_listed = self._require_keys(), False
        if plan not in self._open:
            self._open[plan] = open_plan(
                self._folder, plan, keys, clock=self._clock, durable=self._durable, patience=self._patience,
                read_only=self._read_only,
            )
            if not self._read_only:
                remove_leftovers(self._folder / plan)  # it is a plan of ours: it was opened
        return self._open[plan]

    def reading_of(self, plan: str) -> AbstractContextManager[Transaction]:
        """The file of the plan; errors as of `store_of`."""
        if plan in self._open:
            return self._open[plan].reading()
        return reading_plan(self._folder, plan, self._require_keys())

    def begin(self, write: Begin, new_id: Callable[[], str]) -> str:
        """Begin a plan in a file of its own, which this keyholder has the first key to."""
        keys, plan = self._require_keys(), new_id()
        ids = chain((plan,), (new_id() for _ in repeat(None)))
        with self.listing() as session:
            ((number,),) = session.run(NEXT_NUMBER, ())

        key = random_key()
        seal = seal_of(key, keys)

        def fill(made: dbapi2.Connection) -> None:
            with transaction(made, "BEGIN", seal) as session:
                write(session, lambda: next(ids))
                made.execute("UPDATE plan SET number = ?", (number,))

        make_plan(self._folder, plan, [keys.public], new_id, fill, key)
        self._is_listed = False
        return plan

    def let_go_of(self, plan: str) -> None:
        """Close its file."""
        if plan in self._open:
            self._open.pop(plan).close()

    def close(self) -> None:
        """Let go of all files, and of the keys."""
        self._closed = True
        while self._open:
            self._open.popitem()[1].close()

    def rest(self) -> None:
        """Let go of all files and of the keys until `wake`. Meanwhile nothing can be listed, read or written."""
        self._keys = None
        for store in self._open.values():
            store.rest()

    def wake(self, keys: KeyPair) -> Mapping[str, ZlpError]:
        """Have them again, with the keys of the same keyholder. Of plans that cannot be opened any more, by id, why."""
        self._keys = keys
        troubles: dict[str, ZlpError] = {}
        for plan, store in tuple(self._open.items()):
            try:
                store.wake(unlocked(self._folder, plan, keys).key)
                with store.reading() as session:
                    require_plan(driver_of(session), plan, store.path.name)
            except ZlpError as error:
                troubles[plan] = error
                self._open.pop(plan).close()
        return troubles

    def _require_keys(self) -> KeyPair:
        if self._closed or self._keys is None:
            raise StoreError("The plans are closed. Please open them again.")
        return self._keys
