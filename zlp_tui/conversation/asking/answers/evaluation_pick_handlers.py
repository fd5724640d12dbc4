"""Picks of an evaluation: how close a goal came, how it goes on, whether the plan helps, and how the talk was."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from zlp_tui.conversation.asking.answers.evaluation_handlers import outcome_of
from zlp_tui.conversation.asking.answers.pick_handler import PickHandler
from zlp_tui.conversation.asking.context_lookup import agreement_of, goal_of
from zlp_tui.conversation.asking.kept_details import keep_detail
from zlp_tui.conversation.asking.kinds.selectables import fixed
from zlp_tui.conversation.asking.open_evaluation import open_or_begin_evaluation
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.ports.turn import Group, Quote, Selectable
from zlp_tui.conversation.telling.evaluation.goals_under_review import loose_agreements, successor_of
from zlp_tui.conversation.telling.evaluation_lookup import open_evaluation
from zlp_tui.conversation.telling.introductions import fact
from zlp_tui.conversation.telling.overviews.notes_since_evaluation import agreement_beside, goal_beside
from zlp_tui.conversation.telling.tellers.hopes_teller import hoped
from zlp_tui.conversation.telling.tellers.pick_tellers import (
    ENDS,
    OTHERWISE,
    goes_on,
    goes_on_field,
    name_behind_detail,
)
from zlp_tui.errors import NotFound
from zlp_tui.plan.tables.act import Act
from zlp_tui.plan.tables.agreed import agreements
from zlp_tui.plan.tables.looking_back import evaluations, outcomes
from zlp_tui.plan.view import Agreement


@dataclass(frozen=True, slots=True)
class HowCloseHandler(PickHandler):
    """How close it came to what was hoped for, as each person sees it; what was said beforehand stands with the answers
    (V69)."""

    for_each_voice: ClassVar[bool] = True

    def beside(self, context: StepContext) -> tuple[Group, ...]:
        """What others said, what was hoped for, and what was noted since the last evaluation."""
        outcome, titles = outcome_of(context), {option.id: option.title for option in self.step.options}
        others = tuple(
            fact(context.words(titles[said.words]), by=context.name(said.by))
            for said in (outcome.said("how_close") if outcome else ()) if said.by and said.by != context.voice.id
        )
        return (*((Group("", others),) if others else ()), *goal_beside(context, goal_of(context)))

    def current(self, context: StepContext) -> tuple[str, ...]:
        """What who speaks picked in the open evaluation; what nobody's name was kept of is anybody's."""
        outcome = outcome_of(context)
        said = outcome.said("how_close") if outcome else ()
        return tuple(words for _, by, words in said if by in (None, context.voice.id))[:1]

    def settled(self, context: StepContext) -> bool:
        """Whether everybody at the table said it, or it stands without anybody's name."""
        outcome = outcome_of(context)
        said = {by for _, by, _ in outcome.said("how_close")} if outcome else set()
        return None in said or (bool(said) and said.issuperset(context.present or (context.voice.id,)))

    def offered(self, context: StepContext) -> tuple[Selectable, ...]:
        """The options of the step, each with what was hoped for at that level."""
        known = hoped(context, context.about)
        options = fixed(context, self.step.options)
        hints = {level: " · ".join(said.text for said in those) for level, those in known.items()}
        return tuple(replace(o, hint=hints[o.id]) if o.id in hints else o for o in options)

    def save(self, context: StepContext, ids: tuple[str, ...], act: Act) -> tuple[str, ...]:
        """Set how close the goal came, in the open evaluation or a new one."""
        how_close = ids[0] if ids else None
        return (
            outcomes.of_goal(act, open_or_begin_evaluation(context, act), goal_of(context).id, how_close=how_close),
        )


@dataclass(frozen=True, slots=True)
class DecisionHandler(PickHandler):
    """How a goal goes on. Whoever thinks again gets it back as it was, with the agreements that ended with it."""

    def beside(self, context: StepContext) -> tuple[Group, ...]:
        """What was hoped for, and what was noted since the last evaluation."""
        return goal_beside(context, goal_of(context))

    def current(self, context: StepContext) -> tuple[str, ...]:
        """What was decided in the open evaluation."""
        outcome = outcome_of(context)
        return (outcome.decision,) if outcome and outcome.decision else ()

    def said_by(self, context: StepContext) -> str:
        """Who said how it goes on."""
        outcome = outcome_of(context)
        return context.name_answered(outcome.decision_by) if outcome else ""

    def save(self, context: StepContext, ids: tuple[str, ...], act: Act) -> tuple[str, ...]:
        """Set how the goal goes on; its agreements are in force again unless the goal is over."""
        goal, decision = goal_of(context), ids[0] if ids else None
        if decision not in ("reached", "stop"):
            for agreement in loose_agreements(context):
                if agreement.goal == goal.id and agreement.ended_on is not None:
                    agreements.change(act, agreement.id, ended_on=None)
        return (outcomes.of_goal(act, open_or_begin_evaluation(context, act), goal.id, decision=decision),)


