"""The citizen service number (BSN), whole: shown on request, to a table at which everybody may see it."""

from __future__ import annotations

from zlp_tui.conversation.session.loaded_plan import LoadedPlan
from zlp_tui.errors import NotFound, Refused
from zlp_tui.plan.audit_line import AuditEntry
from zlp_tui.plan.tables.beside_the_plan import citizen_numbers
from zlp_tui.plan.timestamps import instant
from zlp_tui.plan.view import BSN, CITIZEN_NUMBER


def offers_number(plan: LoadedPlan) -> bool:
    """Whether a number stands in the plan that all who sit here may see."""
    return _detail(plan) is not None


def whole_number(plan: LoadedPlan) -> str:
    """The nine digits. The log of the plan tells first that they are shown, and by whom.

    `NotFound` where there is none, where not everybody here may see it, and where this is a copy without it; `Refused`
    where the log cannot be written.
    """
    detail = _detail(plan)
    if detail is None:
        raise NotFound("No citizen service number stands here that everybody at the table may see.")
    with plan.store.reading() as session:
        number = citizen_numbers.number_of(session, plan.id, detail)
    if number is None:
        raise NotFound("The whole number is not in this copy of the plan. It can be filled in once more.")
    seats = plan.seats
    person = seats.types or seats.voice_in_plan
    if not plan.store.tell(AuditEntry(plan.id, instant(plan.clock()), "read", person, topic=CITIZEN_NUMBER, what=BSN)):
        raise Refused("Who looks cannot be kept now. So the number is not shown.")
    return number


def _detail(plan: LoadedPlan) -> str | None:
    """The id of the detail that tells of it, where that stands and may be seen here."""
    last = next((detail for detail in reversed(plan.company.view.details) if detail.field == BSN), None)
    return last.id if last is not None and last.value else None
