"""Two questions that belong together: a good day and a bad one, what works and what does not (V113-V116, V120)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from zlp_tui.conversation.asking.kinds.selectables import domains_to_tag
from zlp_tui.conversation.asking.kinds.step_base import AnswerOutcome, StepQuestion, cleaned, question_as_asked, spoken
from zlp_tui.conversation.asking.statement_target import said_here, subject_of, target_of
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.ports.turn import Board, Group, Reply, Words
from zlp_tui.plan.tables.act import Act
from zlp_tui.plan.tables.said import statements
from zlp_tui.plan.view import Statement
from zlp_tui.script.question_models import TitledQuestion
from zlp_tui.script.steps.word_models import Day, TwoSides


@dataclass(frozen=True, slots=True)
class TwoSidesStepHandler:
    """A `two-sides` step; its parts are its sides."""

    step: TwoSides

    def parts(self, context: StepContext) -> tuple[str | None, ...]:
        """The two sides."""
        return tuple(self.step.sides)

    def ask(self, context: StepContext) -> StepQuestion:
        """The question of this side, with what was said on both."""
        side = self._sides[context.part or next(iter(self._sides))]
        other = next(part for part in self._sides if part != context.part)
        return StepQuestion(
            side,
            Words(starter=side.starter, domains=domains_to_tag(context) if self.step.with_domain else ()),
            Board(_groups(context, self._sides, lambda s: s.side, self.step.into), side_by_side=True),
            heading=context.words(side.title),
            pictogram=side.pictogram,
            other_side=context.place_of(other),
        )

    def answer(self, context: StepContext, reply: Reply, act: Act) -> AnswerOutcome:
        """Add a statement on this side."""
        return _add_statement(
            context, reply, act, self._sides[context.part or ""], side=context.part, into=self.step.into
        )

    def settled(self, context: StepContext) -> bool:
        """Never: each answer adds a statement."""
        return False

    def has_answer(self, context: StepContext) -> bool:
        """Whether something was said on this side."""
        return any(said.side == context.part for said in said_here(context, self.step.into))


    @property
    def _sides(self) -> dict[str, TitledQuestion]:
        return {str(side): question for side, question in self.step.sides.items()}


@dataclass(frozen=True, slots=True)
class DayStepHandler:
    """A `day` step; its parts are its moments (V112)."""

    step: Day

    def parts(self, context: StepContext) -> tuple[str | None, ...]:
        """The moments of the day."""
        return tuple(self.step.moments)

    def ask(self, context: StepContext) -> StepQuestion:
        """The question of this moment, with what was said of the day."""
        moment = self.step.moments[context.part or next(iter(self.step.moments))]
        groups = _groups(context, self.step.moments, lambda s: s.moment)
        told = tuple(group for group in groups if group.quotes or group.here)
        return StepQuestion(
            moment, Words(), Board(told), heading=context.words(moment.title), pictogram=moment.pictogram
        )

    def answer(self, context: StepContext, reply: Reply, act: Act) -> AnswerOutcome:
        """Add a statement at this moment."""
        return _add_statement(context, reply, act, self.step.moments[context.part or ""], moment=context.part)

    def settled(self, context: StepContext) -> bool:
        """Never: each answer adds a statement."""
        return False

    def has_answer(self, context: StepContext) -> bool:
        """Whether something was said of this moment."""
        return any(said.moment == context.part for said in said_here(context, None))


PartOf = Callable[[Statement], str | None]


def _groups(
    context: StepContext, parts: Mapping[str, TitledQuestion], part_of: PartOf, into: str | None = None
) -> tuple[Group, ...]:
    said = said_here(context, into)
    return tuple(
        Group(
            title=context.words(question.title),
            quotes=tuple(context.quote(s) for s in said if part_of(s) == part),
            pictogram=question.pictogram,
            here=part == context.part,
            place=context.place_of(part),
        )
        for part, question in parts.items()
    )


def _add_statement(
    context: StepContext, reply: Reply, act: Act, question: TitledQuestion, *, side: str | None = None,
    moment: str | None = None, into: str | None = None,
) -> AnswerOutcome:
    words = cleaned(reply)
    if not words:
        return AnswerOutcome()
    topic, step = target_of(context, into)
    made = statements.add_statement(
        act,
        topic=topic,
        step=step,
        prompt=question_as_asked(context, question),
        text=words,
        side=side,
        moment=moment,
        domain=spoken(reply).domain,
        about=subject_of(context, into, act),
    )
    return AnswerOutcome((made,), cut=words.was_cut)
