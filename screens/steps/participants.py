"""The participants of the conversation: their names for the top line, and who speaks by default."""

from __future__ import annotations

from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.conversation.ports.turn import Turn
from zlp_tui.dates import join_names
from zlp_tui.i18n import Catalogue
from zlp_tui.plan.view import Person


def at_table(desk: Desk, tr: Catalogue) -> tuple[str, ...]:
    """Texts that name the participants, the longest first."""
    names = [person.called for person in desk.present]
    if not names:
        return ()
    together = join_names(names, tr.locale)
    others = [person.called for person in desk.present if person.id != desk.view.client]
    short = [tr("with {names}", names=join_names(others, tr.locale))] if 0 < len(others) < len(names) else []
    return (tr("At the table: {names}", names=together), together, *short)


def who_can_speak(desk: Desk, answers: str | None = None) -> tuple[Person, ...]:
    """Who may be chosen as the speaker: who is present; only them where one person's own answer is asked for."""
    return tuple(person for person in desk.present if answers in (None, person.id))


def seat_to_speak(desk: Desk, person: str) -> None:
    """Somebody was pointed out as the speaker, so they are here."""
    here = tuple(seated.id for seated in desk.present)
    if person not in here:
        desk.seat((*here, person))
    desk.speak_as(person)


def who_is_asked(desk: Desk, turn: Turn, *, new_topic: bool) -> str | None:
    """Who should speak now instead of the current voice, or None.

    That is a participant whom the question fits where the client puts it to somebody else, and the client at a new
    topic or where it fits nobody here, so that nothing is attributed to somebody who was selected earlier.
    """
    client, speaks = desk.view.client, desk.voice.id
    if turn.asked_first:
        return turn.asked_first[0] if speaks not in turn.asked_first else None
    client_is_here = any(person.id == client for person in desk.present)
    return client if client_is_here and (new_topic or turn.to_another) and speaks != client else None
