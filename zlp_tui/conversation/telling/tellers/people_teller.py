"""Who matters: each person with who that is, what for, and how to reach them."""

from __future__ import annotations

from typing import Final

from zlp_tui.conversation.ports.plan_pages import LetterLine
from zlp_tui.conversation.ports.turn import Quote
from zlp_tui.conversation.telling.introductions import fact, intro_of, line_of
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.i18n import Catalogue
from zlp_tui.plan.view import PROFESSIONAL_KINDS, Person, PersonKind
from zlp_tui.script.schema import People, Topic
from zlp_tui.text import one_line

SOUGHT: Final = frozenset({"gp", "representative", "supporter"})
"""Kinds that are told even where somebody said in words who that is."""


def people_lines(context: PlanContext, topic: Topic, step: People) -> tuple[LetterLine, ...]:
    """Everybody in the plan but the client; apart from them who only sat at the table, which makes nobody important."""
    sat = {seat.person for talk in context.view.conversations for seat in talk.present}
    only_sat = [person for person in context.others if person.id in sat and _is_known_by_name(person)]
    told = tuple(person_quote(context.tr, p) for p in context.others if p not in only_sat)
    beside = tuple(person_quote(context.tr, p) for p in only_sat)
    return (
        *line_of(intro_of(context, topic, step.id), told),
        *line_of(context.tr("Who also sat at the table:"), beside),
    )


def _is_known_by_name(person: Person) -> bool:
    """Whether nobody said what somebody is to the client; at most that it is their work."""
    of_work = person.kind == "other" or person.kind in PROFESSIONAL_KINDS
    return of_work and not (person.relation or person.for_what or person.contact)


def person_quote(tr: Catalogue, person: Person) -> Quote:
    """One person, with what is known of them beside their name; whom one looks for in need is always told."""
    kind = _kind_of(tr, person.kind) if person.kind in SOUGHT or not person.relation else ""
    known = (kind, person.relation, person.for_what, person.contact)
    return fact(person.called, ref=person.id, note=" · ".join(one_line(text) for text in known if text))


def _kind_of(tr: Catalogue, kind: PersonKind) -> str:
    return {
        "partner": tr("partner"), "family": tr("family"), "friend": tr("a friend"), "neighbour": tr("a neighbour"),
        "volunteer": tr("a volunteer"), "gp": tr("the family doctor"),
        "representative": tr("the legal representative"), "supporter": tr("the client supporter"),
        "carer": tr("a carer"), "professional": tr("from care"),
    }.get(kind, "")
