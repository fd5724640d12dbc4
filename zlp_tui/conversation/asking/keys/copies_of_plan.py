"""`PlanCopiesTalks`: the copies of a plan, and the talks to make one and to go back. Implements `CopiesOfPlan`."""

from __future__ import annotations

from collections.abc import Callable

from zlp_tui.conversation.ports.key_dialogue import KeyDone, KeyOption, KeyQuestion, KeyStep, KeyWork
from zlp_tui.conversation.ports.plan_copying import CopiesAct, CopyShelf, KnownCopy
from zlp_tui.conversation.telling.copies_told import told_differences, told_moment, told_size, told_why
from zlp_tui.errors import NotFound
from zlp_tui.i18n import Catalogue

_YES, _NO, _HERE, _LATER, _ELSEWHERE = "yes", "no", "only-here", "later", "elsewhere"


class PlanCopiesTalks:
    """The copies of one plan that is open, or whose file is damaged. `end_sitting` ends the conversation about it,
    before a copy takes its place.
    """

    def __init__(self, shelf: CopyShelf, tr: Catalogue, end_sitting: Callable[[], None] = lambda: None) -> None:
        self._shelf = shelf
        self._end_sitting = end_sitting
        self._tr = tr

    def copies(self) -> tuple[KeyOption, ...]:
        """The copies, the newest first."""
        tr = self._tr
        return tuple(
            KeyOption(copy.name, f"{told_moment(copy, tr)} · {told_size(copy.size, tr)}", told_why(copy, tr))
            for copy in self._shelf.copies()
        )

    def told(self) -> tuple[str, ...]:
        """Where they are kept, and whether something waits."""
        tr, second = self._tr, self._shelf.second
        told = [tr("Copies come by themselves. They have the same lock as the plan.")]
        if second is not None:
            is_there = second.is_dir()
            told.append(tr("They are also in: {folder}", folder=second) if is_there
                        else tr("The second folder is not there now: {folder}", folder=second))
        if self._shelf.waits:
            told.append(tr("No copy is removed until somebody says that all is right."))
        return tuple(told)

    def acts(self) -> tuple[tuple[CopiesAct, str], ...]:
        """What can be done now."""
        tr = self._tr
        return (
            ("copy", tr("Make a copy now")),
            *((("right", tr("All is right since we went back")),) if self._shelf.waits else ()),
            ("second", tr("Keep copies in a second folder too")),
        )

    def begin(self, chosen: str) -> KeyStep:
        """The conversation about a copy, or to do one of the acts."""
        if chosen == "copy":
            return self._copy()
        if chosen == "right":
            return self._right()
        if chosen == "second":
            return self._second()
        if chosen == _ELSEWHERE:
            return self._where_else()
        if chosen == _LATER:
            return KeyDone(kept=False)
        copy = next((copy for copy in self._shelf.copies() if copy.name == chosen), None)
        if copy is None:
            raise NotFound("There is no copy of this moment. Which ones there are says: {command}",
                           command="zlp copies PLAN")
        return self._compare(copy)

    def ask(self) -> KeyQuestion:
        """Which copies there are, and what to do."""
        tr = self._tr
        if self._shelf.is_damaged:
            return self._ask_of_damaged()
        return KeyQuestion(
            tr("Copies"), tr("Go back to a copy, or make one?"), lambda picked, typed: self.begin(picked),
            told=self.told(),
            options=(*(KeyOption(*act) for act in self.acts()), *self.copies()),
        )

    def _ask_of_damaged(self) -> KeyQuestion:
        """Which copy takes the place of a file that cannot be read."""
        tr, copies = self._tr, self.copies()
        return KeyQuestion(
            tr("Copies"),
            tr("To which copy do you want to go back?") if copies else tr("There is no copy of this plan here."),
            lambda picked, typed: self.begin(picked),
            told=(tr("The file of this plan is damaged."), tr("It is kept aside. The plan goes on from a copy."))
            if copies else self._told_without_copy(),
            options=(*copies, KeyOption(_ELSEWHERE, tr("There is a copy in another folder")),
                     KeyOption(_LATER, tr("Not now"))),
        )

    def _told_without_copy(self) -> tuple[str, ...]:
        """What there is left to do: look elsewhere, and whom to ask."""
        tr, second = self._tr, self._shelf.second
        away = second is not None and not second.is_dir()
        return (
            tr("The file of this plan is damaged."),
            *((tr("The second folder is not there now: {folder}", folder=second),) if away else ()),
            tr("It stays as it is. Maybe somebody has the plan on another computer."),
            tr("Ask that to everybody who has a key, and to whoever looks after this computer."),
        )

    def _where_else(self) -> KeyQuestion:
        """The folder in which copies are that is not known here: on a stick, or of a computer of before."""
        tr = self._tr
        return KeyQuestion(
            tr("Copies"), tr("In which folder is the copy?"), lambda picked, typed: self._look_there(typed),
            told=(tr("For example on a stick. Type where it is."),), field="words",
            back=self.ask,
        )

    def _look_there(self, folder: str) -> KeyQuestion:
        before = self._shelf.second
        self._shelf.name_second(folder)
        if not self._shelf.copies():
            self._shelf.name_second(str(before or ""))
            raise NotFound("There is no copy of this plan in that folder.")
        return self._ask_of_damaged()

    def _copy(self) -> KeyWork:
        tr = self._tr

        def run(tell: Callable[[str], None]) -> KeyDone:
            everywhere = self._shelf.copy()
            return KeyDone(tr("There is a copy now.") if everywhere
                           else tr("There is a copy now, but not in the second folder."))

        return KeyWork(tr("A copy is made. One moment please."), run)

    def _right(self) -> KeyDone:
        self._shelf.confirm()
        return KeyDone(self._tr("Old copies are removed again."))

    def _compare(self, copy: KnownCopy) -> KeyWork:
        """What differs is worked out first: that takes a moment."""
        tr = self._tr

        def run(tell: Callable[[str], None]) -> KeyQuestion:
            return self._sure(copy, told_differences(self._shelf.differs(copy.name), tr))

        return KeyWork(tr("The copy is looked at. One moment please."), run)

    def _sure(self, copy: KnownCopy, differs: tuple[str, ...]) -> KeyQuestion:
        tr = self._tr
        after = (tr("The damaged file is kept beside it."),) if self._shelf.is_damaged else (
            tr("What is in the plan now is kept as a copy first."), tr("After that the plan closes."),
        )
        return KeyQuestion(
            tr("Copies"), tr("Go back to the copy of {moment}?", moment=told_moment(copy, tr)),
            lambda picked, typed: self._back(copy) if picked == _YES else KeyDone(kept=False), told=(*differs, *after),
            options=(KeyOption(_YES, tr("Yes, go back to this copy")), KeyOption(_NO, tr("No"))), back=self.ask,
        )

    def _back(self, copy: KnownCopy) -> KeyWork:
        tr = self._tr
        self._end_sitting()

        def run(tell: Callable[[str], None]) -> KeyDone:
            self._shelf.restore(copy.name)
            return KeyDone(tr("The copy is the plan now."), replaced=True)

        return KeyWork(tr("The plan goes back to the copy. One moment please."), run)

    def _second(self) -> KeyQuestion:
        tr = self._tr
        return KeyQuestion(
            tr("Copies"), tr("In which folder are copies kept too?"), self._chosen_folder,
            told=(tr("For example on a stick. Type where it is."),),
            options=(KeyOption(_HERE, tr("On this computer only")),), field="words",
            starter=str(self._shelf.second or ""), back=self.ask,
        )

    def _chosen_folder(self, picked: str, typed: str) -> KeyDone:
        tr = self._tr
        self._shelf.name_second("" if picked == _HERE else typed)
        return KeyDone(tr("Copies are kept on this computer only.") if picked == _HERE
                       else tr("Copies are kept there too from now on."))
