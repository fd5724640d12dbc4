"""The conversation: one question at a time, and under it what has been said already."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from textual import events
from textual.app import ComposeResult
from textual.timer import Timer

from screens.commands import plan_commands
from screens.doors import Doors
from screens.parts.actions import Action
from screens.parts.chips import Chip, Chips
from screens.parts.column import Column
from screens.parts.drafting import DraftKeeper
from screens.parts.lines import Lines
from screens.parts.page import Page
from screens.parts.progress import Progress, Stage
from screens.steps.asking import Asking
from screens.steps.boards import board_sheet
from screens.steps.entry import Answering, Entry
from screens.steps.wording import Ways, asked_now
from zlp_tui.conversation.desk import (
    Board,
    Desk,
    Grid,
    Kept,
    Ordered,
    Pick,
    Picked,
    Reply,
    Spoken,
    Turn,
    Words,
)
from zlp_tui.dates import join_names
from zlp_tui.errors import ZlpError
from zlp_tui.i18n import Catalogue
from zlp_tui.plan.view import Person, Place
from zlp_tui.text import LIMIT

ROOMY: Final = 24
"""From this many lines on there is white around the question."""
WIDE_ENOUGH: Final = 72
SHORT: Final = 50
SOON: Final = 0.3
SOMEBODY: Final = "somebody-else"
NO_DOMAIN: Final = "none"


def called(person: Person) -> str:
    """What somebody is called at the table."""
    return person.salutation or person.name


def shortened(text: str) -> str:
    """The beginning of what was said, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= SHORT else f"{line[:SHORT].rstrip()}…"


class Answers(Lines):
    """What has been said already. Page up and page down turn the page of the conversation, not of this list."""


