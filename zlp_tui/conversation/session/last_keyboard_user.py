"""Who typed last on this computer: proposed when it is asked who types, and never assumed."""

from __future__ import annotations

from zlp_tui.conversation.asking.accepted_names import person_called
from zlp_tui.conversation.session.loaded_plan import LoadedPlan
from zlp_tui.errors import Unreadable
from zlp_tui.plan.tables.beside_the_plan import keyboard_users
from zlp_tui.plan.transaction import Transaction
from zlp_tui.plan.view import Person


def last_keyboard_user(plan: LoadedPlan) -> Person | None:
    """Who typed last in any plan, where this plan knows somebody of that name; else who typed last in this plan.

    Of another plan nothing is told but a name that this plan has too.
    """
    with plan.store.reading() as session:
        name, of_plan = _last_of_all(session), keyboard_users.last_of_plan(session, plan.id)
    there = person_called(plan.view, name) if name else None
    return there or next((person for person in plan.view.people if person.id == of_plan), None)


def _last_of_all(session: Transaction) -> str | None:
    """The name of who typed last in any plan; None where another plan cannot be read: its fault stays there (K4)."""
    try:
        return keyboard_users.last_of_all(session)
    except Unreadable:
        return None