@dataclass(frozen=True, slots=True)
class QualityHandler(PickHandler):
    """Whether the plan supports the client's life well enough (L79)."""

    def current(self, context: StepContext) -> tuple[str, ...]:
        """The answer in the open evaluation."""
        evaluation = open_evaluation(context)
        return (evaluation.quality,) if evaluation and evaluation.quality else ()

    def said_by(self, context: StepContext) -> str:
        """Who said whether it does."""
        evaluation = open_evaluation(context)
        return context.name_answered(evaluation.quality_by) if evaluation else ""

    def save(self, context: StepContext, ids: tuple[str, ...], act: Act) -> tuple[str, ...]:
        """Set the answer in the open evaluation, or in a new one."""
        evaluation = open_or_begin_evaluation(context, act)
        evaluations.set_quality(act, evaluation, ids[0] if ids else None)
        return (evaluation,)


@dataclass(frozen=True, slots=True)
class ExperienceHandler(PickHandler):
    """How the talk was for one person at the table (V39)."""

    def heading(self, context: StepContext) -> str:
        """The name of the person."""
        return _person(context)

    def names(self, context: StepContext) -> tuple[tuple[str, str], ...]:
        """The name of the person, as `person`."""
        return (("person", _person(context)),)

    def current(self, context: StepContext) -> tuple[str, ...]:
        """The face this person gave the talk."""
        evaluation = open_evaluation(context)
        return tuple(e.face for e in evaluation.experience if e.person == context.about) if evaluation else ()

    def save(self, context: StepContext, ids: tuple[str, ...], act: Act) -> tuple[str, ...]:
        """Set the face of this person, in the open evaluation or a new one."""
        return tuple(
            outcomes.experience(act, open_or_begin_evaluation(context, act), context.about or "", face) for face in ids
        )


@dataclass(frozen=True, slots=True)
class AgreementGoesOnHandler(PickHandler):
    """Whether an agreement goes on, with or without a goal. One that goes on keeps its goal, also when that is over.

    What is in force goes on until somebody says otherwise; that somebody said so is a detail of the topic, for each
    evaluation of its own.
    """

    def beside(self, context: StepContext) -> tuple[Group, ...]:
        """How it went since the last evaluation, which one decides by, and then the goal that it is for."""
        agreement = agreement_of(context)
        noted = agreement_beside(context, agreement)
        goals = (goal for goal in context.view.goals if goal.id == agreement.goal)
        quotes = (Quote(goal.id, goal.text, context.name(goal.voice.id)) for goal in goals)
        of_goal = tuple(Group(context.tr("Goal"), (goal,)) for goal in quotes)
        return (replace(noted, title=context.tr("How it went")), *of_goal)

    def current(self, context: StepContext) -> tuple[str, ...]:
        """Whether the agreement goes on, once somebody said so in the open evaluation."""
        said = goes_on(context, context.topic.id, agreement_of(context), open_evaluation(context))
        return (said,) if said else ()

    def said_by(self, context: StepContext) -> str:
        """Who said in the open evaluation that it goes on."""
        agreement = agreement_of(context)
        field = goes_on_field(context, agreement.id, open_evaluation(context))
        return name_behind_detail(context, context.topic.id, field) or context.name_answered(agreement.ended_by)

    def save(self, context: StepContext, ids: tuple[str, ...], act: Act) -> tuple[str, ...]:
        """End the agreement today, or let it go on; one that goes on after its last day has no last day any more.

        Unless it goes on otherwise, what took its place in this evaluation is taken back.
        """
        agreement = agreement_of(context)
        field = goes_on_field(context, agreement.id, open_evaluation(context))
        open_or_begin_evaluation(context, act)
        for option in ids:
            if option != OTHERWISE:
                _take_back_successors(context, agreement, act)
            keep_detail(context, act, context.topic.id, field, option)
            if option == ENDS:
                agreements.change(act, agreement.id, ended_on=act.day)
            elif agreement.until is not None and agreement.until < context.today.isoformat():
                agreements.change(act, agreement.id, ended_on=None, until=None, until_words=None)
            elif option != OTHERWISE or successor_of(context, agreement) is None:
                agreements.change(act, agreement.id, ended_on=None)
        return (agreement.id,)


def _take_back_successors(context: StepContext, agreement: Agreement, act: Act) -> None:
    """Take back what an agreement became, the last of it first, so that it is in force again itself."""
    before = {agreed.id: agreed.replaces for agreed in context.view.agreements}
    successor = successor_of(context, agreement)
    at = successor.id if successor else None
    while at is not None and at != agreement.id:
        agreements.give_back(act, at)
        at = before[at]


def _person(context: StepContext) -> str:
    try:
        return context.name(context.about or "")
    except KeyError as gone:
        raise NotFound("This line is no longer in the plan.") from gone
