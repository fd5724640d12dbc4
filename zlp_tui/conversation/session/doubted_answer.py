"""`DoubtedAnswer`: the answer that was asked about last, so that the same answer again is kept."""

from __future__ import annotations

from dataclasses import replace

from zlp_tui.conversation.ports.turn import Reply, Spoken
from zlp_tui.dates import says_yes
from zlp_tui.plan.view import Place
from zlp_tui.text import same_name


class DoubtedAnswer:
    """Words are asked about once, at one place; another answer or another place begins anew."""

    def __init__(self) -> None:
        self._place: Place | None = None
        self._text = ""

    def remember(self, place: Place, reply: Reply) -> None:
        """These words were asked about."""
        self._place, self._text = place, reply.text if isinstance(reply, Spoken) else ""

    def resolved(self, place: Place, reply: Reply, locale: str) -> tuple[Reply, bool]:
        """The answer, and whether it says again what was asked about; after the question, “yes” says so too."""
        asked, self._place = self._place == place, None
        if not asked or not isinstance(reply, Spoken):
            return reply, False
        if says_yes(reply.text, locale):
            return replace(reply, text=self._text), True
        return reply, same_name(reply.text, self._text)
