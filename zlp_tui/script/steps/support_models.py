"""Steps about a choice, an agreement or a goal: weighing, small steps, who does it, what is hoped for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from pydantic import Field

from zlp_tui.script.blank_question import BlankQuestion, blank
from zlp_tui.script.question_models import PickQuestion, Question, Sentence, TitledQuestion
from zlp_tui.script.step_model import RepeatedStep


class Weigh(RepeatedStep):
    """For each option of a choice: what is fine about it, and what is not (V76). Whether a reason is for now or for
    later can be said of each (V77)."""

    kind: Literal["weigh"]
    each: Literal["choices"]
    good: TitledQuestion
    bad: TitledQuestion

    @property
    def weighing_titles(self) -> tuple[str, ...]:
        """The titles of the two sides."""
        return (self.good.title, self.bad.title)

    @property
    def on_paper(self) -> tuple[BlankQuestion, ...]:
        """As it stands in the blank booklet."""
        sides = (("for", self.good), ("against", self.bad))
        return tuple(blank(side, part, title=side.title) for part, side in sides)


class Steps(RepeatedStep):
    """When and how often an agreement is kept, and small concrete steps of it, each with its own when (V127).

    Parts: `often` for the agreement as a whole, `what`, and `when` of a small step.
    """

    kind: Literal["steps"]
    each: Literal["agreements"]
    what: Question
    when: Question
    often: tuple[Sentence, ...] = ()
    """Days, parts of the day and the like, that are offered as the answer to when the agreement as a whole is kept."""

    first_part: ClassVar[str] = "what"

    @property
    def agreement_parts(self) -> Mapping[str, str | None]:
        """When it is kept as a whole, and the small steps."""
        return {"when": "often", "steps": None}

    @property
    def on_paper(self) -> tuple[BlankQuestion, ...]:
        """As it stands in the blank booklet."""
        return blank(self.what, "what"), blank(self.when, "when")


class WhoDoes(RepeatedStep):
    """Who does it, of one list: oneself, then own people, then professionals; and what each of them does (V66, L87)."""

    kind: Literal["who-does"]
    each: Literal["agreements"]
    who: Question
    does: Question
    """Asked for each person picked; `{person}` is their name."""

    @property
    def agreement_parts(self) -> Mapping[str, str | None]:
        """Who takes part."""
        return {"who": None}

    @property
    def on_paper(self) -> tuple[BlankQuestion, ...]:
        """As it stands in the blank booklet."""
        return blank(self.who), blank(self.does, "does")


class Hopes(RepeatedStep):
    """What would be far less, less, as hoped, more and far more, said beforehand by whoever likes to (V69)."""

    kind: Literal["hopes"]
    each: Literal["goals"]
    wanted: PickQuestion
    """Options `yes` and `no`: whether the client wishes to say it beforehand."""
    steps: dict[Literal["far-less", "less", "as-hoped", "more", "far-more"], TitledQuestion] = Field(
        min_length=5, max_length=5
    )

    def is_on_request(self, part: str | None) -> bool:
        """Whether it is wished is asked on request; the levels are asked of whoever said yes to that."""
        return part is None and super().is_on_request(part)

    @property
    def on_paper(self) -> tuple[BlankQuestion, ...]:
        """As it stands in the blank booklet."""
        levels = (blank(level, part, title=level.title) for part, level in self.steps.items())
        return blank(self.wanted, options=self.wanted.options), *levels
