"""What the part of an overview is called that holds the lines of one topic."""

from __future__ import annotations

from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.script.roles import Role


def topic_title(context: PlanContext, topic: str) -> str:
    """The title of a topic, also of what has no topic of its own in the script: remarks, disagreements, evaluations."""
    found = context.script.topic_named(topic)
    if found is not None:
        return context.words(found.title)
    titles = {
        "wishes-not-met": context.tr("What cannot be done now"),
        "remarks": context.tr("Remarks and nice moments"), "disagreements": context.tr("Who does not agree"),
        Role.GOAL_OUTCOMES: context.tr("What came of the goals"), Role.FOLLOW_UP: context.tr("How it went"),
        "evaluation": context.tr("Look back together"),
    }
    return titles.get(topic) or context.tr("Said before, at questions that are no longer asked")
