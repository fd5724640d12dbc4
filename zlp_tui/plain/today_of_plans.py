"""The list of today over all plans, line by line: numbered, with a note of a line behind its number (L07, L109)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from zlp_tui.conversation.ports.today_in_plans import AgreedLine, NotesOfToday, TodayInPlans
from zlp_tui.errors import ZlpError
from zlp_tui.i18n import Catalogue
from zlp_tui.new_lines_text import new_lines_text
from zlp_tui.plain.commands.note_parser import because_by_id, day_options, option_typed, outcome_and_words
from zlp_tui.plain.pages.line_writer import LineWriter
from zlp_tui.plain.pages.prompt_help import no_command, stops
from zlp_tui.plain.pages.text_page import quoted
from zlp_tui.plain.typed.answer_parser import parse_number
from zlp_tui.plan.view import Because, Done
from zlp_tui.text import folded, one_line, shortened

Read = Callable[[tuple[str, ...]], str | None]
"""Reads a line; None at the end of the input. Whoever asks for help is told these lines first."""
STOPPED: Final = ""
"""Instead of a plan to open: the program is to end."""


class _Numbered(NamedTuple):
    """What a number of the list stands for: a plan, and what is agreed in it, if it is that."""

    plan: str
    agreed: AgreedLine | None = None


class _Why(NamedTuple):
    """Why something did not happen, if that was said, and whether one stopped there."""

    because: Because | None = None
    stops: bool = False


class TodayOfPlans:
    """Asks who looks, prints the list, and takes notes until a plan is chosen or the input ends."""

    def __init__(self, notes: NotesOfToday, read: Read, out: LineWriter, tr: Catalogue) -> None:
        self._notes = notes
        self._read = read
        self._out = out
        self._tr = tr
        self._numbers: list[_Numbered] = []

    def run(self) -> str | None:
        """The plan to open, by id; None: back to the list of plans; `STOPPED`: end."""
        if not self._notes.writer and not self._ask_writer():
            return STOPPED
        self._print()
        while True:
            typed = self._read((self._how(),))
            if typed is None or stops(typed, self._tr):
                return STOPPED
            if not typed:
                self._notes.let_go()
                return None
            try:
                plan = self._take(typed)
            except ZlpError as refused:
                self._out.print(self._tr(refused.message, **refused.values))
                continue
            if plan is not None:
                self._notes.let_go()
                return plan

    def _how(self) -> str:
        return self._tr(
            "Type a number and: done, not, such a day, or words. A number alone opens the plan. "
            "An empty line goes back."
        )

    def _ask_writer(self) -> bool:
        known, tr = self._notes.known_writers(), self._tr
        question, how = tr("Who are you?"), tr("Type a number or a name.")
        self._out.print(question)
        for number, person in enumerate(known, start=1):
            self._out.print(f"{person.title} {f'({person.hint})' if person.hint else ''}".rstrip(), f"  {number}. ")
        self._out.print(how)
        while (typed := self._read((question, how))) and not stops(typed, tr):
            number_typed = parse_number(typed)
            chosen = known[number_typed - 1].id if number_typed and number_typed <= len(known) else ""
            try:
                self._notes.write_as(chosen or no_command(typed))
            except ZlpError as refused:
                self._out.print(tr(refused.message, **refused.values))
                continue
            return True
        return False

    # the list

    def _print(self) -> None:
        today, tr, self._numbers = self._notes.today(), self._tr, []
        for part in today.parts:
            self._out.print(part.title)
            for line in part.lines:
                self._line(_Numbered(line.plan, line), line.name, line.what, line.who, line.noted)
        if not today.parts:
            self._out.print(tr("Nothing is agreed for today."))
        self._print_plans(today)
        for name in today.unread:
            sentence = tr("{name}: something in this plan cannot be read. Type: zlp check", name=one_line(name))
            self._out.print(sentence)
        self._out.print(self._how())

    def _print_plans(self, today: TodayInPlans) -> None:
        tr = self._tr
        if today.due:
            self._out.print(tr("It is time for this"))
        for due in today.due:
            when = tr("{what}, and {count} more", what=due.when, count=due.more) if due.more else due.when
            self._line(_Numbered(due.plan), due.name, due.title, when)
        if today.news:
            self._out.print(tr("New for you"))
        for new in today.news:
            self._line(_Numbered(new.plan), new.name, new_lines_text(tr, new.count, new.since))

    def _line(self, means: _Numbered, *told: str) -> None:
        self._numbers.append(means)
        self._out.print(" · ".join(one_line(part) for part in told if part), f"  {len(self._numbers)}. ")

    # notes

    def _take(self, typed: str) -> str | None:
        """Do what a line says; the plan to open, if it says that."""
        tr = self._tr
        first, after = (*typed.split(maxsplit=1), "")[:2]
        if folded(first) == folded(tr("/undo")):
            self._undo()
            return None
        if folded(first) == folded(tr("/today")):
            self._print()
            return None
        if folded(first) == folded(tr("/i-am")):
            return self._change_writer(after)
        number = parse_number(first)
        if number is None or not 1 <= number <= len(self._numbers):
            self._out.print(self._how())
            return None
        means = self._numbers[number - 1]
        if not after:
            return means.plan
        if means.agreed is None:
            self._out.print(tr("A number alone opens this plan."))
            return None
        if folded(after) == folded(tr("such a day")):
            return self._note_bad_day(means.agreed)
        return self._note(means.agreed, *outcome_and_words(day_options(tr), after))

    def _change_writer(self, name: str) -> str | None:
        """Somebody else looks and notes; without a name it is asked who."""
        if name:
            self._notes.write_as(name)
        elif not self._ask_writer():
            return STOPPED
        self._print()
        return None

    def _note(self, line: AgreedLine, done: Done | None, words: str) -> str | None:
        """Note it; `STOPPED` when one stops at the question why."""
        self._notes.require_known(line)
        why = self._ask_why() if done in ("no", "partly") and not words else _Why()
        because, tr = why.because, self._tr
        noted = self._notes.note(line, done=done, because=because, text=words)
        told = {"yes": tr("Noted: done"), "no": tr("Noted: not done")}.get(done or "", tr("Noted"))
        self._out.print(tr("{what}: {words}", what=f"{told} · {line.name}", words=quoted(shortened(line.what))))
        if noted.joined:
            self._out.print(tr("New in this plan: {name}", name=self._notes.writer))
        if noted.look_at:
            self._out.print(tr("Three times for the same reason. Shall we look at it together?"))
        return STOPPED if why.stops else None

    def _note_bad_day(self, line: AgreedLine) -> str | None:
        """Ask which of the client's own sentences tells of such a day, and note that it was so (M09); `STOPPED` when
        one stops there."""
        self._notes.require_known(line)
        signals, tr = self._notes.bad_days(line), self._tr
        if not signals:
            self._out.print(tr("Nothing was said of a bad day in this plan."))
            return None
        question, how = tr("Was it such a day?"), tr("Type a number. An empty line passes it over.")
        self._out.print(question)
        for number, signal in enumerate(signals, start=1):
            self._out.print(" · ".join(filter(None, (quoted(one_line(signal.title)), signal.hint))), f"  {number}. ")
        self._out.print(how)
        typed = self._read((question, how))
        if typed is None or stops(typed, tr):
            return STOPPED
        if typed:
            signal = next(each for each in signals if each.id == option_typed(signals, typed))
            written = self._notes.note_bad_day(line, signal.id)
            told = tr("It was such a day.") if written else tr("This stood here already. Nothing was changed.")
            self._out.print(tr("{what}: {words}", what=f"{told} · {line.name}", words=quoted(shortened(signal.title))))
        return None

    def _ask_why(self) -> _Why:
        reasons, tr = self._notes.reasons(), self._tr
        if not reasons:
            return _Why()
        question, how = tr("How did that come about?"), tr("Type a number. An empty line passes it over.")
        self._out.print(question)
        for number, reason in enumerate(reasons, start=1):
            self._out.print(reason.title, f"  {number}. ")
        self._out.print(how)
        typed = self._read((question, how))
        if typed is None or stops(typed, tr):
            return _Why(stops=True)
        return _Why(because_by_id(option_typed(reasons, typed)) if typed else None)

    def _undo(self) -> None:
        undone, tr = self._notes.undo(), self._tr
        words = quoted(shortened(undone)) if undone is not None else ""
        self._out.print(tr("Undone: {words}", words=words) if words else tr("There is nothing to undo"))
