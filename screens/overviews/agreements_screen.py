"""`AgreementsScreen`: goals and agreements as cards (V127-V131)."""

from __future__ import annotations

from screens.bases.base_list_screen import BaseListScreen, name_of
from screens.bases.base_plan_screen import WEEK_AHEAD
from screens.navigation.navigator import Navigator
from screens.navigation.routes import NOTE, TRACE
from screens.parts.actions import BACK, ENTER, HELP, HELP_TOO, REDO, UNDO, Action
from screens.parts.line_layout import LineItem, RowsSheet, Sheet, signed
from screens.sheets.cards_sheet import CardsSheet
from screens.sheets.stacked_sheet import StackedSheet
from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.conversation.ports.plan_pages import Card
from zlp_tui.i18n import Catalogue, message
from zlp_tui.script.roles import Role


class AgreementsScreen(BaseListScreen):
    """All goals and agreements in force. A card opens and closes; a quote leads to where it comes from.

    `ref` is the agreement whose card is open at first, by id; the first one without it.
    """

    help_page = "agreements"
    route = "agreements"
    ACTIONS = (
        Action(
            "open", message("Look at this"), "choose", shown=ENTER, main=True,
            help_msgid=message("Open or close a card"),
        ),
        Action("note", message("Note it"), "note", "g"),
        Action("talk", message("Talk about this"), "talk", "h"),
        Action("new-agreement", message("Agree on something"), f"begin('{Role.AGREEMENTS}')", "n"),
        Action("new-goal", message("A goal"), f"begin('{Role.GOALS}')", "d"),
        Action("trace", message("Where does this come from?"), "trace", "v"),
        WEEK_AHEAD,
        Action("history", message("What stood here before?"), "history", "b", spare=True),
        Action("disagree", message("Not agreed"), "disagree", "e", spare=True),
        UNDO, REDO, HELP, HELP_TOO, BACK,
    )
    wide = True

    def __init__(self, desk: Desk, tr: Catalogue, navigator: Navigator, ref: str | None = None) -> None:
        super().__init__(desk, tr, navigator)
        self.cards: tuple[Card, ...] = ()
        self.opened: str | None = ref
        self._seen = ref is not None

    def start(self) -> None:
        super().start()
        if self.opened is not None:
            self.show_all(self.opened)

    def heading(self) -> str:
        return self.tr("Goals and agreements")

    def sheet(self) -> Sheet:
        self.cards = self.desk.cards()
        if self.cards and not self._seen:
            self._seen, self.opened = True, self.cards[0].ref
        sheets = tuple(sheet for sheet in (self._goals(), self._agreements()) if sheet is not None)
        return StackedSheet(sheets, gap=2) if sheets else self._first_words()

    def numbered(self) -> tuple[str, ...]:
        return tuple(goal.id for goal in self.desk.view.open_goals())

    def _goals(self) -> Sheet | None:
        view = self.desk.view
        goals = view.open_goals()
        if not goals:
            return None
        signs = self.desk.history.notes_beside()
        lines = tuple(
            signed(LineItem(
                f"“{goal.text}”", goal.id, name_of(self.desk, goal.voice.id), sign=f"{number}.", look="quote"
            ), signs)
            for number, goal in enumerate(goals, start=1)
        )
        active = len(view.active_goals())
        worked_on = (LineItem(self.tr("What I want to reach"), look="here"), *lines[:active]) if active else ()
        waiting = (LineItem(self.tr("This can wait"), look="here"), *lines[active:]) if lines[active:] else ()
        return RowsSheet((*worked_on, *waiting))

    def _agreements(self) -> Sheet | None:
        if not self.cards:
            return None
        signs = self.desk.history.notes_beside()
        return CardsSheet(self.cards, self.opened, self.tr("Which goal?"), self.tr("Other agreements"), signs)

    def _first_words(self) -> Sheet:
        return RowsSheet((
            LineItem(self.tr("What do we agree on?"), look="here"),
            LineItem(self.tr("Your goals and agreements will stand here."), look="quiet"),
        ))

    def chosen(self, ref: str) -> None:
        if any(card.ref == ref for card in self.cards):
            self.opened = None if self.opened == ref else ref
            self.list.show(self.sheet(), select=ref)
        else:
            self.navigator.navigate(TRACE, ref)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "talk":
            return any(self.desk.topic_for(role) for role in (Role.AGREEMENTS, Role.GOALS, Role.FOLLOW_UP))
        return super().check_action(action, parameters)

    def action_note(self) -> None:
        """How it went with the goal or agreement that is marked, or whose card holds what is marked."""
        self.navigator.navigate(NOTE, self._thing())

    def _thing(self) -> str | None:
        ref = self.list.marked
        if ref is None or any(ref == goal.id for goal in self.desk.view.open_goals()):
            return ref
        return ref if any(card.ref == ref for card in self.cards) else self.opened

    def action_talk(self) -> None:
        self.talk_about(self.list.marked, Role.AGREEMENTS)
