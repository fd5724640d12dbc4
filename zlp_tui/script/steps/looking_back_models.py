"""Steps that read back or look back: a chapter, whether words are still so, how it goes, and agreeing on the plan."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from zlp_tui.script.blank_question import BlankQuestion, blank
from zlp_tui.script.question_models import Id, PickOption, PickQuestion, Question, Sentence
from zlp_tui.script.step_model import RepeatedStep, StepBase


class ReadBackStep(StepBase, Question):
    """The chapter read back as introduced quotes; the client says whether it is right (L90)."""

    kind: Literal["read-back"]
    yes: Sentence
    no: Sentence
    correction: Question

    reads_back: ClassVar[bool] = True
    for_client_only: ClassVar[bool] = True

    @property
    def skips_settled(self) -> bool:
        """Where nothing was said there is nothing to read back."""
        return True

    def options_of(self, answer: str) -> tuple[PickOption, ...]:
        """“Yes” and “no”, for `read-back`."""
        yes_and_no = (PickOption(id="yes", title=self.yes), PickOption(id="no", title=self.no))
        return yes_and_no if answer == self.kind else ()

    @property
    def on_paper(self) -> tuple[BlankQuestion, ...]:
        """As it stands in the blank booklet."""
        return blank(self, options=self.options_of(self.kind)), blank(self.correction, "correction")


class StillTogether(Question):
    """All quotes in one list, of which one ticks what is different now."""

    rest: Sentence
    """Ticked by whoever wants to say of all others that they are still so. What nobody ticked was not talked about."""


class Still(StepBase, PickQuestion):
    """What was said then, one quote at a time: is it still so? Options `still`, `changed` and `no-longer`.

    The old words stay, whatever the answer is.
    """

    kind: Literal["still"]
    topics: tuple[Id, ...] = Field(min_length=1)
    """Whose quotes are asked about."""
    now: Question
    """Asked after `changed`."""
    together: StillTogether | None = None
    """Asked before the quotes one by one, as the part `together`; a route may come past this and `now` alone."""

    repeats_follow_up: ClassVar[bool] = True

    @property
    def skips_settled(self) -> bool:
        """Quotes that were asked about are passed over."""
        return True

    @property
    def on_paper(self) -> tuple[BlankQuestion, ...]:
        """As it stands in the blank booklet."""
        return blank(self, options=self.options), blank(self.now, "now")


class Scale(RepeatedStep, Question):
    """How it goes in each life domain that matters, by a face or by a number of 0 to 10; each voice has its own."""

    kind: Literal["scale"]
    each: Literal["domains"]
    how: PickQuestion
    """Options `face` and `number`: how one likes to say it."""
    faces: tuple[PickOption, ...] = Field(min_length=5, max_length=5)
    """From `very-bad` to `very-good`."""
    number: Question
    together: Question | None = None
    """Asked before the domains one by one, as the part `together`: all of them in one list."""

    def options_of(self, answer: str) -> tuple[PickOption, ...]:
        """The faces, for `scale`."""
        return self.faces if answer == self.kind else ()

    @property
    def on_paper(self) -> tuple[BlankQuestion, ...]:
        """As it stands in the blank booklet."""
        return (blank(self, options=self.faces),)


class Agree(StepBase, PickQuestion):
    """Whether each person at the table agrees with the plan, in their own words; then the edition is made (C9).

    Options `agrees`, `does-not` and `not-asked`.
    """

    kind: Literal["agree"]
    words: Question
    """What there is to say beside a yes."""
    confirm: PickQuestion
    """Options `yes` and `not-yet`."""
    wants: Question | None = None
    """What somebody wants instead, who said no; without it `words`."""

    can_go_on_at: ClassVar[bool] = False

    def options_of(self, answer: str) -> tuple[PickOption, ...]:
        """What a person can say of the plan, for `agree`."""
        return self.options if answer == self.kind else ()

    @property
    def on_paper(self) -> tuple[BlankQuestion, ...]:
        """As it stands in the blank booklet."""
        return blank(self, options=self.options), blank(self.words, "words")
