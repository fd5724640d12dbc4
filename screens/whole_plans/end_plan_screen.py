"""`EndPlanScreen`: says since when nothing more is done with the plan, and why; or takes it up again."""

from __future__ import annotations

from typing import Final, Literal

from screens.follow_up.base_entry_screen import BaseEntryScreen
from screens.navigation.navigator import Navigator
from screens.parts.actions import BACK, CHOOSE, HELP, HELP_TOO, SAVE_WORDS, UNDO
from screens.parts.line_layout import LineItem, RowsSheet, Sheet
from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.i18n import Catalogue

TODAY: Final = "today"
ANOTHER: Final = "another"
OWN: Final = "own"
AGAIN: Final = "again"


class EndPlanScreen(BaseEntryScreen):
    """A day, then a reason, one after the other. A plan that has ended can be taken up again here."""

    help_page = "end-plan"
    route = "end-plan"
    ACTIONS = (SAVE_WORDS, CHOOSE, UNDO, HELP, HELP_TOO, BACK)

    def __init__(self, desk: Desk, tr: Catalogue, navigator: Navigator) -> None:
        super().__init__(desk, tr, navigator)
        self.mode: Literal["ended", "day", "typed-day", "reason", "typed-reason"] = "day"
        self._day = ""

    def start(self) -> None:
        self._begin()
        super().start()

    def _begin(self) -> None:
        """What is asked first: of a plan that has ended whether it goes on."""
        self.mode = "ended" if self.desk.ending.since else "day"

    def heading(self) -> str:
        return self.tr("This plan has ended")

    def asks_speaker(self) -> bool:
        """It is nobody's answer."""
        return False

    # what stands on the screen

    def subject(self) -> tuple[LineItem, ...]:
        tr, ending = self.tr, self.desk.ending
        if self.mode == "ended":
            because = (LineItem(f"“{ending.because}”", look="quote"),) if ending.because else ()
            return (LineItem(tr("This plan ended on {day}.", day=ending.since), look="strong"), *because)
        if self.mode in ("reason", "typed-reason"):
            return (LineItem(tr("The plan ends on {day}.", day=ending.in_words(self._day)), look="quiet"),)
        return (
            LineItem(tr("The plan then stands apart, with the plans that have ended."), look="quiet"),
            LineItem(tr("It stays, and it can be taken up again."), look="quiet"),
        )

    def prompt(self) -> str:
        tr = self.tr
        return {
            "day": tr("Since when has this plan ended?"),
            "typed-day": tr("Since which day? For example: 3 May, or last week."),
            "reason": tr("Why is that?"),
            "typed-reason": tr("Why is that? Say it in your own words."),
        }.get(self.mode, "")

    def asks_answer(self) -> bool:
        return True

    def sheet(self) -> Sheet:
        tr = self.tr
        if self.mode == "ended":
            return RowsSheet((LineItem(tr("Take it up again"), AGAIN), LineItem(tr("Another day or reason"), ANOTHER)))
        if self.mode == "reason":
            reasons = (*self._reasons().items(), (OWN, tr("Say it in your own words")))
            return RowsSheet(tuple(LineItem(words, ref) for ref, words in reasons))
        today = self.desk.ending.in_words(self.desk.ending.day(""))
        return RowsSheet((LineItem(tr("Since today"), TODAY, by=today), LineItem(tr("Since another day"), ANOTHER)))

    def _reasons(self) -> dict[str, str]:
        """Reasons that are often given, by an id; what is chosen is kept as these words."""
        tr = self.tr
        return {"moved": tr("Moved"), "died": tr("Died"), "mistake": tr("The plan was made by mistake")}

    # choosing and typing

    def chosen(self, ref: str) -> None:
        if ref == AGAIN:
            self._take_up_again()
        elif self.mode == "ended":
            self.mode = "day"
            self.show_list()
        elif ref == TODAY:
            self._ask_reason(self.desk.ending.day(""))
        elif ref == ANOTHER:
            self.mode = "typed-day"
            self.start_typing("plan-ended", "day")
        elif ref == OWN:
            self.mode = "typed-reason"
            self.start_typing("plan-ended", None)
        else:
            self._end(self._reasons()[ref])

    def save_words(self) -> None:
        typed = self.field.text
        if self.mode == "typed-reason":
            self._end(typed)
            return
        if not typed.strip():
            self.notice.tell(self.tr("Type a day first."))
            return
        days: list[str] = []
        if self.attempt(lambda: days.append(self.desk.ending.day(typed))):
            self.field.put("")
            self.drafts.touch()
            self._ask_reason(days[0])

    def _ask_reason(self, day: str) -> None:
        self._day, self.mode = day, "reason"
        self.stop_typing()
        self.show_list()

    def _end(self, because: str) -> None:
        kept = self.save(lambda: self.desk.ending.end(self._day, because))
        if kept is not None:
            self.mode = "ended"
            self.show_saved(kept, done=self.tr("Saved. It stands with the plans that have ended."))

    def _take_up_again(self) -> None:
        kept = self.save(self.desk.ending.take_up_again)
        if kept is not None:
            self.mode = "day"
            self.show_saved(kept, done=self.tr("Saved. The plan goes on."))

    def undo(self) -> None:
        super().undo()
        self._begin()
        self.show_all()

    def action_back(self) -> None:
        """From a field to what was asked before it; from the first question to the screen before."""
        before: dict[str, Literal["day", "reason"]] = {
            "typed-day": "day", "reason": "day", "typed-reason": "reason",
        }
        if self.mode not in before:
            self.navigator.back()
            return
        self.stop_typing()
        self.mode = before[self.mode]
        self.show_list()
