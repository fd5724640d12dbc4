"""Who matters: each person with who that is, what for, and how to reach them."""

from __future__ import annotations

from zlp_tui.conversation.ports.plan_pages import LetterLine
from zlp_tui.conversation.ports.turn import Quote
from zlp_tui.conversation.telling.introductions import fact, intro_of, line_of
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.plan.view import Person
from zlp_tui.script.schema import People, Topic
from zlp_tui.text import one_line


def people_lines(context: PlanContext, topic: Topic, step: People) -> tuple[LetterLine, ...]:
    """Everybody in the plan but the client."""
    return line_of(intro_of(context, topic, step.id), tuple(map(person_quote, context.others)))


def person_quote(person: Person) -> Quote:
    """One person, with what is known of them beside their name."""
    known = (person.relation, person.for_what, person.contact)
    return fact(person.called, ref=person.id, note=" · ".join(one_line(text) for text in known if text))