class TalkScreen(Page):
    """One plan's conversation. There is one instance; it turns its page by showing another turn in the same widgets.

    Nothing typed is ever dropped: going on says it, every other way out keeps it as a draft.
    """

    DEFAULT_CSS = """
    TalkScreen {
        & #board { height: 1fr; min-height: 2; }
        & Asking, & Chips, & Entry, & Notice { max-width: 72; }
        & Column { padding: 1 2 0 2; }
        &.-tight Column { padding: 0 2; }
    }
    """

    def __init__(self, desk: Desk, say: Catalogue, doors: Doors) -> None:
        super().__init__(say)
        self.desk = desk
        self.doors = doors
        self.turn: Turn = desk.turn()
        self.ways = Ways()
        self.progress = Progress()
        self.asking = Asking()
        self.voices = Chips(self._speak_as, id="voices")
        self.domains = Chips(self._choose_domain, folded=True, id="domains")
        self.entry = Entry(
            Answering(self.say_it, self._typed, self._too_much, self._picked, self._ordered, self.go_on), say
        )
        self.board = Answers(id="board")
        self.column = Column()
        self.drafts = DraftKeeper(lambda wait, call: self.set_timer(wait, call), self._keep_draft)
        self._stages: tuple[Stage, ...] = ()
        self._stages_due: Timer | None = None
        self._domain: str | None = None

    # what is on the screen

    def header(self) -> ComposeResult:
        yield self.progress

    def body(self) -> ComposeResult:
        with self.column:
            yield self.asking
            yield self.voices
            yield self.domains
            yield self.entry
            yield self.notice
            yield self.board

    def on_mount(self) -> None:
        self._learn_stages()
        self._show(self.turn)
        if self.desk.read_only:
            self.notice.refuse(self.say("This plan is open in another window. Here you can only read."))

    def on_resize(self, event: events.Resize) -> None:
        super().on_resize(event)
        self.set_class(event.size.height < ROOMY, "-tight")
        self._fit()

    def on_screen_resume(self) -> None:
        """Something may have been changed on the screen that lay on top of this one."""
        self.show_again()

    def show_again(self) -> None:
        """The same question, as it stands now; what is typed stays."""
        self.drafts.flush()
        self._learn_stages()
        self._show(self.desk.turn())

    def go(self, place: Place) -> None:
        """Turn to a place; what is typed here stays here as a draft."""
        self._turn_to(lambda: self.desk.go(place))

    def go_topic(self, topic: str) -> None:
        """Turn to a topic's first question."""
        self._turn_to(lambda: self.desk.go_topic(topic))

    def _turn_to(self, move: Callable[[], Turn | None]) -> bool:
        """Turn the page; False when there is no page there or it could not be done."""
        self._settle()
        found: list[Turn | None] = []
        if not self.attempt(lambda: found.append(move())) or found[0] is None:
            return False
        self.notice.hush()
        self._show(found[0])
        return True

    def _show(self, turn: Turn) -> None:
        """Show a turn in the widgets that are there, in one paint."""
        moved = turn.place != self.turn.place
        new_topic = turn.place.topic != self.turn.place.topic
        self.turn = turn
        if moved:
            self.ways, self._domain = Ways(), None
            turn = self.turn = self._put_to(turn, new_topic=new_topic)
        with self.app.batch_update():
            name = called(self.desk.view.client_person)
            self.top.show(self.say("My life · {name}", name=name), *self._at_table())
            self._show_progress()
            self._show_voices()
            self._show_domains()
            self.entry.put(turn.input, self._standing())
            self.board.show(board_sheet(turn.board, self.say("here you are")))
            self.board.reveal()
            self.column.set_class(isinstance(turn.board, Grid), "-wide")
            self._fit()
            self.keys.show(self.actions())
        if not self.entry.focus_first():
            self.keys.focus_on("next")

    def _put_to(self, turn: Turn, *, new_topic: bool) -> Turn:
        """Who is asked speaks: somebody else where the client asks them, and the client where a new topic begins.

        So nobody's words end up under another's name because a chip was still on from before.
        """
        client, speaks = self.desk.view.client, self.desk.voice.id
        others = [person.id for person in self.desk.present if person.id != client]
        if turn.to_another and speaks == client and others:
            asked = others[0]
        elif new_topic and not turn.to_another and speaks != client:
            asked = client
        else:
            return turn
        return self.desk.turn() if self.attempt(lambda: self.desk.speak_as(asked)) else turn

    def _standing(self) -> str:
        """What stands in the field: what was typed here before, else the one answer that stands."""
        shown = self.turn.input
        return self.desk.draft() or (shown.value or "" if isinstance(shown, Words) and not shown.many else "")

    def _show_voices(self) -> None:
        chips = [Chip(person.id, called(person)) for person in (*self.desk.present, *self._here_last_time())]
        somebody = self.say("somebody else") if self.app.size.width >= WIDE_ENOUGH else self.say("another")
        chips.append(Chip(SOMEBODY, somebody, quiet=True))
        self.voices.display = isinstance(self.turn.input, Words)
        self.voices.put(self.say("Who says this?"), chips, self.desk.voice.id)

    def _here_last_time(self) -> tuple[Person, ...]:
        """Who sat here the last time and does not now: they join the table by saying something."""
        talks = self.desk.view.conversations
        there = [seat.person for seat in talks[-1].present] if talks else []
        seated = {person.id for person in self.desk.present}
        return tuple(p for p in self.desk.view.people if p.id in there and p.id not in seated)

    def _show_domains(self) -> None:
        shown = self.turn.input
        offered = shown.domains if isinstance(shown, Words) else ()
        self.domains.display = bool(offered)
        if offered:
            chips = [Chip(NO_DOMAIN, self.say("nothing special")), *(Chip(d.id, d.title) for d in offered)]
            self.domains.put(self.say("Is it about this?"), chips, self._domain or NO_DOMAIN)

    def _at_table(self) -> tuple[str, ...]:
        names = [called(person) for person in self.desk.present]
        together = join_names(names, self.say.locale) if names else ""
        return (self.say("At the table: {names}", names=together), together) if names else ()

    def _fit(self) -> None:
        """Heights that follow the window; the question and the answer never leave the screen."""
        width, height = self.app.size
        airy = height >= ROOMY
        inner = min(116 if self.column.has_class("-wide") else 76, width) - 4
        steady = airy and isinstance(self.turn.input, Words)
        self.asking.put(asked_now(self.turn, self.ways, self.say), airy=airy, steady=steady)
        self.progress.styles.height = 2 if airy else 1
        used = 2 + airy + self.progress_lines(airy) + self.asking.lines_in(inner) + 1 + self.keys.lines_in(width - 2)
        used += self.voices.display + self.domains.display
        has_board = bool(self.turn.board.columns if isinstance(self.turn.board, Grid) else self.turn.board.groups)
        self.entry.fit(inner, max(3, height - used - (4 if has_board else 0)))

    @staticmethod
    def progress_lines(airy: bool) -> int:
        """How many lines the progress takes."""
        return 2 if airy else 1

    def _learn_stages(self) -> None:
        """How far each question of the plan is; takes longer than one may wait for after a key."""
        self._stages = tuple(Stage(c.title, c.state, here=False) for c in self.desk.map())
        self._stages_due = None
        self._show_progress()

    def _learn_stages_soon(self) -> None:
        if self._stages_due is None:
            self._stages_due = self.set_timer(SOON, self._learn_stages)

    def _show_progress(self) -> None:
        turn = self.turn
        self.progress.put(
            [replace(stage, here=stage.title == turn.chapter_title) for stage in self._stages],
            self.say("{number} of {count}", number=turn.topic_number, count=turn.topic_count),
        )

    # saying things

    def say_it(self) -> None:
        """Enter in the field: say what is typed; with nothing typed, go on."""
        if self._unsaid() is None:
            self._walk_on()
        else:
            self._answer(walk=isinstance(self.turn.input, Pick) and not self.entry.typed)

    def go_on(self) -> None:
        """Verder: say what is typed or marked first, then the next question."""
        if self._unsaid() is None:
            self._walk_on()
        else:
            self._answer(walk=True)

    def _unsaid(self) -> Reply | None:
        """What is typed or marked and was not said yet."""
        shown, typed = self.turn.input, self.entry.typed
        if isinstance(shown, Words):
            stands = "" if shown.many else (shown.value or "").strip()
            return Spoken(typed, self._domain) if typed and typed != stands else None
        if isinstance(shown, Pick) and (typed or (shown.many and set(self.entry.pick.chosen) != set(shown.chosen))):
            return Picked(self.entry.pick.chosen, added=typed or None)
        return None

    def _picked(self, ids: tuple[str, ...]) -> None:
        many = isinstance(self.turn.input, Pick) and self.turn.input.many
        self._answer(Picked(ids, added=self.entry.typed or None), walk=many and not self.entry.typed)

    def _ordered(self, ids: tuple[str, ...]) -> None:
        self._answer(Ordered(ids))

    def _answer(self, reply: Reply | None = None, *, walk: bool = False) -> bool:
        """Give an answer to the desk and show what became of it; False when it was refused: then the text stays."""
        said = reply or self._unsaid()
        kept: list[Kept] = []
        if said is None or not self.attempt(lambda: kept.append(self.desk.answer(said))):
            return False
        self.drafts.forget()
        if isinstance(said, Picked):
            self.turn = self.desk.turn()
        with self.app.batch_update():
            if not ((walk or kept[0].goes_on) and self._walk_on()):
                self._domain = None
                self._show(self.desk.turn())
                if kept[0].refs:
                    self.board.reveal(kept[0].refs[0])
            self._say_kept(kept[0])
        self._learn_stages_soon()
        return True

    def _say_kept(self, kept: Kept) -> None:
        if kept.cut_to is not None:
            said = self.say("Saved. Only the first {count} characters fit.", count=kept.cut_to)
        else:
            said = self.say("Saved")
        self.notice.say(said, self.say("Undo this"), self.undo)

    def undo(self) -> None:
        """Take back the last thing kept; no "are you sure" is needed anywhere."""
        undone: list[str | None] = []
        if not self.attempt(lambda: undone.append(self.desk.undo())):
            return
        with self.app.batch_update():
            self.show_again()
            if undone[0] is None:
                self.notice.say(self.say("There is nothing to undo"))
            elif undone[0]:
                self.notice.say(self.say("Undone: {words}", words=f"“{shortened(undone[0])}”"))
            else:
                self.notice.say(self.say("Undone"))

    # walking

    def _walk_on(self) -> bool:
        """The next question; after the last one the map."""
        if self._turn_to(self.desk.forward):
            return True
        self.leave_to(self.doors.open_map)
        return False

    def skip(self) -> None:
        """The next question, saying nothing; what is typed stays here as a draft, marks are as they were."""
        if isinstance(self.turn.input, Pick):
            self.entry.pick.put(self.turn.input)
        self._walk_on()

    def turn_back(self) -> None:
        """The question before."""
        if not self._turn_to(self.desk.back):
            self.doors.open_map()

    def other_side(self) -> None:
        """The other side of a question with two."""
        if self.turn.other_side is not None:
            self.go(self.turn.other_side)

    # who speaks, and about what

    def _speak_as(self, person: str) -> None:
        if person == SOMEBODY:
            self.leave_to(self.doors.open_table)
            return
        self.drafts.flush()
        if self.attempt(lambda: self.desk.speak_as(person)):
            typed = self.entry.typed
            self._show(self.desk.turn())
            if typed and self.entry.typed != typed:
                self.entry.field.put(typed)

    def _choose_domain(self, domain: str) -> None:
        self._domain = None if domain == NO_DOMAIN else domain
        self._show_domains()
        self.entry.focus_first()

    # asking in another way

    def ask_differently(self) -> None:
        """The next other way to ask this."""
        self._reword(self.ways.differently(len(self.turn.differently)))

    def show_example(self) -> None:
        """The next example; after the last one none."""
        self._reword(self.ways.example(len(self.turn.examples)))

    def ask_another(self) -> None:
        """The question as it is put to somebody else; who answers it is chosen first, so that words stay their own."""
        self._reword(self.ways.another(len(self.turn.ask_another)))
        if self.ways.to_another and self.voices.display and self.desk.voice.id == self.desk.view.client:
            self.voices.mark_other()
            self.voices.focus()

    def _reword(self, ways: Ways) -> None:
        self.ways = ways
        with self.app.batch_update():
            self._fit()

    # drafts

    def on_key(self, event: events.Key) -> None:
        """Letters that nobody wanted are an answer, wherever the focus is."""
        if self.is_active and self.entry.takes_words and event.is_printable and event.key != "space":
            event.stop()
            self.entry.field.type(event.character or "")
        else:
            super().on_key(event)

    def on_paste(self, event: events.Paste) -> None:
        """So is what is pasted."""
        if self.entry.takes_words:
            event.stop()
            self.entry.field.type(event.text)

    def _typed(self) -> None:
        self.drafts.touch()

    def _keep_draft(self) -> None:
        """Keep what is typed. When it cannot be kept, say so: the text stays in the field."""
        try:
            self.desk.keep_draft(self.entry.typed if self._unsaid() is not None else "")
        except ZlpError as error:
            self.notice.refuse(self.say(error.message, **error.values))

    def _too_much(self) -> None:
        self.notice.refuse(self.say("This is too long. The first {count} characters are here.", count=LIMIT))

    def keep_all(self) -> None:
        """Write what is typed and not yet written: somebody leaves, or the window closes."""
        self._settle()

    def leave_to(self, door: Callable[[], None]) -> None:
        """Go through a door; what is typed stays here."""
        self._settle()
        door()

    def _settle(self) -> None:
        """Before we leave a question: what is typed is a draft, what is marked or held is kept as it stands."""
        self.drafts.flush()
        self.entry.order.put_down()
        shown, marked = self.turn.input, self.entry.pick.chosen
        if isinstance(shown, Pick) and shown.many and set(marked) != set(shown.chosen):
            self.attempt(lambda: self._keep_marks(Picked(marked)))

    def _keep_marks(self, marks: Picked) -> None:
        self.desk.answer(marks)
        self.turn = self.desk.turn()

    def on_descendant_blur(self) -> None:
        self.drafts.flush()

    # what is chosen on the board

    def on_lines_chosen(self, event: Lines.Chosen) -> None:
        event.stop()
        ref = event.ref
        if not self.is_active:  # chosen twice in one go: the first did it
            return
        if ref in self._statements():
            self.leave_to(lambda: self.doors.open_statement(ref, self.show_again))
        else:
            self.leave_to(lambda: self.doors.open_trace(ref))

    def _statements(self) -> set[str]:
        board = self.turn.board
        if isinstance(board, Board):
            quotes = [quote for group in board.groups for quote in group.quotes]
        else:
            quotes = [quote for row in board.cells for cell in row for quote in cell]
            quotes += [quote for group in board.beside for quote in group.quotes]
        return {quote.ref for quote in quotes if quote.statement}

    # keys

    def commands(self) -> tuple[Action, ...]:
        """What is on the row, and all topics, screens and people."""
        return (*self.actions(), *plan_commands(self.desk, self.say, self.doors))

    def actions(self) -> tuple[Action, ...]:
        """First ways to ask, then ways to go; what cannot be done here is not on the row."""
        say, doors, turn = self.say, self.doors, self.turn
        asking = [
            (turn.differently, Action("differently", say("Ask differently"), self.ask_differently, ("f2",), "F2")),
            (turn.examples, Action("example", say("Example"), self.show_example, ("f3",), "F3")),
            (turn.ask_another, Action("another", say("Ask somebody else"), self.ask_another, ("f4",), "F4")),
            (turn.other_side, Action("side", say("Other side"), self.other_side, ("f5",), "F5")),
        ]
        return (
            *(action for there, action in asking if there),
            Action("back", say("Back"), self.turn_back, ("pageup",), "PgUp", line=1),
            Action("skip", say("Skip"), self.skip, ("f6",), "F6", line=1),
            Action("map", say("Map"), lambda: self.leave_to(doors.open_map), ("escape",), "Esc", line=1),
            Action("stop", say("Stop"), lambda: self.leave_to(doors.leave), ("f9",), "F9", line=1),
            Action("help", say("Help"), lambda: self.leave_to(lambda: doors.open_help("talk")), ("f1",), "F1", line=1),
            Action("next", say("Next"), self.go_on, ("pagedown",), "PgDn", main=True, line=1),
            Action("undo", say("Undo"), self.undo, ("ctrl+z",), on_row=False),
            Action("colours", say("Colours"), doors.turn_colours, ("t",), on_row=False),
        )
