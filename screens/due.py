"""What has a date: to look back, what ends, what to think about. Enter goes to where it is done (L09, V50)."""

from __future__ import annotations

from typing import Final

from screens.doors import Doors
from screens.parts.actions import Action
from screens.parts.line_layout import LineItem, RowsSheet, Sheet
from screens.plan_page import PlanPage
from zlp_tui.conversation.desk import Desk
from zlp_tui.conversation.living import DueLine
from zlp_tui.i18n import Catalogue
from zlp_tui.plan.view import Place

NOW: Final = "look-now"
LOOK_BACK: Final = "look-back"


class DueScreen(PlanPage):
    """What is due first, what comes later below it; and one may look back earlier, at any moment (L22)."""

    help_page = "due"
    here = "due"

    def __init__(self, desk: Desk, say: Catalogue, doors: Doors) -> None:
        super().__init__(desk, say, doors)
        self.due: tuple[DueLine, ...] = ()

    def heading(self) -> str:
        return self.say("What is coming up")

    def sheet(self) -> Sheet:
        self.due = self.desk.over_time.due()
        say = self.say
        late = [(number, line) for number, line in enumerate(self.due) if line.late]
        later = [(number, line) for number, line in enumerate(self.due) if not line.late]
        earlier = say("It may be earlier than the day that was meant.")
        now = LineItem(say("Look back now"), NOW, look="strong", note=earlier)
        return RowsSheet((
            *((LineItem(say("It is time for this"), look="here"),) if late else ()),
            *(self._line(number, line) for number, line in late),
            *((LineItem(say("This is coming up"), look="here"),) if later else ()),
            *(self._line(number, line) for number, line in later),
            *(() if self.due else (LineItem(say("Nothing has a date."), look="quiet"), LineItem(""))),
            *((LineItem(""),) if self.due else ()),
            now,
        ))

    def _line(self, number: int, line: DueLine) -> LineItem:
        words = f"“{line.quote.text}”" if line.quote is not None and line.quote.own_words else ""
        words = words or (line.quote.text if line.quote is not None else "")
        note = "\n".join(part for part in (words, line.because) if part)
        return LineItem(line.title, str(number), by=line.when, note=note, look="strong")

    def chosen(self, ref: str) -> None:
        if ref == NOW:
            self.doors.open_topic(LOOK_BACK)
            return
        line = self.due[int(ref)]
        match line.what:
            case "evaluation":
                self.doors.open_topic(LOOK_BACK)
            case "agreement" if line.ref is not None:
                self.doors.open_talk(Place("follow-up", "done", line.ref))
            case "thinking-time" | "revisit":
                self.talk_about(line.ref, "choices")
            case _:
                self.doors.open_topic("personal-details")

    def actions(self) -> tuple[Action, ...]:
        say, doors = self.say, self.doors
        return (
            Action("do", say("Do this"), self.list.action_choose, (), "Enter", main=True),
            Action("now", say("Look back now"), lambda: doors.open_topic(LOOK_BACK), ("h",), "h"),
            self.help_action(),
            self.back_action(),
        )
