"""`NoteScreen`: a progress note about an agreement or a goal, or that it was a bad day (L25, L26, L63, M09)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Literal, get_args

from screens.follow_up.base_entry_screen import BaseEntryScreen
from screens.follow_up.looking_together import answer_look_at, look_at_lines
from screens.navigation.navigator import Navigator
from screens.parts.actions import BACK, CHOOSE, HELP, HELP_TOO, REDO, SAVE_WORDS, UNDO, Action
from screens.parts.line_layout import LineItem, RowsSheet, Sheet
from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.conversation.ports.follow_up import Noted
from zlp_tui.conversation.ports.turn import Kept, Selectable
from zlp_tui.i18n import Catalogue, message
from zlp_tui.plan.view import Because, Done, Progress
from zlp_tui.script.roles import Role
from zlp_tui.text import first_words

Mode = Literal["which", "done", "because", "words", "look-at"]
LOOSE: Final = "loose"
OTHERWISE: Final = "otherwise"
ONLY_WORDS: Final = "words"
BESIDE: Final = 40
"""Characters of what was being typed that stand beside a line."""


class NoteScreen(BaseEntryScreen):
    """A note of how it went. `ref` is what it is about, where that was marked on the screen we came from."""

    help_page = "note"
    route = "note"
    ACTIONS = (
        SAVE_WORDS, CHOOSE,
        Action("otherwise", message("Different today"), "otherwise", "x"),
        UNDO, REDO, HELP, HELP_TOO, BACK,
    )

    def __init__(self, desk: Desk, tr: Catalogue, navigator: Navigator, ref: str | None = None) -> None:
        super().__init__(desk, tr, navigator)
        self.mode: Mode = "which"
        self.things: dict[str, Selectable] = {}
        self.signals: dict[str, Selectable] = {}
        """What was said of bad days: choosing one notes at once that it was so today."""
        self.about: str | None = None
        self.done: Done | None = None
        self.because: Because | None = None
        self._otherwise = False
        self._given = ref
        self._look_together: Callable[[], None] | None = None
        """The way to where an agreement is looked at together, while that is proposed."""

    def follow(self, to: Callable[[str], str]) -> None:
        self.about = self.about and to(self.about)

    def heading(self) -> str:
        return self.tr("Note how it went")

    def _read(self) -> None:
        self.things = {thing.id: thing for thing in self.desk.follow_up.things()}
        self.signals = {signal.id: signal for signal in self.desk.follow_up.signals()}

    def start(self) -> None:
        self._read()
        if self._given in self.things:
            self.about, self.mode = self._given, "done"
            self.show_all()
        super().start()
        self.once_known(lambda: None)

    # what stands on the screen

    def subject(self) -> tuple[LineItem, ...]:
        self._read()
        thing = self.things.get(self.about or "")
        if self.mode == "which" or thing is None:
            return ()
        return (LineItem(f"“{thing.title}”", by=thing.by or "", note=thing.hint, look="quote"),)

    def prompt(self) -> str:
        tr = self.tr
        if self.mode == "words":
            if self.about is None:
                return tr("What do you want to write down?")
            return tr("What did it bring?") if self.done == "yes" else tr("What do you want to say about it?")
        return {
            "which": tr("What do you want to say something about?"),
            "done": tr("Did it go as agreed?"),
            "because": tr("How did that come about?"),
            "look-at": tr("Three times for the same reason. Shall we look at it together?"),
        }[self.mode]

    def asks_speaker(self) -> bool:
        return self.mode in ("done", "because", "words")

    def asks_answer(self) -> bool:
        return self.mode != "which"

    def sheet(self) -> Sheet:
        if self.mode == "done":
            return RowsSheet(self._answers())
        if self.mode == "because":
            reasons = self.desk.follow_up.reasons()
            return RowsSheet(tuple(LineItem(r.title, r.id, note=r.hint, sign=f"{n}") for n, r in enumerate(reasons, 1)))
        if self.mode == "look-at":
            return RowsSheet(look_at_lines(self.desk, self.tr))
        return RowsSheet(self._which())

    def numbered(self) -> tuple[str, ...]:
        if self.mode == "which":
            return tuple(self.signals)
        return tuple(reason.id for reason in self.desk.follow_up.reasons()) if self.mode == "because" else ()

    def _which(self) -> tuple[LineItem, ...]:
        """Agreements first, then goals, then what was said of bad days; a note may be about none of these."""
        goals = {goal.id for goal in self.desk.view.active_goals()}
        agreed = [thing for ref, thing in self.things.items() if ref not in goals]
        wanted = [thing for ref, thing in self.things.items() if ref in goals]
        tr = self.tr
        return (
            *((LineItem(tr("Agreements"), look="heading"),) if agreed else ()),
            *map(self._thing_line, agreed),
            *((LineItem(tr("Goals"), look="heading"),) if wanted else ()),
            *map(self._thing_line, wanted),
            *((LineItem(tr("Was it such a day?"), look="heading"),) if self.signals else ()),
            *(
                LineItem(f"“{signal.title}”", ref, by=signal.by or "", note=signal.hint, look="quote", sign=f"{number}")
                for number, (ref, signal) in enumerate(self.signals.items(), start=1)
            ),
            *((LineItem(""),) if self.things or self.signals else ()),
            LineItem(tr("Loose, without an agreement"), LOOSE, note=self._typed_here(None)),
        )

    def _answers(self) -> tuple[LineItem, ...]:
        tr, typed = self.tr, self._typed_here(self.about)
        return (
            *((LineItem(typed, look="quiet"),) if typed else ()),
            LineItem(tr("Yes"), "yes"),
            LineItem(tr("A bit"), "partly"),
            LineItem(tr("No"), "no"),
            LineItem(tr("Different today"), OTHERWISE, by=tr("It did not happen, because…")),
            LineItem(tr("Only write something down"), ONLY_WORDS),
        )

    def _thing_line(self, thing: Selectable) -> LineItem:
        note = self._typed_here(thing.id) or self._last_of(thing.id)
        return LineItem(f"“{thing.title}”", thing.id, by=thing.by or "", note=note, look="quote")

    def _typed_here(self, about: str | None) -> str:
        follow_up, tr = self.desk.follow_up, self.tr
        typed = follow_up.draft("note", about)
        if typed:
            return tr("Still being typed: “{words}”", words=first_words(typed, BESIDE))
        others = follow_up.drafts_of_others("note", about)
        if not others or not others[0][0]:
            return ""
        return tr("{name} was still typing: “{words}”", name=others[0][0], words=first_words(others[0][1], BESIDE))

    def _last_of(self, about: str) -> str:
        last = next((note for note in reversed(self.desk.view.progress) if note.about == about), None)
        return self._said_last(last) if last is not None else ""

    def _said_last(self, last: Progress) -> str:
        tr = self.tr
        word = {"yes": tr("Yes"), "partly": tr("A bit"), "no": tr("No"), None: tr("written down")}[last.done]
        return tr("{date}: {words}", date=self.desk.history.day_of(last.on), words=word.lower())

    # choosing

    def chosen(self, ref: str) -> None:
        if self.mode == "look-at":
            self._look_at(ref)
        else:
            self.once_known(lambda: self._answered(ref))

    def _answered(self, ref: str) -> None:
        match self.mode:
            case "which" if ref in self.signals:
                self._was_so(ref)
            case "which":
                self._about(ref)
            case "done":
                self._went(ref)
            case "because":
                self._came_about(ref)

    def _about(self, ref: str) -> None:
        self.about = None if ref == LOOSE else ref
        if self.about is None:
            self._ask_words(None)
        else:
            self.mode = "done"
            self.show_list()

    def _went(self, ref: str) -> None:
        self.because, self._otherwise = None, ref == OTHERWISE
        if ref == "yes" or ref == ONLY_WORDS:
            self._ask_words("yes" if ref == "yes" else None)
        else:
            self.done = "partly" if ref == "partly" else "no"
            reasons = self.desk.follow_up.reasons()
            if not reasons:  # a script may have none
                self._ask_words(self.done)
                return
            self.mode = "because"
            self.show_list()

    def _came_about(self, ref: str) -> None:
        self.because = next(reason for reason in get_args(Because) if reason == ref)
        if self._otherwise:
            self._note("")
        else:
            self._ask_words(self.done)

    def enter_in_field(self) -> str:
        return self.tr("Keep it like this") if self.done is not None else super().enter_in_field()

    def _ask_words(self, done: Done | None) -> None:
        self.mode, self.done = "words", done
        self.notice.clear()
        nothing = self.tr("Typing nothing is fine too") if done is not None else ""
        self.start_typing("note", self.about, nothing)

    def action_otherwise(self) -> None:
        """Different today: it did not happen, and the reason is all that is asked."""
        ref = self.list.marked
        if self.mode == "which" and ref in self.things:
            self.about, self.mode = ref, "done"
        if self.mode == "done":
            self._went(OTHERWISE)

    # keeping

    def save_words(self) -> None:
        self._note(self.field.text)

    def _note(self, text: str) -> None:
        noted: list[Noted] = []

        def write() -> Kept:
            noted.append(self.desk.follow_up.note(self.about, done=self.done, because=self.because, text=text))
            return noted[0].kept

        kept = self.save(write)
        if kept is None:
            return
        look_at = noted[0].look_at
        self._look_together = None if look_at is None else self._way_to_look_at(look_at)
        self.mode = "which" if self._look_together is None else "look-at"
        if look_at is not None:
            self.about = look_at
        self.show_saved(kept, None if self.mode == "look-at" else self.about or LOOSE)

    def _was_so(self, signal: str) -> None:
        """It was such a day: that is all there is to say of it (M09)."""
        kept = self.save(lambda: self.desk.follow_up.it_was_so(signal))
        if kept is not None:
            self.show_saved(kept, signal)

    def _look_at(self, ref: str) -> None:
        """Three times the same reason is a question, never a decision (M16)."""
        about = self.about or ""
        if not self.attempt(lambda: answer_look_at(self.desk, about, ref)):
            return
        self.mode = "which"
        if ref == "talk" and self._look_together is not None:
            self._look_together()
        else:
            self.show_list(self.about)

    def _way_to_look_at(self, about: str) -> Callable[[], None] | None:
        place = self.desk.place_for("adjust", about)
        return self.way_to_talk(about, Role.AGREEMENTS) if place is None else lambda: self.navigator.show_talk(place)

    def undo(self) -> None:
        if self.mode == "look-at":
            self.mode = "which"
        super().undo()

    def action_back(self) -> None:
        """One question back; from the first one to where we came from. What is typed stays."""
        was = self.mode
        self.stop_typing()
        if was == "which" or (was == "done" and self._given is not None):
            self.navigator.back()
            return
        before: dict[Mode, Mode] = {"words": "done" if self.about is not None else "which", "because": "done"}
        self.mode = before.get(was, "which")
        self.show_list(self.about or LOOSE if self.mode == "which" else None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "otherwise":
            return self.mode == "which" and bool(self.things)
        return super().check_action(action, parameters)
