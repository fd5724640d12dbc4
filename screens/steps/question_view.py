"""`QuestionView`: a turn on the screen: its question, who speaks, the input, and the board."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from textual.app import ComposeResult

from screens.parts.chips import Chip, Chips
from screens.parts.column import Column
from screens.parts.early_keys import EarlyKeys
from screens.parts.line_list import LineList
from screens.parts.message_line import MessageLine
from screens.steps.answer_entry import AnswerCallbacks, AnswerEntry
from screens.steps.board_sheet import board_sheet
from screens.steps.offered_lines import MORE, few_offered, offered_on
from screens.steps.participants import who_can_speak
from screens.steps.question_content import QuestionVariant, board_below, question_content
from screens.steps.question_text import QuestionContent, QuestionText, WhiteSpace, question_lines
from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.conversation.ports.turn import Board, Grid, Pick, Reading, Turn, Words
from zlp_tui.i18n import Catalogue
from zlp_tui.plan.view import Term

SOMEBODY: Final = "somebody-else"
"""The id of the chip that opens the screen of participants."""
NO_DOMAIN: Final = "none"
WIDE_ENOUGH: Final = 72
COLUMN, WIDE_COLUMN, SIDES = 76, 116, 4
LONG: Final = 10
NOTICE: Final = 1
"""Lines that are reserved for messages."""


class BoardList(LineList):
    """The board: what was said already. It takes no page keys: these go to the next and previous question."""

    PAGES = False


class QuestionView(Column):
    """Widgets that are reused for every turn. `speaks` is called with the id of the chip that was chosen, `says_term`
    with whether the last reason is for now or for later."""

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
        self, desk: Desk, tr: Catalogue, early: EarlyKeys, notice: MessageLine, answering: AnswerCallbacks,
        speaks: Callable[[str], None], next_key: Callable[[], str], says_term: Callable[[Term | None], None],
    ) -> None:
        super().__init__()
        self.turn: Turn = desk.turn()
        self.variant = QuestionVariant()
        self.domain: str | None = None
        """The life domain that the answer is about."""
        self.taken: str | None = None
        """The offered line of which the answer is made."""
        self._all_offered = False
        self.asking = QuestionText()
        self.voices = Chips(early, speaks, id="voices")
        self.domains = Chips(early, self._choose_domain, folded=True, id="domains")
        self.terms = Chips(early, self._choose_term, id="terms")
        self._says_term = says_term
        self.entry = AnswerEntry(early, answering, tr)
        self.board = BoardList(early, id="board")
        self._desk = desk
        self._tr = tr
        self._notice = notice
        self._next_key = next_key
        self._whose = ""
        """Whose answer is shown, by person id."""

    def compose(self) -> ComposeResult:
        yield self.asking
        yield self.voices
        yield self.domains
        yield self.entry
        yield self.terms
        yield self._notice
        yield self.board

    def turn_page(self) -> None:
        """Reset what belongs to one question: its variant, the chosen domain, and what was offered."""
        self.variant, self.domain, self.taken, self._all_offered = QuestionVariant(), None, None, False
        self.entry.appeared()

    def put(self, turn: Turn) -> None:
        """Show a turn; call `fit` after it."""
        self.turn = turn
        whose = turn.answers or self._desk.voice.id
        if whose != self._whose:  # each person marks for themselves
            self._whose = whose
            self.entry.pick.appeared()
        self.voices.display = not isinstance(turn.input, Reading)
        self._show_domains()
        self._show_terms()
        self.entry.put(turn.input, self._standing(), self._desk.marks())
        self._show_board()
        self.set_class(isinstance(turn.board, Grid), "-wide")

    def _show_board(self) -> None:
        board = board_below(self.turn, self._tr)
        board = board if self._all_offered else few_offered(board, self._tr)
        self.board.show(board_sheet(board, self._tr("here you are")))
        self.board.reveal()

    def takes(self, ref: str) -> bool:
        """Put an offered line in the field, or show all that is offered; False for another line of the board."""
        if ref == MORE:
            self._all_offered = True
            self._show_board()
            return True
        words = offered_on(self.turn.board).get(ref)
        if words is not None:
            self.taken = ref
            typed = self.entry.typed
            self.entry.field.put("")
            self.entry.field.type(f"{typed} {words}" if typed else words)
        return words is not None

    def enter_on_board(self) -> str:
        """What Enter does on the board, in words."""
        marked = self.board.marked
        if marked == MORE:
            return self._tr("More")
        return self._tr("Take this") if marked in offered_on(self.turn.board) else self._tr("Look at this")

    def _standing(self) -> str:
        """The text of the field: the draft, else the current answer where there can be only one."""
        shown = self.turn.input
        return self._desk.draft() or (shown.value or "" if isinstance(shown, Words) and not shown.many else "")

    def _show_voices(self, width: int) -> None:
        answers = self.turn.answers
        chips = [Chip(person.id, person.called) for person in who_can_speak(self._desk, answers)]
        somebody = self._tr("somebody else") if width >= WIDE_ENOUGH else self._tr("another")
        if answers is None:
            chips.append(Chip(SOMEBODY, somebody, quiet=True))
        self.voices.put(self._tr("Who says this?"), chips, answers or self._desk.voice.id)

    def _show_domains(self) -> None:
        shown = self.turn.input
        offered = shown.domains if isinstance(shown, Words) else ()
        self.domains.display = bool(offered)
        if offered:
            chips = [Chip(NO_DOMAIN, self._tr("nothing special")), *(Chip(d.id, d.title) for d in offered)]
            self.domains.put(self._tr("Is it about this?"), chips, self.domain or NO_DOMAIN)

    def _choose_domain(self, domain: str) -> None:
        self.domain = None if domain == NO_DOMAIN else domain
        self._show_domains()
        self.entry.focus_first()

    def _show_terms(self) -> None:
        """After a reason: a second tap says whether it is for now or for later. Nothing is chosen before."""
        reason = self.turn.last_reason
        self.terms.display = reason is not None
        if reason is not None:
            chips = [Chip("short", self._tr("now")), Chip("long", self._tr("later"))]
            self.terms.put(self._tr("Is that for now or for later?"), chips, self._term_of(reason))

    def _term_of(self, reason: str) -> str | None:
        weighed = (c for choice in self._desk.view.choices for o in choice.options for c in o.considerations)
        return next((said.term for said in weighed if said.id == reason), None)

    def _choose_term(self, term: str) -> None:
        """Tapping what is chosen already takes it away."""
        reason = self.turn.last_reason
        stands = self._term_of(reason) if reason is not None else None
        self._says_term(None if term == stands else "long" if term == "long" else "short")
        self.entry.focus_first()

    def fit(self, width: int, height: int, *, roomy: bool) -> None:
        """Divide the height over the widgets; the question and the input are always visible."""
        inner = min(WIDE_COLUMN if self.has_class("-wide") else COLUMN, width) - SIDES
        self._show_voices(width)
        chips = sum(chips.lines_in(inner) for chips in (self.voices, self.domains, self.terms) if chips.display)
        said = self.board.lines_in(inner)
        in_words = isinstance(self.turn.input, Words)
        left = height - NOTICE - chips - self._kept_for_board(said, height - NOTICE - chips)
        asked = question_content(
            self.turn, self.variant, self._tr, next_key=self._next_key(), speaker_is_open=self.speaker_is_open
        )
        white, apart = self._white(asked, inner, left, said, roomy=roomy)
        airy = white == "around"
        self.asking.put(asked, white, steady=airy and in_words)
        self.set_class(not airy, "-tight")
        self.set_class(apart, "-apart")
        self.board.display = said > 0
        self.entry.fit(inner, max(3, left - airy - apart - self.asking.lines_in(inner)))

    def _kept_for_board(self, said: int, height: int) -> int:
        """How many lines a board of so many keeps, however much stands above it: half of the page where that is only
        read, and can be scrolled too."""
        match self.turn.input:
            case Words():
                return 4 if said else 0
            case Reading():
                return min(said, height // 2)
            case _:
                return min(said, 1)

    def _white(
        self, asked: QuestionContent, width: int, left: int, said: int, *, roomy: bool
    ) -> tuple[WhiteSpace, bool]:
        """Where white space goes, and whether there is a blank line between a list and the message below it.

        A list gets its lines before white space and the board do. A board of more than `LONG` lines, such as all that
        is told back, gets them before white space too, where else fewer than `LONG` are in view (U4).
        """
        if isinstance(self.turn.input, Words):
            return ("around" if roomy else "none"), False
        wanted: tuple[WhiteSpace, WhiteSpace] = ("around", "below") if roomy else ("below", "none")
        most, less = wanted
        needed = roomy + len(question_lines(asked, width, most)) + self.entry.lines_in(width) + 1
        crowded = said > LONG and left - needed < LONG
        return (most, True) if needed <= left and not crowded else (less, False)

    @property
    def speaker_is_open(self) -> bool:
        """Whether the question was put to somebody else, and nobody said yet who answers it."""
        by_client = self._desk.voice.id == self._desk.view.client
        return bool(self.variant.to_another) and self.voices.display and by_client and self.turn.answers is None

    def put_to_another(self) -> None:
        """After the question was put to somebody else: focus the choice of who answers."""
        if self.speaker_is_open:
            self.voices.mark_other()
            self.voices.focus()

    def take_letters(self, text: str) -> None:
        """Type text that no widget handled into the field, or show how to answer where nothing can be typed."""
        shown = self.turn.input
        if not self.entry.field.has_focus and self.entry.take_digit(text):
            self.entry.focus_first()
        elif self.entry.takes_words:
            self.entry.field.type(text)
        elif isinstance(shown, Reading):
            self._notice.tell(self._tr("There is nothing to type here. Enter goes on."))
        else:
            several = isinstance(shown, Pick) and shown.many
            self._notice.tell(self._tr(
                "Choose with the arrows and the space bar." if several else "Choose with the arrows and Enter."
            ))
            self.entry.letters_came(self._notice.clear)

    def statements(self) -> set[str]:
        """The refs of the statements on the board; these can be corrected."""
        board = self.turn.board
        if isinstance(board, Board):
            quotes = [quote for group in board.groups for quote in group.quotes]
        else:
            quotes = [quote for row in board.cells for cell in row for quote in cell]
            quotes += [quote for group in board.beside for quote in group.quotes]
        return {quote.ref for quote in quotes if quote.statement}
