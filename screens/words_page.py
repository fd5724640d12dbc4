"""`WordsPage`: a screen of a plan where one chooses from a list or types words, and says who says it."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from screens.navigator import Navigator
from screens.parts.chips import Chip, Chips
from screens.parts.column import Column
from screens.parts.draft_throttle import DraftThrottle
from screens.parts.line_layout import LineItem, RowsSheet
from screens.parts.line_list import LineList
from screens.plan_page import PlanPage
from screens.routes import TABLE
from screens.steps.answer_field import AnswerField
from screens.steps.participants import here_last_time
from screens.steps.question_view import SOMEBODY, WIDE_ENOUGH
from zlp_tui.conversation.desk import Desk
from zlp_tui.conversation.living import Slot
from zlp_tui.conversation.turn import Kept
from zlp_tui.errors import NotFound
from zlp_tui.i18n import Catalogue
from zlp_tui.text import LIMIT

LOW = 24
"""In a window lower than this no white stands above what is asked."""


class WordsPage(PlanPage):
    """Above what it is about; below it what is asked, with a list to choose from or a field to type in.

    Give it `told`, `asked` and `keep`. What is typed is a draft of its own `slot`, and there again after a power cut.
    """

    DEFAULT_CSS = """
    WordsPage {
        & #told { height: auto; max-height: 40%; margin-top: 1; }
        & #asked { height: auto; padding: 1 2 0 2; color: $primary; text-style: bold; }
        & #list { margin-top: 0; }
        & Chips { padding: 0 2; margin-top: 1; }
        &.-low #told, &.-low Chips { margin-top: 0; }
        &.-low #asked { padding: 0 2; }
    }
    """

    def __init__(self, desk: Desk, say: Catalogue, navigator: Navigator) -> None:
        super().__init__(desk, say, navigator)
        self._typing: tuple[Slot, str | None] | None = None
        self.about_lines = LineList(id="told")
        self.asked_line = Static(id="asked", markup=False)
        self.voices = Chips(self._speak_as, id="voices")
        self.drafts = DraftThrottle(lambda wait, call: self.set_timer(wait, call), self._keep_draft)
        self.field = AnswerField(said=self.keep, typed=self.drafts.touch, too_much=self._too_much, id="answer")

    @abstractmethod
    def told(self) -> tuple[LineItem, ...]:
        """What it is about, above everything."""

    @abstractmethod
    def asked(self) -> str:
        """What is asked now; empty for nothing."""

    @abstractmethod
    def keep(self) -> None:
        """Keep the words in the field."""

    def asks_who(self) -> bool:
        """Whether it matters now who says it."""
        return self._typing is not None

    def body(self) -> ComposeResult:
        with Column():
            yield self.about_lines
            yield self.voices
            yield self.asked_line
            yield self.field
            yield self.notice
            yield self.list

    def start(self) -> None:
        self.list.focus()

    def show_all(self, select: str | None = None) -> None:
        told, asked, typing = self.told(), self.asked(), self._typing is not None
        with self.app.batch_update():
            self.set_class(self.app.size.height < LOW, "-low")
            self.about_lines.show(RowsSheet(told))
            self.about_lines.display = bool(told)
            self.asked_line.update(Content(asked))
            self.asked_line.display = bool(asked)
            self.field.display, self.list.display = typing, not typing
            self._show_voices()
            super().show_all(select)

    def _show_voices(self) -> None:
        self.voices.display = self.asks_who()
        if self.voices.display:
            chips = [Chip(person.id, person.called) for person in (*self.desk.present, *here_last_time(self.desk))]
            wide = self.app.size.width >= WIDE_ENOUGH
            chips.append(Chip(SOMEBODY, self.say("somebody else") if wide else self.say("another"), quiet=True))
            self.voices.put(self.say("Who says this?"), chips, self.desk.voice.id)

    def _speak_as(self, person: str) -> None:
        if person == SOMEBODY:
            self.drafts.flush()
            self.navigator.navigate(TABLE)
        elif self.attempt(lambda: self.desk.speak_as(person)):
            self.show_all()
            (self.field if self._typing else self.list).focus()

    def line_of(self, ref: str) -> tuple[LineItem, ...]:
        """A line of the plan, as what this is about."""
        try:
            step = self.desk.trace(ref)[0]
        except NotFound as gone:
            return (LineItem(self.say(gone.message, **gone.values), look="quiet"),)
        return (LineItem(step.what, look="strong"), LineItem(f"“{step.text}”", by=step.by, look="quote"))

    # typing

    def begin_typing(self, slot: Slot, about: str | None, starter: str = "") -> None:
        """Type words; what was typed here earlier and not kept is there again. `starter` shows in an empty field."""
        self._typing = (slot, about)
        with self.app.batch_update():
            self.field.put(self.desk.follow_up.draft(slot, about), starter)
            self.show_all()
            self.field.focus()

    def stop_typing(self) -> None:
        """Choose again. What is typed stays as a draft."""
        self.drafts.flush()
        self._typing = None

    def kept(self, keep: Callable[[], Kept]) -> Kept | None:
        """Keep what is typed, and stop typing; None when it is refused, and then the words stay."""
        done: list[Kept] = []
        if not self.attempt(lambda: done.append(keep())):
            return None
        if not done[0].refs:
            self.notice.tell(self.say("Type it in your own words first."))
            return None
        self.drafts.forget()
        self._keep_draft("")
        self._typing = None
        return done[0]

    def look(self, message: str, select: str | None = None) -> None:
        """Show the list anew, say what was done, and offer to undo it."""
        with self.app.batch_update():
            self.show_all(select)
            self.notice.show(message, self.say("Undo"), self.undo)
            self.list.focus()

    def kept_words(self, kept: Kept) -> str:
        """That it is kept, and how much of it."""
        if kept.cut_to is None:
            return self.say("Saved")
        return self.say("Saved, but only the first {count} characters", count=kept.cut_to)

    def choosing(self, select: str | None = None) -> None:
        """Show the list, and go there."""
        with self.app.batch_update():
            self.notice.clear()
            self.show_all(select)
            self.list.focus()

    def _keep_draft(self, text: str | None = None) -> None:
        if self._typing is not None:
            slot, about = self._typing
            typed = self.field.text if text is None else text
            self.attempt(lambda: self.desk.follow_up.keep_draft(slot, about, typed))

    def flush_draft(self) -> None:
        """Write what is typed and not yet written."""
        self.drafts.flush()

    def _too_much(self) -> None:
        self.notice.refuse(self.say("More than {count} characters do not fit here", count=LIMIT))

    # keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While somebody types, only what belongs to it; the words are saved only then."""
        if action == "save_words":
            return self._typing is not None
        if self._typing is not None and action not in ("help", "back") and (action, parameters) in self._calls:
            return False
        return super().check_action(action, parameters)

    def action_save_words(self) -> None:
        self.keep()

    @abstractmethod
    def action_back(self) -> None:
        """Go one step back, and from the first one to the screen before. What is typed stays."""
