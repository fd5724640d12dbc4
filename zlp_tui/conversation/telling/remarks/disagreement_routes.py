"""Where one can go with a disagreement, and how to reach whoever is there (L38, M08)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, get_args

from zlp_tui.conversation.ports.turn import Selectable
from zlp_tui.conversation.telling.due.figure_text import answer_by, has_confidant
from zlp_tui.conversation.telling.option_titles import route_title
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.due.figures import Rules
from zlp_tui.plan.view import DisagreementRoute

KNOWN_TO_THE_PLAN: Final[Mapping[str, str]] = {"supporter": "supporter", "confidant": "confidant"}
"""By route, the kind of person who may stand in the plan already."""


def routes(context: PlanContext, rules: Mapping[str, Rules]) -> tuple[Selectable, ...]:
    """All ways to go: the carer, the supporter, the complaints officer, and the client's confidential adviser where a
    law wants one to be there, or the organisation names one."""
    return tuple(
        Selectable(route, route_title(context.tr, route), " ".join(filter(None, _hint(context, rules, route))))
        for route in get_args(DisagreementRoute)
        if route != "confidant" or has_confidant(context, rules) or route in context.script.contacts
    )


def reached_at(context: PlanContext, route: str | None) -> str:
    """By whom and at which number a route is reached, in a sentence; that this is not filled in, where it is not."""
    if route is None or (route == "carer" and route not in context.script.contacts):
        return ""  # they are at the table, or in the plan
    tr, told = context.tr, tuple(_reached(context, route))
    return " ".join(told) or tr("No name and no telephone number is filled in here. Ask your carer for it.")


def _reached(context: PlanContext, route: str) -> Iterator[str]:
    """Whom the plan names for this, and then whom the organisation names."""
    tr, contact = context.tr, context.script.contacts.get(route)
    for person in context.view.people:
        if person.kind == KNOWN_TO_THE_PLAN.get(route):
            how = person.contact
            yield tr("In the plan: {name}, {how}.", name=person.called, how=how.rstrip(".")) if how else tr(
                "In the plan: {name}.", name=person.called
            )
    if contact is not None:
        phone = tr("telephone {number}", number=contact.phone) if contact.phone else tr("no number is filled in")
        yield f"{contact.name}, {phone}." if contact.name else f"{phone[:1].upper()}{phone[1:]}."


def _hint(context: PlanContext, rules: Mapping[str, Rules], route: DisagreementRoute) -> Iterator[str]:
    tr = context.tr
    yield {
        "carer": tr("Talk with each other first, or with the team."),
        "supporter": tr("It costs nothing. The municipality or the care office knows who."),
        "complaints": tr("Each care organisation has one. Just ask for it."),
        "confidant": tr("Stands beside the client only. It costs nothing."),
    }[route]
    yield answer_by(context, rules) if route == "complaints" else ""
    yield reached_at(context, route)
