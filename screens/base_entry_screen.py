"""`BaseEntryScreen`: the base class of screens where one chooses from a list or types words."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from screens.base_list_screen import BaseListScreen
from screens.navigator import Navigator
from screens.parts.chips import Chip, Chips
from screens.parts.column import Column
from screens.parts.draft_throttle import DraftThrottle
from screens.parts.line_layout import LineItem, RowsSheet
from screens.parts.line_list import LineList
from screens.routes import PARTICIPANTS
from screens.steps.answer_field import AnswerField
from screens.steps.participants import who_can_speak
from screens.steps.question_view import SOMEBODY, WIDE_ENOUGH
from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.conversation.ports.follow_up import Slot
from zlp_tui.conversation.ports.turn import Kept
from zlp_tui.errors import NotFound
from zlp_tui.i18n import Catalogue
from zlp_tui.text import LIMIT

LOW = 24
"""In a window lower than this no white stands above what is asked."""


class BaseEntryScreen(BaseListScreen):
    """From top to bottom: the subject, the speaker, a prompt, and a field to type in or a list to choose from.

    A subclass implements `subject`, `prompt` and `save_words`. What is typed is saved as a draft of its `slot`.
    """

    DEFAULT_CSS = """
    BaseEntryScreen {
        & #subject { height: auto; max-height: 40%; margin-top: 1; }
        & #prompt { height: auto; padding: 1 2 0 2; color: $primary; text-style: bold; }
        & #list { margin-top: 0; }
        & Chips { padding: 0 2; margin-top: 1; }
        &.-low #subject, &.-low Chips { margin-top: 0; }
        &.-low #prompt { padding: 0 2; }
    }
    """

    def __init__(self, desk: Desk, tr: Catalogue, navigator: Navigator) -> None:
        super().__init__(desk, tr, navigator)
        self._typing: tuple[Slot, str | None] | None = None
        self.subject_lines = LineList(id="subject")
        self.prompt_line = Static(id="prompt", markup=False)
        self.voices = Chips(self._speak_as, id="voices")
        self.drafts = DraftThrottle(lambda wait, call: self.set_timer(wait, call), self._save_draft, self.notice.clear)
        self.field = AnswerField(said=self.save_words, typed=self.drafts.touch, too_much=self._too_much, id="answer")

    @abstractmethod
    def subject(self) -> tuple[LineItem, ...]:
        """The lines that it is about, shown above everything."""

    @abstractmethod
    def prompt(self) -> str:
        """What is asked now; empty for nothing."""

    @abstractmethod
    def save_words(self) -> None:
        """Save the words in the field."""

    def asks_speaker(self) -> bool:
        """Whether to show the choice of who says it."""
        return self._typing is not None

    def body(self) -> ComposeResult:
        with Column():
            yield self.subject_lines
            yield self.voices
            yield self.prompt_line
            yield self.field
            yield self.notice
            yield self.list

    def start(self) -> None:
        self.list.focus()

    def show_all(self, select: str | None = None) -> None:
        subject, prompt, typing = self.subject(), self.prompt(), self._typing is not None
        with self.app.batch_update():
            self.set_class(self.app.size.height < LOW, "-low")
            self.subject_lines.show(RowsSheet(subject))
            self.subject_lines.display = bool(subject)
            self.prompt_line.update(Content(prompt))
            self.prompt_line.display = bool(prompt)
            self.field.display, self.list.display = typing, not typing
            self._show_voices()
            super().show_all(select)

    def _show_voices(self) -> None:
        self.voices.display = self.asks_speaker()
        if self.voices.display:
            chips = [Chip(person.id, person.called) for person in who_can_speak(self.desk)]
            wide = self.app.size.width >= WIDE_ENOUGH
            chips.append(Chip(SOMEBODY, self.tr("somebody else") if wide else self.tr("another"), quiet=True))
            self.voices.put(self.tr("Who says this?"), chips, self.desk.voice.id)

    def _speak_as(self, person: str) -> None:
        if person == SOMEBODY:
            self.drafts.flush()
            self.navigator.navigate(PARTICIPANTS)
            return
        spoke, typed = self.desk.voice.id, self.field.text if self.field.edited else ""
        self.drafts.flush()
        if self.attempt(lambda: self.desk.speak_as(person)):
            if self._typing is not None:
                self._show_words_of(person, spoke, typed, *self._typing)
            self.show_all()
            (self.field if self._typing else self.list).focus()

    def _show_words_of(self, person: str, spoke: str, typed: str, slot: Slot, about: str | None) -> None:
        """What somebody was typing here; else words that were typed just now, before it was said who speaks."""
        draft = self.desk.follow_up.draft(slot, about)
        self.field.put(draft or typed, str(self.field.placeholder), edited=not draft)
        if typed and not draft:
            self.attempt(lambda: self._hand_over(person, spoke, typed, slot, about))

    def _hand_over(self, person: str, spoke: str, typed: str, slot: Slot, about: str | None) -> None:
        self.desk.speak_as(spoke)
        self.desk.follow_up.keep_draft(slot, about, "")
        self.desk.speak_as(person)
        self.desk.follow_up.keep_draft(slot, about, typed)

    def line_of(self, ref: str) -> tuple[LineItem, ...]:
        """A line of the plan, as the subject."""
        try:
            step = self.desk.trace(ref)[0]
        except NotFound as gone:
            return (LineItem(self.tr(gone.message, **gone.values), look="quiet"),)
        return (LineItem(step.what, look="strong"), LineItem(f"“{step.text}”", by=step.by, look="quote"))

    # typing

    def start_typing(self, slot: Slot, about: str | None, starter: str = "") -> None:
        """Show the field, with its draft. `starter` is shown while it is empty."""
        self._typing = (slot, about)
        with self.app.batch_update():
            self.field.put(self.desk.follow_up.draft(slot, about), starter)
            self.show_all()
            self.field.focus()

    def stop_typing(self) -> None:
        """Leave the field; what is typed stays as a draft."""
        self.drafts.flush()
        self._typing = None

    def save(self, write: Callable[[], Kept]) -> Kept | None:
        """Save by `write`, and leave the field; None when it is refused, and then the words stay."""
        done: list[Kept] = []
        if not self.attempt(lambda: done.append(write())):
            return None
        if not done[0].refs:
            self.notice.tell(self.tr("Type it in your own words first."))
            return None
        self.drafts.forget()
        self._save_draft("")
        self._typing = None
        return done[0]

    def show_saved(self, message: str, select: str | None = None) -> None:
        """Show the list again with a message, and offer to undo."""
        with self.app.batch_update():
            self.show_all(select)
            self.notice.show(message, self.tr("Undo"), self.undo)
            self.list.focus()

    def saved_message(self, kept: Kept) -> str:
        """The message after saving: whether all of the words fitted."""
        if kept.cut_to is None:
            return self.tr("Saved")
        return self.tr("Saved, but only the first {count} characters", count=kept.cut_to)

    def show_list(self, select: str | None = None) -> None:
        """Show the list, and focus it."""
        with self.app.batch_update():
            self.notice.clear()
            self.show_all(select)
            self.list.focus()

    def _save_draft(self, text: str | None = None) -> bool:
        if self._typing is None:
            return True
        slot, about = self._typing
        typed = self.field.text if text is None else text
        return self.attempt(lambda: self.desk.follow_up.keep_draft(slot, about, typed))

    def flush_draft(self) -> None:
        """Write what is typed and not yet written."""
        self.drafts.flush()

    def _too_much(self) -> None:
        self.notice.refuse(self.tr("More than {count} characters do not fit here", count=LIMIT))

    # keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While somebody types, only what belongs to it; the words are saved only then."""
        if action == "save_words":
            return self._typing is not None
        if self._typing is not None and action not in ("help", "back") and (action, parameters) in self._calls:
            return False
        return super().check_action(action, parameters)

    def action_save_words(self) -> None:
        """Save the words in the field."""
        self.save_words()

    @abstractmethod
    def action_back(self) -> None:
        """Go one step back, and from the first one to the screen before. What is typed stays."""
