"""A monkey at the screens of plans that have a lock: it unlocks them, locks the screen with F12, and comes back."""

from __future__ import annotations

from datetime import date
from typing import Final

from screens.app import ZlpApp
from screens.textual_overrides.terminal_input import TerminalInput
from tests.tools.locked import WORDS, front_of, home_lock, locked_home
from tests.tools.prepared import dutch
from tools.monkey.homes import lay_out
from tools.monkey.openers import all_done
from tools.monkey.random_input import QUIT
from tools.monkey.screens import LOOK_EACH, USUAL, ScreenMonkey
from tools.monkey.watcher import Broken
from zlp_tui import places
from zlp_tui.conversation.ports.keyholding import Locked
from zlp_tui.conversation.session.front_door import Front
from zlp_tui.conversation.session.locked_plans.home_lock import HomeLock
from zlp_tui.conversation.session.plan_lists.plan_list import plan_lines
from zlp_tui.conversation.wizards.keys.home_lock_wizards import HomeLockWizards
from zlp_tui.keys.key_pair import KeyPair
from zlp_tui.store.own_files.check_own_files import check_plan
from zlp_tui.store.own_files.plan_folder import plans_in

F12: Final = b"\x1b[24~"
EMPTIES: Final = b"\x1b[F\x15"
"""The keys by which what was typed in a field is gone."""
LOCKS: Final = 0.1
"""How many of the batches end with a locked screen."""
UNLOCKS: Final = 0.5
"""How often the words are typed where it is locked; else random keys are, and count as wrong words."""


class LockedMonkey(ScreenMonkey):
    """`unlocked` is how often the lock was opened. It goes to no screen by name: what is shown lies behind a lock."""

    unlocked = 0

    async def play(self, acts: int) -> None:
        """Do so many acts, in as many windows as that takes. `Broken` tells the seed and what was done last."""
        lay_out(self._home)
        keys = locked_home(self._home).who.keys
        while self.acts < acts:
            fronts: list[Front] = []
            try:
                await self._locked_window(acts, fronts, keys)
            except Exception as error:
                raise Broken(f"seed {self.seed}, after {self.acts} acts, the last of them:\n{self._told()}") from error
            finally:
                for front in fronts:
                    front.close()

    async def _locked_window(self, acts: int, fronts: list[Front], keys: KeyPair) -> None:
        lock = home_lock(self._home)
        app = self._app_at_the_lock(lock, fronts)
        self.windows += 1
        async with app.run_test(size=USUAL) as pilot:
            await all_done(pilot)
            batches = 0
            while self.acts < acts and app.is_running and app.return_code is None:
                batches += 1
                await self._batch(app, pilot)
                if isinstance(lock.state(), Locked):
                    self._resize(app, USUAL)
                    self._feed(app, TerminalInput(app.log_error), EMPTIES)
                    await all_done(pilot)
                    self._type_words(app)
                elif self._random.random() < LOCKS:
                    self._feed(app, TerminalInput(app.log_error), F12)
                was_locked = isinstance(lock.state(), Locked)
                await all_done(pilot)
                self.unlocked += was_locked and not isinstance(lock.state(), Locked)
                self._look_at_plans(keys, whole=batches % LOOK_EACH == 0)
                self._told_acts(self.acts)
        if app.crashed or app.return_code not in (None, 0):
            raise Broken(f"the app ended with {app.return_code}")
        self._look_at_plans(keys, whole=True)

    def _app_at_the_lock(self, lock: HomeLock, fronts: list[Front]) -> ZlpApp:
        def front() -> Front:
            fronts.append(front_of(self._home, lock))
            return fronts[-1]

        return ZlpApp(
            lines=lambda: plan_lines(lock.to_read()), front=front, tr=dutch(),
            help_folder=places.content() / "nl" / "help", today=lambda: date(2026, 3, 3), practise=self._practice(),
            log_file=places.log_file(self._home), clock=self._key_clock, lock=HomeLockWizards(lock, dutch()),
            slept=lambda: 0.0,
        )

    def _type_words(self, app: ZlpApp) -> None:
        """The words of the keyholder, or nothing; without the delay that follows on many wrong ones."""
        for tries in places.keyholders_folder(self._home).glob("*/tries.json"):
            tries.unlink(missing_ok=True)
        if self._random.random() < UNLOCKS:
            self._feed(app, TerminalInput(app.log_error), WORDS.encode() + b"\r")
        elif self._random.random() < LOCKS:
            self._feed(app, TerminalInput(app.log_error), QUIT)

    def _look_at_plans(self, keys: KeyPair, *, whole: bool) -> None:
        log = places.log_file(self._home)
        if log.exists():
            raise Broken(f"an error was logged:\n{log.read_text(encoding='utf-8')}")
        folder = places.plans_folder(self._home)
        for plan in plans_in(folder) if whole else ():
            checked = check_plan(folder, plan, keys)
            if checked is None or any(not finding.sound for finding in checked.findings):
                raise Broken(f"a plan is not sound: {checked}")
