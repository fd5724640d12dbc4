"""`DetailsScreen`: the administrative fields of the plan under each other, for the carer to fill in (issue 9, 1)."""

from __future__ import annotations

from typing import Final

from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll

from screens.bases.base_plan_screen import BasePlanScreen
from screens.navigation.navigator import Navigator
from screens.parts.actions import BACK, CHOOSE, HELP, Action
from screens.parts.draft_throttle import DraftThrottle
from screens.steps.detail_entry import DetailEntry, RowCallbacks
from screens.steps.enter_label import choose_label
from screens.steps.participants import at_table
from screens.steps.pick_list import PickList
from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.conversation.ports.turn import Kept, Picked, Reply, Spoken
from zlp_tui.errors import ZlpError
from zlp_tui.i18n import Catalogue, message
from zlp_tui.plan.view import Place
from zlp_tui.saved_text import saved_text

WIDE: Final = 76


class DetailsScreen(BasePlanScreen):
    """All fields of the forms, as far as they are filled in. Each is kept when it is left.

    What does not fit a field is told beside it, and the words stay there until they are mended or wiped.
    """

    help_page = "details"
    route = "details"
    ACTIONS = (
        CHOOSE,
        Action("next-question", message("Next"), "next_field", "pagedown", main=True),
        Action("previous-question", message("Back"), "previous_field", "pageup"),
        Action("show-number", message("Show the whole number"), "show_number", "f4"),
        HELP, BACK,
    )
    DEFAULT_CSS = """
    DetailsScreen {
        align-horizontal: center;
        & VerticalScroll { width: 1fr; max-width: 80; height: 1fr; padding: 0 2; scrollbar-size-vertical: 1; }
        & MessageLine { padding: 0 2; }
    }
    """

    def __init__(self, desk: Desk, tr: Catalogue, navigator: Navigator) -> None:
        super().__init__(desk, tr, navigator)
        self.rows: tuple[DetailEntry, ...] = ()
        self._list = VerticalScroll(can_focus=False)
        self._leaves_unkept = False
        self._touched: dict[Place, DetailEntry] = {}
        """Where was typed since the drafts were written."""
        self._drafts = DraftThrottle(
            lambda wait, call: self.set_timer(wait, call), self._save_drafts, self.draft_written
        )

    def body(self) -> ComposeResult:
        yield self._list
        yield self.notice

    def on_mount(self) -> None:
        self.top.show(self.tr("Details"), *at_table(self.desk, self.tr))
        self.keys.show(self.actions())
        self._build(0)
        self.tell_read_only()

    def _build(self, at: int) -> None:
        """Show the fields that make sense now, with the focus on one of them."""
        calls = RowCallbacks(
            self._said, self._picked, self._typed, self._left, self.desk.draft_in, self.navigator.now
        )
        self.rows = tuple(DetailEntry(turn, self.early, calls, self.tr) for turn in self.desk.details)

        async def show() -> None:
            await self._list.remove_children()
            await self._list.mount(*self.rows)
            self.keys.show(self.actions())
            self._fit()
            if self.rows:
                self.rows[min(at, len(self.rows) - 1)].focus_input()

        self.call_next(show)

    def on_resize(self, event: events.Resize) -> None:
        super().on_resize(event)
        self._fit()

    def _fit(self) -> None:
        for row in self.rows:
            row.fit(min(WIDE, self.app.size.width) - 6)

    # keeping

    def _said(self, row: DetailEntry) -> None:
        """Enter: keep it and go on; where it does not fit one stays."""
        if self._keep_words(row) and row in self.rows:
            self._go(self.rows.index(row) + 1)

    def _typed(self, row: DetailEntry) -> None:
        self._touched[row.place] = row
        self._drafts.touch()

    def _save_drafts(self) -> bool:
        """Write what is typed and not kept as drafts of who speaks; an emptied field has none."""
        def save() -> None:
            for row in self._touched.values():
                self.desk.keep_draft_in(row.turn, row.new_words)
            self._touched.clear()

        return self.attempt(save)

    def _left(self, row: DetailEntry) -> None:
        if row in self.rows:
            self._keep_words(row)

    def _keep_words(self, row: DetailEntry) -> bool:
        typed = row.new_words
        return not typed or self._keep(row, Spoken(typed))

    def _picked(self, row: DetailEntry, ids: tuple[str, ...]) -> None:
        if self._keep(row, Picked(ids)) and row in self.rows:
            self._go(self.rows.index(row) + 1)

    def _keep(self, row: DetailEntry, reply: Reply) -> bool:
        """Keep an answer, with what was understood of it beside the field; False where it was refused."""
        try:
            kept = self.desk.fill_in(row.place, reply)
        except ZlpError as error:
            row.refuse(self.tr(error.message, **error.values))
            return False
        self._leaves_unkept = False
        self._touched.pop(row.place, None)
        row.tell(self._told(kept))
        self._show_again(row)
        return True

    def _told(self, kept: Kept) -> str:
        if kept.unanswered:
            return kept.told
        return saved_text(kept, self.tr) if kept.written else ""

    def _show_again(self, row: DetailEntry) -> None:
        """What stands there now; where other fields make sense now, all of them anew."""
        now = self.desk.details
        if [turn.place for turn in now] != [known.place for known in self.rows]:
            places = [turn.place for turn in now]
            self._build(places.index(row.place) + 1 if row.place in places else 0)
            return
        row.put(next(turn for turn in now if turn.place == row.place))

    def page_to_copy(self) -> str:
        return "\n\n".join(row.words for row in self.rows)

    # what Enter does

    def _list_here(self) -> PickList | None:
        """The list of options that has the focus."""
        return next((row.pick for row in self.rows if row.pick.has_focus), None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "choose" and self._list_here() is None:
            return False  # the border of a field says it
        if action == "show_number" and not self.desk.offers_number:
            return False
        return super().check_action(action, parameters)

    def enter_label(self) -> str:
        pick = self._list_here()
        if pick is None:
            return super().enter_label()
        return self.tr("Keep and go on") if pick.takes_many else choose_label(pick.marked, self.tr)

    def action_choose(self) -> None:
        """What Enter does in a list."""
        pick = self._list_here()
        if pick is not None:
            pick.action_choose()

    # moving

    def _go(self, number: int) -> None:
        if 0 <= number < len(self.rows):
            self.rows[number].focus_input()

    def _here(self) -> int:
        return next((number for number, row in enumerate(self.rows) if row.has_focus_within), 0)

    def action_next_field(self) -> None:
        """To the next field; leaving one keeps it."""
        self._go(self._here() + 1)

    def action_previous_field(self) -> None:
        """To the field before."""
        self._go(self._here() - 1)

    def action_show_number(self) -> None:
        """The citizen service number in all its digits, until the next message."""
        def show() -> None:
            self.notice.tell(self.tr("Citizen service number: {number}", number=self.desk.whole_number()))

        self.attempt(show)

    def row_at(self, place: Place) -> DetailEntry:
        """The row of a field."""
        return next(row for row in self.rows if row.place == place)

    def flush_draft(self) -> None:
        """Write what is typed and not kept as a draft."""
        self._drafts.flush()

    def action_back(self) -> None:
        """Keep the field one is in and close; where words cannot be kept, first say so."""
        for row in self.rows:
            if row.has_focus_within:
                self._keep_words(row)
        self.flush_draft()
        if any(row.new_words for row in self.rows) and not self._leaves_unkept:
            self._leaves_unkept = True
            self.notice.refuse(self.tr("Something here is not kept. Once more, and it is left out."))
            return
        super().action_back()
