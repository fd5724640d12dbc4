"""The pages around a sitting: its beginning, how it was, and its end."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from zlp_tui.script.blank_question import BlankQuestion, blank
from zlp_tui.script.question_models import PickOption, PickQuestion, Sentence
from zlp_tui.script.step_model import StepBase


class AroundSitting(StepBase):
    """A step around a sitting of a route."""

    @property
    def frames_sitting(self) -> bool:
        """Always: it is asked once in each sitting."""
        return True


class AfterSitting(AroundSitting):
    """A step at the end of a sitting."""

    @property
    def ends_sitting(self) -> bool:
        """Always: after it the next sitting begins."""
        return True


class SittingBegin(AroundSitting):
    """The page before a sitting of a route: what it is about (`{about}`) and how long it takes (`{minutes}`)."""

    kind: Literal["sitting-begin"]
    text: tuple[Sentence, ...] = Field(min_length=1)
    welcome_back: Sentence
    """Introduces what the client said the last time; `{when}` is how long ago that was."""

    is_asked: ClassVar[bool] = False

    @property
    def on_paper(self) -> tuple[BlankQuestion, ...]:
        """Nothing: it tells of the sitting that begins."""
        return ()


class SittingExperience(AfterSitting, PickQuestion):
    """How the talk was, asked at the end of a sitting of a route, of each person at the table in one round (V39).

    Options `good`, `so-so` and `not-good`.
    """

    kind: Literal["sitting-experience"]

    def options_of(self, answer: str) -> tuple[PickOption, ...]:
        """How a talk can have been, for `sitting-experience`."""
        return self.options if answer == self.kind else ()

    @property
    def on_paper(self) -> tuple[BlankQuestion, ...]:
        """As it stands in the blank booklet."""
        return (blank(self, options=self.options),)


class SittingEnd(AfterSitting):
    """The page after a sitting of a route: what the client said in it, and thanks."""

    kind: Literal["sitting-end"]
    said: Sentence
    """Introduces what the client said."""
    text: tuple[Sentence, ...] = Field(min_length=1)
    coming: Sentence
    """Tells what comes after it, as `{coming}`."""

    is_asked: ClassVar[bool] = False

    @property
    def on_paper(self) -> tuple[BlankQuestion, ...]:
        """As it stands in the blank booklet."""
        return (BlankQuestion(read=self.text, room=False),)
