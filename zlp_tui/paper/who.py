"""Who is who: whom to call for what, with those whom one looks for in need first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.exports.export_source import ExportSource
from zlp_tui.paper.pictograms import Pictograms
from zlp_tui.paper.typesetting import typeset
from zlp_tui.person_words import kind_in_words
from zlp_tui.plan.view import SOUGHT, Namesake, Person
from zlp_tui.script.roles import Role
from zlp_tui.text import sentence

if TYPE_CHECKING:
    from zlp_tui.paper.typesetting import Json


def who(source: ExportSource) -> bytes:
    """One sheet with everybody in the plan, to hang beside the telephone."""
    context, pictures = source.context, Pictograms()
    data: dict[str, Json] = {
        "name": context.tr("Whom to call for what"),
        "picture": pictures.of_role(context.script, Role.PEOPLE),
        "people": people_data(context),
        "nobody": context.tr("Nobody is named yet."),
    }
    return typeset("who", source, data, pictures)


def people_data(context: PlanContext) -> list[Json]:
    """Everybody but the client; whom one looks for in need first, then whom one asks for something, then the others."""
    def place(person: Person) -> tuple[bool, bool]:
        return person.kind not in SOUGHT, not person.for_what

    return [_person(context, person) for person in sorted(context.others, key=place)]


def _person(context: PlanContext, person: Person) -> Json:
    tr = context.tr
    kind = kind_in_words(tr, person.kind) if person.kind in SOUGHT or not person.relation else ""
    behind = person.apart if isinstance(person, Namesake) else ""
    beside = (sentence(words) for words in (kind, person.told_beside) if words and words != behind)
    return {
        "called": person.called, "who": " · ".join(beside), "for_what": person.for_what or "",
        "informed": tr("is told: {words}", words=person.informed) if person.informed else "",
        "contact": person.contact or "",
    }
