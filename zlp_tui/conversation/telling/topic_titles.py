"""What the part of an overview is called that holds the lines of one topic."""

from __future__ import annotations

from zlp_tui.conversation.telling.plan_context import PlanContext


def topic_title(context: PlanContext, topic: str) -> str:
    """The title of a topic, also of what has no topic of its own in the script: remarks, disagreements, evaluations."""
    title = next((known.title for known in context.script.topics if known.id == topic), None)
    if title is not None:
        return context.words(title)
    titles = {
        "remarks": context.say("Remarks and nice moments"), "disagreements": context.say("Who does not agree"),
        "goals-now": context.say("What came of the goals"), "evaluation": context.say("Look back together"),
    }
    return titles.get(topic) or context.say("Said before, at questions that are no longer asked")
