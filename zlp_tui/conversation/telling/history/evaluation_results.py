"""Results of an evaluation: marks of each life domain then and now, and the outcome of each goal (V69, L27, L41)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from zlp_tui.conversation.ports.evaluation_pages import (
    DomainResult,
    EvaluationLine,
    GoalResult,
    HowCloseSaid,
    Mark,
    QualitySaid,
    Results,
    WishSteps,
)
from zlp_tui.conversation.ports.turn import Quote
from zlp_tui.conversation.telling.agreements.agreement_cards import counted
from zlp_tui.conversation.telling.evaluation.goals_under_review import goals_now
from zlp_tui.conversation.telling.evaluation.wish_steps import wishes
from zlp_tui.conversation.telling.history.edition_list import names
from zlp_tui.conversation.telling.life_domains import domains_now
from zlp_tui.conversation.telling.option_titles import face_title, option_title
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.conversation.telling.relative_days import full_day_of
from zlp_tui.conversation.telling.tellers.outcome_tellers import outcome_quotes, successor_quote
from zlp_tui.errors import NotFound
from zlp_tui.plan.view import Evaluation, Goal, GoalOutcome, OutcomePart, Progress, Tally

WORDS: Final[tuple[OutcomePart, OutcomePart]] = ("outcome", "why")
STEPS: Final[Mapping[str, int]] = {"far-less": 0, "less": 1, "as-hoped": 2, "more": 3, "far-more": 4}


def evaluations(context: PlanContext) -> tuple[EvaluationLine, ...]:
    """All evaluations, the newest first."""
    return tuple(_line(context, held) for held in reversed(context.view.evaluations))


class Between(NamedTuple):
    """The notes that an evaluation looked back on: those made since the one before it began, until it began itself.

    `after` and `until` are places in the history of the plan, and no days: what is noted later, even on the same day,
    is of the next evaluation, so that a result once kept never changes.
    """

    notes: Sequence[Progress]
    after: int
    until: int

    def of(self, goal: Goal, about: set[str]) -> Tally:
        """How often these things were done since the goal was there: a new goal begins at nothing."""
        first = max(self.after, goal.seq)
        between = (note for note in self.notes if note.about in about and first < note.seq < self.until)
        return Tally.of((note.done, note.because) for note in between)


def results(context: PlanContext, notes: Sequence[Progress], evaluation: str | None = None) -> Results | None:
    """What an evaluation came to, the last one by default, beside the one before; None when there was none.

    `notes` are all notes of how it went: a view holds only the last ones. `NotFound` for an id that the plan does not
    have.
    """
    known = context.view.evaluations
    if evaluation is None and not known:
        return None
    place = next((n for n, held in enumerate(known) if held.id == evaluation), None if evaluation else len(known) - 1)
    if place is None:
        raise NotFound("The plan does not have this line.")
    now, before = known[place], known[place - 1] if place else None
    between = Between(notes, before.seq if before else 0, now.seq)
    far = wishes(context, notes, now)
    return Results(
        evaluation=_line(context, now),
        before=_line(context, before) if before else None,
        domains=_domains(context, now, before),
        goals=tuple(_goal(context, goal, now.of_goal(goal.id), between) for goal in _looked_at(context, now)),
        quality=tuple(_quality(context, known[:place + 1])),
        experience=tuple(
            (context.name(experience.person), option_title(context, "experience", experience.face))
            for experience in now.experience
        ),
        wishes=far,
        wishes_met=_met(context, far),
    )


def _met(context: PlanContext, far: Sequence[WishSteps]) -> str:
    """With how many wishes the client is satisfied, in words: no score of anybody."""
    satisfied, tr = sum(wish.satisfied for wish in far), context.tr
    if not far:
        return ""
    return tr.plural(
        "Of the {all} wishes {count} became as hoped.", "Of the {all} wishes {count} became as hoped.", satisfied,
        all=len(far),
    ) if satisfied else tr("None of the wishes became as hoped yet.")


def _line(context: PlanContext, evaluation: Evaluation) -> EvaluationLine:
    return EvaluationLine(
        ref=evaluation.id,
        on=full_day_of(context, evaluation.held_on),
        present=names(context, evaluation.present),
        open=evaluation.closed_on is None,
    )


def _quality(context: PlanContext, evaluations: Sequence[Evaluation]) -> Iterator[QualitySaid]:
    for look in evaluations:
        if look.quality:
            words = option_title(context, "quality", look.quality)
            by = context.name_answered(look.quality_by)
            yield QualitySaid(full_day_of(context, look.held_on), look.quality, words, by)


def _domains(context: PlanContext, now: Evaluation, before: Evaluation | None) -> tuple[DomainResult, ...]:
    """The domains that matter now in the client's order, then others of which it was said how it goes."""
    marked = {mark.domain for look in (now, before) if look for mark in look.marks}
    matter = [domain.id for domain in domains_now(context)]
    others = [text.id for text in context.script.domains if text.id in marked and text.id not in matter]
    named = (domain for domain in (*matter, *others) if context.names_domain(domain))
    return tuple(_domain(context, domain, now, before) for domain in named)


