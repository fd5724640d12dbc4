"""Questions that are asked on request: of whoever wishes to say more about a thing (`StepBase.on_request`)."""

from __future__ import annotations

from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.telling.deciders import deciding
from zlp_tui.plan.view import DOMAINS


def waits_for_request(context: StepContext) -> bool:
    """Whether a question is asked only on request, and nobody wished to say more about what it is about. Who chose its
    topic wishes to hear all of it, but for what is about each thing of a list."""
    chosen = context.about is None and context.topic.id == context.way.chosen
    return _is_on_request(context) and not chosen and not _wishes(context)


def is_wished(context: StepContext) -> bool:
    """Whether a question is asked on request, and somebody wished it."""
    return _is_on_request(context) and _wishes(context)


def wishes_more(context: StepContext, topic: str) -> bool:
    """Whether somebody wished to say more about something of a topic."""
    return any(wished == topic for wished, _ in context.way.more_about)


def _is_on_request(context: StepContext) -> bool:
    return context.step.is_on_request(context.part) or (
        _is_known(context) or _is_untouched(context) or _is_of_others(context)
    )


def _is_known(context: StepContext) -> bool:
    """Whether the answer is known from elsewhere, of a question that is asked on request then."""
    if not context.step.on_request_once_known:
        return False
    choice = next((choice for choice in context.view.choices if choice.id == context.about), None)
    return choice is not None and deciding(context.view, choice).said_earlier


def _is_untouched(context: StepContext) -> bool:
    """Whether a question is about a life domain of which nobody said what may change, and in which there is no goal."""
    places, domain, view = context.step.on_request_until_said, context.about, context.view
    if not places or domain not in DOMAINS or any(goal.domain == domain for goal in view.active_goals()):
        return False
    return not any(said.domain == domain for place in places for said in view.said(*place.split("/")))


def _is_of_others(context: StepContext) -> bool:
    """Whether a question about somebody is asked of other kinds of people than theirs, and of these on request."""
    kinds = context.step.on_request_but_for(context.part)
    return bool(kinds) and not any(
        person.kind in kinds for person in context.others if (context.part or "").startswith(f"{person.id}/")
    )


def _wishes(context: StepContext) -> bool:
    return (context.topic.id, context.about) in context.way.more_about
