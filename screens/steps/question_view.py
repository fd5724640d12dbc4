"""`Question`: one question as it stands on the screen, with who speaks, where it is answered and what was said."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from textual.app import ComposeResult

from screens.parts.chips import Chip, Chips
from screens.parts.column import Column
from screens.parts.line_list import LineList
from screens.parts.message_line import MessageLine
from screens.steps.answer_entry import AnswerCallbacks, AnswerEntry
from screens.steps.board_sheet import board_sheet
from screens.steps.participants import here_last_time
from screens.steps.question_content import QuestionVariant, board_below, question_content
from screens.steps.question_text import QuestionContent, QuestionText, WhiteSpace, question_lines
from zlp_tui.conversation.desk import Desk
from zlp_tui.conversation.turn import (
    Board,
    Grid,
    Pick,
    Reading,
    Turn,
    Words,
)
from zlp_tui.i18n import Catalogue

SOMEBODY: Final = "somebody-else"
"""The chip that leads to the table."""
NO_DOMAIN: Final = "none"
WIDE_ENOUGH: Final = 72
COLUMN, WIDE_COLUMN, SIDES = 76, 116, 4
NOTICE: Final = 1
"""Lines that stay free for what the program tells."""


class BoardList(LineList):
    """What has been said already. Page up and page down turn the page of the conversation, not of this list."""


class QuestionView(Column):
    """A turn in widgets that stay; another turn is put into them. `speaks` is called with who was chosen to speak."""

    DEFAULT_CSS = """
    QuestionView {
        padding: 1 2 0 2;
        & #board { height: 1fr; min-height: 1; }
        & QuestionText, & Chips, & AnswerEntry, & MessageLine { max-width: 72; }
        &.-tight { padding: 0 2; }
        &.-apart MessageLine { margin-top: 1; }
    }
    """

    def __init__(
        self, desk: Desk, say: Catalogue, notice: MessageLine, answering: AnswerCallbacks, speaks: Callable[[str], None]
    ) -> None:
        super().__init__()
        self.turn: Turn = desk.turn()
        self.ways = QuestionVariant()
        self.domain: str | None = None
        """The life domain that what is said now is about."""
        self.asking = QuestionText()
        self.voices = Chips(speaks, id="voices")
        self.domains = Chips(self._choose_domain, folded=True, id="domains")
        self.entry = AnswerEntry(answering, say)
        self.board = BoardList(id="board")
        self._desk = desk
        self._say = say
        self._notice = notice

    def compose(self) -> ComposeResult:
        yield self.asking
        yield self.voices
        yield self.domains
        yield self.entry
        yield self._notice
        yield self.board

    def turn_page(self) -> None:
        """What comes next is another question: asked as it is, about nothing special."""
        self.ways, self.domain = QuestionVariant(), None

    def put(self, turn: Turn) -> None:
        """Show a turn; `fit` must follow."""
        self.turn = turn
        self.voices.display = isinstance(turn.input, Words)
        self._show_domains()
        self.entry.put(turn.input, self._standing())
        self.board.show(board_sheet(board_below(turn, self._say), self._say("here you are")))
        self.board.reveal()
        self.set_class(isinstance(turn.board, Grid), "-wide")

    def _standing(self) -> str:
        """What stands in the field: what was typed here before, else the one answer that stands."""
        shown = self.turn.input
        return self._desk.draft() or (shown.value or "" if isinstance(shown, Words) and not shown.many else "")

    def _show_voices(self, width: int) -> None:
        chips = [Chip(person.id, person.called) for person in (*self._desk.present, *here_last_time(self._desk))]
        somebody = self._say("somebody else") if width >= WIDE_ENOUGH else self._say("another")
        chips.append(Chip(SOMEBODY, somebody, quiet=True))
        self.voices.put(self._say("Who says this?"), chips, self._desk.voice.id)

    def _show_domains(self) -> None:
        shown = self.turn.input
        offered = shown.domains if isinstance(shown, Words) else ()
        self.domains.display = bool(offered)
        if offered:
            chips = [Chip(NO_DOMAIN, self._say("nothing special")), *(Chip(d.id, d.title) for d in offered)]
            self.domains.put(self._say("Is it about this?"), chips, self.domain or NO_DOMAIN)

    def _choose_domain(self, domain: str) -> None:
        self.domain = None if domain == NO_DOMAIN else domain
        self._show_domains()
        self.entry.focus_first()

    def fit(self, width: int, height: int, *, roomy: bool) -> None:
        """Follow the room there is; the question and the answer never leave it."""
        inner = min(WIDE_COLUMN if self.has_class("-wide") else COLUMN, width) - SIDES
        self._show_voices(width)
        chips = sum(chips.lines_in(inner) for chips in (self.voices, self.domains) if chips.display)
        said = self.board.lines_in(inner)
        in_words = isinstance(self.turn.input, Words)
        kept_back = min(said, 1) if not in_words else 4 if said else 0
        left = height - NOTICE - chips - kept_back
        asked = question_content(self.turn, self.ways, self._say)
        white, apart = self._white(asked, inner, left, roomy=roomy)
        airy = white == "around"
        self.asking.put(asked, white, steady=airy and in_words)
        self.set_class(not airy, "-tight")
        self.set_class(apart, "-apart")
        self.board.display = said > 0
        self.entry.fit(inner, max(3, left - airy - apart - self.asking.lines_in(inner)))

    def _white(self, asked: QuestionContent, width: int, left: int, *, roomy: bool) -> tuple[WhiteSpace, bool]:
        """Where white is, and whether a list stands apart from what is told below it.

        What is picked from or read gets its lines before the white does, and before what was said.
        """
        if isinstance(self.turn.input, Words):
            return ("around" if roomy else "none"), False
        wanted: tuple[WhiteSpace, WhiteSpace] = ("around", "below") if roomy else ("below", "none")
        most, less = wanted
        needed = roomy + len(question_lines(asked, width, most)) + self.entry.lines_in(width) + 1
        return (most, True) if needed <= left else (less, False)

    def put_to_another(self) -> None:
        """The question was put to somebody else: who answers is chosen first, so that words stay their own."""
        if self.ways.to_another and self.voices.display and self._desk.voice.id == self._desk.view.client:
            self.voices.mark_other()
            self.voices.focus()

    def take_letters(self, text: str) -> None:
        """Letters that nobody wanted are an answer, wherever the focus is; where nothing can be typed, that is said."""
        shown = self.turn.input
        if self.entry.takes_words:
            self.entry.field.type(text)
        elif isinstance(shown, Reading):
            self._notice.tell(self._say("There is nothing to type here. Enter goes on."))
        else:
            several = isinstance(shown, Pick) and shown.many
            self._notice.tell(self._say(
                "Choose with the arrows and the space bar." if several else "Choose with the arrows and Enter."
            ))
            self.entry.letters_came(self._notice.clear)

    def statements(self) -> set[str]:
        """The lines on the board that somebody said, and may say differently."""
        board = self.turn.board
        if isinstance(board, Board):
            quotes = [quote for group in board.groups for quote in group.quotes]
        else:
            quotes = [quote for row in board.cells for cell in row for quote in cell]
            quotes += [quote for group in board.beside for quote in group.quotes]
        return {quote.ref for quote in quotes if quote.statement}
