"""`BaseListScreen`: the base class of plan screens with one list."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, Final

from textual import events
from textual.app import ComposeResult

from screens.bases.base_plan_screen import BasePlanScreen
from screens.follow_up.followed import followed
from screens.navigation.navigator import Navigator
from screens.navigation.routes import DISAGREE, HISTORY, TRACE
from screens.parts.column import Column
from screens.parts.line_layout import LineItem, RowsSheet, Sheet
from screens.parts.line_list import LineList
from screens.parts.message_line import quoted
from screens.steps.participants import at_table
from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.conversation.ports.talk_places import where_to_talk
from zlp_tui.errors import NotFound
from zlp_tui.i18n import Catalogue
from zlp_tui.plan.view import PlanView
from zlp_tui.script.roles import Role

if TYPE_CHECKING:
    from screens.steps.answer_field import AnswerField

ON_A_LINE: Final = frozenset({"trace", "history", "disagree"})
"""Actions that are about the marked line."""
COLUMN: Final = 68
"""Columns of text in a list at most."""
AROUND_LIST: Final = 6
"""Lines around the list at most, where nothing is said below it."""


def name_of(desk: Desk, person: str | None) -> str:
    """The name by which a person of the plan is called, by id; empty for an unknown id."""
    known = next((p for p in desk.view.people if p.id == person), None)
    return known.called if known is not None else ""


class BaseListScreen(BasePlanScreen):
    """A subclass implements `heading`, `sheet` (the content of the list) and `chosen` (a line was chosen)."""

    DEFAULT_CSS = """
    BaseListScreen {
        & #list { margin-top: 1; }
        & MessageLine { padding: 0 2; }
    }
    """
    wide: ClassVar[bool] = False
    """Whether the list is as wide as the window."""

    def __init__(self, desk: Desk, tr: Catalogue, navigator: Navigator) -> None:
        super().__init__(desk, tr, navigator)
        self.list = LineList(self.early, id="list")
        self._shown_view: PlanView | None = None

    @abstractmethod
    def heading(self) -> str:
        """What this screen shows, for the top line."""

    def read(self) -> None:
        """Read what the screen is about, if it is about one thing. `NotFound` once that is gone, which is told then."""

    @abstractmethod
    def sheet(self) -> Sheet:
        """What stands in the list now, of what was read."""

    def numbered(self) -> tuple[str, ...]:
        """The lines that the sheet numbers, in that order: a digit chooses its line."""
        return ()

    def typed_field(self) -> AnswerField | None:
        """The field in which somebody types now, to which letters belong that come elsewhere; None for none."""
        return None

    def take_words(self, words: str) -> None:
        field = self.typed_field()
        if field is not None:
            field.type(words)

    async def on_key(self, event: events.Key) -> None:
        """A digit is the line with that number; while somebody types, letters are theirs, and Space chooses."""
        if not self.is_active:
            return
        if self.typed_field() is not None:
            if event.is_printable and event.key != "space":
                event.stop()
                event.prevent_default()
                self.take_words(event.character or "")
        elif self.list.display and self.list.take_digit(event.character or ""):
            event.stop()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is about a line is there once there is one, and paging where there is more to read."""
        if self.list.marked is None:
            if action == "choose":
                return self.list.waits
            if action in ON_A_LINE or (action == "page" and self._fits_in_window()):
                return False
        return super().check_action(action, parameters)

    def _fits_in_window(self) -> bool:
        """Whether all of the list is seen at once, as far as that is known before it is laid out."""
        size = self.app.size
        return self.list.height_in(min(size.width, COLUMN)) <= size.height - AROUND_LIST

    def asks_answer(self) -> bool:
        """Whether the lines of the list are answers: then none is marked before somebody marks it (B3)."""
        return False

    def enter_label(self) -> str:
        if self.list.waits and (self.focused is self.list or self.marks_enter()):
            return self.tr("Choose one first")
        return super().enter_label()

    @abstractmethod
    def chosen(self, ref: str) -> None:
        """A line was chosen."""

    def body(self) -> ComposeResult:
        with Column(classes="-wide" if self.wide else None):
            yield self.list
            yield self.notice

    def on_mount(self) -> None:
        self.attempt(self.start)  # what cannot be read is told here, and the rest of the plan goes on

    def start(self) -> None:
        """Set the initial focus, once the screen is mounted."""
        self.list.focus()

    def reopened(self, *arguments: object) -> None:
        """Take the arguments of a route to this screen while it is open already; it becomes the screen on top."""

    def on_screen_resume(self) -> None:
        """Refresh, if the plan was changed on the screen that was on top of this one."""
        if self.desk.view is self._shown_view:
            self.top.show(self.heading(), *self.participants())
        else:
            self.attempt(self.show_all)

    def show_all(self, select: str | None = None) -> None:
        """Refresh the whole screen in one paint. The mark follows a line that was corrected, and its undoing."""
        before, self._shown_view = self._shown_view, self.desk.view
        self.follow(lambda ref: followed(ref, before, self.desk.view))
        marked = select or self.list.marked
        gone = self._gone()
        with self.app.batch_update():
            self.show_parts()
            self.top.show(self.heading(), *self.participants())
            self.list.show(
                gone or self.sheet(), select=marked and followed(marked, before, self.desk.view),
                unmarked=self.asks_answer(),
            )
            self.list.number(self.numbered())
            self.keys.show(self.actions())

    def _gone(self) -> Sheet | None:
        """What stands in the list once what the screen is about is gone: taken back, or undone."""
        try:
            self.read()
        except NotFound as gone:
            return RowsSheet((LineItem(self.tr(gone.message, **gone.values), look="quiet"),))
        return None

    def show_parts(self) -> None:
        """Show what this screen has beside its list."""

    def follow(self, to: Callable[[str], str]) -> None:
        """Find again what this screen is about: `to` says which line stands now where another one stood."""

    def participants(self) -> tuple[str, ...]:
        """Who takes part, in several lengths, the longest first."""
        return at_table(self.desk, self.tr)

    def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        event.stop()
        if self.is_active and event.line_list.offers(event.ref):  # chosen twice in one go: the first did it
            self.chosen_in(event.line_list, event.ref)

    def on_line_list_nothing_marked(self, event: LineList.NothingMarked) -> None:
        event.stop()
        self.notice.tell(self.tr("Choose with the arrows and Enter."))

    def on_line_list_first_marked(self, event: LineList.FirstMarked) -> None:
        event.stop()
        self.refresh_enter()

    def chosen_in(self, lines: LineList, ref: str) -> None:
        """A line was chosen in one of several lists."""
        self.chosen(ref)

    def way_to_talk(self, ref: str | None, role: Role) -> Callable[[], None] | None:
        """The way to the conversation about a line of the plan; where that cannot be, to the topic it belongs to.

        None when the script asks nothing about it.
        """
        return self.way_to(where_to_talk(self.desk, ref, role))

    def talk_about(self, ref: str | None, role: Role) -> None:
        """Talk about a line of the plan, or about the topic it belongs to."""
        way = self.way_to_talk(ref, role)
        if way is not None:
            way()
        else:
            self.notice.show(self.tr("There are no questions about this."))

    def action_undo(self) -> None:
        """Undo the last change of this session."""
        self.undo()

    def action_redo(self) -> None:
        """Do again what was undone last."""
        self.redo()

    def undo(self) -> None:
        """Undo the last change that is visible here, and show what it was."""
        undone: list[str | None] = []
        if self.attempt(lambda: undone.append(self.desk.undo(self.undoes))):
            nothing = self.tr("There is nothing to undo")
            self._show_reversed(
                undone[0], lambda words: self.tr("Undone: {words}", words=words), nothing,
                self.tr("Yes, keep it after all"), self.redo,
            )

    @property
    def undoes(self) -> str | None:
        """The line of the plan that undo is about here; None for all of the plan."""
        return None

    def redo(self) -> None:
        """Do again what was undone last, and show what it was."""
        done: list[str | None] = []
        if self.attempt(lambda: done.append(self.desk.redo())):
            nothing = self.tr("There is nothing to do again")
            self._show_reversed(
                done[0], lambda words: self.tr("Done again: {words}", words=words), nothing, self.tr("Undo"), self.undo
            )

    def _show_reversed(
        self, words: str | None, told: Callable[[str], str], nothing: str, offer: str, back: Callable[[], None]
    ) -> None:
        """Say what was undone or done again, and offer the way back."""
        with self.app.batch_update():
            if words is None:
                self.notice.tell(nothing)
            else:
                self.notice.show(told(quoted(words)), offer, back)
            self.show_all()

    def action_choose(self) -> None:
        """Choose the marked line."""
        self.list.choose()

    def action_page(self, by: int) -> None:
        """Scroll a page down or up."""
        self.list.action_page(by)

    def action_trace(self) -> None:
        """Show where the marked line comes from."""
        if self.list.marked is not None:
            self.navigator.navigate(TRACE, self.list.marked)

    def action_history(self) -> None:
        """Show all that the marked line said before."""
        if self.list.marked is not None:
            self.navigator.navigate(HISTORY, self.list.marked)

    def action_disagree(self) -> None:
        """Say that somebody does not agree with the marked line."""
        if self.list.marked is not None:
            self.navigator.navigate(DISAGREE, self.list.marked)
