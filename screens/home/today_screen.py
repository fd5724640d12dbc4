"""`TodayScreen`: what is agreed for today in all plans, noted from there by one key (L07, L109; decision 0039)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, NamedTuple, get_args

from textual.app import ComposeResult

from screens.home.pick_or_type_screen import PickOrTypeQuestion, PickOrTypeScreen
from screens.parts.actions import BACK, ENTER, HELP, HELP_TOO, PAGE_DOWN, PAGE_UP, THEME, UNDO, Action
from screens.parts.base_screen import BaseScreen
from screens.parts.column import Column
from screens.parts.line_list import LineList
from screens.parts.message_line import quoted
from screens.sheets.today_sheet import DUE, NEW, today_sheet
from screens.steps.question_text import QuestionContent
from zlp_tui.conversation.ports.today_in_plans import AgreedLine, NotedToday, NotesOfToday, TodayInPlans
from zlp_tui.conversation.ports.turn import Selectable
from zlp_tui.i18n import Catalogue, message
from zlp_tui.plan.view import Because, Done

BECAUSE: Final[Mapping[str, Because]] = {reason: reason for reason in get_args(Because)}
NOTHING: Final = TodayInPlans((), (), ())


class TodayCallbacks(NamedTuple):
    """Where the list of today leads: to a plan at an agreement, at what is due in it, or at what is new in it; to a
    question on top of it, which closes again; to help, and back."""

    open_agreement: Callable[[str, str], None]
    open_due: Callable[[str], None]
    open_new: Callable[[str], None]
    ask: Callable[[BaseScreen], None]
    close: Callable[[], None]
    open_help: Callable[[str], None]
    toggle_theme: Callable[[], None]


class TodayScreen(BaseScreen):
    """The list of today. First it is asked who looks, once; then the mark stands on the first thing to do."""

    help_page = "today"
    ACTIONS = (
        Action("open", message("Look at this"), "choose", shown=ENTER, main=True),
        Action("done-today", message("Done"), "note_done", "g", help_msgid=message("Note that it was done")),
        Action(
            "not-done-today", message("Not, because…"), "note_not_done", "x",
            help_msgid=message("Note that it was not done, and why"),
        ),
        Action(
            "words-today", message("How was it?"), "note_words", "m",
            help_msgid=message("Say how it was, with a face or in words"),
        ),
        Action(
            "bad-day-today", message("Was it such a day?"), "note_bad_day", "d", spare=True,
            help_msgid=message("Note that it was a bad day, as somebody told of one"),
        ),
        UNDO,
        Action("who-looks", message("Somebody else looks"), "ask_writer", "y", spare=True),
        PAGE_DOWN._replace(on_row=False), PAGE_UP, THEME._replace(on_row=False), HELP, HELP_TOO, BACK,
    )
    DEFAULT_CSS = """
    TodayScreen {
        & #list { height: 1fr; margin-top: 1; }
        & MessageLine { padding: 0 2; }
    }
    """

    def __init__(
        self, notes: NotesOfToday, *, tr: Catalogue, callbacks: TodayCallbacks, day: str, now: Callable[[], float],
    ) -> None:
        super().__init__(tr, now)
        self._clock = now
        self._notes = notes
        self.callbacks = callbacks
        self._day = day
        self._today = NOTHING
        self._lines: dict[str, AgreedLine] = {}
        self.list = LineList(self.early, id="list", always_marked=True)

    def body(self) -> ComposeResult:
        with Column():
            yield self.list
            yield self.notice

    def on_mount(self) -> None:
        self.list.focus()
        if not self._notes.writer:
            self.action_ask_writer()

    def on_screen_resume(self) -> None:
        """What was done in a plan, or who looks, may be another now."""
        super().on_screen_resume()
        self.attempt(self._show)

    def _show(self, select: str | None = None) -> None:
        """Read the list anew and show it, in one paint."""
        self._today = self._notes.today()
        self._lines = {line.ref: line for part in self._today.parts for line in part.lines}
        first = next((ref for ref, line in self._lines.items() if not line.noted), None)
        with self.app.batch_update():
            self.top.show(f"{self.tr('Today')} · {self._day}", self._notes.writer)
            self.list.show(today_sheet(self._today, self.tr), select=select or (self.list.marked or first))
            self.keys.show(self.actions())

    # what is marked

    @property
    def _marked(self) -> AgreedLine | None:
        return self._lines.get(self.list.marked or "")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action.startswith("note_"):
            line = self._marked
            return line is not None and not line.private
        if action == "choose":
            return self.list.marked is not None
        if action == "undo":
            return bool(self._lines)
        return super().check_action(action, parameters)

    def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        event.stop()
        if not self.is_active:  # chosen twice in one go: the first did it
            return
        line = self._lines.get(event.ref)
        if line is not None:
            self.callbacks.open_agreement(line.plan, line.agreement)
        elif event.ref.startswith(DUE):
            self.callbacks.open_due(event.ref.removeprefix(DUE))
        elif event.ref.startswith(NEW):
            self.callbacks.open_new(event.ref.removeprefix(NEW))

    def action_choose(self) -> None:
        """Open the plan at what is marked."""
        self.list.choose()

    def action_page(self, by: int) -> None:
        """Scroll a page down or up."""
        self.list.action_page(by)

    # notes

    def _to_note(self) -> AgreedLine | None:
        """The marked agreement, where it is known who notes, and whether they are meant in its plan; else that is asked
        first."""
        line = self._marked
        if not self._notes.writer:
            self.action_ask_writer()
            return None
        return line if line and self.attempt(lambda: self._notes.require_known(line)) else None

    def action_note_done(self) -> None:
        """The marked agreement was kept."""
        line = self._to_note()
        if line is not None:
            self.attempt(lambda: self._note(line, "yes", None, "", self.tr("Noted: done")))

    def action_note_not_done(self) -> None:
        """The marked agreement was not kept: ask why."""
        line, reasons, tr = self._to_note(), self._notes.reasons(), self.tr
        if line is None:
            return
        told = tr("Noted: not done")
        if not reasons:  # a script may have none
            self.attempt(lambda: self._note(line, "no", None, "", told))
            return

        def because(picked: str, _typed: str) -> None:
            self._note(line, "no", BECAUSE[picked], "", told, close=self.callbacks.close)

        question = QuestionContent("", tr("How did that come about?"), line.what)
        self._ask(PickOrTypeQuestion(line.name, question, reasons), because)

    def action_note_words(self) -> None:
        """Say how the marked agreement went: with a face, or in words."""
        line, tr = self._to_note(), self.tr
        if line is None:
            return
        faces = tuple(Selectable(face, words) for face, words in self._faces().items())

        def said(picked: str, typed: str) -> None:
            words = typed or self._faces()[picked]
            self._note(line, None, None, words, tr("Noted"), close=self.callbacks.close)

        question = QuestionContent("", tr("How was it?"), line.what)
        starter, before = tr("Or type it in your own words"), []
        if self.attempt(lambda: before.append(self._notes.typed(line))):
            asked = PickOrTypeQuestion(line.name, question, faces, starter, before[0])
            self._ask(asked, said, lambda words: self._notes.keep_typed(line, words))

    def action_note_bad_day(self) -> None:
        """Note of the client of the marked line that it was a bad day, as they told of one (M09)."""
        line, tr = self._to_note(), self.tr
        signals: list[Selectable] = []
        if line is None or not self.attempt(lambda: signals.extend(self._notes.bad_days(line))):
            return
        if not signals:
            self.notice.tell(tr("Nothing was said of a bad day in this plan."))
            return
        words = {signal.id: signal.title for signal in signals}

        def so(picked: str, _typed: str) -> None:
            self.callbacks.close()
            written: list[bool] = []
            if self.attempt(lambda: written.append(self._notes.note_bad_day(line, picked))):
                told = tr("It was such a day.") if written[0] else tr("This stood here already. Nothing was changed.")
                self._show(line.ref)
                undo = (tr("Undo"), self.action_undo) if written[0] else ()
                of_whom = f"{told} · {line.name}"
                self.notice.show(tr("{what}: {words}", what=of_whom, words=quoted(words[picked])), *undo)

        question = QuestionContent("", tr("Was it such a day?"), tr("In their own words"))
        self._ask(PickOrTypeQuestion(line.name, question, tuple(signals)), so)

    def _faces(self) -> dict[str, str]:
        return {"bad": self.tr("It was hard."), "so-so": self.tr("It was all right."), "good": self.tr("It went well.")}

    def action_ask_writer(self) -> None:
        """Who looks: then notes stand with their name."""
        tr = self.tr

        def known(picked: str, typed: str) -> None:
            self._notes.write_as(picked or typed)
            self.callbacks.close()

        question = QuestionContent("", tr("Who are you?"), tr("Then what you note stands with your name."))
        self._ask(PickOrTypeQuestion(tr("Today"), question, self._notes.known_writers(), tr("Or type a name")), known)

    def _ask(
        self, asked: PickOrTypeQuestion, answer: Callable[[str, str], None],
        keep: Callable[[str], None] = lambda typed: None,
    ) -> None:
        self.callbacks.ask(PickOrTypeScreen(
            asked, tr=self.tr, now=self._clock, answer=answer, back=self.callbacks.close,
            open_help=self.callbacks.open_help, keep=keep,
        ))

    def _note(
        self, line: AgreedLine, done: Done | None, because: Because | None, text: str, told: str, *,
        close: Callable[[], None] = lambda: None,
    ) -> None:
        """Note it, `close` what asked for it, go to what is to be done next, and offer to undo it. What is refused is
        raised, and nothing is closed."""
        noted = self._notes.note(line, done=done, because=because, text=text)
        close()
        self._show(self._next_after(line) if done is not None else line.ref)
        self.notice.show(self._told(line, noted, told), self.tr("Undo"), self.action_undo)

    def _told(self, line: AgreedLine, noted: NotedToday, told: str) -> str:
        tr = self.tr
        words = tr("{what}: {words}", what=f"{told} · {line.name}", words=quoted(line.what))
        new = tr("New in this plan: {name}", name=self._notes.writer) if noted.joined else ""
        often = tr("Three times for the same reason. Shall we look at it together?") if noted.look_at else ""
        return " ".join(filter(None, (words, new, often)))

    def _next_after(self, line: AgreedLine) -> str:
        """The line to mark once this one is noted: the next one of the list that is not, else the first."""
        refs = list(self._lines)
        following = refs[refs.index(line.ref) + 1 :] + refs
        of_it = (line.agreement, line.part)
        others = (ref for ref in following if (self._lines[ref].agreement, self._lines[ref].part) != of_it)
        return next((ref for ref in others if not self._lines[ref].noted), line.ref)

    def action_undo(self) -> None:
        """Undo the last note that was made here."""
        undone: list[str | None] = []
        if self.attempt(lambda: undone.append(self._notes.undo())):
            self._show()
            if undone[0] is None:
                self.notice.tell(self.tr("There is nothing to undo"))
            else:
                self.notice.show(self.tr("Undone: {words}", words=quoted(undone[0])))

    # ways out

    def action_toggle_theme(self) -> None:
        """The other colours."""
        self.callbacks.toggle_theme()

    def open_help(self, page: str) -> None:
        self.callbacks.open_help(page)

    def action_back(self) -> None:
        """To the list of plans; what was noted stays."""
        self._notes.let_go()
        self.callbacks.close()
