"""Reads answers from the input: one line, or several joined by a backslash; keeps a draft of unfinished ones."""

from __future__ import annotations

from contextlib import suppress

from zlp_tui.errors import ZlpError
from zlp_tui.plain.commands.slash_commands import draft_of
from zlp_tui.plain.drafts.input_drafts import InputDraft
from zlp_tui.plain.pages.prompt_help import asks_for_help, go_on_help
from zlp_tui.plain.plain_talk import PlainTalk
from zlp_tui.plain.typed.stdin_reader import LineSource
from zlp_tui.plain.typed.watched_lines import WentIdle
from zlp_tui.text import clean, visible


class AnswerReader:
    """Iterates over answers. What was typed of an unfinished answer is stored as a draft."""

    def __init__(self, talk: PlainTalk, lines: LineSource) -> None:
        self._talk = talk
        self._lines = lines
        self._typed: list[str] = []
        self._draft: InputDraft | None = None
        """The draft of the answer being typed; it follows `_before`, the text that the draft had already."""
        self._before = ""

    def next(self) -> str | None:
        """The next answer: a line, and the lines after it as long as one ends with a backslash. None at the end."""
        self._begin()
        while True:
            self._talk.out.prompt("+" if self._typed else ">")
            try:
                line = self._lines.next()
            except WentIdle:
                with suppress(ZlpError):  # what cannot be kept on disk stays in memory
                    self.keep_unfinished()
                raise
            self._talk.out.end_prompt()
            if line is None:
                return None
            if self._typed and asks_for_help(line, self._talk.tr):
                for told in go_on_help(self._talk.tr):
                    self._talk.out.print(told)
                continue
            if not _continues(line):
                self._typed.append(line.removesuffix("\\") if line.endswith("\\\\") else line)
                if self._draft is not None:
                    self._draft.keep(self._before)
                return "\n".join(self._typed)
            self._typed.append(line.removesuffix("\\"))
            self._keep("\n".join(self._typed))

    def keep_unfinished(self) -> None:
        """Store a draft of the unfinished answer or command when the program is ended."""
        unfinished = clean(self._lines.unfinished()).text
        if unfinished:
            self._keep("\n".join((*self._typed, unfinished)))

    def _begin(self) -> None:
        self._typed, self._draft, self._before = [], None, ""

    def _keep(self, typed: str) -> None:
        """Append the words to the draft that they belong to."""
        draft, words = self._draft_for(typed)
        if draft is None:
            return
        if self._draft is None:
            self._draft, self._before = draft, draft.text
        self._draft.keep("\n".join(filter(None, (self._before, words))))

    def _draft_for(self, typed: str) -> tuple[InputDraft | None, str]:
        if is_command(typed):
            return draft_of(self._talk, visible(typed).strip())
        return self._talk.draft, typed


def is_command(typed: str) -> bool:
    """Whether a line begins with exactly one slash."""
    stripped = clean(typed).text
    return stripped.startswith("/") and not stripped.startswith("//")


def _continues(line: str) -> bool:
    """Whether a line ends with exactly one backslash; two are an escaped one."""
    return line.endswith("\\") and not line.endswith("\\\\")
