"""What was picked, in the words of the options: by what the question keeps."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import assert_never

from zlp_tui.conversation.ports.plan_pages import LetterLine
from zlp_tui.conversation.ports.turn import Quote
from zlp_tui.conversation.telling.deciders import deciders_in_words
from zlp_tui.conversation.telling.evaluation_lookup import last_evaluation
from zlp_tui.conversation.telling.goals_under_review import agreements_now
from zlp_tui.conversation.telling.introductions import agreement_intro, fact, intro_of, line_of
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.conversation.telling.tellers.agreement_tellers import goal_lines, waiting_goals
from zlp_tui.conversation.telling.tellers.outcome_tellers import outcome_lines
from zlp_tui.plan import confirmations
from zlp_tui.plan.view import Agreement, Evaluation, GoalOutcome, PersonalOutcome
from zlp_tui.script.schema import Topic
from zlp_tui.script.steps.pick_models import PickStep

ENDS, OTHERWISE = "ends", "otherwise"
"""The options of `keeps: agreement-goes-on` that end an agreement, and that let it go on in another way."""


def pick_lines(context: PlanContext, topic: Topic, step: PickStep) -> tuple[LetterLine, ...]:
    """What was picked at a `pick` step."""
    view, intro = context.view, intro_of(context, topic, step.id)

    def picked(option: str, ref: str = "", by: str = "", note: str = "") -> tuple[Quote, ...]:
        return (fact(option_words(context, step, option), ref, by, note),)

    match step.keeps:
        case "detail":
            return tuple(LetterLine(intro, picked(option)) for option in picked_details(context, topic.id, step.id))
        case "address":  # it is picked when a plan begins, and told once there was a conversation
            return line_of(intro, picked(view.address)) if view.conversations else ()
        case "deciding":
            deciders = deciders_in_words(context, view.deciders)
            return line_of(intro, picked(view.deciding_role, note=deciders)) if view.deciding_role else ()
        case "choice-role":
            decided = ((c, deciders_in_words(context, c.deciders)) for c in view.open_choices() if c.role != "self")
            return tuple(LetterLine(intro, (fact(who, c.id, note=c.question),)) for c, who in decided if who)
        case "done":
            done = ((agreement, agreement.done) for agreement in view.active_agreements() if agreement.done)
            return tuple(_of_agreements(context, topic, step, done, ref=True))
        case "how-close":
            return _outcomes(context, topic, step, lambda outcome: outcome.said("how_close"))
        case "decision":
            return _outcomes(context, topic, step, _decided)
        case "quality":
            return tuple(LetterLine(intro, picked(e.quality)) for e in view.evaluations[-1:] if e.quality)
        case "experience":
            told = (experience for evaluation in view.evaluations[-1:] for experience in evaluation.experience)
            return line_of(intro, tuple(q for e in told for q in picked(e.face, by=context.name(e.person))))
        case "agreement-goes-on":
            last = last_evaluation(context)
            going_on = ((a, said) for a in agreements_now(context) if (said := goes_on(context, topic.id, a, last)))
            return tuple(_of_agreements(context, topic, step, going_on))
        case "agreement-goal":
            return goal_lines(context)
        case "goal-now-or-later":
            return line_of(intro, waiting_goals(context))
        case (
            "choice-domain" | "chosen" | "goal-kind" | "goal-domain" | "follows-from" | "agreement-domain"
            | "waiting-goal"
        ):
            return ()
    assert_never(step.keeps)


def option_words(context: PlanContext, step: PickStep, option: str) -> str:
    """The words of one of the step's own options."""
    return next((context.words(known.title) for known in step.options if known.id == option), option)


def picked_details(context: PlanContext, topic: str, step: str) -> tuple[str, ...]:
    """The options that a detail holds, with spaces between; its field is the step's own id."""
    return tuple((context.view.detail(topic, step) or "").split())


def goes_on(context: PlanContext, topic: str, agreement: Agreement, evaluation: Evaluation | None) -> str | None:
    """Whether an agreement goes on, as the option that says so; None while nobody said it in this evaluation. What was
    said before its last day says nothing of after it."""
    if agreement.ended_on is not None:
        return OTHERWISE if any(a.replaces == agreement.id for a in context.view.agreements) else ENDS
    over = agreement.until is not None and agreement.until < context.today.isoformat()
    if over or evaluation is None:
        return None
    return context.view.detail(topic, goes_on_field(context, agreement.id, evaluation))


def goes_on_field(context: PlanContext, agreement: str, evaluation: Evaluation | None) -> str:
    """The detail that keeps that somebody let an agreement go on, in this evaluation or, for None, in one that begins:
    it is asked in each, and named after its number among those of the plan."""
    known = context.view.evaluations
    number = known.index(evaluation) if evaluation else len(known)
    return confirmations.goes_on_field(agreement, number + 1)


def _decided(outcome: GoalOutcome) -> tuple[PersonalOutcome, ...]:
    """How the goal goes on, which is decided together."""
    return (PersonalOutcome(outcome.id, None, outcome.decision),) if outcome.decision else ()


def _outcomes(
    context: PlanContext, topic: Topic, step: PickStep, picked_of: Callable[[GoalOutcome], tuple[PersonalOutcome, ...]]
) -> tuple[LetterLine, ...]:
    """What was picked of each goal, under that goal; where several people did, each with their name."""
    intro = intro_of(context, topic, step.id)

    def quotes_of(outcome: GoalOutcome) -> tuple[Quote, ...]:
        several = outcome.others and len(picked_of(outcome)) > 1
        return tuple(
            fact(option_words(context, step, words), by=context.name(by) if by and several else "", intro=intro)
            for _, by, words in picked_of(outcome)
        )

    return outcome_lines(context, quotes_of)


def _of_agreements(
    context: PlanContext, topic: Topic, step: PickStep, picked: Iterable[tuple[Agreement, str]], *, ref: bool = False
) -> Iterator[LetterLine]:
    """What was picked of each agreement, under that agreement; `ref`: its quote leads to the agreement."""
    intro = intro_of(context, topic, step.id)
    for agreement, option in picked:
        quote = fact(option_words(context, step, option), agreement.id if ref else "", intro=intro)
        yield LetterLine(agreement_intro(context, topic, agreement.id), (quote,))
