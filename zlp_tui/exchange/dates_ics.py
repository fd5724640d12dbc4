"""What has a date, for a calendar. Others may see that, so it says neither whose plan it is nor what it is about."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final
from uuid import NAMESPACE_URL, UUID, uuid5

from zlp_tui.conversation.telling.due.due_titles import title_of
from zlp_tui.due.due_dates import Due, due
from zlp_tui.due.facts import facts_of
from zlp_tui.exports.export_source import ExportSource

if TYPE_CHECKING:  # slow to import, and no other form needs it
    from icalendar import Event

_IN_A_CALENDAR: Final = frozenset({
    "evaluation", "thinking-time", "revisit", "agreement", "quick-look", "write-again", "ask-again",
})
"""Looking back, the end of time to think, and what is looked at again. What else has a date tells of care or of a
person."""
_OURS: Final[UUID] = uuid5(NAMESPACE_URL, "zlp:calendar")


def dates_ics(source: ExportSource) -> bytes:
    """A day for each of them. An event keeps its UID when its day changes: a calendar that reads it anew moves it."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", f"-//zlp//zlp//{source.context.tr.locale.upper()}")
    found = due(facts_of(source.view, source.context.today), source.rules, source.context.today) if source.rules else ()
    for entry in found:
        if entry.what in _IN_A_CALENDAR:
            calendar.add_component(_event(source, entry))
    content: bytes = calendar.to_ical()
    return content


def _event(source: ExportSource, entry: Due) -> Event:
    from icalendar import Event

    event, on = Event(), date.fromisoformat(entry.on)
    event.add("uid", str(uuid5(_OURS, "\n".join((source.view.id, entry.what, entry.ref or "")))))
    event.add("dtstamp", source.made_at)
    event.add("dtstart", on)
    event.add("dtend", on + timedelta(days=1))
    event.add("summary", title_of(source.context.tr, entry.what, entry.because))
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    return event
