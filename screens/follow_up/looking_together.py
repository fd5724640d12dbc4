"""What the client may answer when it is proposed to look at an agreement together (M16)."""

from __future__ import annotations

from screens.parts.line_layout import LineItem
from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.i18n import Catalogue


def look_at_lines(desk: Desk, tr: Catalogue) -> tuple[LineItem, ...]:
    """Yes and no, which are the client's words; while the client is away only that it waits for them."""
    client = desk.view.client_person
    if client not in desk.present:
        waits = tr("{name} is asked, when here. It stays at “What is coming up”.", name=client.called)
        return (LineItem(waits, look="quiet"), LineItem(tr("Go on"), "later"))
    return (
        LineItem(tr("Yes, talk about it"), "talk", by=client.called),
        LineItem(tr("No, it stays as it is"), "no", by=client.called),
        LineItem(tr("Not now"), "later", by=tr("It is asked again later.")),
    )


def answer_look_at(desk: Desk, agreement: str, ref: str) -> None:
    """Keep what was chosen of those lines as the client's answer; nothing where it is asked again later."""
    if ref in ("talk", "no"):
        desk.follow_up.answer_to_look_at(agreement, yes=ref == "talk")
