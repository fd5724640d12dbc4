"""After how long without a key the client wants the screen to be locked, as they said it in the conversation."""

from __future__ import annotations

from zlp_tui.conversation.session.loaded_plan import LoadedPlan


def lock_wish(plan: LoadedPlan) -> int | None:
    """The minutes; None where that was not said, or those at the table may not read it."""
    for topic in plan.script.topics:
        for step in topic.steps:
            for option in step.options_of(step.kept_as or ""):
                if option.lock_after is not None and option.id == plan.view.detail(topic.id, step.id):
                    return option.lock_after
    return None
