"""`DueScreen`: everything with a date: evaluations, agreements that end, time to think (L09, V50).

What the client is asked to look at together (M16) comes first."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from screens.bases.base_list_screen import BaseListScreen
from screens.bases.base_plan_screen import LOOK_BACK
from screens.follow_up.looking_together import answer_look_at, look_at_lines
from screens.navigation.navigator import Navigator, Route
from screens.navigation.routes import DISAGREE, REMARKS
from screens.parts.actions import BACK, ENTER, HELP, HELP_TOO, Action
from screens.parts.line_layout import LineItem, RowsSheet, Sheet
from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.conversation.ports.follow_up import ToLookAt
from zlp_tui.conversation.ports.history_queries import DueLine
from zlp_tui.conversation.ports.talk_places import where_due_is_done
from zlp_tui.i18n import Catalogue, message
from zlp_tui.script.roles import Role

NOW: Final = "look-now"
PAGES: Final[Mapping[str, Route[...]]] = {"remark": REMARKS, "disagreement": DISAGREE}
"""What is due and is done on a page of its own."""
LOOK_AT: Final = "look-at"


class DueScreen(BaseListScreen):
    """What is due first, what comes later below it; and one may look back earlier, at any moment (L22)."""

    help_page = "due"
    route = "due"
    ACTIONS = (
        Action("open", message("Do this"), "choose", shown=ENTER, main=True),
        LOOK_BACK, HELP, HELP_TOO, BACK,
    )

    def __init__(self, desk: Desk, tr: Catalogue, navigator: Navigator) -> None:
        super().__init__(desk, tr, navigator)
        self.due: tuple[DueLine, ...] = ()
        self._asked: ToLookAt | None = None
        """What the client is asked to look at together, while that is on screen."""

    def heading(self) -> str:
        return self.tr("What is coming up")

    def asks_answer(self) -> bool:
        return self._asked is not None

    def sheet(self) -> Sheet:
        self.due = self.desk.history.due()
        tr = self.tr
        late = [(number, line) for number, line in enumerate(self.due) if line.late]
        later = [(number, line) for number, line in enumerate(self.due) if not line.late]
        earlier = tr("It may be earlier than the day that was meant.")
        can_look_back = self.desk.topic_for(Role.LOOK_BACK) is not None
        now = (LineItem(tr("Look back now"), NOW, look="strong", note=earlier),) if can_look_back else ()
        if self._asked is not None:
            asked = LineItem(tr("Shall we look at this together?"), look="here")
            return RowsSheet((asked, *self._to_look_at(self._asked, None), LineItem(""), *look_at_lines(self.desk, tr)))
        proposals = self.desk.follow_up.to_look_at()
        return RowsSheet((
            *((LineItem(tr("Shall we look at this together?"), look="here"),) if proposals else ()),
            *(line for proposal in proposals for line in self._to_look_at(proposal, f"{LOOK_AT}/{proposal.ref}")),
            *((LineItem(tr("It is time for this"), look="here"),) if late else ()),
            *(self._line(number, line) for number, line in late),
            *((LineItem(tr("This is coming up"), look="here"),) if later else ()),
            *(self._line(number, line) for number, line in later),
            *(() if self.due else (LineItem(tr("Nothing has a date."), look="quiet"), LineItem(""))),
            *((LineItem(""),) if self.due and now else ()),
            *now,
        ))

    def _to_look_at(self, proposal: ToLookAt, ref: str | None) -> tuple[LineItem, ...]:
        """What did not go three times for one reason, which the client is asked about."""
        return (LineItem(f"“{proposal.quote.text}”", ref, by=proposal.quote.by, note=proposal.because, look="quote"),)

    def _line(self, number: int, line: DueLine) -> LineItem:
        words = f"“{line.quote.text}”" if line.quote is not None and line.quote.own_words else ""
        words = words or (line.quote.text if line.quote is not None else "")
        note = "\n".join(part for part in (words, line.because) if part)
        ref = str(number) if self._way_to(line) is not None else None
        return LineItem(line.title, ref, by=line.when, note=note, look="strong")

    def chosen(self, ref: str) -> None:
        if self._asked is not None:
            self._said(self._asked, ref)
            return
        if ref.startswith(LOOK_AT):
            self._asked = next((p for p in self.desk.follow_up.to_look_at() if ref == f"{LOOK_AT}/{p.ref}"), None)
            self.show_all()
            return
        way = self.way_to_talk(None, Role.LOOK_BACK) if ref == NOW else self._way_to(self.due[int(ref)])
        if way is not None:
            way()

    def _said(self, asked: ToLookAt, ref: str) -> None:
        """What the client says: yes leads to where it is talked about, and both keep it from being asked again."""
        if not self.attempt(lambda: answer_look_at(self.desk, asked.ref, ref)):
            return
        self._asked = None
        self.show_all()
        place = self.desk.place_for("adjust", asked.ref) if ref == "talk" else None
        if place is not None:
            self.navigator.show_talk(place)

    def action_back(self) -> None:
        """From the question back to the list; from there to where we came from."""
        if self._asked is None:
            super().action_back()
            return
        self._asked = None
        self.show_all()

    def _way_to(self, line: DueLine) -> Callable[[], None] | None:
        """The way to where it is done; None when the script has no questions for it."""
        page = PAGES.get(line.what)
        if page is not None:
            return lambda: self.navigator.navigate(page)
        return self.way_to(where_due_is_done(self.desk, line))
