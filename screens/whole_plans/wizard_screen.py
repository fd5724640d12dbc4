"""`WizardScreen`: a conversation about keys, one question at a time (`conversation/ports/wizard.py`)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from textual import events
from textual.app import ComposeResult
from textual.worker import get_current_worker

from screens.parts.actions import CHOOSE, HELP, PREVIOUS_FIELD, Action, ScreenCommand
from screens.parts.base_screen import BaseScreen
from screens.parts.column import Column
from screens.parts.copied_text import page_of, words_of
from screens.parts.line_layout import LineItem, RowsSheet
from screens.parts.line_list import LineList
from screens.parts.option_lines import option_lines
from screens.parts.secret_field import SecretField
from screens.textual_overrides._textual import PlainApp
from zlp_tui.conversation.ports.wizard import WizardDone, WizardQuestion, WizardStep, WizardWork, WorkStopped
from zlp_tui.errors import ZlpError
from zlp_tui.i18n import Catalogue, message

SHOW_WORDS: Final = Action("show-words", message("Show the words"), "show_words", "f6")
LOW: Final = 24
"""In a window lower than this less white stands between the parts."""


class WizardScreen(BaseScreen):
    """From top to bottom: the question with what is told of it, a field, and what can be chosen.

    `done` is called at the end, `left` when somebody goes back from the first question; `leaves_program`: that is the
    way out of the program. Work is done in a thread: keys that are typed meanwhile wait.
    """

    ACTIONS = (CHOOSE, SHOW_WORDS, HELP, PREVIOUS_FIELD)
    TAKES_LETTERS = True
    help_page = "lock"
    DEFAULT_CSS = """
    WizardScreen {
        & Column { padding: 2 2 0 2; }
        & #asked { height: auto; max-height: 70%; margin-bottom: 1; }
        & #choices { height: auto; max-height: 8; margin-top: 1; }
        & MessageLine { margin-top: 1; }
        &.-low Column { padding: 1 2 0 2; }
        &.-low MessageLine, &.-low #choices { margin-top: 0; }
    }
    """

    def __init__(
        self, first: WizardStep, *, tr: Catalogue, now: Callable[[], float], done: Callable[[WizardDone], None],
        left: Callable[[], None], open_help: Callable[[str], None], leaves_program: bool = False,
    ) -> None:
        super().__init__(tr, now)
        self._first = first
        self._done = done
        self._close = left
        self._open_help = open_help
        self._leaves_program = leaves_program
        self._asked: WizardQuestion | None = None
        self._works = False
        self.asked = LineList(self.early, id="asked")
        self.field = SecretField(
            self.early, said=self._said, typed=self._typed, enter=self.enter_in_field, left=self._to_choices,
            id="secret",
        )
        self.choices = LineList(self.early, id="choices")

    def body(self) -> ComposeResult:
        with Column():
            yield self.asked
            yield self.field
            yield self.choices
            yield self.notice

    def on_mount(self) -> None:
        self._take(self._first)

    def on_resize(self, event: events.Resize) -> None:
        super().on_resize(event)
        self.set_class(event.size.height < LOW, "-low")

    # what is asked

    def _take(self, step: WizardStep) -> None:
        match step:
            case WizardQuestion():
                self._show(step)
            case WizardWork():
                if self._asked is None:  # nothing was asked yet: no field waits for an answer meanwhile
                    self.field.display = self.choices.display = False
                    self.keys.show(self.actions())
                self._work(step)
            case WizardDone():
                self.field.put("", "", hidden=True)
                self._asked = None  # this screen may lie under others for long, and words are in what was asked
                self._done(step)

    def _show(self, asked: WizardQuestion) -> None:
        self._asked = asked
        with self.app.batch_update():
            self.early.appeared()
            self.notice.clear()
            self.top.show(asked.heading)
            self.asked.show(RowsSheet(self._lines(asked)))
            self.field.put("", asked.starter, hidden=asked.field == "secret")
            self.field.display = bool(asked.field)
            options = option_lines(asked.options, numbered=not asked.field)
            self.choices.show(RowsSheet(()))  # an answer to the question before is none to this one
            self.choices.show(RowsSheet(options), unmarked=not (asked.field or asked.ready))
            self.choices.number(tuple(option.id for option in asked.options))
            self.choices.display = bool(options)
            self.keys.show(self.actions())
        (self.field if asked.field else self.choices).focus()

    def _lines(self, asked: WizardQuestion) -> tuple[LineItem, ...]:
        code = tuple(LineItem(line, look="strong", indent=2) for line in asked.code)
        white = (LineItem(""),) if code else ()
        told = tuple(
            LineItem(sentence.lstrip(), look="quiet", indent=len(sentence) - len(sentence.lstrip()))
            for sentence in asked.told
        )
        return (LineItem(asked.question, look="here"), *white, *code, *(white if told else ()), *told)

    # work, in a thread

    def _work(self, work: WizardWork) -> None:
        self._works = True
        self.notice.show(work.told)
        if isinstance(self.app, PlainApp) and not work.may_stop:
            self.app.hold_keys()
        self.run_worker(partial(self._run, work), thread=True)

    def _run(self, work: WizardWork) -> None:
        app, worker = self.app, get_current_worker()

        def tell(sentence: str) -> None:
            if worker.is_cancelled:
                raise WorkStopped
            app.call_from_thread(self.notice.show, sentence)

        try:
            step: WizardStep = work.run(tell)
        except WorkStopped:
            return
        except ZlpError as error:
            app.call_from_thread(self._worked, partial(self._refused, error))
        else:
            app.call_from_thread(self._worked, partial(self._take, step))

    def _worked(self, then: Callable[[], None]) -> None:
        self._works = False
        if isinstance(self.app, PlainApp):
            self.app.release_keys()  # they come after what is done now, and wait for it where it takes long
        then()

    def _refused(self, error: ZlpError) -> None:
        """What was typed stays, and can be mended."""
        self.notice.refuse(self.tr(error.message, **error.values))
        (self.field if self.field.display else self.choices).focus()

    # answers

    def _answer(self, picked: str, typed: str) -> None:
        asked = self._asked
        if asked is None or self._works or not self.is_active:
            return
        steps: list[WizardStep] = []
        if self.attempt(lambda: steps.append(asked.answer(picked, typed))):
            self._take(steps[0])

    def _said(self) -> None:
        if self.field.value.strip():
            self._answer("", self.field.value)
        else:
            self.notice.tell(self.tr("Type something first"))

    def _typed(self) -> None:
        if self.is_mounted and not self._works:
            self.notice.clear()
            self.refresh_enter()

    def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        event.stop()
        if self.is_active and event.line_list.offers(event.ref):
            self._answer(event.ref, "")

    def on_line_list_nothing_marked(self, event: LineList.NothingMarked) -> None:
        event.stop()
        self.notice.tell(self.tr("Choose with the arrows and Enter."))

    def on_line_list_first_marked(self, event: LineList.FirstMarked) -> None:
        event.stop()
        self.refresh_enter()

    def _to_choices(self) -> None:
        if self.choices.display:
            self.choices.focus()

    def take_words(self, words: str) -> None:
        """Words that come while the list has the focus are typed in the field, where there is one."""
        if self.field.display:
            self.field.append_words(words)
        else:
            self.notice.tell(self.tr("Choose with the arrows and Enter."))

    async def on_key(self, event: events.Key) -> None:
        """A digit chooses where nothing is typed; letters belong to the field."""
        if not self.is_active or self.focused is self.field or not event.is_printable or event.key == "space":
            return
        event.stop()
        event.prevent_default()
        if self.field.display or not self.choices.take_digit(event.character or ""):
            self.take_words(event.character or "")

    # copying

    def words_to_copy(self) -> str:
        """What is typed is not copied while it does not show: the message would show it."""
        if self.field.display and self.field.password:
            return words_of(self.choices) if self.focused is self.choices else ""
        return super().words_to_copy()

    def page_to_copy(self) -> str:
        """The question with its code, and what can be chosen; nothing that is typed."""
        return "\n\n".join(filter(None, map(page_of, (self.asked, self.choices))))

    # keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "choose":
            return self.focused is not self.field and self.choices.display  # the field's border says it
        if action == "show_words":
            return self._asked is not None and self._asked.field == "secret"
        return super().check_action(action, parameters)

    def command(self, action: Action) -> ScreenCommand:
        """Whether words are shown or hidden, and where Escape leads, is said as it is now."""
        made = super().command(action)
        if action.id == SHOW_WORDS.id and not self.field.password:
            return made._replace(label=self.tr("Hide the words"))
        first = self._asked is None or self._asked.back is None
        if action.id == PREVIOUS_FIELD.id and self._leaves_program and first:
            return made._replace(label=self.tr("Quit"))
        return made

    def enter_in_field(self) -> str:
        return self.tr("Next") if self.field.value.strip() else self.tr("Type something first")

    def enter_label(self) -> str:
        if self.choices.waits and (self.focused is self.choices or self.marks_enter()):
            return self.tr("Choose one first")
        return super().enter_label()

    def action_lock_screen(self) -> None:
        """Nothing is open yet where a key is being made, and a code that was not written down would be gone."""
        if isinstance(self.app, PlainApp) and not self.app.lock_screen():
            self.notice.tell(self.tr("Finish this first. After that the screen can be locked."))

    def action_choose(self) -> None:
        """Choose what is marked."""
        self.choices.choose()

    def action_show_words(self) -> None:
        """Show what is typed, or hide it again."""
        self.field.password = not self.field.password
        self.keys.show(self.actions())

    def action_previous_field(self) -> None:
        """The question before; from the first one out of the conversation."""
        if self._works:
            return
        if self._asked is not None and self._asked.back is not None:
            self._take(self._asked.back())
        else:
            self._close()

    def open_help(self, page: str) -> None:
        self._open_help(page)
