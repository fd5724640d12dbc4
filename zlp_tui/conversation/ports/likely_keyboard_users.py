"""Who may be at the keyboard, in the order in which every face proposes them."""

from __future__ import annotations

from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.plan.view import Person


def likely_keyboard_users(desk: Desk) -> tuple[Person, ...]:
    """The people of the plan: who typed last, then who is here, then the others as they were added."""
    last, here = desk.last_keyboard_user, {person.id for person in desk.present}
    return tuple(sorted(desk.view.people, key=lambda person: (person != last, person.id not in here)))
