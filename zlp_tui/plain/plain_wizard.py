"""A conversation about keys line by line: the same questions as on the screens."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack, nullcontext
from typing import NamedTuple

from zlp_tui.conversation.ports.wizard import WizardDone, WizardQuestion, WizardStep, WizardWork
from zlp_tui.errors import ZlpError
from zlp_tui.i18n import Catalogue
from zlp_tui.plain.pages.line_writer import LineWriter
from zlp_tui.plain.pages.prompt_help import asks_for_help, stops
from zlp_tui.plain.typed.answer_parser import parse_number
from zlp_tui.plain.typed.stdin_reader import LineSource
from zlp_tui.text import folded, visible


class UnseenLines(NamedTuple):
    """How a line is read that nobody may see: `hidden` while it is asked for and typed, `read` where that needs another
    way than the usual one (Windows)."""

    hidden: Callable[[], AbstractContextManager[None]] = nullcontext
    read: Callable[[], str | None] | None = None


class PlainWizard:
    """Asks each question until there is an answer that fits. `run` ends with what came of it; None when it was left."""

    def __init__(
        self, lines: LineSource, out: LineWriter, tr: Catalogue, unseen: UnseenLines | None = None
    ) -> None:
        self._lines = lines
        self._out = out
        self._tr = tr
        self._unseen = unseen or UnseenLines()
        self._hidden = ExitStack()
        """Open from a line that nobody may see to the next that may be seen: who types on while keys are reckoned with
        is not seen either."""
        self._hides = False

    def run(self, step: WizardStep) -> WizardDone | None:
        """From this step to the end."""
        try:
            return self._run(step)
        finally:
            self._hide(hidden=False)

    def _hide(self, *, hidden: bool) -> None:
        if hidden and not self._hides:
            self._hidden.enter_context(self._unseen.hidden())
        elif not hidden:
            self._hidden.close()
        self._hides = hidden

    def _run(self, step: WizardStep) -> WizardDone | None:
        asked: WizardQuestion | None = None
        now: WizardStep | None = step
        while now is not None and not isinstance(now, WizardDone):
            try:
                if isinstance(now, WizardWork):
                    self._out.print(now.told)
                    now = now.run(self._out.print)
                else:
                    if now is not asked:
                        self._print(now)
                    asked = now
                    now = self._answered(now)
            except ZlpError as error:
                if asked is None:
                    raise
                self._out.print(self._tr(error.message, **error.values))
                now = asked
        if now is not None and now.told:
            self._out.print(now.told)
        return now

    def _print(self, asked: WizardQuestion) -> None:
        out = self._out
        out.print()
        out.print(asked.question)
        for line in asked.code:
            out.print(line, "  ")
        for sentence in asked.told:
            words = sentence.lstrip()
            out.print(words, sentence.removesuffix(words))
        group = ""
        for number, option in enumerate(asked.options, start=1):
            if option.group != group:
                group = option.group
                out.print()
                out.print(group)
            out.print(" · ".join(filter(None, (option.label, option.note))), f"  {number}. ")
        out.print(self._how(asked))

    def _how(self, asked: WizardQuestion) -> str:
        tr = self._tr
        if asked.ready:
            return tr("Press Enter for 1, or type a number. Back: /back. Stop: /stop.")
        if asked.field:
            return tr("Type it, and press Enter. Back: /back. Stop: /stop.") if not asked.options else tr(
                "Type it, or a number. Back: /back. Stop: /stop."
            )
        return tr("Type a number. Back: /back. Stop: /stop.")

    def _answered(self, asked: WizardQuestion) -> WizardStep | None:
        """The next step; the same question for a line that is no answer to it, None for the way out."""
        line = self._typed(asked)
        if line is None or stops(line, self._tr):
            return None
        if asks_for_help(line, self._tr):
            self._print(asked)
            return asked
        if folded(line) == folded(self._tr("/back")):
            return asked.back() if asked.back is not None else None
        number = 1 if asked.ready and not line else parse_number(line)
        if number is not None and 0 < number <= len(asked.options):
            return asked.answer(asked.options[number - 1].id, "")
        if not asked.field or not line:
            self._out.print(self._how(asked))
            return asked
        return asked.answer("", line)

    def _typed(self, asked: WizardQuestion) -> str | None:
        self._hide(hidden=asked.field == "secret")
        self._out.prompt(">")
        line = self._unseen.read() if self._hides and self._unseen.read is not None else self._lines.next()
        self._out.end_prompt()
        return None if line is None else visible(line).strip()
