"""`PlanCopiesWizards`: the copies of a plan, and the wizards to make one and to go back. Implements `CopiesOfPlan`."""

from __future__ import annotations

from collections.abc import Callable

from zlp_tui.conversation.ports.plan_copying import CopiesAct, CopyStore, KnownCopy
from zlp_tui.conversation.ports.wizard import WizardDone, WizardOption, WizardQuestion, WizardStep, WizardWork
from zlp_tui.conversation.telling.copies_told import told_differences, told_moment, told_size, told_why
from zlp_tui.errors import NotFound
from zlp_tui.i18n import Catalogue

_YES, _NO, _HERE, _LATER, _ELSEWHERE = "yes", "no", "only-here", "later", "elsewhere"


class PlanCopiesWizards:
    """The copies of one plan that is open, or whose file is damaged. `end_sitting` ends the conversation about it,
    before a copy takes its place.
    """

    def __init__(self, store: CopyStore, tr: Catalogue, end_sitting: Callable[[], None] = lambda: None) -> None:
        self._store = store
        self._end_sitting = end_sitting
        self._tr = tr

    def copies(self) -> tuple[WizardOption, ...]:
        """The copies, the newest first."""
        tr = self._tr
        return tuple(
            WizardOption(copy.name, f"{told_moment(copy, tr)} · {told_size(copy.size, tr)}", told_why(copy, tr))
            for copy in self._store.copies()
        )

    def told(self) -> tuple[str, ...]:
        """Where they are kept, and whether something waits."""
        tr, second = self._tr, self._store.second
        told = [tr("Copies come by themselves. They have the same lock as the plan.")]
        if second is not None:
            is_there = second.is_dir()
            told.append(tr("They are also in: {folder}", folder=second) if is_there
                        else tr("The second folder is not there now: {folder}", folder=second))
        if self._store.waits:
            told.append(tr("No copy is removed until somebody says that all is right."))
        return tuple(told)

    def acts(self) -> tuple[tuple[CopiesAct, str], ...]:
        """What can be done now."""
        tr = self._tr
        return (
            ("copy", tr("Make a copy now")),
            *((("right", tr("All is right since we went back")),) if self._store.waits else ()),
            ("second", tr("Keep copies in a second folder too")),
        )

    def begin(self, chosen: str) -> WizardStep:
        """The wizard for a copy, or to do one of the acts."""
        if chosen == "copy":
            return self._copy()
        if chosen == "right":
            return self._right()
        if chosen == "second":
            return self._second()
        if chosen == _ELSEWHERE:
            return self._where_else()
        if chosen == _LATER:
            return WizardDone(kept=False)
        copy = next((copy for copy in self._store.copies() if copy.name == chosen), None)
        if copy is None:
            raise NotFound("There is no copy of this moment. Which ones there are says: {command}",
                           command="zlp copies PLAN")
        return self._compare(copy)

    def ask(self) -> WizardQuestion:
        """Which copies there are, and what to do."""
        tr = self._tr
        if self._store.is_damaged:
            return self._ask_of_damaged()
        return WizardQuestion(
            tr("Copies"), tr("Go back to a copy, or make one?"), lambda picked, typed: self.begin(picked),
            told=self.told(),
            options=(*(WizardOption(*act) for act in self.acts()), *self.copies()),
        )

    def _ask_of_damaged(self) -> WizardQuestion:
        """Which copy takes the place of a file that cannot be read."""
        tr, copies = self._tr, self.copies()
        return WizardQuestion(
            tr("Copies"),
            tr("To which copy do you want to go back?") if copies else tr("There is no copy of this plan here."),
            lambda picked, typed: self.begin(picked),
            told=(tr("The file of this plan is damaged."), tr("It is kept aside. The plan goes on from a copy."))
            if copies else self._told_without_copy(),
            options=(*copies, WizardOption(_ELSEWHERE, tr("There is a copy in another folder")),
                     WizardOption(_LATER, tr("Not now"))),
        )

    def _told_without_copy(self) -> tuple[str, ...]:
        """What there is left to do: look elsewhere, and whom to ask."""
        tr, second = self._tr, self._store.second
        away = second is not None and not second.is_dir()
        return (
            tr("The file of this plan is damaged."),
            *((tr("The second folder is not there now: {folder}", folder=second),) if away else ()),
            tr("It stays as it is. Maybe somebody has the plan on another computer."),
            tr("Ask that to everybody who has a key, and to whoever looks after this computer."),
        )

    def _where_else(self) -> WizardQuestion:
        """The folder in which copies are that is not known here: on a stick, or of a computer of before."""
        tr = self._tr
        return WizardQuestion(
            tr("Copies"), tr("In which folder is the copy?"), lambda picked, typed: self._look_there(typed),
            told=(tr("For example on a stick. Type where it is."),), field="words",
            back=self.ask,
        )

    def _look_there(self, folder: str) -> WizardQuestion:
        before = self._store.second
        self._store.name_second(folder)
        if not self._store.copies():
            self._store.name_second(str(before or ""))
            raise NotFound("There is no copy of this plan in that folder.")
        return self._ask_of_damaged()

    def _copy(self) -> WizardWork:
        tr = self._tr

        def run(tell: Callable[[str], None]) -> WizardDone:
            everywhere = self._store.copy()
            return WizardDone(tr("There is a copy now.") if everywhere
                           else tr("There is a copy now, but not in the second folder."))

        return WizardWork(tr("A copy is made. One moment please."), run)

    def _right(self) -> WizardDone:
        self._store.confirm()
        return WizardDone(self._tr("Old copies are removed again."))

    def _compare(self, copy: KnownCopy) -> WizardWork:
        """What differs is worked out first: that takes a moment."""
        tr = self._tr

        def run(tell: Callable[[str], None]) -> WizardQuestion:
            return self._sure(copy, told_differences(self._store.differs(copy.name), tr))

        return WizardWork(tr("The copy is looked at. One moment please."), run)

    def _sure(self, copy: KnownCopy, differs: tuple[str, ...]) -> WizardQuestion:
        tr = self._tr
        after = (tr("The damaged file is kept beside it."),) if self._store.is_damaged else (
            tr("What is in the plan now is kept as a copy first."), tr("After that the plan closes."),
        )
        return WizardQuestion(
            tr("Copies"), tr("Go back to the copy of {moment}?", moment=told_moment(copy, tr)),
            lambda picked, typed: self._back(copy) if picked == _YES else WizardDone(kept=False),
            told=(*differs, *after),
            options=(WizardOption(_YES, tr("Yes, go back to this copy")), WizardOption(_NO, tr("No"))), back=self.ask,
        )

    def _back(self, copy: KnownCopy) -> WizardWork:
        tr = self._tr
        self._end_sitting()

        def run(tell: Callable[[str], None]) -> WizardDone:
            self._store.restore(copy.name)
            return WizardDone(tr("The copy is the plan now."), replaced=True)

        return WizardWork(tr("The plan goes back to the copy. One moment please."), run)

    def _second(self) -> WizardQuestion:
        tr = self._tr
        return WizardQuestion(
            tr("Copies"), tr("In which folder are copies kept too?"), self._chosen_folder,
            told=(tr("For example on a stick. Type where it is."),),
            options=(WizardOption(_HERE, tr("On this computer only")),), field="words",
            starter=str(self._store.second or ""), back=self.ask,
        )

    def _chosen_folder(self, picked: str, typed: str) -> WizardDone:
        tr = self._tr
        self._store.name_second("" if picked == _HERE else typed)
        return WizardDone(tr("Copies are kept on this computer only.") if picked == _HERE
                       else tr("Copies are kept there too from now on."))
