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


def here_last_time(desk: Desk) -> tuple[Person, ...]:
    """Participants of the last conversation who have not joined this one; they join by saying something."""
    seated = {person.id for person in desk.present}
    return tuple(p for p in desk.view.sat_last_time() if p.id not in seated)


def who_is_asked(desk: Desk, turn: Turn, *, new_topic: bool) -> str | None:
    """Who should speak now instead of the current voice, or None.

    That is another participant where the client puts a question to them, and the client at a new topic, so that nothing
    is attributed to somebody who was selected earlier.
    """
    client, speaks = desk.view.client, desk.voice.id
    others = [person.id for person in desk.present if person.id != client]
    if turn.to_another and speaks == client and others:
        return others[0]
    return client if new_topic and not turn.to_another and speaks != client else None
