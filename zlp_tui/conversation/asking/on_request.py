"""Questions that are asked on request: of whoever wishes to say more about a thing (`StepBase.on_request`)."""

from __future__ import annotations

from zlp_tui.conversation.asking.step_context import StepContext


def waits_for_request(context: StepContext) -> bool:
    """Whether a question is asked only on request, and nobody wished to say more about what it is about."""
    return context.step.is_on_request(context.part) and not _wishes(context)


def is_wished(context: StepContext) -> bool:
    """Whether a question is asked on request, and somebody wished it."""
    return context.step.is_on_request(context.part) and _wishes(context)


def wishes_more(context: StepContext, topic: str) -> bool:
    """Whether somebody wished to say more about something of a topic."""
    return any(wished == topic for wished, _ in context.way.more_about)


def _wishes(context: StepContext) -> bool:
    return (context.topic.id, context.about) in context.way.more_about
