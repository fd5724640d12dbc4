"""Agreements in full, each under a heading of its own: what, for which goal, when, who does what, and how it went.

Each step of the topic tells its own part, so that a line leads back to the question it came from.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from zlp_tui.conversation.ports.plan_pages import LetterLine
from zlp_tui.conversation.ports.turn import Quote
from zlp_tui.conversation.telling.agreements.agreement_cards import (
    agreed_before,
    agreements_in_order,
    as_a_whole,
    how_often,
    notes,
    over_since,
    period,
    small_steps,
    who_does_what,
)
from zlp_tui.conversation.telling.introductions import fact, together
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.dates import told_day
from zlp_tui.plan.view import Agreement, Goal

QuotesOf = Callable[[Agreement], tuple[Quote, ...]]


def in_full(context: PlanContext) -> tuple[LetterLine, ...]:
    """All that is agreed: what, for which goal, who does what, and when."""
    of_each = (want_lines, goal_lines, who_does_lines, small_step_lines, period_lines)
    return together(line for lines_of in of_each for line in lines_of(context))


def want_lines(context: PlanContext) -> tuple[LetterLine, ...]:
    """What is agreed, with whether its last day is over, and what was agreed before that."""
    def wanted(agreed: Agreement) -> tuple[Quote, ...]:
        before = _each(agreed_before(context, agreed), context.tr("Before that:"), agreed)
        return agreement_quote(context, agreed), *before

    return _told(context, wanted)


def goal_lines(context: PlanContext) -> tuple[LetterLine, ...]:
    """The goal of each agreement that has one, with its number."""
    goals = {goal.id: (number, goal) for number, goal in enumerate(context.view.open_goals(), 1)}

    def goal_of(agreed: Agreement) -> tuple[Quote, ...]:
        number, goal = goals.get(agreed.goal or "", (0, None))
        intro = context.tr("For goal {number}:", number=number)
        return (fact(f"“{goal.text}”", ref=agreed.id, intro=intro),) if goal else ()

    return _told(context, goal_of)


def small_step_lines(context: PlanContext) -> tuple[LetterLine, ...]:
    """What is going to be done, each with when and how often; of an agreement as a whole only when and how often."""
    intro, how_often = context.tr("What we do:"), context.tr("When:")

    def steps_of(agreed: Agreement) -> tuple[Quote, ...]:
        whole = as_a_whole(agreed)
        often = (Quote(whole.id, whole.when.words, intro=how_often),) if whole and whole.when else ()
        return often + tuple(
            fact(f"“{step.what}”", ref=step.id, note=step.when.words or "" if step.when else "", intro=intro)
            for step in small_steps(agreed)
        )

    return _told(context, steps_of)


def who_does_lines(context: PlanContext) -> tuple[LetterLine, ...]:
    """Who does what."""
    return _told(context, lambda agreed: _each(who_does_what(context, agreed), "", agreed))


def period_lines(context: PlanContext) -> tuple[LetterLine, ...]:
    """From when and until when it holds, and when one looks again."""
    intro = context.tr("When:")
    return _told(context, lambda agreed: _each(period(context, agreed), intro, agreed))


def how_it_went_lines(context: PlanContext) -> tuple[LetterLine, ...]:
    """How often it was done, what that brought, and what must change."""
    tr = context.tr

    def went(agreed: Agreement) -> tuple[Quote, ...]:
        return (
            *_each(_how_often(context, agreed), tr("Was it done?"), agreed),
            *_each(notes(context, agreed.id, "text"), tr("What it brought:"), agreed),
            *_each(notes(context, agreed.id, "adjust"), tr("What changes:"), agreed),
        )

    return _told(context, went)


def numbered_goals(context: PlanContext) -> tuple[Quote, ...]:
    """The goals that are worked on, each with its number."""
    return tuple(
        goal_quote(context, goal, context.tr("Goal {number}:", number=number))
        for number, goal in enumerate(context.view.active_goals(), 1)
    )


def waiting_goals(context: PlanContext) -> tuple[Quote, ...]:
    """The goals that can wait."""
    return tuple(goal_quote(context, goal) for goal in context.view.waiting_goals())


def goal_quote(context: PlanContext, goal: Goal, intro: str = "") -> Quote:
    """A goal in its words, with until when it is worked on."""
    return Quote(goal.id, goal.text, context.name(goal.voice.id), intro=intro, note=worked_on_until(context, goal))


def worked_on_until(context: PlanContext, goal: Goal) -> str:
    """Until when a goal is worked on, in words; empty where that was not said."""
    day = goal.until_words or goal.until
    return f"{context.tr('until')} {told_day(day, context.script.locale)}" if day else ""


def agreement_quote(context: PlanContext, agreed: Agreement) -> Quote:
    """An agreement in the words of what is wanted, with whether its last day is over."""
    return Quote(agreed.id, agreed.want, context.name(agreed.voice.id), note=over_since(context, agreed))


def _how_often(context: PlanContext, agreed: Agreement) -> tuple[Quote, ...]:
    words = how_often(context, agreed)
    return (fact(", ".join(words)),) if words else ()


def _each(quotes: tuple[Quote, ...], intro: str, agreed: Agreement) -> tuple[Quote, ...]:
    return tuple(replace(quote, intro=intro, ref=quote.ref or agreed.id) for quote in quotes)


def _told(context: PlanContext, quotes_of: QuotesOf) -> tuple[LetterLine, ...]:
    """Lines about each agreement, under its number and its life domain."""
    return tuple(
        LetterLine(_heading(context, number, agreed), quotes)
        for number, agreed in enumerate(agreements_in_order(context), 1)
        if (quotes := quotes_of(agreed))
    )


def _heading(context: PlanContext, number: int, agreed: Agreement) -> str:
    heading = context.tr("Agreement {number}", number=number)
    return " · ".join(filter(None, (heading, context.domain_title(agreed.domain))))
