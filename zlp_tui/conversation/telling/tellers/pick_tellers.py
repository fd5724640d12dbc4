"""What was picked, in the words of the options: by what the question keeps."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, assert_never

from zlp_tui.conversation.ports.plan_pages import LetterLine
from zlp_tui.conversation.ports.turn import Quote
from zlp_tui.conversation.telling.deciders import deciders_in_words
from zlp_tui.conversation.telling.evaluation.goals_under_review import agreements_now
from zlp_tui.conversation.telling.evaluation_lookup import last_evaluation
from zlp_tui.conversation.telling.introductions import agreement_intro, fact, intro_of, line_of
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.conversation.telling.tellers.agreement_tellers import goal_lines, waiting_goals
from zlp_tui.conversation.telling.tellers.outcome_tellers import outcome_lines
from zlp_tui.plan import confirmations
from zlp_tui.plan.view import ADDRESS_SAID, Agreement, Evaluation, GoalOutcome, PersonalOutcome
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
            by = name_behind_detail(context, topic.id, step.id)
            options = picked_details(context, topic.id, step.id)
            return tuple(LetterLine(intro, picked(option, by=by)) for option in options)
        case "address":  # it is picked when a plan begins, and told once there was a conversation; “u” may be assumed
            said = view.address == "je" or view.detail(*ADDRESS_SAID)
            by = name_behind_detail(context, *ADDRESS_SAID)
            return line_of(intro, picked(view.address, by=by)) if said and view.conversations else ()
        case "deciding":
            deciders = deciders_in_words(context, view.deciders)
            by = context.name_answered(view.deciding_by)
            return line_of(intro, picked(view.deciding_role, by=by, note=deciders)) if view.deciding_role else ()
        case "choice-role":
            decided = ((c, deciders_in_words(context, c.deciders)) for c in view.open_choices() if c.role != "self")
            return tuple(
                LetterLine(intro, (fact(who, c.id, context.name_answered(c.role_by), c.question),))
                for c, who in decided if who
            )
        case "done":
            done = (
                _OfAgreement(agreed, agreed.done, _noted_by(context, agreed), agreed.id)
                for agreed in view.active_agreements() if agreed.done
            )
            return tuple(_of_agreements(context, topic, step, done))
        case "how-close":
            return _outcomes(context, topic, step, lambda outcome: outcome.said("how_close"))
        case "decision":
            return _outcomes(context, topic, step, _decided)
        case "quality":
            looked = (e for e in view.evaluations[-1:] if e.quality)
            return tuple(
                LetterLine(intro, picked(e.quality or "", by=context.name_answered(e.quality_by))) for e in looked
            )
        case "experience":
            told = (experience for evaluation in view.evaluations[-1:] for experience in evaluation.experience)
            return line_of(intro, tuple(q for e in told for q in picked(e.face, by=context.name(e.person))))
        case "agreement-goes-on":
            return tuple(_of_agreements(context, topic, step, _going_on(context, topic)))
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


def name_behind_detail(context: PlanContext, topic: str, field: str) -> str:
    """The name of who answered what a detail holds, where that is not the client; empty where there is none."""
    detail = context.view.detail_line(topic, field)
    return context.name_behind(detail.voice) if detail else ""


def goes_on(context: PlanContext, topic: str, agreement: Agreement, evaluation: Evaluation | None) -> str | None:
    """Whether an agreement goes on, as the option that says so; None while nobody said it in this evaluation. What was
    said before its last day says nothing of after it."""
    if agreement.ended_on is not None:
        return OTHERWISE if any(a.replaces == agreement.id for a in context.view.agreements) else ENDS
    over = agreement.until is not None and agreement.until < context.today.isoformat()
    if over or evaluation is None:
        return None
    said = context.view.detail(topic, goes_on_field(context, agreement.id, evaluation))
    return said if said != ENDS else None  # it is in force again, for its goal goes on


def goes_on_field(context: PlanContext, agreement: str, evaluation: Evaluation | None) -> str:
    """The detail that keeps that somebody let an agreement go on, in this evaluation or, for None, in one that begins:
    it is asked in each, and named after its number among those of the plan."""
    known = context.view.evaluations
    number = known.index(evaluation) if evaluation else len(known)
    return confirmations.goes_on_field(agreement, number + 1)


def _decided(outcome: GoalOutcome) -> tuple[PersonalOutcome, ...]:
    """How the goal goes on, which one person said for all."""
    return (PersonalOutcome(outcome.id, outcome.decision_by, outcome.decision),) if outcome.decision else ()


def _outcomes(
    context: PlanContext, topic: Topic, step: PickStep, picked_of: Callable[[GoalOutcome], tuple[PersonalOutcome, ...]]
) -> tuple[LetterLine, ...]:
    """What was picked of each goal, under that goal; with the name of who is not the client, and of all of several."""
    intro = intro_of(context, topic, step.id)

    def quotes_of(outcome: GoalOutcome) -> tuple[Quote, ...]:
        picked = picked_of(outcome)
        several = len(picked) > 1
        return tuple(
            fact(option_words(context, step, words), by=context.name_beside(by, several=several), intro=intro)
            for _, by, words in picked
        )

    return outcome_lines(context, quotes_of)


class _OfAgreement(NamedTuple):
    """What was picked of an agreement, with the name behind it and where its quote leads to."""

    agreement: Agreement
    option: str
    by: str
    ref: str = ""


def _noted_by(context: PlanContext, agreement: Agreement) -> str:
    """The name of who noted last whether an agreement was kept, where that is not the client."""
    notes = (note for note in reversed(context.view.progress) if note.about == agreement.id and note.done)
    return next((context.name_behind(note.voice) for note in notes), "")


def _going_on(context: PlanContext, topic: Topic) -> Iterator[_OfAgreement]:
    """Of each agreement whether it goes on, as it was said in the last evaluation."""
    last = last_evaluation(context)
    for agreement in agreements_now(context):
        said = goes_on(context, topic.id, agreement, last)
        if said:
            detail = context.view.detail_line(topic.id, goes_on_field(context, agreement.id, last))
            by = context.name_behind(detail.voice) if detail and detail.value == said else (
                context.name_answered(agreement.ended_by) if said == ENDS else ""
            )
            yield _OfAgreement(agreement, said, by)


def _of_agreements(
    context: PlanContext, topic: Topic, step: PickStep, picked: Iterable[_OfAgreement]
) -> Iterator[LetterLine]:
    """What was picked of each agreement, under that agreement."""
    intro = intro_of(context, topic, step.id)
    for agreement, option, by, ref in picked:
        quote = fact(option_words(context, step, option), ref, by, intro=intro)
        yield LetterLine(agreement_intro(context, topic, agreement.id), (quote,))
