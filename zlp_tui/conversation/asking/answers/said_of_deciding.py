"""Who decides about a choice: what was said of that before, and who decides in the place of the client."""

from __future__ import annotations

from zlp_tui.conversation.asking.context_lookup import choice_of
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.ports.turn import Group
from zlp_tui.conversation.telling.deciders import deciders_in_words, deciding
from zlp_tui.conversation.telling.introductions import fact
from zlp_tui.conversation.telling.option_titles import option_title
from zlp_tui.plan.view import Person
from zlp_tui.script.steps.pick_models import PickStep


def said_before(context: StepContext) -> tuple[Group, ...]:
    """What was said of choosing as such, where that holds for the choice of this round."""
    said = deciding(context.view, choice_of(context))
    asked = next((step for step in context.topic.steps if isinstance(step, PickStep) and step.said_before), None)
    if asked is None or asked.said_before is None or not said.said_earlier:
        return ()
    role, who = option_title(context, "deciding", said.role), deciders_in_words(context, said.people)
    words = context.tr("{role}: {who}", role=role, who=who) if who else role
    return (Group("", (fact(context.words(asked.said_before, words=words)),)),)


def decider_of(context: StepContext) -> Person | None:
    """Who decides about the choice of this round in the place of the client: the first who is here, or else the first
    of them; None where the client decides, or nobody said who does."""
    role, people, _ = deciding(context.view, choice_of(context))
    if role != "other" or not people:
        return None
    return context.view.anyone(next((person for person in people if person in context.present), people[0]))
