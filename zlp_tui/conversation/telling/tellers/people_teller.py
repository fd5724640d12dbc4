"""Who matters: each person with who that is, what for, what they are told, and how to reach them."""

from __future__ import annotations

from dataclasses import replace

from zlp_tui.conversation.ports.plan_pages import LetterLine
from zlp_tui.conversation.ports.turn import Quote
from zlp_tui.conversation.telling.introductions import fact, intro_of, line_of
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.i18n import Catalogue
from zlp_tui.person_words import kind_in_words, representing
from zlp_tui.plan.view import PROFESSIONAL_KINDS, SOUGHT, Namesake, Person
from zlp_tui.script.schema import Topic
from zlp_tui.script.steps.pick_models import People
from zlp_tui.text import one_line


def people_lines(context: PlanContext, topic: Topic, step: People) -> tuple[LetterLine, ...]:
    """Everybody in the plan but the client; apart from them who only sat at the table, which makes nobody important."""
    sat = {seat.person for talk in context.view.conversations for seat in talk.present}
    only_sat = [person for person in context.others if person.id in sat and _is_known_by_name(person)]
    told = tuple(person_quote(context.tr, p) for p in context.others if p not in only_sat)
    beside = tuple(person_quote(context.tr, p) for p in only_sat)
    return (
        *line_of(intro_of(context, topic, step.id), told),
        *(replace(line, aside=True) for line in line_of(context.tr("Who also sat at the table:"), beside)),
    )


def _is_known_by_name(person: Person) -> bool:
    """Whether nobody said what somebody is to the client; at most that it is their work."""
    of_work = person.kind == "other" or person.kind in PROFESSIONAL_KINDS
    return of_work and not (person.relation or person.for_what or person.informed or person.contact)


def person_quote(tr: Catalogue, person: Person) -> Quote:
    """One person, with what is known of them beside their name; whom one looks for in need is always told."""
    kind = kind_in_words(tr, person.kind) if person.kind in SOUGHT or not person.relation else ""
    kind = representing(tr, person) or kind
    behind_name = person.apart if isinstance(person, Namesake) else ""
    informed = tr("is told: {words}", words=person.informed) if person.informed else ""
    known = (kind, person.told_beside, person.for_what, informed, person.contact)
    note = " · ".join(one_line(text) for text in known if text and text != behind_name)
    return fact(person.called, ref=person.id, note=note)
