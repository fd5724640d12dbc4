"""`PendingOffer`: offers in the conversation what waits for who types, once."""

from __future__ import annotations

from collections.abc import Callable

from screens.navigation.navigator import Navigator
from screens.parts.message_line import MessageLine
from screens.talk.pending_items import PendingItem, pending_items
from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.i18n import Catalogue


class PendingOffer:
    """Remarks that are open still, or else what is new. `key` gives the key that takes the offer."""

    def __init__(
        self, desk: Desk, tr: Catalogue, navigator: Navigator, notice: MessageLine, key: Callable[[], str]
    ) -> None:
        self._desk = desk
        self._tr = tr
        self._navigator = navigator
        self._notice = notice
        self._key = key
        self.item: PendingItem | None = None
        """What is offered; None when nothing is, or it was taken."""

    def show(self) -> None:
        """Say in the notice what waits, if anything does."""
        found = pending_items(self._desk, self._tr)
        if found:
            self.item = found[0]
            self._notice.show(found[0].words, self._tr("Look at it: {key}", key=self._key()), self.take)
        elif self._desk.welcome_back:
            self._notice.tell(self._desk.welcome_back)

    def take(self) -> None:
        """Go to what was offered."""
        offered, self.item = self.item, None
        if offered is not None:
            self._navigator.navigate(offered.route)
