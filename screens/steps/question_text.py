"""`QuestionText`: the question with its topic above it and hints below it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Final, Literal

from screens.parts.drawn_lines import Run, StyledLines
from screens.parts.line_layout import fitted, wrapped

LEAST = 6
"""The minimal number of lines in a large window, so that the answer field stays where it is."""
LINE_OF_WHITE: Final = ("", "topic")
WhiteSpace = Literal["around", "below", "none"]
"""Where blank lines are: around each part, only between the question and the answer, or nowhere."""


@dataclass(frozen=True, slots=True)
class QuestionContent:
    """The texts of a question; `extra` holds examples and other texts on request."""

    topic: str
    question: str
    hint: str = ""
    heading: str = ""
    why: str = ""
    extra: tuple[str, ...] = ()


def question_lines(asked: QuestionContent, width: int, white_space: WhiteSpace) -> list[tuple[str, str]]:
    """The lines in `width` columns, each with its style. Without white space around, the why is left out too."""
    airy = white_space == "around"
    white = [LINE_OF_WHITE] if airy else []
    lines: list[tuple[str, str]] = []
    if asked.topic:
        why = wrapped(asked.why, width) if asked.why and airy else ()
        lines += [(fitted(asked.topic, width), "topic"), *((part, "hint") for part in why), *white]
    if asked.heading:
        lines += [(part, "heading") for part in wrapped(asked.heading, width)]
    lines += [(part, "question") for part in wrapped(asked.question, width)]
    if asked.hint:
        lines += [(part, "hint") for part in wrapped(asked.hint, width)]
    for text in asked.extra:
        lines += [*white, *((part, "extra") for part in wrapped(text, width))]
    return lines if white_space == "none" else [*lines, LINE_OF_WHITE]


class QuestionText(StyledLines):
    """The question and the texts around it. A small window drops blank lines and the why, never another text."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "question-text--topic", "question-text--question", "question-text--hint", "question-text--extra",
        "question-text--heading",
    }
    DEFAULT_CSS = """
    QuestionText {
        height: auto; width: 1fr;
        & > .question-text--topic { color: $secondary; }
        & > .question-text--heading { color: $secondary; text-style: bold; }
        & > .question-text--question { color: $primary; text-style: bold; }
        & > .question-text--hint { color: $text-muted; }
        & > .question-text--extra { color: $text-muted; text-style: italic; }
    }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._asked = QuestionContent("", "")
        self._white: WhiteSpace = "around"
        self._steady = False

    @property
    def asked(self) -> QuestionContent:
        """The content that is shown."""
        return self._asked

    def put(self, asked: QuestionContent, white: WhiteSpace, *, steady: bool = False) -> None:
        """Show another question.

        `steady`: at least `LEAST` lines, so that what stands below does not move.
        """
        if (asked, white, steady) == (self._asked, self._white, self._steady):
            return
        self._asked, self._white, self._steady = asked, white, steady
        self.changed()

    def lay_out(self, width: int) -> Sequence[tuple[Run, ...]]:
        """One run per line."""
        lines = question_lines(self._asked, width, self._white)
        if self._steady:
            lines += [LINE_OF_WHITE] * (LEAST - len(lines))
        return [((text, f"question-text--{look}"),) for text, look in lines]
