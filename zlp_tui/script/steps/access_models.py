"""The step in which the client says who may read the plan, and who may write along."""

from __future__ import annotations

from typing import ClassVar, Literal

from zlp_tui.script.blank_question import BlankQuestion, blank
from zlp_tui.script.question_models import Days, PickOption, PickQuestion, Question
from zlp_tui.script.step_model import StepBase


class UntilQuestion(Question):
    """Until when somebody may read the plan; left open it is for as long as nobody takes it back."""

    days: Days


class WhoMay(StepBase):
    """Of each person at the table, and where the topic was chosen of everybody in the plan: whether they may read it,
    whether they may write along, until when, and about which parts of life and topics. `{person}` is their name."""

    kind: Literal["who-may"]
    read: PickQuestion
    """Options `everything`, `work`, `parts` and `nothing`."""
    together: Question
    """The same of several people at once, `{person}`: where more than two sit there, along a route."""
    write: PickQuestion
    """Options `yes` and `no`; not asked after `nothing`."""
    until: UntilQuestion
    parts: Question
    """The ten life domains to pick from; asked first after `parts`, else on request."""
    acts: PickQuestion | None = None
    """Of who represents the client: whether they read everything and say in the client's name who reads the plan.
    Options `yes` and `no`."""
    topics: Question
    """The topics in which something was said, to pick from; asked after `parts`."""

    for_client_only: ClassVar[bool] = True
    asks_alone: ClassVar[bool] = True
    first_part: ClassVar[str] = "read"

    @property
    def skips_settled(self) -> bool:
        """Who was asked about is passed over."""
        return True

    def options_of(self, answer: str) -> tuple[PickOption, ...]:
        """What somebody may read, for `read`, and whether they write along, for `write`."""
        return {
            "read": self.read.options, "write": self.write.options, "acts": self.acts.options if self.acts else (),
        }.get(answer, ())

    @property
    def on_paper(self) -> tuple[BlankQuestion, ...]:
        """As it stands in the blank booklet."""
        return (
            blank(self.read, "read", self.read.options), blank(self.write, "write", self.write.options),
            blank(self.until, "until"), blank(self.parts, "parts")._replace(listed="domains"),
        )
