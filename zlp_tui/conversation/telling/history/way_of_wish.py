"""What came of a line of the plan, and the way of a wish over the talks, in the order of time (M31, M32)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from zlp_tui.conversation.ports.plan_pages import TraceStep
from zlp_tui.conversation.telling.history.trace import Histories, Places, traced_lines, traced_steps
from zlp_tui.conversation.telling.option_titles import option_title
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.conversation.telling.relative_days import full_day_of
from zlp_tui.plan.signals import SIDE
from zlp_tui.plan.view import PlanView


def lines_after(view: PlanView, ref: str) -> tuple[str, ...]:
    """All that came of a line: goals, agreements and choices that follow from it, what these became, how it went, and
    what was said of it; each after what it came of."""
    found: dict[str, None] = {}
    waiting = [ref]
    while waiting:
        for after in _of(view, waiting.pop(0)):
            if after not in found and after != ref:
                found[after] = None
                waiting.append(after)
    return tuple(found)


def lines_of_way(view: PlanView, ref: str) -> tuple[str, ...]:
    """The wishes that a line came from, and all that came of these; the line itself among them."""
    back = traced_lines(view, ref)
    after = (line for known in back for line in lines_after(view, known))
    return tuple(dict.fromkeys((*reversed(back), *after)))


def told_in_time(
    context: PlanContext, lines: Iterable[str], histories: Histories, places: Places
) -> tuple[TraceStep, ...]:
    """These lines, each with who said it and when, the oldest first; `histories` holds those of all of them."""
    ordered = sorted(lines, key=lambda line: histories[line][0].at if histories.get(line) else "")
    return tuple(step for line in ordered for step in _told(context, line, histories, places))


def _told(context: PlanContext, ref: str, histories: Histories, places: Places) -> Iterator[TraceStep]:
    yield from traced_steps(context, ref, histories, places)
    for held in context.view.evaluations:
        for outcome in held.goals:
            decision = option_title(context, "decision", outcome.decision)
            if outcome.id == ref and decision:
                day = full_day_of(context, held.held_on)
                by = context.name_answered(outcome.decision_by)
                yield TraceStep(context.tr("Looked back"), decision, by, day, own_words=False)


def _of(view: PlanView, ref: str) -> Iterator[str]:
    """What follows from one line, at once."""
    for lines in (view.goals, view.agreements):
        yield from (line.id for line in lines if ref in (line.replaces, *line.follows_from))
    yield from (agreement.id for agreement in view.agreements if agreement.goal == ref)
    yield from (said.id for said in view.statements if said.replaces == ref and said.withdrawn_at is None)
    yield from (outcome.id for held in view.evaluations for outcome in held.goals if outcome.goal == ref)
    bad_day = {said.id for said in view.statements if said.side == SIDE}  # that it was one stands beside it (M09)
    notes = () if ref in bad_day else view.progress
    for about in (notes, view.remarks, view.disagreements, view.wishes_not_met):
        yield from (line.id for line in about if line.about == ref)
