"""What a question of the script is on paper: with room to write, or with answers to tick, and a code to find it by."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from zlp_tui.script.question_models import FormField, PickOption, Question

Listed = Literal["domains"]
"""What the script itself lists elsewhere and is ticked here: the life domains."""


class BlankQuestion(NamedTuple):
    """One page of the blank booklet: a question of a step, or what one reads there."""

    part: str = ""
    """The part of the step, as a route names it; empty for a step that has none."""
    ask: str = ""
    hint: str = ""
    title: str = ""
    """What its part of the step is called."""
    read: tuple[str, ...] = ()
    """What is read together; then nothing is asked."""
    options: tuple[PickOption, ...] = ()
    """What can be ticked."""
    put_to_others: tuple[str, ...] = ()
    """The same question, put to somebody else about the client."""
    listed: Listed | None = None
    room: bool = True
    """Whether there is room to write."""


def blank(question: Question, part: str = "", options: Iterable[PickOption] = (), title: str = "") -> BlankQuestion:
    """A question of the script on paper. What can be ticked needs no room to write; words beside it always fit."""
    return BlankQuestion(
        part, question.ask, question.hint, title, options=tuple(options), put_to_others=question.ask_another
    )


def blank_field(name: str, field: FormField) -> BlankQuestion:
    """A field of a form on paper."""
    return blank(field, name, field.options, field.title)
