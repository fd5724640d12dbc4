"""What waits for the keyboard user: looking back, open remarks, who does not agree, and what is new (L63, M11)."""

from __future__ import annotations

from typing import NamedTuple

from screens.navigation.navigator import Route
from screens.navigation.routes import CONVERSATIONS, DISAGREE, DUE, NEW_SINCE, REMARKS
from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.conversation.ports.history_queries import DueLine
from zlp_tui.conversation.ports.talk_places import late_lines, look_back_is_due
from zlp_tui.i18n import Catalogue
from zlp_tui.new_lines_text import new_lines_text


class PendingItem(NamedTuple):
    """One thing that waits, in words, and the route to it."""

    route: Route[...]
    words: str


def pending_items(desk: Desk, tr: Catalogue) -> tuple[PendingItem, ...]:
    """What waits for who types, what wants an answer first; in a plan that has ended nothing waits."""
    if desk.view.ended_on is not None:
        return ()
    remarks = sum(remark.open for remark in desk.history.remarks())
    not_agreed = sum(said.ended_on is None for said in desk.history.disagreements())
    new = desk.history.new_since()
    told = tr.plural("{count} remark is still open", "{count} remarks are still open", remarks)
    against = tr.plural(
        "Somebody does not agree with {count} thing", "Not everybody agrees with {count} things", not_agreed
    )
    late = late_lines(desk)
    offered = desk.offered_route
    quick = tr("It is time for: {title}", title=offered.title) if offered is not None else ""
    return (
        *((PendingItem(DUE, _late(desk, tr, late)),) if late else ()),
        *((PendingItem(CONVERSATIONS, quick),) if offered is not None else ()),
        *((PendingItem(REMARKS, told),) if remarks else ()),
        *((PendingItem(DISAGREE, against),) if not_agreed else ()),
        *((PendingItem(NEW_SINCE, new_lines_text(tr, new.count, new.since)),) if new.count and new.since else ()),
    )


def _late(desk: Desk, tr: Catalogue, late: tuple[DueLine, ...]) -> str:
    """The first thing that is late, and how many there are more."""
    told = tr("It is time for: {title}", title=late[0].title)
    if look_back_is_due(desk):
        told = tr("It is time to look back together.")
    return f"{told} {tr('And {count} more.', count=len(late) - 1)}" if len(late) > 1 else told
