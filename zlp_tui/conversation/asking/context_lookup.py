"""What a repeated step is about: the choice, goal or agreement of this round."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.ports.turn import Quote
from zlp_tui.errors import NotFound
from zlp_tui.plan.view import DOMAINS, Agreement, Choice, Goal, Option
from zlp_tui.script.outline import DomainText

T = TypeVar("T")


def choice_of(context: StepContext) -> Choice:
    """The choice that a repeated step is about; `NotFound` when it is gone."""
    return one_or_not_found(c for c in context.view.choices if c.id == context.about)


def goal_of(context: StepContext) -> Goal:
    """The goal that a repeated step is about; `NotFound` when it is gone."""
    return one_or_not_found(g for g in context.view.goals if g.id == context.about)


def agreement_of(context: StepContext) -> Agreement:
    """The agreement that a repeated step is about; `NotFound` when it is gone."""
    return one_or_not_found(a for a in context.view.agreements if a.id == context.about)


def has_begun(context: StepContext) -> bool:
    """Whether the agreement that a repeated step is about has begun.

    Where no day was said, it begins once the conversation in which it was made is over.
    """
    begins = agreement_of(context).from_
    return context.about not in context.new_here if begins is None else begins <= context.today.isoformat()


def domain_of(context: StepContext) -> str | None:
    """The life domain of the goal or the agreement that a repeated step is about; None where it has none."""
    goal = next((goal for goal in context.view.goals if goal.id == context.about), None)
    return goal.domain if goal else agreement_of(context).domain


def domain_about(context: StepContext) -> DomainText | None:
    """The life domain that a repeated step is about; None where it is about something else."""
    return context.script.domain(context.about) if context.about in DOMAINS else None


def option_of(context: StepContext) -> Option:
    """The option of our choice that the first piece of our part names; `NotFound` when it is gone."""
    wanted = (context.part or "").partition("/")[0]
    return one_or_not_found(o for o in choice_of(context).options if o.id == wanted)


def said_about(context: StepContext) -> Quote | None:
    """What a repeated question is about, in the words it was said in."""
    view = context.view
    things = (
        *((c.id, c.question, c.voice) for c in view.choices),
        *((g.id, g.text, g.voice) for g in view.goals),
        *((a.id, a.want, a.voice) for a in view.agreements),
    )
    return next((Quote(ref, text, context.name(voice.id)) for ref, text, voice in things if ref == context.about), None)


def one_or_not_found(found: Iterable[T]) -> T:
    """The line of the plan that was looked for; `NotFound` when there is none."""
    for line in found:
        return line
    raise NotFound("This line is no longer in the plan.")