def _domain(context: PlanContext, domain: str, now: Evaluation, before: Evaluation | None) -> DomainResult:
    text = context.script.domain(domain)
    then = _marks(context, before, domain) if before else ()
    return DomainResult(domain, context.words(text.title), text.pictogram, then, _marks(context, now, domain))


def _marks(context: PlanContext, evaluation: Evaluation, domain: str) -> tuple[Mark, ...]:
    """A mark per person, the client's first."""
    marks = [mark for mark in evaluation.marks if mark.domain == domain]
    return tuple(
        Mark(context.name(mark.voice.id), mark.mark, face_title(context, mark.mark) if mark.face else str(mark.mark))
        for mark in sorted(marks, key=lambda mark: mark.voice.id != context.view.client)
    )


def _looked_at(context: PlanContext, evaluation: Evaluation) -> tuple[Goal, ...]:
    """The goals that were worked on when an evaluation began, talked about or not, the client's order first."""
    if evaluation == context.view.open_evaluation:
        return goals_now(context)
    looked_at = (goal for goal in context.view.goals if evaluation.of_goal(goal.id) or _was_active(goal, evaluation))
    return tuple(sorted(looked_at, key=lambda goal: (goal.priority is None, goal.priority or 0, goal.seq)))


def _was_active(goal: Goal, evaluation: Evaluation) -> bool:
    ended = goal.ended_on
    return goal.seq < evaluation.seq and (ended is None or ended > evaluation.held_on)


def _goal(context: PlanContext, goal: Goal, outcome: GoalOutcome | None, between: Between) -> GoalResult:
    quote = Quote(goal.id, goal.text, context.name(goal.voice.id))
    if outcome is None:
        return GoalResult(quote, discussed=False, tally=_tally(context, goal, None, between))
    came, why = (outcome_quotes(context, outcome, what) for what in WORDS)
    close = _how_close(context, outcome)
    return GoalResult(
        goal=quote,
        discussed=bool(came or close or outcome.decision or why),
        how_close=close,
        decision=option_title(context, "decision", outcome.decision),
        decided_by=context.name_answered(outcome.decision_by),
        outcome=came,
        why=why,
        successor=successor_quote(context, outcome),
        tally=_tally(context, goal, outcome.successor, between),
    )


def _how_close(context: PlanContext, outcome: GoalOutcome) -> tuple[HowCloseSaid, ...]:
    """How close it came, as each person sees it; the client is not named where nobody else said it."""
    said = outcome.said("how_close")
    return tuple(
        HowCloseSaid(
            STEPS[words], option_title(context, "how-close", words),
            context.name_beside(by, several=len(said) > 1),
        )
        for _, by, words in said
    )


def _became(context: PlanContext, successor: str | None) -> set[str]:
    """What a goal became, and what that became later: its agreements moved along."""
    became = {successor} if successor else set()
    for goal in context.view.goals:  # in the order in which they were told, so a later one follows an earlier one
        if goal.replaces in became:
            became.add(goal.id)
    return became


def _tally(context: PlanContext, goal: Goal, successor: str | None, between: Between) -> str:
    """How often its agreements were done, and the goal itself where that was noted, in words."""
    goals = {goal.id, *_became(context, successor)}
    about = goals | {agreement.id for agreement in context.view.agreements if agreement.goal in goals}
    return ", ".join(counted(context, between.of(goal, about)))
