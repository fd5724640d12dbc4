"""Whom a part is about of a step that is asked of each person: a part is their id, and a field after a stroke."""

from __future__ import annotations

from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.errors import NotFound
from zlp_tui.plan.view import Person


def person_of_part(context: StepContext) -> tuple[Person, str]:
    """The person, and the field that is asked. `NotFound` when they are no longer in the plan."""
    person_id, _, field = (context.part or "").partition("/")
    try:
        return context.view.person(person_id), field
    except KeyError as gone:
        raise NotFound("This line is no longer in the plan.") from gone
